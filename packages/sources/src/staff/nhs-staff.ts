import { type Figures, figuresFrom, type ReadOptions } from "../figures.ts";
import { badCell, countOf, textOf } from "../file/cell.ts";
import { chooseCodes, listOf } from "../file/choose.ts";
import type { Csv, Line } from "../file/csv.ts";
import type { Layout } from "../file/header.ts";
import { nearestWord, plainWord } from "../file/nearest.ts";
import { isWithheld, withheldElsewhere } from "../file/number.ts";
import { openFigures } from "../file/open-figures.ts";
import { parseMonth } from "./month.ts";

/** Full-time equivalents of one staff group of one NHS organisation at the end of a month. */
export interface NhsStaff {
  /** `2018-06`. */
  readonly month: string;
  /** Code of the organisation: `RBA`. */
  readonly code: string;
  readonly organisation: string;
  /** Staff group as published: `Nurses & health visitors`. */
  readonly group: string;
  readonly fte: number;
}

/** Which organisations, staff groups and months are wanted; everything of the file when left out. */
export interface NhsStaffOptions extends ReadOptions {
  /** By name or code. */
  readonly organisations?: readonly string[];
  readonly groups?: readonly string[];
  /** Like `2018-06`. */
  readonly months?: readonly string[];
}

type Column = "month" | "code" | "organisation" | "group" | "fte" | "type" | "total";

const layouts: readonly Layout<Column>[] = [
  {
    title: "NHS staff by trust and staff group, full-time equivalents",
    columns: {
      month: ["month", "date"],
      code: ["org_code"],
      organisation: ["org_name"],
      group: ["staff_group", "main staff group", "staff group 1 name"],
      fte: ["fte", "total fte"],
    },
  },
  {
    title: "NHS Workforce Statistics, Staff Group and Organisation",
    columns: {
      month: ["Date"],
      code: ["Org Code"],
      organisation: ["Org Name"],
      group: ["Staff Group", "Staff Group 1 Name"],
      type: ["Data Type"],
      total: ["Total"],
    },
  },
];

/**
 * Reads NHS staff by trust and staff group, in full-time equivalents at the end of a month. It knows two layouts by
 * their headers: `month, org_code, org_name, staff_group, fte`, and the file Staff Group and Organisation of the
 * monthly NHS Workforce Statistics (`Date, …, Org Code, Org Name, …, Staff Group, Data Type, Total`), of which it takes
 * the rows in full-time equivalents. A workbook is given as bytes.
 *
 * Staff groups are given as published. In the monthly file they nest (`Total`, `Professionally qualified clinical
 * staff`, `Nurses & health visitors`): name the groups wanted and do not add up all of them. A row that adds up the
 * organisations (`England`, `All organisations`) is compared with them and left out, unless `organisations` names it;
 * `notes` says so. A withheld figure stops only who asks for it. Throws a `CadreError` with
 * file, line and column when a column is missing or renamed, a cell is no number, or an organisation, staff group or
 * month asked for is not there.
 *
 * @example
 * ```ts
 * import { readNhsStaff } from "@cadre/sources";
 * const text = [
 *   "month,org_code,org_name,staff_group,fte",
 *   "2018-JUN,RX1,Northland Hospitals,Midwives,122.4",
 *   '2018-JUN,RX1,Northland Hospitals,"Support to doctors, nurses & midwives",832',
 * ].join("\n");
 * const { rows } = readNhsStaff(text, { organisations: ["Northland Hospitals"], months: ["2018-06"] });
 * rows[1].fte; // 832
 * ```
 */
export function readNhsStaff(content: string | Uint8Array, options: NhsStaffOptions = {}): Figures<NhsStaff> {
  const opened = openFigures<Column, Layout<Column>>(content, options, "nhs-staff", layouts);
  const { csv } = opened;
  const { field, line: names, body } = opened.header;
  const at = (column: Column): number => field[column] as number;
  const cell = (line: Line, column: Column): string => textOf(csv, names, line, at(column));
  const wide = field.fte === undefined ? "total" : "fte";
  const lines = wide === "fte" ? body : body.filter((line) => plainWord(cell(line, "type")) === "fte");
  if (lines.length === 0) failNoFte(csv, names, field.type ?? 0);
  const known = new Map(lines.map((line) => [cell(line, "code"), cell(line, "organisation")]));
  const codes = chooseCodes(csv, { one: "organisation", many: "organisations" }, known, options.organisations);
  const all = lines
    .filter((line) => codes.has(cell(line, "code")))
    .map(
      (line): Labels => ({
        line,
        month: monthIn(csv, line, at("month"), cell(line, "month")),
        code: cell(line, "code"),
        organisation: cell(line, "organisation"),
        group: cell(line, "group"),
      }),
    );
  checkAsked(csv, "group", options.groups, [...new Set(all.map(({ group }) => group))]);
  checkMonths(csv, all, options.months);
  const groups = options.groups && new Set(options.groups.map(plainWord));
  const isAsked = ({ group, month }: Labels): boolean =>
    (groups?.has(plainWord(group)) ?? true) && (options.months?.includes(month) ?? true);
  const seen = new Set<string>();
  const read = all.filter(isAsked).map(({ line, ...labels }): NhsStaff => {
    const row = { ...labels, fte: countOf(csv, names, line, at(wide), "full-time equivalents") };
    const key = `${row.month}|${row.code}|${row.group}`;
    if (seen.has(key)) failTwice(csv, line, at(wide), row);
    seen.add(key);
    return row;
  });
  const withheld = all.filter((one) => !isAsked(one) && isWithheld(cell(one.line, wide))).length;
  const { rows, notes } = options.organisations ? { rows: read, notes: [] } : withoutTotals(read);
  return figuresFrom(
    rows,
    { title: "NHS Workforce Statistics, by trust and staff group", publisher: "NHS Digital" },
    options,
    [...opened.notes, ...notes, ...withheldElsewhere(withheld)],
  );
}

