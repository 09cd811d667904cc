import type { FileReader } from "./files.ts";
import type { Problems } from "./problems.ts";

/** The text of a table, or undefined with the problem reported. */
export function tableText(
  table: string,
  path: readonly PropertyKey[],
  problems: Problems,
  read: FileReader,
): string | undefined {
  const found = problems.reading(path, () => read(table, "system"));
  if (!found)
    problems.add(path, {
      code: "missing-file",
      message: "This table is not there.",
      value: table,
      rule: "A path is relative to the system file.",
      fix: "Correct the path, or put the table there.",
    });
  return found?.text;
}
