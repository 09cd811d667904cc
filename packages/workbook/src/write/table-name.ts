/**
 * A name for a marked-up table that none of the others has: words joined by underscores, which is all that Excel takes.
 *
 * @example
 * ```ts
 * import { tableName } from "@cadre/workbook";
 * tableName("Gap by employer", []); // "Gap_by_employer"
 * tableName("2035", ["Table_2035"]); // "Table_2035_2"
 * ```
 */
export function tableName(wanted: string, taken: readonly string[]): string {
  const words = wanted
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 200);
  // Excel takes a name that could be a cell or begins with a digit for something else.
  const name = /^[A-Za-z]+_|^[A-Za-z]{4,}$/.test(words) ? words : words === "" ? "Table" : `Table_${words}`;
  const isTaken = (one: string) => taken.some((other) => other.toLowerCase() === one.toLowerCase());
  let free = name;
  for (let n = 2; isTaken(free); n += 1) free = `${name}_${n}`;
  return free;
}
