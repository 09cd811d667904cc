import { checkContent } from "@cadre/workbook";
import { CadreError, type Problem } from "cadre";
import { LineCounter, parseDocument } from "yaml";
import { nearestWord } from "../file/nearest.ts";
import { DATE_ORDERS, type DateOrder } from "./day.ts";
import { LIST_CAUSES, type ListCause, POOL_FIELDS, type PoolField, STAFF_FIELDS, type StaffField } from "./fields.ts";

/** What the columns and words of a staff list mean: proposed by `proposeColumns`, confirmed by a planner, kept for next year. */
export interface StaffColumns {
  /** The name of the column for each thing that is read. */
  readonly columns: Readonly<Partial<Record<StaffField, string>>>;
  /** The columns whose words together make a pool. */
  readonly pools: readonly PoolField[];
  /** Which of the two numbers in 03/04/2024 is the day. */
  readonly dates: DateOrder;
  /** Hours a week of a full-time post; only needed when the list has hours. */
  readonly fullTimeHours: number;
  /** The employer, when no column names it. */
  readonly employer: string;
  readonly sector: string;
  /** Word of the list: name of the sex in the system. */
  readonly sexes: Readonly<Record<string, string>>;
  /** Word of the list: cause. A reason that is not named counts as leaving. */
  readonly causes: Readonly<Record<string, ListCause>>;
  /** Words of the status whose rows are not counted, such as bank staff. */
  readonly notCounted: readonly string[];
}

/** What a columns file leaves out. */
const DEFAULTS: Omit<StaffColumns, "columns"> = {
  pools: ["group"],
  dates: "day-first",
  fullTimeHours: 37.5,
  employer: "The employer",
  sector: "health",
  sexes: {},
  causes: {},
  notCounted: [],
};

/** Full weeks of staff in health and social care are 35 to 48 hours; beyond this it is no week. */
const FULL_WEEK = { least: 20, most: 60 };

/**
 * The columns file as text: YAML that a planner reads through, corrects and keeps. Give it back to `parseStaffColumns` next
 * year. It holds names of columns and words that occur often; it holds nothing about a person.
 *
 * @example
 * ```ts
 * import { proposeColumns, staffColumnsText } from "@cadre/sources";
 * const list = "Employee Number,Staff Group,Gender,Date of Birth,FTE,Start Date\n1,Nurses,F,01/02/1980,1,01/04/2020";
 * staffColumnsText(proposeColumns(list).columns).includes('person: "Employee Number"'); // true
 * ```
 */
export function staffColumnsText(columns: StaffColumns): string {
  const word = JSON.stringify;
  const map = (entries: Readonly<Record<string, string>>): string => {
    const lines = Object.entries(entries).map(([key, value]) => `  ${word(key)}: ${word(value)}\n`);
    return lines.length === 0 ? " {}\n" : `\n${lines.join("")}`;
  };
  const named = STAFF_FIELDS.flatMap((field) => {
    const name = columns.columns[field];
    return name === undefined ? [] : [`  ${field}: ${word(name)}\n`];
  });
  return `# Which column of the staff list says what. Read it through, correct it, and keep it for next year.
cadre: 1
columns:
${named.join("")}# The columns that together make a pool: ${POOL_FIELDS.join(", ")}.
pools: [${columns.pools.join(", ")}]
# 03/04/2024 is 3 April (day-first) or 4 March (month-first).
dates: ${columns.dates}
# Hours a week of a full-time post. Only used if the list has hours.
fullTimeHours: ${columns.fullTimeHours}
# The employer, if no column names it, and the sector of the pools.
employer: ${word(columns.employer)}
sector: ${word(columns.sector)}
# What the words in the column of the sex mean. Rows with other words are left out and listed.
sexes:${map(columns.sexes)}# What the reasons for leaving mean: ${LIST_CAUSES.join(", ")}. Reasons not named here count as leaving.
causes:${map(columns.causes)}# Words of the status whose rows are not counted, such as bank staff.
notCounted: ${word(columns.notCounted)}
`;
}

/**
 * Reads a columns file. Throws a `CadreError` with the line when a key is not known or a value is not what it should be.
 *
 * @example
 * ```ts
 * import { parseStaffColumns } from "@cadre/sources";
 * parseStaffColumns("cadre: 1\ncolumns: { person: Employee Number, group: Staff Group }").fullTimeHours; // 37.5
 * ```
 */
