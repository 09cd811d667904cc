import { cutApart } from "@cadre/charts";
import type { Group, Result } from "cadre";
import { columns } from "./text/columns.ts";
import { readable } from "./text/number.ts";

const LINES = [
  { label: "  people", measure: "headcount" },
  { label: "  supply (FTE)", measure: "supply" },
  { label: "  demand (FTE)", measure: "demand" },
  { label: "  gap (FTE)", measure: "gap" },
] as const;

/** People, supply, demand and gap of each employer and of all staff, at the base and every fifth year. */
export function gapTable(result: Result): string {
  const years = milestones(result);
  const rows = [["", ...years.map(String)]];
  const groups = employersAndAll(result);
  const titles = cutApart(
    groups.map(({ title }) => title),
    (title) => title.length <= 36,
  );
  for (const [i, { id }] of groups.entries()) {
    rows.push([titles[i] ?? ""]);
    for (const { label, measure } of LINES)
      rows.push([label, ...years.map((year) => readable(result.at({ pool: id, measure, year })))]);
  }
  return columns(rows);
}

/** What only some systems have; flows, marked so, are counted over the year that ends then. */
const EXTRAS: readonly { label: string; measure: string; less?: string; flow?: boolean }[] = [
  { label: "  in training", measure: "trainees" },
  { label: "  finish a course in the year", measure: "graduates", flow: true },
  { label: "  and take a post here", measure: "graduates.joined", flow: true },
  { label: "  come back in the year", measure: "joiners.returners", flow: true },
  { label: "  hired from another pool in the year", measure: "joiners.hires", flow: true },
  { label: "  recruits wanted and not found", measure: "joiners.wanted", less: "joiners.market", flow: true },
  { label: "  agency staff (FTE)", measure: "agency" },
];

/** Training, returners, hiring and agency staff of all pools together; empty for a system that has none of them. */
export function extrasTable(result: Result): string {
  const years = milestones(result);
  const rows = EXTRAS.map(({ label, measure, less, flow }) => {
    const known = flow ? years.slice(1) : years;
    const values = known.map(
      (year) => result.at({ measure, year }) - (less === undefined ? 0 : result.at({ measure: less, year })),
    );
    return { label, values, cells: [label, ...(flow ? [""] : []), ...values.map((value) => readable(value))] };
  }).filter(({ values }) => values.some((value) => Math.round(value) !== 0));
  return rows.length === 0 ? "" : columns([["", ...years.map(String)], ...rows.map(({ cells }) => cells)]);
}

/** The base year, the years that a plan is usually read at, and the last one. */
export function milestones(result: Result): number[] {
  const last = result.last;
  const between = result.years.filter((year) => year % 5 === 0 && year - result.base >= 3 && last - year >= 3);
  return [result.base, ...between, last];
}

/** More employers than this are not read one by one, and not drawn one by one. */
const MOST_EMPLOYERS = 12;

/** Each employer, or each sector where the employers are too many to read; without those that have nobody and need nobody. */
export function partsOf(result: Result): { kind: "employers" | "sectors"; groups: readonly Group[] } {
  const isThere = (pool: string) =>
    ["supply", "demand"].some((measure) => result.series({ pool, measure }).some(({ value }) => value !== 0));
  const called = (prefix: string) => result.groups.filter(({ id }) => id.startsWith(prefix) && isThere(id));
  const employers = called("employer:");
  return employers.length > MOST_EMPLOYERS
    ? { kind: "sectors", groups: called("sector:") }
    : { kind: "employers", groups: employers };
}

/** Each employer (or sector, where they are too many), and then all staff. */
export function employersAndAll(result: Result): readonly Group[] {
  const { groups } = partsOf(result);
  const all = result.groups.filter(({ id }) => id === "all");
  return groups.length > 1 ? [...groups, ...all] : all;
}
