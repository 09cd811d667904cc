/**
 * The texts a system refers to. `path` is as written in the file for a table and relative to the project folder
 * (`data/retirement/nhs.yaml`) for a schedule; `from` says which. Undefined when there is no such file; a reader of
 * disks throws a `CadreError` for a path that leaves the folder.
 */
export interface FileReader {
  (path: string, from: "system" | "project"): { text: string; sha256?: string } | undefined;
  /** Names of the YAML files of a folder, without their ending: what a name that stands for none may have been meant for. */
  readonly names?: (folder: string, from: "system" | "project") => readonly string[];
}

/** Reads from texts held in memory, as a page does. */
export function filesInMemory(files: Readonly<Record<string, string>>): FileReader {
  const read: FileReader = (path) => (Object.hasOwn(files, path) ? { text: files[path]! } : undefined);
  const names = (folder: string) =>
    Object.keys(files).flatMap((path) => {
      const [, parent = "", name = ""] = /^(?:(.*)\/)?([^/]+)\.yaml$/.exec(path) ?? [];
      return name !== "" && parent === folder ? [name] : [];
    });
  return Object.assign(read, { names });
}
