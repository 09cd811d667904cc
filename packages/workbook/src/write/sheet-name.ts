/** Characters that the name of a sheet may not hold, and the ones it may not begin or end with. */
const FORBIDDEN = /[[\]:*?/\\]/g;

/**
 * A name for a sheet that none of the others has, at most 31 characters long and without signs that Excel refuses.
 *
 * @example
 * ```ts
 * import { sheetName } from "@cadre/workbook";
 * sheetName("Gap: by employer?", ["Cover"]); // "Gap  by employer"
 * sheetName("Answer", ["answer"]); // "Answer 2"
 * ```
 */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const name =
    wanted
      .replace(FORBIDDEN, " ")
      .replace(/^'+|'+$/g, "")
      .trim()
      .slice(0, 31) || "Sheet";
  const isTaken = (one: string) => taken.some((other) => other.toLowerCase() === one.toLowerCase());
  let free = name;
  for (let n = 2; isTaken(free); n += 1) free = `${name.slice(0, 27)} ${n}`;
  return free;
}
