import { checkText } from "../error/argument.ts";
import { readDocument } from "../system/document.ts";
import { Problems } from "../system/problems.ts";
import { type Checks, checksFile } from "./checks-file.ts";

/**
 * Reads statements that a subject expert wrote down, from the text of a checks file. Throws a `CadreError` with its
 * place when a statement has no measure, no bound, or a key that is not known. Format: docs/guide/system-file.md.
 *
 * @example
 * ```ts
 * import { parseChecks } from "cadre";
 * const checks = parseChecks(`
 *   cadre: 1
 *   system: ./system.yaml
 *   checks:
 *     - id: size
 *       says: We employ about 120 people
 *       measure: headcount
 *       year: 2024
 *       near: 120
 *       within: 5
 * `);
 * checks.checks[0].id; // "size"
 * ```
 */
export function parseChecks(text: string, options: { file?: string } = {}): Checks {
  checkText(text, options);
  const { file } = options;
  const document = readDocument(text, file);
  const problems = new Problems(document);
  const read = problems.contentAs(checksFile);
  read.checks.forEach((one, i) => {
    const bad = (message: string, value: string, rule: string, fix: string) =>
      problems.add(["checks", i], { code: "bad-check", message, value, rule, fix });
    if ((one.measure === undefined) === (one.parameter === undefined))
      bad(
        "A check is about one measure or one parameter.",
        one.id,
        "Exactly one of measure and parameter.",
        "Add measure: headcount, for example.",
      );
    if (one.measure !== undefined && one.year === undefined)
      bad(
        "A check of a measure names a year.",
        one.id,
        "year: the calendar year of the reference date.",
        "Add year: 2035, for example.",
      );
    if ((one.near === undefined) !== (one.within === undefined) || (!one.near && !one.atLeast && !one.atMost))
      bad(
        "A check says what the value has to be.",
        one.id,
        "near with within, or atLeast, or atMost.",
        "Add near: 34% and within: 0.1%, for example.",
      );
  });
  const ids = read.checks.map(({ id }) => id);
  ids.forEach((id, i) => {
    if (ids.indexOf(id) < i)
      problems.add(["checks", i, "id"], {
        code: "same-id",
        message: "Two checks have the same id.",
        value: id,
        rule: "Each id once.",
        fix: "Change one of them.",
      });
  });
  problems.throwIfAny();
  return {
    ...(file && { file }),
    system: read.system,
    notes: problems.notes,
    checks: read.checks.map((one, i) => {
      const { line, column } = document.place(["checks", i]);
      return { ...one, place: `${file ?? "checks"}:${line}:${column}` };
    }),
  };
}
