import type { BaseYear } from "../base-year/base-year.ts";
import { calibrate } from "../base-year/calibrate.ts";
import { checkProbabilities } from "../base-year/contradictions.ts";
import { editedSystem, sameBaseYearAs, warningsOfEdits } from "../changes/edited-system.ts";
import { ScenarioChanges } from "../changes/scenario-changes.ts";
import { postsGiven } from "../demand/workload.ts";
import { checkScenario, checkSystem } from "../error/argument.ts";
import { factsOf, measureOf, SCHEDULED_CAUSES } from "../model/causes.ts";
import { parameterAt } from "../model/parameter-of.ts";
import { HISTORIC_NAMES, type HistoricRate, isGrowth, spreadOf } from "../rates/historic-rate.ts";
import { adjustmentNotes } from "../scenario/adjusted.ts";
import { appliedChanges } from "../scenario/change.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import { numbersOf } from "../system/numbers.ts";
import type { System } from "../system/types.ts";
import { vacanciesThatDisagree } from "../system/vacancies.ts";
import { agesOf, sexAgesOf } from "../table/axes.ts";
import { Z90 } from "../table/normal-ends.ts";
import { datesOf, ModelParts } from "./model-parts.ts";
import { trainingPaidTwice } from "./paid-twice.ts";
import type { ModelToSettle } from "./resolved.ts";

/**
 * Works out every number the engine needs from a system and a scenario: the yearly rates, joiners and demand. Published
 * leaving rates that the scenario sets are left to be settled.
 * Throws a `CadreError` when the numbers contradict each other.
 */
export function resolve(given: System, scenario: Scenario = {}, known?: BaseYear, near?: BaseYear): ModelToSettle {
  checkSystem(given);
  checkScenario(scenario);
  const system = editedSystem(given, scenario);
  const baseYear = known ?? baseYearOf(system, system === given ? undefined : near);
  const years = yearsOf(system);
  const changes = new ScenarioChanges(system, scenario, years, { follow: true });
  const model = new ModelParts(system, changes);
  const parts = { ...sharedByDraws(given, system, scenario, baseYear, changes), ...model.every(baseYear) };
  const unsettled = model.unsettled(baseYear);
  const notes = new Set([...adjustmentNotes(scenario), ...system.origin.notes, ...(scenario.notes ?? [])]);
  if (system.calendar.convention === "opening-stock" && !unsettled)
    for (const one of new Set(parts.rates)) checkProbabilities(system, one);
  return {
    ...parts,
    unsettled,
    warnings: [
      ...notes,
      ...warningsOf(system, baseYear),
      ...narrowIntervals(system),
      ...includedWithoutSchedule(system),
      ...coursesTooLate(system, changes),
      ...trainingPaidTwice(system, scenario),
      ...warningsOfEdits(system),
      ...changes.warnings(),
      ...model.warnings(),
    ],
  };
}

/** Calendar years in which the model years end. */
function yearsOf(system: System): number[] {
  const base = Number(system.calendar.base.slice(0, 4));
  return datesOf(system)
    .slice(1)
    .map((_, y) => base + y + 1);
}

/** What no draw changes. */
function sharedByDraws(
  given: System,
  system: System,
  scenario: Scenario,
  baseYear: BaseYear,
  { years }: ScenarioChanges,
) {
  const { axes, calendar } = system;
  const changed = appliedChanges(scenario).length > 0;
  const pools = Object.entries(system.pools);
  return {
    given,
    scenario: {
      ...scenario,
      id: scenario.id ?? (changed ? "changed" : "do-nothing"),
      title: scenario.title ?? (changed ? "With changes" : "If nothing changes"),
    },
    size: { pools: pools.length, entries: sexAgesOf(axes), tenures: axes.tenure },
    ages: agesOf(axes),
    stepsPerYear: calendar.stepsPerYear,
    years,
    base: Number(calendar.base.slice(0, 4)),
    pools: pools.map(([id, { title, employer, sector, role, level, counts }]) => ({
      id,
      title,
      employer,
      sector,
      role,
      ...(level !== undefined && { level }),
      counts,
    })),
    shapes: baseYear.shapes,
    calibration: baseYear.pools,
  };
}

