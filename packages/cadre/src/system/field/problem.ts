import type * as z from "zod";

/** What a problem inside a field tells the planner; carried through zod in `params`. */
export interface FieldProblem {
  readonly code: string;
  readonly message: string;
  readonly value?: string;
  readonly rule?: string;
  readonly fix?: string;
  readonly didYouMean?: string | undefined;
  readonly known?: readonly string[];
  /** The word to find the nearest of `known` for. */
  readonly word?: string;
}

/** Takes a problem at a path below the field. */
export type Report = (problem: FieldProblem, path?: readonly PropertyKey[]) => void;

/** Reports problems to zod, which knows where the field stands. */
export function reporter(context: z.RefinementCtx): Report {
  return (problem, path = []) => {
    context.addIssue({ code: "custom", message: problem.message, params: problem, path: [...path] });
  };
}

/** Reports what is wrong below a place in the field. */
export const reportBelow =
  (report: Report, at: readonly PropertyKey[]): Report =>
  (problem, path = []) =>
    report(problem, [...at, ...path]);

/** Reports keys that a record should not have. */
export function checkKeys(record: Record<string, unknown>, known: readonly string[], report: Report): void {
  for (const key of Object.keys(record))
    if (!known.includes(key))
      report(
        {
          code: "unknown-key",
          message: `"${clippedText(key)}" is not a key that belongs here.`,
          value: clippedText(key),
          rule: `Known keys: ${known.join(", ")}.`,
          known,
          word: key,
          fix: fixOfKey(key, record[key] === null),
        },
        [key],
      );
}

/** What to do about a key that does not belong; in { … } a comma ends a value, so that what follows it reads as a key without one. */
export function fixOfKey(key: string, loose: boolean): string {
  if (!loose) return "Correct the key, or remove the line.";
  if (/^\d{3}$/.test(key)) return "In { … } a comma ends a number. Write it without commas: 6900, not 6,900.";
  return "If this belongs to a text, put the whole text in quotes.";
}

/** Whether a value is a group of keys. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text short enough for an error. */
export const clippedText = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** A value as text, short enough for an error. */
export function showValue(value: unknown): string {
  if (value === undefined || value === null) return "(nothing)";
  if (typeof value === "string") return clippedText(value);
  // JSON has no word for these, and would say null.
  if (typeof value === "number") return String(value);
  try {
    return clippedText(JSON.stringify(value) ?? String(value));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return "(a value that holds itself)";
  }
}
