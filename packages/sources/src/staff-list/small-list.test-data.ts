import { isoDay, parseDay } from "./day.ts";

/** One row of a list written by hand. */
export interface Written {
  readonly person?: string;
  readonly number?: string;
  readonly group?: string;
  readonly sex?: string;
  readonly birth?: string;
  readonly fte?: string;
  readonly start?: string;
  readonly end?: string;
  readonly reason?: string;
  readonly source?: string;
}

const HEADER =
  "Employee Number,Assignment Number,Staff Group,Gender,Date of Birth,WTE,Start Date,Leaving Date,Leaving Reason,Recruitment Source";

/** A list of rows that are right unless they say otherwise. */
export function listOf(rows: readonly Written[]): string {
  const lines = rows.map((row, i) => {
    const { person = `P${i + 1}`, number = "", group = "Nurses", sex = "F", birth = "1980-06-15" } = row;
    const { fte = "1", start = "2015-04-01", end = "", reason = "", source = "" } = row;
    return [person, number, group, sex, birth, fte, start, end, reason, source].join(",");
  });
  return [HEADER, ...lines].join("\n");
}

/** The columns of such a list. */
export const COLUMNS = {
  columns: {
    person: "Employee Number",
    assignment: "Assignment Number",
    group: "Staff Group",
    sex: "Gender",
    birth: "Date of Birth",
    fte: "WTE",
    start: "Start Date",
    end: "Leaving Date",
    reason: "Leaving Reason",
    source: "Recruitment Source",
  },
  pools: ["group"],
  dates: "day-first",
  fullTimeHours: 37.5,
  employer: "Westshire Hospitals",
  sector: "health",
  sexes: { F: "female", M: "male" },
  causes: { Retirement: "retirement", Died: "death" },
  notCounted: [],
} as const;

/** So many copies of a row. */
export const times = (count: number, row: Written): Written[] => Array.from({ length: count }, () => row);

/** A day some days after another. */
export const dayAfter = (day: string, days: number): string => isoDay(parseDay(day, "day-first")! + days);