const calibrated = new WeakMap<System, BaseYear>();

/**
 * The base year of a system; a system is frozen, so it is worked out once however many scenarios are run. `near` is the
 * base year of a system that differs little, from which it is found sooner.
 */
export function baseYearOf(system: System, near?: BaseYear): BaseYear {
  checkSystem(system);
  const same = sameBaseYearAs(system);
  if (same) return baseYearOf(same, near);
  const found = calibrated.get(system) ?? calibrate(system, near);
  // One found from near by has fewer digits and is not kept: a result never depends on what was run before.
  if (Object.isFrozen(system) && !near) calibrated.set(system, found);
  return found;
}

function warningsOf(system: System, baseYear: BaseYear): string[] {
  return Object.entries(system.pools).flatMap(([id, pool], p) => {
    const { recruits, target } = baseYear.pools[p]!;
    const said: string[] = [];
    if (recruits <= 0 && pool.headcount.value > 0 && target > 0)
      said.push(
        `More people move into "${id}" in the base year than leave it; its own recruitment is taken as zero and it grows.`,
      );
    const { mode, effort } = pool.recruitment;
    if (mode !== "replace" && effort.value !== 1)
      said.push(
        `"${id}" gives recruitment.effort ${effort.written}, which does nothing: with mode: ${mode} its recruits are ${mode === "fill" ? "what its posts need" : "those given"}.`,
      );
    said.push(...vacanciesThatDisagree(id, pool));
    if (pool.vacancyRate && postsGiven(system.demand[id]) !== undefined)
      said.push(`"${id}" gives posts and a vacancy rate; the posts are used and the vacancy rate is not.`);
    return said;
  });
}

/** Intervals of the file's own that are less than half as wide as such numbers have been. */
function narrowIntervals(system: System): string[] {
  const percent = (share: number) => `${Number((share * 100).toPrecision(2))}%`;
  return numbersOf(system).flatMap(({ path, given }) => {
    if (!("p10" in given)) return [];
    const { p10, p90, history }: HistoricRate = given;
    const kind = HISTORIC_NAMES.find((name) => name === parameterAt(path)?.parameter);
    if (!kind || isGrowth(kind) || p10 === undefined || p90 === undefined || !(p10 > 0)) return [];
    const own = Math.log(p90 / p10) / (2 * Z90);
    const { noise, from } = spreadOf(kind, history?.spread);
    if (own >= noise / 2) return [];
    return [
      `The interval of ${path} has a spread of ${percent(own)}, less than half of the ${percent(noise)} that is usual from year to year (${from}); results are more certain than history allows.`,
    ];
  });
}

/** Causes that published rates include and no schedule counts: these leavers are among those who leave. */
function includedWithoutSchedule(system: System): string[] {
  return SCHEDULED_CAUSES.flatMap((cause) => {
    const ids = Object.entries(system.pools)
      .filter(([, pool]) => pool.leaving.includes.includes(cause) && !pool[cause])
      .map(([id]) => id);
    if (ids.length === 0) return [];
    return [
      `The leaving rate of ${ids.join(", ")} includes ${cause}, and no ${cause} schedule is given there: ${factsOf(cause).noun} are counted as leaving, and ${measureOf(cause)} is zero.`,
    ];
  });
}

/**
 * Courses whose first intake comes too late for the run. An intake that is zero in every year is meant so: a programme
 * that a scenario may start.
 */
function coursesTooLate(system: System, changes: ScenarioChanges): string[] {
  const { until } = system.calendar;
  const last = Number(until.slice(0, 4));
  return Object.entries(system.pipelines).flatMap(([id, { intake }]) => {
    const given = Object.entries(intake.values).map(([year, heads]) => ({ year: Number(year), heads }));
    const first = Math.min(...given.filter(({ heads }) => heads > 0).map(({ year }) => year));
    const startable = given.some(({ year }) => year <= last) && changes.touches(`pipelines.${id}.intake`);
    if (first <= last || first === Number.POSITIVE_INFINITY || startable) return [];
    return [`The course "${id}" has its first intake in ${first}, after the run ends (${until}); nobody enters it.`];
  });
}
