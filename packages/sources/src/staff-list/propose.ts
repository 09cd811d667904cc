import { checkContent } from "@cadre/workbook";
import type { ReadOptions } from "../figures.ts";
import { openCsv } from "../file/csv.ts";
import { plainWord } from "../file/nearest.ts";
import type { StaffColumns } from "./columns.ts";
import { type DateOrder, dateOrderOf, parseDay, yearOf } from "./day.ts";
import { FIELDS, type ListCause, POOL_FIELDS, type PoolField, STAFF_FIELDS, type StaffField } from "./fields.ts";
import { listText } from "./list-text.ts";
import { openSheet, type Sheet } from "./sheet.ts";

/** What Cadre takes a column for, and why. */
export interface ColumnProposal {
  readonly field: StaffField;
  /** In words: "the date of birth". */
  readonly says: string;
  readonly column: string;
  readonly because: "its name" | "what it holds";
}

/** A proposal to confirm: what the columns and words mean, and the columns that are not read. */
export interface StaffProposal {
  readonly columns: StaffColumns;
  readonly proposals: readonly ColumnProposal[];
  /** Columns that nothing is read from: names, addresses, and anything not recognised. */
  readonly notRead: readonly string[];
  /** What the planner has to settle before the list can be read, a sentence each. */
  readonly open: readonly string[];
}

/** How to read the list, and what may be copied from it. */
export interface ProposeOptions extends ReadOptions {
  /** A reason for leaving or a status that occurs less often is not copied into the columns file; the default is 5. */
  readonly threshold?: number;
}

/** Rows whose content is looked at to recognise a column. */
const SAMPLE = 2000;

/**
 * Proposes which column of a staff list says what, from the columns' names and from what they hold. Look the proposal
 * through before you use it. Columns of names, addresses and the like are never read. Throws a `CadreError` when it is
 * no CSV file or workbook, or has no rows. Method: docs/method/staff-list.md.
 *
 * @example
 * ```ts
 * import { proposeColumns } from "@cadre/sources";
 * const list = "Emp No,Name,Staff Group,Gender,DOB,WTE,Start Date\n1,A. B.,Nurses,F,01/02/1980,1,01/04/2020";
 * const { proposals, notRead } = proposeColumns(list);
 * proposals.find(({ field }) => field === "fte")?.column; // "WTE"
 * notRead; // ["Name"]
 * ```
 */
export function proposeColumns(content: string | Uint8Array, options: ProposeOptions = {}): StaffProposal {
  checkContent(content, options, "text or bytes");
  const { file = "staff-list.csv" } = options;
  const sheet = openSheet(openCsv(listText(content, file, options.sheet), file));
  const columnOf = (at: number): string[] => sheet.rows.map(({ cells }) => (cells[at] ?? "").trim());
  const found = byName(sheet);
  byContent(sheet, found);
  const columns = Object.fromEntries([...found].map(([field, { at }]) => [field, sheet.names[at]!]));
  const valuesOf = (field: StaffField): string[] => {
    const at = found.get(field)?.at;
    return at === undefined ? [] : columnOf(at);
  };
  const dates = dateOrderOf(["birth", "start", "end"].flatMap((field) => valuesOf(field as StaffField)));
  const frequent = (field: StaffField): string[] => frequentWords(valuesOf(field), options.threshold ?? 5);
  const employers = frequent("employer");
  const pools = POOL_FIELDS.filter((field) => found.has(field) && !(field === "employer" && employers.length === 1));
  return {
    columns: {
      columns,
      pools: chosenPools(pools),
      dates: dates ?? "day-first",
      fullTimeHours: 37.5,
      employer: employers.length === 1 ? employers[0]! : "The employer",
      sector: found.has("band") || found.has("group") ? "health" : "social-care",
      sexes: Object.fromEntries(frequentWords(valuesOf("sex"), 1).flatMap(sexOf)),
      causes: Object.fromEntries(frequent("reason").map((word) => [word, causeOf(word)])),
      notCounted: frequent("status").filter((word) => NOT_STAFF.test(word)),
    },
    proposals: STAFF_FIELDS.flatMap((field) => {
      const one = found.get(field);
      return one ? [{ field, says: FIELDS[field].says, column: sheet.names[one.at]!, because: one.because }] : [];
    }),
    notRead: sheet.names.filter((name, at) => name !== "" && ![...found.values()].some((one) => one.at === at)),
    open: openQuestions(found, dates, valuesOf("birth").concat(valuesOf("start"))),
  };
}

type Found = Map<StaffField, { at: number; because: ColumnProposal["because"] }>;

