import type { Line } from "../file/csv.ts";
import { parseCount } from "../file/number.ts";
import type { StaffColumns } from "./columns.ts";
import { completedYears, type Day, parseDay } from "./day.ts";
import type { ListCause, StaffField } from "./fields.ts";
import type { Fault } from "./problems.ts";

/** One row of a list, read: a person in a post. It stays in memory and is never given out. */
export interface Assignment {
  readonly line: number;
  readonly person: string;
  /** The number of the assignment, or "" when the list has none. */
  readonly number: string;
  /** The words that make the pool, joined; the same words in other capitals are the same pool. */
  readonly pool: string;
  readonly start: Day;
  /** The day after the last one in post; `Infinity` for people still there. */
  readonly stop: number;
  readonly fte: number;
  readonly birth: Day;
  /** "" when the list has no sexes. */
  readonly sex: string;
  readonly cause: ListCause;
  readonly source: string;
}

/** Words that make up a pool, as the list writes them. */
export interface PoolWords {
  readonly employer: string;
  /** What the staff do; the employer where no other column makes the pool. */
  readonly role: string;
  readonly title: string;
}

/** How a list is read, settled once before its rows. */
export interface RowReader {
  readonly columns: StaffColumns;
  /** Field of a record for each thing that is read. */
  readonly at: Readonly<Partial<Record<StaffField, number>>>;
  readonly asOf: Day;
  /** Pools met so far. */
  readonly pools: Map<string, PoolWords>;
}

const LEAST_AGE = 14;
const MOST_AGE = 100;
/** One and a half posts is the most that one assignment can be; more is hours, a percentage or a typing mistake. */
const MOST_FTE = 1.5;
/** A person whose age alone is known had a birthday half a year ago, on average. */
const HALF_YEAR = 182;

const SEPARATOR = "\u0000";

/** The assignment that a row describes, or what is wrong with it. */
export function readAssignment(reader: RowReader, line: Line): Assignment | Fault {
  const { columns, at } = reader;
  const cell = (field: StaffField): string => {
    const index = at[field];
    return index === undefined ? "" : (line.cells[index] ?? "").trim();
  };
  const last = Math.max(...Object.values(at));
  if (line.cells.length <= last) return { fault: "short-row", field: fieldAt(reader, last) };
  const person = at.person === undefined ? `line ${line.number}` : cell("person");
  if (person === "") return { fault: "no-person", field: "person" };
  const pool = poolOf(reader, cell);
  if (pool === undefined) return { fault: "no-pool", field: columns.pools.at(-1)! };
  const days = readDays(reader, cell);
  if ("fault" in days) return days;
  const sex = at.sex === undefined ? "" : columns.sexes[cell("sex")];
  if (sex === undefined) return { fault: cell("sex") === "" ? "no-sex" : "unknown-sex", field: "sex" };
  const fte = readFte(reader, cell);
  if (typeof fte !== "number") return fte;
  return {
    line: line.number,
    person,
    number: cell("assignment"),
    pool,
    ...days,
    fte,
    sex,
    cause: columns.causes[cell("reason")] ?? "leaving",
    source: cell("source"),
  };
}

const fieldAt = ({ at }: RowReader, index: number): StaffField =>
  (Object.entries(at) as [StaffField, number][]).find(([, one]) => one === index)![0];

function poolOf({ columns, pools }: RowReader, cell: (field: StaffField) => string): string | undefined {
  const words = columns.pools.map((field) => cell(field).replace(/\s+/g, " "));
  if (words.some((word) => word === "")) return undefined;
  const key = words.join(SEPARATOR).toLowerCase();
  if (!pools.has(key)) {
    const employer = columns.pools.includes("employer") ? cell("employer").replace(/\s+/g, " ") : columns.employer;
    const what = columns.pools.flatMap((field, i) => (field === "employer" ? [] : [words[i]!])).join(", ");
    const role = what === "" ? "all staff" : what;
    const title = !columns.pools.includes("employer") ? role : what === "" ? employer : `${what}, ${employer}`;
    pools.set(key, { employer, role, title });
  }
  return key;
}

type Days = Pick<Assignment, "start" | "stop" | "birth">;

function readDays({ columns, at, asOf }: RowReader, cell: (field: StaffField) => string): Days | Fault {
  if (cell("start") === "") return { fault: "no-start", field: "start" };
  const start = parseDay(cell("start"), columns.dates);
  if (start === undefined) return { fault: "bad-start", field: "start" };
  const last = cell("end") === "" ? undefined : parseDay(cell("end"), columns.dates);
  if (cell("end") !== "" && last === undefined) return { fault: "bad-end", field: "end" };
  if (last !== undefined && last < start) return { fault: "left-before-start", field: "end" };
  const field = at.birth === undefined ? "age" : "birth";
  if (cell(field) === "") return { fault: "no-birth", field };
  const birth = at.birth === undefined ? bornOf(cell("age"), asOf) : parseDay(cell("birth"), columns.dates);
  if (birth === undefined) return { fault: "bad-birth", field };
  const [youngest, oldest] = [completedYears(birth, start), completedYears(birth, Math.min(last ?? asOf, asOf))];
  if (youngest < LEAST_AGE || oldest > MOST_AGE) return { fault: "impossible-age", field };
  // Somebody whose last day is the list's date or later is still in post on it.
  return { start, stop: last === undefined || last >= asOf ? Number.POSITIVE_INFINITY : last + 1, birth };
}

function bornOf(age: string, asOf: Day): Day | undefined {
  return /^\d{1,3}$/.test(age) ? Math.round(asOf - Number(age) * 365.25 - HALF_YEAR) : undefined;
}

function readFte({ columns, at }: RowReader, cell: (field: StaffField) => string): number | Fault {
  const field = at.fte === undefined ? "hours" : "fte";
  if (at[field] === undefined) return 1;
  const text = cell(field);
  if (text === "") return { fault: "no-hours", field };
  const amount = parseCount(text.replace(/^-/, ""));
  if (amount === undefined) return { fault: "bad-hours", field };
  if (amount === 0 || text.startsWith("-")) return { fault: "zero-hours", field };
  const fte = field === "fte" ? amount : amount / columns.fullTimeHours;
  return fte > MOST_FTE ? { fault: "too-many-hours", field } : fte;
}
