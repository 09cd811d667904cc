import { demandPath, movedDemand } from "../demand/demand.ts";
import { appliedChanges } from "../scenario/change.ts";
import type { Scenario } from "../scenario/types.ts";
import { leaversByAge } from "../supply/returners.ts";
import type { Size } from "../supply/step.ts";
import type { System } from "../system/types.ts";
import { agesOf, sexAgesOf } from "../table/axes.ts";
import { referenceDates } from "../table/dates.ts";
import type { BaseYear } from "./base-year.ts";
import { calibrate } from "./calibrate.ts";
import { changedRates } from "./changed-rates.ts";
import { checkFormulas, checkProbabilities } from "./contradictions.ts";
import { editedSystem } from "./edited-system.ts";
import { joinerPlan } from "./joiner-plan.ts";
import { Levers } from "./levers.ts";
import { moneyByYear } from "./money.ts";
import { fteByAge } from "./opening.ts";
import type { Resolved } from "./resolved.ts";

/**
 * Works out every number the engine needs from a system and a scenario: the yearly rates, joiners and demand.
 * Throws a `CadreError` when the numbers contradict each other.
 */
export function resolve(given: System, scenario: Scenario = {}, known?: BaseYear, near?: BaseYear): Resolved {
  const system = editedSystem(given, scenario);
  const baseYear = known ?? (system === given ? baseYearOf(system) : baseYearOf(system, near));
  const { axes, calendar } = system;
  const pools = Object.entries(system.pools);
  const entries = sexAgesOf(axes);
  const size: Size = { pools: pools.length, entries, tenures: axes.tenure };
  const dates = referenceDates(calendar.base, calendar.until);
  const base = Number(calendar.base.slice(0, 4));
  const years = dates.slice(1).map((_, y) => base + y + 1);
  const levers = new Levers(system, scenario, years);
  const joiners = joinerPlan(system, baseYear, levers, years, dates);

  const fte = fteByDate(system, levers);
  const posts = pools.map(([id, pool], p) => {
    let inPost = 0;
    const cells = entries * axes.tenure;
    for (let c = 0; c < cells; c++)
      inPost += baseYear.opening[p * cells + c] * fte[0][p * entries + Math.floor(c / axes.tenure)];
    return system.demand[id]?.posts?.value ?? inPost / (1 - (pool.vacancyRate?.value ?? 0));
  });
  checkFormulas(system, posts, dates);
  const paths = pools.map(([id], p) =>
    demandPath(posts[p], system.demand[id], system.population, dates, base, (parameter, value, year) =>
      levers.value(parameter, value, year, p),
    ),
  );
  const changed = appliedChanges(scenario).length > 0;
  const ids = pools.map(([id]) => id);
  const needed = paths.map((path) => path.demand);
  const demand = movedDemand(ids, needed, system.shifts, system.substitutions, base, (parameter, value, year) =>
    levers.value(parameter, value, year),
  );
  // A budget with a path of its own pays for what it says; one that follows demand follows it everywhere.
  const funded = paths.map((path, p) =>
    system.demand[ids[p]]?.funded
      ? path.funded
      : demand[p].map((need, y) => (y > 0 ? levers.value("demand.funded", need, base + y, p) : need)),
  );
  const rates = changedRates(baseYear.rates, levers, pools.length);
  if (calendar.convention === "opening-stock") for (const one of new Set(rates)) checkProbabilities(system, one);
  return {
    system,
    given,
    scenario: {
      ...scenario,
      id: scenario.id ?? (changed ? "changed" : "do-nothing"),
      title: scenario.title ?? (changed ? "With changes" : "If nothing changes"),
    },
    size,
    ages: agesOf(axes),
    stepsPerYear: calendar.stepsPerYear,
    years,
    base,
    pools: pools.map(([id, { title, employer, sector, role, level }]) => ({
      id,
      title,
      employer,
      sector,
      role,
      ...(level !== undefined && { level }),
    })),
    opening: baseYear.opening,
    rates,
    moneyByYear: moneyByYear(system, levers, base),
    joiners,
    leaversBefore: joiners.returners.map(({ pool, cause }) =>
      leaversByAge(pool, baseYear.rates[cause ?? "leaving"], baseYear.personYears, size),
    ),
    fte,
    demand,
    funded,
    shapes: baseYear.shapes,
    calibration: baseYear.pools,
    warnings: [...warningsOf(system, baseYear), ...levers.warnings()],
  };
}

/** FTE a head by (pool, sex, age) at each reference date; dates alike share one array. */
function fteByDate(system: System, levers: Levers): Float64Array[] {
  const { axes } = system;
  const entries = sexAgesOf(axes);
  const pools = Object.values(system.pools);
  const base = new Float64Array(pools.length * entries);
  pools.forEach((pool, p) => {
    base.set(fteByAge(pool, axes), p * entries);
  });
  const changed = levers.years.map((year) => {
    const changes = pools.map((_, p) => levers.cells("fte", p, year));
    if (changes.every((change) => change === undefined)) return base;
    return base.map((fte, i) => changes[Math.floor(i / entries)]?.(fte, (i % entries) * axes.tenure) ?? fte);
  });
  return [base, ...changed];
}

const calibrated = new WeakMap<System, BaseYear>();

/**
 * The base year of a system; a system is frozen, so it is worked out once however many scenarios are run. `near` is the
 * base year of a system that differs little, from which it is found sooner.
 */
export function baseYearOf(system: System, near?: BaseYear): BaseYear {
  const found = calibrated.get(system) ?? calibrate(system, near);
  // One found from near by has fewer digits and is not kept: a result never depends on what was run before.
  if (Object.isFrozen(system) && !near) calibrated.set(system, found);
  return found;
}

function warningsOf(system: System, baseYear: BaseYear): string[] {
  return Object.entries(system.pools).flatMap(([id, pool], p) => {
    const { recruits, target } = baseYear.pools[p];
    const said: string[] = [];
    if (recruits <= 0 && pool.headcount.value > 0 && target > 0)
      said.push(
        `More people move into "${id}" in the base year than leave it; its own recruitment is taken as nought and it grows.`,
      );
    if (pool.vacancyRate && system.demand[id]?.posts)
      said.push(`"${id}" gives posts and a vacancy rate; the posts are used and the vacancy rate is not.`);
    return said;
  });
}
