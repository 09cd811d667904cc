import { CadreError } from "cadre";
import { type Csv, eachLine, type Line } from "../file/csv.ts";
import { nearestWord, plainWord } from "../file/nearest.ts";
import { type Assignment, type PoolWords, type RowReader, readAssignment } from "./assignment.ts";
import type { StaffColumns } from "./columns.ts";
import type { Day } from "./day.ts";
import { FIELDS, STAFF_FIELDS, type StaffField } from "./fields.ts";
import { type Fault, ROW_FAULTS, type StaffProblem } from "./problems.ts";
import { openHeader } from "./sheet.ts";

/** The rows of a list that could be used, and what became of the others. */
export interface ReadRows {
  /** The rows of each person, by the person's number. */
  readonly persons: ReadonlyMap<string, readonly Assignment[]>;
  readonly pools: ReadonlyMap<string, PoolWords>;
  readonly problems: readonly StaffProblem[];
  /** Rows below the header. */
  readonly read: number;
  readonly used: number;
  /** Rows whose status says that they are no staff. */
  readonly notCounted: number;
  /** Rows that start after the list's date. */
  readonly notYet: number;
}

export interface RowOptions {
  readonly columns: StaffColumns;
  readonly asOf: Day;
  readonly file: string;
  readonly progress?: ((done: number, of: number) => void) | undefined;
}

/** Rows between two reports of progress. */
const EVERY = 10_000;

/** Reads the rows of a staff list. A row that cannot be used is a problem with its line and column, never dropped in silence. */
export function readRows(text: string, { columns, asOf, file, progress }: RowOptions): ReadRows {
  const { csv, header, names } = openHeader(text, file);
  const reader: RowReader = { columns, at: fieldsOf(csv, header, names, columns), asOf, pools: new Map() };
  const nameOf = (field: StaffField): string => names[reader.at[field] ?? -1] ?? FIELDS[field].says;
  const unwanted = new Set(columns.notCounted.map(plainWord));
  const problems: StaffProblem[] = [];
  const persons = new Map<string, Assignment[]>();
  const count = { read: 0, used: 0, notCounted: 0, notYet: 0 };
  const lines = linesOf(text);
  eachLine(text, (line) => {
    if (line.number <= header.number) return;
    if (count.read++ % EVERY === 0) progress?.(count.read - 1, lines);
    const { status } = reader.at;
    if (status !== undefined && unwanted.has(plainWord(line.cells[status] ?? ""))) count.notCounted++;
    else {
      const found = readAssignment(reader, line);
      const fault = "fault" in found ? found : addTo(persons, found, asOf, count);
      if (fault) problems.push({ line: line.number, column: nameOf(fault.field), fault: fault.fault });
    }
  });
  progress?.(lines, lines);
  if (count.used === 0) failNothing(file, count.read, problems);
  return { persons, pools: reader.pools, problems, ...count };
}

/** Lines of the text, for the progress alone: a cell may hold several. */
function linesOf(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}

/** Adds a row to those of its person, or says what is wrong beside them. */
function addTo(
  persons: Map<string, Assignment[]>,
  row: Assignment,
  asOf: Day,
  count: { used: number; notYet: number },
): Fault | undefined {
  const before = persons.get(row.person);
  const fault = before && faultBeside(before, row);
  if (fault) return fault;
  if (row.start > asOf) count.notYet++;
  else {
    count.used++;
    if (before) before.push(row);
    else persons.set(row.person, [row]);
  }
  return undefined;
}

/** The field of the record that each column of the columns file stands in. */
function fieldsOf(csv: Csv, header: Line, names: readonly string[], { columns, pools }: StaffColumns): RowReader["at"] {
  const at: Partial<Record<StaffField, number>> = {};
  for (const field of STAFF_FIELDS) {
    const wanted = columns[field];
    if (wanted === undefined) continue;
    const found = names.flatMap((name, index) => (plainWord(name) === plainWord(wanted) ? [index] : []));
    if (found.length === 1) at[field] = found[0]!;
    else {
      const near = nearestWord(wanted, names);
      csv.fail(header, found[1] ?? 0, {
        code: found.length === 0 ? "missing-column" : "column-twice",
        message:
          found.length === 0 ? `The list has no column "${wanted}".` : `The column "${wanted}" is in the list twice.`,
        path: `columns.${field}`,
        value: wanted,
        rule: `The columns file takes ${FIELDS[field].says} from it. The list has: ${names.join(", ")}.`,
        fix: "Correct the name in the columns file, or delete the file and have it proposed again.",
        ...(near && found.length === 0 && { didYouMean: near }),
      });
    }
  }
  const pool = pools.find((field) => at[field] === undefined);
  const lacks = pool
    ? `${FIELDS[pool].says}, which makes the pools`
    : at.start === undefined
      ? FIELDS.start.says
      : at.birth === undefined && at.age === undefined
        ? "the date of birth or the age"
        : undefined;
  if (lacks === undefined) return at;
  return csv.fail(header, 0, {
    code: "missing-column",
    message: `The columns file names no column for ${lacks}.`,
    path: "columns",
    rule: `The columns of \`pools\`, a start date and a date of birth or age are needed. The list has: ${names.join(", ")}.`,
    fix: "Add the column to the columns file, or name other columns under `pools`.",
  });
}

/** Nobody has two birthdays, and no assignment is held twice at a time. */
function faultBeside(before: readonly Assignment[], row: Assignment): Fault | undefined {
  const first = before[0]!;
  if (first.birth !== row.birth) return { fault: "other-birth", field: "birth" };
  if (first.sex !== row.sex) return { fault: "other-sex", field: "sex" };
  for (const other of before) {
    if (other.number !== row.number) continue;
    const same = other.pool === row.pool && other.start === row.start && other.stop === row.stop;
    if (same && other.fte === row.fte) return { fault: "row-twice", field: "person" };
    if (row.number !== "" && other.start < row.stop && row.start < other.stop)
      return { fault: "assignment-twice", field: "assignment" };
  }
  return undefined;
}

function failNothing(file: string, read: number, problems: readonly StaffProblem[]): never {
  const [first] = problems;
  throw new CadreError({
    code: "no-rows-used",
    file,
    ...(first && { line: first.line, value: `${first.column}: ${ROW_FAULTS[first.fault]}` }),
    message: first
      ? `No row of the list can be used. ${problems.length} of ${read} were left out.`
      : `No row of the list is counted. All ${read} start after its date, or have a status that is not counted.`,
    rule: "At least one row says who works where, since when, and when they were born.",
    fix: "Check the columns file: a wrong column or a wrong order of day and month makes every row unusable.",
  });
}
