/**
 * The texts a system refers to. `path` is as written in the file for a table and relative to the project folder
 * (`data/retirement/nhs.yaml`) for a schedule; `from` says which. Undefined when there is no such file; a reader of
 * disks throws a `CadreError` for a path that leaves the folder.
 */
export type FileReader = (path: string, from: "system" | "project") => { text: string; sha256?: string } | undefined;

/** Reads from texts held in memory, as a page does. */
export function filesInMemory(files: Readonly<Record<string, string>>): FileReader {
  return (path) => (Object.hasOwn(files, path) ? { text: files[path]! } : undefined);
}
