import { type Result, run, type System } from "cadre";
import { measureOf, RETIREMENT_CAUSES } from "cadre/measures";
import { employersAndAll, milestones } from "./summary.ts";
import { clippedTitle, columns } from "./text/columns.ts";
import { NO_NUMBER } from "./text/measure.ts";
import { percentage, readableNumber } from "./text/number.ts";

/** Retirements of each employer and of all staff between the milestone years, and for each hundred staff at the base. */
export function retirementTable(result: Result): string {
  const { base, last } = result;
  const [, ...ends] = milestones(result);
  const periods = ends.map((end, i) => ({ from: [base, ...ends][i]! + 1, end }));
  const names = periods.map(({ from, end }) => `${from}-${String(end).slice(2)}`);
  const rows = [["", ...names, "total", `per 100 in ${base}`]];
  for (const { id, title } of employersAndAll(result)) {
    const retiring = RETIREMENT_CAUSES.flatMap((cause) => result.series({ pool: id, measure: measureOf(cause) }));
    const between = (from: number, end: number) =>
      retiring.filter(({ year }) => year >= from && year <= end).reduce((sum, { value }) => sum + value, 0);
    const total = between(base, last);
    const staff = result.at({ pool: id, measure: "headcount", year: base });
    rows.push([
      clippedTitle(title, 28),
      ...periods.map(({ from, end }) => readableNumber(between(from, end))),
      readableNumber(total),
      staff === 0 ? NO_NUMBER : readableNumber((100 * total) / staff),
    ]);
  }
  return columns(rows);
}

/** Youngest ages of the bands that today's staff are told apart by. */
const BANDS = [0, 40, 50, 55, 60];

/** Of the people in post at the base date, how many retire by the end, by their age at the base date. */
export function todaysStaffTable(system: System, result: Result): string {
  const leftAlone = run(withoutRecruits(system));
  const { ageMin, ageMax } = result.axes;
  const bandOf = (age: number) => BANDS.findLastIndex((from) => age >= from);
  const [staff, retired] = [BANDS.map(() => 0), BANDS.map(() => 0)];
  byAge(result, result.cells({ measure: "headcount", year: result.base })).forEach((heads, a) => {
    staff[bandOf(ageMin + a)]! += heads;
  });
  // Whoever is of an age at the start of a model year was as many years younger at the base as have passed since.
  for (const [y, year] of result.years.entries())
    for (const measure of RETIREMENT_CAUSES.map(measureOf))
      byAge(result, leftAlone.cells({ measure, year })).forEach((heads, a) => {
        retired[bandOf(Math.max(ageMin, ageMin + a - y))]! += heads;
      });
  const names = BANDS.map((from, b) =>
    b === 0 ? `under ${BANDS[1]}` : BANDS[b + 1] ? `${from}-${BANDS[b + 1]! - 1}` : `${from}+`,
  );
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  // The oldest age holds everybody older, so its people could have been any age above this at the base.
  if (ageMax - (result.years.length - 1) < BANDS[BANDS.length - 1]!) return "";
  return columns([
    ["  aged", ...names, "all"],
    ["  people", ...staff.map((heads) => readableNumber(heads)), readableNumber(sum(staff))],
    [`  retire by ${result.last}`, ...retired.map((heads) => readableNumber(heads)), readableNumber(sum(retired))],
    ["  share", ...retired.map((heads, b) => shareOf(heads, staff[b]!)), shareOf(sum(retired), sum(staff))],
  ]);
}

/** A part of some people as a percentage; of nobody there is none. */
const shareOf = (part: number, whole: number): string => (whole === 0 ? NO_NUMBER : percentage(part / whole, 0));

/** Heads by single age from numbers by (sex, age, tenure). */
function byAge({ axes }: Result, cells: Float64Array): number[] {
  const ages = axes.ageMax - axes.ageMin + 1;
  const out = new Array<number>(ages).fill(0);
  cells.forEach((heads, c) => {
    out[Math.floor(c / axes.tenure) % ages]! += heads;
  });
  return out;
}

/**
 * The same system in which nobody joins from outside: everyone in it is one of today's staff. The few who would be
 * hired away or leave to train count as leaving, since the published rate counts them.
 */
function withoutRecruits(system: System): System {
  const first = Number(system.calendar.base.slice(0, 4)) + 1;
  const nobody = { values: { [first]: 0 }, unit: "heads per year", kind: "assumption" } as const;
  const pools = Object.entries(system.pools).map(([id, pool]) => {
    const { follows: _, ...recruitment } = pool.recruitment;
    const fixed = { ...recruitment, mode: "fixed" as const, recruits: nobody };
    return [id, { ...pool, recruitment: fixed, returners: [] }] as const;
  });
  return { ...system, pools: Object.fromEntries(pools), pipelines: {} };
}