/** What a row says before its figure. */
type Labels = Omit<NhsStaff, "fte"> & { readonly line: Line };

/** Codes and names of what is no organisation but all of them. */
const ALL_TOGETHER = /^(all|total|england|allorganisations|alltrusts|allengland|grandtotal|nhsengland|englandtotal)$/;

/** Rows of organisations without those that add them up, and what their figures came to beside their parts. */
function withoutTotals(read: readonly NhsStaff[]): { rows: NhsStaff[]; notes: string[] } {
  const isTotal = ({ code, organisation }: NhsStaff): boolean =>
    ALL_TOGETHER.test(plainWord(organisation)) || ALL_TOGETHER.test(plainWord(code));
  const parts = read.filter((row) => !isTotal(row));
  const totals = read.filter(isTotal);
  if (parts.length === 0 || totals.length === 0) return { rows: [...read], notes: [] };
  const sums = new Map<string, { fte: number; rows: number }>();
  for (const { month, group, fte } of parts) {
    const sum = sums.get(`${month}|${group}`) ?? { fte: 0, rows: 0 };
    sums.set(`${month}|${group}`, { fte: sum.fte + fte, rows: sum.rows + 1 });
  }
  const differ = totals.filter(({ month, group, fte }) => {
    const sum = sums.get(`${month}|${group}`);
    return sum !== undefined && Math.abs(sum.fte - fte) > 0.5 * (sum.rows + 1);
  });
  const names = [...new Set(totals.map(({ organisation }) => organisation))].join(", ");
  const [first] = differ;
  return {
    rows: parts,
    notes: [
      `Left out: ${names}, which adds up the other organisations. Name it as one of \`organisations\` to read it.`,
      ...(first
        ? [
            `The organisations read do not add up to ${first.organisation}: ${first.group} in ${first.month} come to ${tidy(sums.get(`${first.month}|${first.group}`)?.fte ?? 0)}, not ${tidy(first.fte)} (${differ.length} of ${totals.length} figures differ). The file may hold a part of them only.`,
          ]
        : []),
    ],
  };
}

const tidy = (fte: number): string => String(Math.round(fte * 100) / 100);

const monthIn = (csv: Csv, line: Line, field: number, text: string): string =>
  parseMonth(text) ??
  badCell(csv, line, field, {
    what: "a month",
    value: text,
    rule: "A month has a year and a name or number: 2018-JUN, 2018-06-30, 30/06/2018.",
    fix: "Write it like 2018-06.",
  });

function checkAsked(csv: Csv, one: string, wanted: readonly string[] | undefined, known: readonly string[]): void {
  const found = new Set(known.map(plainWord));
  wanted?.forEach((word, index) => {
    if (found.has(plainWord(word))) return;
    const near = nearestWord(word, known);
    csv.fail(undefined, 0, {
      code: `unknown-${one}`,
      message: `The file has no staff ${one} "${word}".`,
      path: `${one}s[${index}]`,
      value: word,
      rule: `It has: ${listOf(known, 20)}.`,
      fix: "Name the staff group as the file does. Publishers rename and regroup them between editions.",
      ...(near ? { didYouMean: near } : {}),
    });
  });
}

/** Every organisation asked for has every month asked for. */
function checkMonths(csv: Csv, rows: readonly Labels[], wanted: readonly string[] | undefined): void {
  const monthsOf = new Map<string, Set<string>>();
  for (const { organisation, month } of rows)
    monthsOf.set(organisation, (monthsOf.get(organisation) ?? new Set()).add(month));
  for (const month of wanted ?? [])
    for (const [organisation, months] of monthsOf)
      if (!months.has(month))
        csv.fail(undefined, 0, {
          code: "missing-month",
          message: `The file has no figures of ${organisation} for ${month}.`,
          path: "months",
          value: month,
          rule: `It has: ${listOf([...months].sort(), 24)}.`,
          fix: "Ask for months of the file, or leave the organisation out: it may have merged with another.",
        });
}

function failTwice(csv: Csv, line: Line, field: number, row: NhsStaff): never {
  return csv.fail(line, field, {
    code: "figure-twice",
    message: `${row.group} of ${row.organisation} are in the file twice for ${row.month}.`,
    value: String(row.fte),
    rule: "Each organisation, staff group and month has one figure.",
    fix: "Leave out the row that does not belong there.",
  });
}

function failNoFte(csv: Csv, names: Line, field: number): never {
  return csv.fail(names, field, {
    code: "no-figures",
    message: "The file has no rows in full-time equivalents.",
    value: names.cells[field] ?? "(nothing)",
    rule: "Full-time equivalents are the rows whose data type is FTE.",
    fix: "Use the edition that has them; headcounts do not add up to full-time equivalents.",
  });
}