export function parseStaffColumns(text: string, file = "staff-columns.yaml"): StaffColumns {
  checkContent(text, undefined, "text or bytes");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const fail = (path: readonly string[], problem: Omit<Problem, "file">): never => {
    const node = document.getIn(path, true) as { range?: readonly [number, number, number] } | undefined;
    const at = node?.range && lines.linePos(node.range[0]);
    throw new CadreError({ file, path: path.join("."), ...(at && { line: at.line, column: at.col }), ...problem });
  };
  const [broken] = document.errors;
  if (broken) {
    const at = lines.linePos(broken.pos[0]);
    throw new CadreError({
      code: "not-yaml",
      file,
      line: at.line,
      column: at.col,
      message: "The columns file cannot be read as YAML.",
      rule: broken.message.split("\n")[0],
      fix: "Correct this line, or delete the file and have it proposed again.",
    });
  }
  const given: unknown = document.toJS();
  if (typeof given !== "object" || given === null || Array.isArray(given) || !("columns" in given))
    return fail([], {
      code: "no-columns",
      message: "The file names no columns.",
      rule: "A columns file has a list `columns`.",
      fix: "Delete the file and have it proposed again.",
    });
  const found: Readonly<Record<string, unknown>> = { ...DEFAULTS, ...given };
  const known = Object.keys(RULES);
  for (const key of Object.keys(given)) if (!known.includes(key) && key !== "cadre") failKey(fail, [key], known);
  const read = <Key extends keyof StaffColumns>(key: Key): StaffColumns[Key] => {
    const { holds, rule }: Rule<StaffColumns[Key]> = RULES[key];
    const value = found[key];
    if (holds(value)) return value;
    return fail([key], {
      code: "bad-value",
      message: `This is not what \`${key}\` can be.`,
      rule,
      fix: "Correct the value.",
    });
  };
  const columns: StaffColumns = {
    columns: read("columns"),
    pools: read("pools"),
    dates: read("dates"),
    fullTimeHours: read("fullTimeHours"),
    employer: read("employer"),
    sector: read("sector"),
    sexes: read("sexes"),
    causes: read("causes"),
    notCounted: read("notCounted"),
  };
  for (const name of Object.keys(columns.columns))
    if (!(STAFF_FIELDS as readonly string[]).includes(name)) failKey(fail, ["columns", name], STAFF_FIELDS);
  return Object.freeze(columns);
}

function failKey(
  fail: (path: readonly string[], problem: Omit<Problem, "file">) => never,
  path: readonly string[],
  known: readonly string[],
): never {
  const word = path.at(-1) ?? "";
  const near = nearestWord(word, known);
  return fail(path, {
    code: "unknown-key",
    message: `There is no key \`${word}\` here.`,
    value: word,
    rule: `The keys are: ${known.join(", ")}.`,
    fix: "Correct the key or take the line out.",
    ...(near && { didYouMean: near }),
  });
}

type Holds<T> = (value: unknown) => value is T;

const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";
const isMapOf =
  <T>(holds: Holds<T>): Holds<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> =>
    typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every(holds);
const isListOf =
  <T>(holds: Holds<T>): Holds<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(holds);
const isOneOf =
  <T>(words: readonly T[]): Holds<T> =>
  (value): value is T =>
    words.some((word) => word === value);
const arePools = isListOf(isOneOf(POOL_FIELDS));

/** What a key must hold, and the rule in words. */
interface Rule<T> {
  readonly holds: Holds<T>;
  readonly rule: string;
}

const RULES: { readonly [Key in keyof StaffColumns]: Rule<StaffColumns[Key]> } = {
  columns: { holds: isMapOf(isText), rule: "Each line gives a meaning and the name of the column in the list." },
  pools: {
    holds: (value): value is StaffColumns["pools"] => arePools(value) && value.length > 0,
    rule: `A list of one or more of ${POOL_FIELDS.join(", ")}.`,
  },
  dates: { holds: isOneOf(DATE_ORDERS), rule: `${DATE_ORDERS.join(" or ")}.` },
  fullTimeHours: {
    holds: (value): value is number => typeof value === "number" && value >= FULL_WEEK.least && value <= FULL_WEEK.most,
    rule: `Hours a week, ${FULL_WEEK.least} to ${FULL_WEEK.most}.`,
  },
  employer: { holds: isText, rule: "A name." },
  sector: { holds: isText, rule: "A name, such as health or social-care." },
  sexes: { holds: isMapOf(isText), rule: "A word of the list, and the name of the sex in the system." },
  causes: { holds: isMapOf(isOneOf(LIST_CAUSES)), rule: `A reason, and one of ${LIST_CAUSES.join(", ")}.` },
  notCounted: { holds: isListOf(isText), rule: "A list of words." },
};
