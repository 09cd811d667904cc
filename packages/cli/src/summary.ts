import { distinctShortNames } from "@cadre/charts";
import type { CountedMeasure, Ensemble, Group, Measure, Result } from "cadre";
import { isStock } from "cadre/measures";
import { columns } from "./text/columns.ts";
import { headOf } from "./text/measure.ts";
import { readableNumber } from "./text/number.ts";

const LINES = ["headcount", "supply", "demand", "gap"] as const;

/** People, supply, demand and gap of each employer and of all staff, at the base and every fifth year. */
export function gapTable(result: Result): string {
  const years = milestones(result);
  const rows = [["", ...years.map(String)]];
  const groups = employersAndAll(result);
  const titles = distinctShortNames(
    groups.map(({ title }) => title),
    (title) => title.length <= 36,
  );
  for (const [i, { id }] of groups.entries()) {
    rows.push([titles[i] ?? ""]);
    for (const measure of LINES)
      rows.push([
        lineOf(result, id, measure),
        ...years.map((year) => readableNumber(result.at({ pool: id, measure, year }))),
      ]);
  }
  return columns(rows);
}

/** The same table for a program, unrounded; `spread` is there with draws. */
export const balanceRows = (result: Result, sure?: Ensemble) =>
  employersAndAll(result).flatMap(({ id: pool }) =>
    milestones(result).flatMap((year) =>
      LINES.map((measure) => ({
        ...{ pool, year, measure, value: result.at({ pool, measure, year }) },
        ...(sure && { spread: sure.at({ pool, measure, year }) }),
      })),
    ),
  );

/** What only some systems have; recruits wanted are told where some were not found. */
const EXTRAS = [
  "trainees",
  "graduates",
  "graduates.joined",
  "joiners.returners",
  "joiners.abroad",
  "joiners.hires",
  "joiners.wanted",
  "agency",
] as const satisfies readonly CountedMeasure[];

/** Training, returners, hiring and agency staff of all pools together; empty for a system that has none of them. */
export function extrasTable(result: Result): string {
  const years = milestones(result);
  const rows = EXTRAS.map((measure) => {
    const known = isStock(measure) ? years : years.slice(1);
    const missing = measure === "joiners.wanted";
    const values = known.map(
      (year) => result.at({ measure, year }) - (missing ? result.at({ measure: "joiners.market", year }) : 0),
    );
    const label = `${lineOf(result, "all", measure)}${missing ? ", not found" : ""}`;
    const blank = isStock(measure) ? [] : [""];
    return { values, cells: [label, ...blank, ...values.map((value) => readableNumber(value))] };
  }).filter(({ values }) => values.some((value) => Math.round(value) !== 0));
  return rows.length === 0 ? "" : columns([["", ...years.map(String)], ...rows.map(({ cells }) => cells)]);
}

/** A measure as the head of a line of a table, set in; flows are counted over the year that ends then. */
const lineOf = (result: Result, pool: string, measure: Measure): string =>
  `  ${headOf(result, pool, measure).replace(/^./, (first) => first.toLowerCase())}${isStock(measure) ? "" : ", in the year"}`;

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
    (["supply", "demand"] as const).some((measure) =>
      result.series({ pool, measure }).some(({ value }) => value !== 0),
    );
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
