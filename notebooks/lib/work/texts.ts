/** Schedules and tables that a system file may name, by their paths. */
export type Texts = Readonly<Record<string, string>>;

/** Finds the text that a system file names, by the end of its path. */
export const readerOf =
  (texts: Texts) =>
  (path: string): { text: string } | undefined => {
    const wanted = path.replace(/^(\.\.?\/)+/, "");
    const found = Object.entries(texts).find(([name]) => name === wanted || name.endsWith(`/${wanted}`));
    return found && { text: found[1] };
  };
