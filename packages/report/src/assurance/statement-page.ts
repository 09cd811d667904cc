import { type Assurance, MATTER_MOST, ROLES, type Role } from "cadre/assure";
import { signed } from "../pack/cell.ts";
import type { PackPage } from "../pack/pack.ts";

/** What a record says of itself. */
const STATES = {
  signed: "An approver has signed this model, and nothing has changed since",
  "not signed": "Nobody has signed this model",
  "changed since signed": "This model has changed since it was signed",
  "past its date": "This model is past the day until which it was signed",
} as const satisfies Record<Assurance["state"], string>;

/** What has become of a signature. */
export const STATE_WORDS = {
  valid: "holds",
  "changed since signed": "changed since signed",
  "past its date": "past its date",
} as const;

/** The assurance of a model on one page, for a board: whether it is signed, by whom, and what is missing most. */
export function statementPage(record: Assurance): PackPage {
  const { state, file, missing, inputs, mark, on, signatures, expired } = record;
  const top = inputs.slice(0, MATTER_MOST);
  const known = (key: "owner" | "reviewed") => top.filter((one) => one[key] !== undefined).length;
  const roles = (Object.keys(ROLES) as Role[]).map((role) => `${ROLES[role]}: ${file?.[role] ?? "not named"}`);
  return {
    id: "assurance",
    about: "Assurance",
    title:
      expired.length === 0
        ? STATES[state]
        : `${STATES[state]}; ${expiredWords(expired)} past the day of the next review`,
    text: `Record of ${on}. Mark of what was run: ${mark.slice(0, 16)}.`,
    points: [
      ...roles,
      `Of the ${top.length} inputs that matter most, ${known("owner")} have an owner and ${known("reviewed")} a date of review.`,
      ...sinceWords(record),
      missing.length === 0
        ? "Nothing is missing from the record."
        : `${missing.length} things are missing from the record.`,
    ],
    tables:
      signatures.length === 0
        ? []
        : [
            {
              caption: "Signatures",
              columns: ["By", "As", "Day", "Mark", "State"].map((title) => ({ title, kind: "text" }) as const),
              rows: signatures.map((one) => [one.by, one.as, one.on, one.mark.slice(0, 16), STATE_WORDS[one.state]]),
            },
          ],
    notes: [
      "The mark stands for every input and every result. When one number changes, so does the mark, and a signature of the old one no longer holds.",
    ],
  };
}

/** What has changed since it was signed, in a sentence; or that nobody can tell. */
function sinceWords({ since, state }: Assurance): string[] {
  if (!since)
    return state === "changed since signed"
      ? ["The record that was signed was not kept, so that nobody can tell what has changed."]
      : [];
  const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;
  const [inputs, answers] = [counted(since.inputs.length, "input"), counted(since.answers.length, "answer")];
  return [`Changed since ${since.by} signed on ${since.on}: ${inputs} and ${answers}.`];
}

const expiredWords = (expired: readonly string[]): string =>
  expired.length === 1 ? `${expired[0]} is` : `${expired.length} of its parts are`;

/** What an input does, behind its name; nothing where it is not known. */
export const gapLine = (effect: number | undefined): string =>
  effect === undefined ? "" : ` (a tenth more moves the gap by ${signed(effect)} FTE)`;
