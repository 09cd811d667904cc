import type { Result } from "cadre";
import { clipped, columns } from "./text/columns.ts";
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
  for (const { id, title } of employersAndAll(result)) {
    rows.push([clipped(title, 36)]);
    for (const { label, measure } of LINES)
      rows.push([label, ...years.map((year) => readable(result.at({ pool: id, measure, year })))]);
  }
  return columns(rows);
}

/** The base year, the years that a plan is usually read at, and the last one. */
export function milestones(result: Result): number[] {
  const last = result.years.at(-1) ?? result.base;
  const between = result.years.filter((year) => year % 5 === 0 && year - result.base >= 3 && last - year >= 3);
  return [result.base, ...between, last];
}

/** Each employer, or each sector where the employers are too many to read, and then all staff. */
export function employersAndAll(result: Result): { id: string; title: string }[] {
  const kind = (prefix: string) => result.groups.filter(({ id }) => id.startsWith(prefix));
  const employers = kind("employer:");
  const parts = employers.length > 12 ? kind("sector:") : employers;
  const all = result.groups.filter(({ id }) => id === "all");
  return parts.length > 1 ? [...parts, ...all] : all;
}
