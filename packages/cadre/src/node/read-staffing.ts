import { resolve } from "node:path";
import { parseStaffing, type StaffingFile } from "../decide/staffing-file.ts";
import { checkPath } from "../error/argument.ts";
import { LARGEST_FILE } from "../system/document-limits.ts";
import { readText } from "./read-text.ts";

/**
 * Reads a staffing file: pools with staff, need, shares who leave, and what each decision costs. Throws a `CadreError` with
 * file, line, column, value, rule and what to do.
 *
 * @example
 * ```ts
 * import { staffing } from "cadre/decide";
 * import { readStaffing } from "cadre/node";
 * const { question } = await readStaffing("data/examples/staffing.yaml");
 * (await staffing(question)).total; // pounds over all years
 * ```
 */
export async function readStaffing(path: string): Promise<StaffingFile> {
  checkPath(path);
  const { text } = readText(resolve(path), path, LARGEST_FILE);
  return parseStaffing(text, { file: path });
}
