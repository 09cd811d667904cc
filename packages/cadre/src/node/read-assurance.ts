import { existsSync, realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type AssuranceFile, parseAssurance } from "../assure/assurance-file.ts";
import { type KeptRecord, parseKeptRecord } from "../assure/since-signed.ts";
import { checkPath } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import { checkArguments, keys, list, optional, TEXT } from "../error/shape.ts";
import { LARGEST_TABLE } from "../system/csv-table.ts";
import { LARGEST_FILE } from "../system/document-limits.ts";
import { outsideOf, projectFolder, within } from "./project-folder.ts";
import { readText } from "./read-text.ts";

/**
 * Reads the assurance file beside a system: who answers for the model, what it is for, and who has signed it.
 *
 * @example
 * ```ts
 * import { readAssurance } from "cadre/node";
 * (await readAssurance("scenarios/cumbria/assurance.yaml")).purpose;
 * ```
 */
export async function readAssurance(path: string): Promise<AssuranceFile> {
  checkPath(path);
  const file = resolve(path);
  if (existsSync(file) && !within(realpathSync(projectFolder(file)), realpathSync(file))) throw outsideOf(path, path);
  return parseAssurance(readText(file, path, LARGEST_FILE).text, { file: path });
}

/**
 * Reads the records that the signatures of an assurance file name, by the path they name; nothing for a signature that names
 * none. Throws a `CadreError` when one is not there, leaves the project folder, or is not a record of Cadre.
 *
 * @example
 * ```ts
 * import { readAssurance, readKeptRecords } from "cadre/node";
 * const file = await readAssurance("scenarios/cumbria/assurance.yaml");
 * (await readKeptRecords(file)).size; // 0
 * ```
 */
export async function readKeptRecords(assurance: AssuranceFile): Promise<Map<string, KeptRecord>> {
  const named = list(keys({ record: optional(TEXT) }));
  checkArguments({ assurance }, { assurance: keys({ file: optional(TEXT), signed: named }) });
  const { file = "", signed } = assurance;
  const root = realpathSync(projectFolder(file));
  const records = new Map<string, KeptRecord>();
  for (const { record } of signed) {
    if (record === undefined || records.has(record)) continue;
    const wanted = resolve(dirname(file), record);
    if (!existsSync(wanted) || !within(root, realpathSync(wanted))) throw noRecord(file, record, existsSync(wanted));
    const named = join(dirname(file), record);
    records.set(record, parseKeptRecord(readText(wanted, named, LARGEST_TABLE).text, { file: named }));
  }
  return records;
}

const noRecord = (file: string, record: string, there: boolean): CadreError =>
  there
    ? outsideOf(file, record)
    : new CadreError({
        code: "missing-file",
        file,
        path: "signed",
        message: "The record that was signed is not there.",
        value: record,
        rule: "A path is relative to the file that names it.",
        fix: "Correct the path, or leave record out: the record then cannot say what has changed.",
      });
