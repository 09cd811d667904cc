import { demandPath, populationIndex } from "../demand/demand.ts";
import type { Scenario } from "../scenario/change.ts";
import type { Size } from "../supply/step.ts";
import type { System } from "../system/types.ts";
import { agesOf, sexAgesOf } from "../table/axes.ts";
import { referenceDates } from "../table/dates.ts";
import type { BaseYear } from "./base-year.ts";
import { calibrate } from "./calibrate.ts";
import { changedRates, changedRecruits, readyChanges } from "./changes.ts";
import { defaultsOf } from "./defaults.ts";
import { inputsOf } from "./inputs.ts";
import { fteByAge } from "./opening.ts";
import type { Resolved } from "./resolved.ts";

/**
 * Works out every number the engine needs from a system: the base year, the yearly rates and recruits, and demand.
 * Throws a `CadreError` when the numbers contradict each other.
 */
export function resolve(system: System, scenario: Scenario = {}): Resolved {
  const { axes, calendar } = system;
  const pools = Object.entries(system.pools);
  const entries = sexAgesOf(axes);
  const size: Size = { pools: pools.length, entries, tenures: axes.tenure };
  const dates = referenceDates(calendar.base, calendar.until);
  const base = Number(calendar.base.slice(0, 4));
  const years = dates.slice(1).map((_, y) => base + y + 1);
  const baseYear = baseYearOf(system);
  const changes = readyChanges(system, scenario.changes ?? []);

  const fte = new Float64Array(pools.length * entries);
  pools.forEach(([, pool], p) => {
    fte.set(fteByAge(pool, axes), p * entries);
  });
  const paths = pools.map(([id, pool], p) => {
    let inPost = 0;
    const cells = entries * axes.tenure;
    for (let c = 0; c < cells; c++)
      inPost += baseYear.opening[p * cells + c] * fte[p * entries + Math.floor(c / axes.tenure)];
    const posts = system.demand[id]?.posts?.value ?? inPost / (1 - (pool.vacancyRate?.value ?? 0));
    return demandPath(posts, system.demand[id], system.population, dates);
  });
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
    market: marketRecruits(system, baseYear, changes, years, dates),
    fte,
    demand: paths.map((path) => path.demand),
    funded: paths.map((path) => path.funded),
    shapes: baseYear.shapes,
    calibration: baseYear.pools,
    inputs: [...inputsOf(system), ...defaultsOf(system)],
    warnings: warningsOf(system, baseYear),
  };
}

const known = new WeakMap<System, BaseYear>();

/** The base year of a system; a system is frozen, so it is worked out once however many scenarios are run. */
function baseYearOf(system: System): BaseYear {
  const found = known.get(system) ?? calibrate(system);
  if (Object.isFrozen(system)) known.set(system, found);
  return found;
}

/** Market recruits a step by (pool, sex, age) for each model year; the population counts at the year's start. */
function marketRecruits(
  system: System,
  baseYear: BaseYear,
  changes: ReturnType<typeof readyChanges>,
  years: readonly number[],
  dates: readonly number[],
): Float64Array[] {
  const entries = sexAgesOf(system.axes);
  const pools = Object.values(system.pools).map(({ recruitment }, p) => {
    const { follows } = recruitment;
    return {
      recruitment,
      recruits: baseYear.pools[p].recruits,
      profile: recruitProfile(baseYear, p, entries, system.axes.tenure),
      index: follows ? populationIndex({ [follows.population]: 1 }, system.population, dates) : undefined,
    };
  });
  return years.map((year, y) => {
    const out = new Float64Array(pools.length * entries);
    pools.forEach(({ recruitment, recruits, profile, index }, p) => {
      const { mode, effort, elasticity } = recruitment;
      const replacing = recruits * effort.value * (index ? index[y] ** elasticity.value : 1);
      const planned = mode === "fixed" ? carriedOn(recruitment.recruits?.values ?? {}, year) : replacing;
      const wanted = changedRecruits(planned, p, changes, year, years[0]);
      for (let i = 0; i < entries; i++) out[p * entries + i] = (profile[i] * wanted) / system.calendar.stepsPerYear;
    });
    return out;
  });
}

/** Shares of a pool's recruits by (sex, age); those of its staff where the base year recruits nobody. */
function recruitProfile(baseYear: BaseYear, p: number, entries: number, tenures: number): Float64Array {
  const shares = baseYear.recruits.slice(p * entries, (p + 1) * entries);
  let total = shares.reduce((sum, heads) => sum + heads, 0);
  if (total <= 0) {
    for (let i = 0; i < entries; i++)
      for (let k = 0; k < tenures; k++) shares[i] += baseYear.opening[(p * entries + i) * tenures + k];
    total = shares.reduce((sum, heads) => sum + heads, 0);
  }
  return total > 0 ? shares.map((heads) => heads / total) : shares.fill(1 / entries);
}

/** The value of the latest year given up to now; nought before the first. */
export function carriedOn(values: Readonly<Record<string, number>>, year: number): number {
  let latest = Number.NEGATIVE_INFINITY;
  for (const given of Object.keys(values)) if (Number(given) <= year) latest = Math.max(latest, Number(given));
  return values[latest] ?? 0;
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
