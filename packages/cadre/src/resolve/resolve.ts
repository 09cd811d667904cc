import { demandPath, movedDemand } from "../demand/demand.ts";
import type { Scenario } from "../scenario/change.ts";
import { leaversByAge } from "../supply/returners.ts";
import type { Size } from "../supply/step.ts";
import type { System } from "../system/types.ts";
import { agesOf, sexAgesOf } from "../table/axes.ts";
import { referenceDates } from "../table/dates.ts";
import type { BaseYear } from "./base-year.ts";
import { calibrate } from "./calibrate.ts";
import { changedRates, readyChanges } from "./changes.ts";
import { checkFormulas } from "./contradictions.ts";
import { joinerPlan } from "./joiner-plan.ts";
import { fteByAge } from "./opening.ts";
import type { Resolved } from "./resolved.ts";

/**
 * Works out every number the engine needs from a system and a scenario: the yearly rates, joiners and demand.
 * Throws a `CadreError` when the numbers contradict each other.
 */
export function resolve(system: System, scenario: Scenario = {}, baseYear = baseYearOf(system)): Resolved {
  const { axes, calendar } = system;
  const pools = Object.entries(system.pools);
  const entries = sexAgesOf(axes);
  const size: Size = { pools: pools.length, entries, tenures: axes.tenure };
  const dates = referenceDates(calendar.base, calendar.until);
  const base = Number(calendar.base.slice(0, 4));
  const years = dates.slice(1).map((_, y) => base + y + 1);
  const changes = readyChanges(system, scenario.changes ?? []);
  const joiners = joinerPlan(system, baseYear, changes, years, dates);

  const fte = new Float64Array(pools.length * entries);
  pools.forEach(([, pool], p) => {
    fte.set(fteByAge(pool, axes), p * entries);
  });
  const posts = pools.map(([id, pool], p) => {
    let inPost = 0;
    const cells = entries * axes.tenure;
    for (let c = 0; c < cells; c++)
      inPost += baseYear.opening[p * cells + c] * fte[p * entries + Math.floor(c / axes.tenure)];
    return system.demand[id]?.posts?.value ?? inPost / (1 - (pool.vacancyRate?.value ?? 0));
  });
  checkFormulas(system, posts, dates);
  const paths = pools.map(([id], p) => demandPath(posts[p], system.demand[id], system.population, dates, base));
  const ids = pools.map(([id]) => id);
  const moved = (of: readonly Float64Array[]) => movedDemand(ids, of, system.shifts, system.substitutions, base);
  const demand = moved(paths.map((path) => path.demand));
  // A budget with a path of its own pays for what it says; one that follows demand follows it everywhere.
  const followed = moved(paths.map((path) => path.funded));
  const funded = paths.map((path, p) => (system.demand[ids[p]]?.funded ? path.funded : followed[p]));
  return {
    system,
    scenario: {
      id: scenario.id ?? (changes.length > 0 ? "changed" : "do-nothing"),
      title: scenario.title ?? (changes.length > 0 ? "With changes" : "If nothing changes"),
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
    rates: changedRates(system, baseYear.rates, changes, years),
    joiners,
    leaversBefore: joiners.returners.map(({ pool, cause }) =>
      leaversByAge(pool, baseYear.rates[cause ?? "leaving"], baseYear.personYears, size),
    ),
    fte,
    demand,
    funded,
    shapes: baseYear.shapes,
    calibration: baseYear.pools,
    warnings: warningsOf(system, baseYear),
  };
}

const known = new WeakMap<System, BaseYear>();

/**
 * The base year of a system; a system is frozen, so it is worked out once however many scenarios are run. `near` is the
 * base year of a system that differs little, from which it is found sooner.
 */
export function baseYearOf(system: System, near?: BaseYear): BaseYear {
  const found = known.get(system) ?? calibrate(system, near);
  if (Object.isFrozen(system)) known.set(system, found);
  return found;
}

function warningsOf(system: System, baseYear: BaseYear): string[] {
  return Object.entries(system.pools).flatMap(([id, pool], p) => {
    const { recruits } = baseYear.pools[p];
    return recruits <= 0 && pool.headcount.value > 0 && baseYear.pools[p].target > 0
      ? [
          `More people move into "${id}" in the base year than leave it; its own recruitment is taken as nought and it grows.`,
        ]
      : [];
  });
}