/** Employer with the staff group, or with the role or band where there is no staff group. */
function chosenPools(known: readonly PoolField[]): PoolField[] {
  const what = (["group", "role", "band"] as const).find((field) => known.includes(field));
  const pools: PoolField[] = [...(known.includes("employer") ? (["employer"] as const) : []), ...(what ? [what] : [])];
  return pools.length > 0 ? pools : ["group"];
}

/** The most telling name of a field that the list has; of the same rank the first in the list. */
function byName({ names }: Sheet): Found {
  const found: Found = new Map();
  for (const field of STAFF_FIELDS)
    for (const rank of FIELDS[field].names) {
      if (found.has(field)) break;
      const at = names.findIndex((name) => rank.some((one) => plainWord(one) === plainWord(name)));
      if (at >= 0) found.set(field, { at, because: "its name" });
    }
  return found;
}

/** Columns that no name gives away: sexes, dates of birth, starts and ends are known by what they hold. */
function byContent({ names, rows }: Sheet, found: Found): void {
  const taken = new Set([...found.values()].map(({ at }) => at));
  const free = names.flatMap((_, at) => {
    if (taken.has(at)) return [];
    const all = rows.slice(0, SAMPLE).map(({ cells }) => (cells[at] ?? "").trim());
    return [{ at, all, filled: all.filter((cell) => cell !== "") }];
  });
  const only = (field: StaffField, candidates: typeof free): void => {
    const [first, second] = candidates;
    if (!found.has(field) && first && !second) found.set(field, { at: first.at, because: "what it holds" });
  };
  const mostly = (cells: readonly string[], holds: (cell: string) => boolean): boolean =>
    cells.length > 0 && cells.filter(holds).length >= 0.9 * cells.length;
  only(
    "sex",
    free.filter(({ filled }) => mostly(filled, (cell) => sexOf(cell).length > 0)),
  );
  const dated = free.flatMap((one) => {
    const years = one.filled.flatMap((cell) => {
      const day = parseDay(cell, "day-first") ?? parseDay(cell, "month-first");
      return day === undefined ? [] : [yearOf(day)];
    });
    if (one.filled.length === 0 || years.length < 0.9 * one.filled.length) return [];
    return [{ ...one, middle: years.sort((a, b) => a - b)[years.length >> 1]! }];
  });
  const latest = Math.max(...dated.map(({ middle }) => middle));
  // Staff are born at least a dozen years before most of them started.
  const births = dated.filter(({ middle }) => middle < latest - 12);
  only("birth", births);
  const others = dated.filter((one) => !births.includes(one));
  only(
    "start",
    others.filter(({ all, filled }) => filled.length >= 0.9 * all.length),
  );
  only(
    "end",
    others.filter(({ all, filled }) => filled.length < 0.9 * all.length),
  );
}

/** The words of a column that occur often enough to say nothing about a person. */
function frequentWords(cells: readonly string[], threshold: number): string[] {
  const counts = new Map<string, number>();
  for (const cell of cells) if (cell !== "") counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= threshold).map(([word]) => word);
}

/** A word for a sex with the name it is given; nothing for any other word. */
function sexOf(word: string): [string, string][] {
  const known = plainWord(word);
  if (["f", "female", "woman", "women"].includes(known)) return [[word, "female"]];
  return ["m", "male", "man", "men"].includes(known) ? [[word, "male"]] : [];
}

function causeOf(reason: string): ListCause {
  if (/\bretire/i.test(reason)) return "retirement";
  return /\b(death|died|deceased)\b/i.test(reason) ? "death" : "leaving";
}

/** People on a personnel system who hold no post of their own. */
const NOT_STAFF = /\b(bank|honorary|volunteer|agency|off.?payroll|non.?executive)\b/i;

function openQuestions(found: Found, dates: DateOrder | undefined, cells: readonly string[]): string[] {
  const open: string[] = [];
  const lacks = (...fields: StaffField[]): boolean => !fields.some((field) => found.has(field));
  if (lacks("birth", "age")) open.push("No column for the date of birth or the age was found. One is needed.");
  if (lacks("start")) open.push("No column for the start date was found. It is needed.");
  if (lacks("fte", "hours")) open.push("No column for FTE or hours was found. Everybody would count as full time.");
  if (lacks("sex")) open.push("No column for the sex was found. The system would have no sexes.");
  if (lacks("group", "role", "employer", "band")) open.push("No column that makes a pool was found. One is needed.");
  if (lacks("person")) open.push("No column for the number of the person was found. Each row would count as a person.");
  if (lacks("end"))
    open.push("No column for the leaving date was found. Leavers then need a second list, a year earlier.");
  if (dates === undefined && cells.some((cell) => /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b/.test(cell)))
    open.push("No date says whether the day or the month comes first. Day first is taken; check `dates`.");
  return open;
}
