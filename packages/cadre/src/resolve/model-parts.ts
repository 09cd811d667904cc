import { demandPath, movedDemand } from "../demand/demand.ts";
import { leaversByAge, type ReturnerPlan } from "../supply/returners.ts";
import type { Size } from "../supply/step.ts";
import type { System } from "../system/types.ts";
import { sexAgesOf } from "../table/axes.ts";
import { referenceDates } from "../table/dates.ts";
import type { BaseYear } from "./base-year.ts";
import { ChangedRates } from "./changed-rates.ts";
import { checkFormulas } from "./contradictions.ts";
import { coursePlans, marketPlans, recruitPlans, returnerPlans } from "./joiner-plan.ts";
import type { Levers } from "./levers.ts";
import { moneyByYear } from "./money.ts";
import { fteByAge } from "./opening.ts";
import type { Resolved } from "./resolved.ts";

/** The parts of a resolved model that draws change, each worked out by itself. */
type Parts = Pick<
  Resolved,
  "system" | "opening" | "rates" | "joiners" | "leaversBefore" | "fte" | "demand" | "funded" | "moneyByYear"
>;

export function everyPart(system: System, baseYear: BaseYear, levers: Levers): Parts {
  const from = { system, baseYear, levers, years: levers.years, dates: datesOf(system) };
  const fte = fteByDate(system, levers);
  const recruits = recruitPlans(from);
  const returners = returnerPlans(from);
  return {
    system,
    opening: baseYear.opening,
    fte,
    ...demandByDate(system, levers, inPost(system, baseYear.opening, fte[0]), from.dates),
    rates: new ChangedRates(Object.keys(system.pools).length).byYear(baseYear.rates, levers),
    joiners: { recruits, markets: marketPlans(from, recruits), returners, courses: coursePlans(from) },
    leaversBefore: leaversBefore(system, baseYear, returners),
    moneyByYear: moneyByYear(system, levers, Number(system.calendar.base.slice(0, 4))),
  };
}

/** The reference dates of a system, in years. */
export const datesOf = ({ calendar }: System): number[] => referenceDates(calendar.base, calendar.until);

/** Base-year leavers by (sex, age) of each plan of returners. */
export function leaversBefore(
  { axes, pools }: System,
  { rates, personYears }: BaseYear,
  plans: readonly ReturnerPlan[],
) {
  const size: Size = { pools: Object.keys(pools).length, entries: sexAgesOf(axes), tenures: axes.tenure };
  return plans.map(({ pool, cause }) => leaversByAge(pool, rates[cause ?? "leaving"], personYears, size));
}

/** FTE of each pool at the base date. */
export function inPost({ axes, pools }: System, opening: Float64Array, fte: Float64Array): Float64Array {
  const entries = sexAgesOf(axes);
  const cells = entries * axes.tenure;
  return Float64Array.from(Object.keys(pools), (_, p) => {
    let sum = 0;
    for (let c = 0; c < cells; c++) sum += opening[p * cells + c] * fte[p * entries + Math.floor(c / axes.tenure)];
    return sum;
  });
}

const DEMAND = ["demand.posts", "demand.funded", "demand.growthPerHead", "demand.productivity"];

/** Posts needed and paid for, by pool at each reference date. */
export function demandByDate(
  system: System,
  levers: Levers,
  inPost: Float64Array,
  dates: readonly number[],
  drawn = false,
): Pick<Resolved, "demand" | "funded"> {
  const base = Number(system.calendar.base.slice(0, 4));
  const pools = Object.entries(system.pools);
  const posts = pools.map(
    ([id, pool], p) => system.demand[id]?.posts?.value ?? inPost[p] / (1 - (pool.vacancyRate?.value ?? 0)),
  );
  if (!drawn) checkFormulas(system, posts, dates);
  const paths = pools.map(([id], p) => {
    const changed = DEMAND.some((parameter) => levers.touches(parameter, p));
    const change = changed
      ? (parameter: string, value: number, year: number) => levers.value(parameter, value, year, p)
      : undefined;
    return demandPath(posts[p], system.demand[id], system.population, dates, base, change);
  });
  const ids = pools.map(([id]) => id);
  const needed = paths.map((path) => path.demand);
  const demand = movedDemand(ids, needed, system.shifts, system.substitutions, base, (parameter, value, year) =>
    levers.value(parameter, value, year),
  );
  // A budget with a path of its own pays for what it says; one that follows demand follows it everywhere.
  const funded = paths.map((path, p) =>
    system.demand[ids[p]]?.funded
      ? path.funded
      : levers.touches("demand.funded", p)
        ? demand[p].map((need, y) => (y > 0 ? levers.value("demand.funded", need, base + y, p) : need))
        : demand[p],
  );
  return { demand, funded };
}

/** FTE a head by (pool, sex, age) at each reference date; dates alike share one array. */
export function fteByDate(system: System, levers: Levers): Float64Array[] {
  const { axes } = system;
  const entries = sexAgesOf(axes);
  const pools = Object.values(system.pools);
  const base = new Float64Array(pools.length * entries);
  pools.forEach((pool, p) => {
    base.set(fteByAge(pool, axes), p * entries);
  });
  const changed = levers.years.map((year) => {
    if (!levers.touches("fte")) return base;
    const now = base.slice();
    const works = pools.map((_, p) =>
      levers.change("fte", p, year, now.subarray(p * entries, (p + 1) * entries), axes.tenure),
    );
    return works.includes(true) ? now : base;
  });
  return [base, ...changed];
}
