import type { BaseYear } from "../base-year/base-year.ts";
import { checkProbabilities } from "../base-year/contradictions.ts";
import { countsMove } from "../base-year/counts-move.ts";
import { fixedPoint } from "../base-year/fixed-point.ts";
import type { CadreError } from "../error/cadre-error.ts";
import type { PublishedRate, PublishedRates } from "../plan/published-rates.ts";
import { resolve } from "../plan/resolve.ts";
import type { ModelToSettle, Resolved } from "../plan/resolved.ts";
import { scenarioFault } from "../scenario/scenario-fault.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import type { YearRates } from "../supply/rates.ts";
import type { System } from "../system/types.ts";
import { project } from "./project.ts";
import type { Projection } from "./projection.ts";

/** Levels rest when none changes by more than this share; beyond the second there is no such rate. */
const CLOSE = 1e-13;
const CLOSE_ENOUGH = 1e-10;

/** Every number that a projection of a system under a scenario needs. */
export const settled = (system: System, scenario?: Scenario, known?: BaseYear, near?: BaseYear): Resolved =>
  settle(resolve(system, scenario, known, near));

/**
 * Finds the level of leaving at which each published rate that a scenario sets comes out in its year, by running the model
 * until they rest. Throws a `CadreError` when what a rate includes is more than the rate. Method: docs/method/rates.md.
 */
export function settle({ unsettled, ...planned }: ModelToSettle): Resolved {
  if (!unsettled) return planned;
  const { published } = unsettled;
  const { levels } = published;
  const trying = levels.slice();
  const weight = levels.map((level) => 1 / Math.max(level, 1e-300));
  let rates = planned.rates;
  let missed: PublishedRate | undefined;
  const rest = fixedPoint(trying, weight, CLOSE, (now, next) => {
    levels.set(now);
    rates = unsettled.rates();
    const resolved = { ...planned, rates };
    const projection = project(resolved, { openingStaff: true });
    let worst = 0;
    missed = undefined;
    published.all.forEach((one, i) => {
      const better = published.isKnown(one) ? now[i]! : levelFor(published, one, resolved, projection, now[i]!);
      if (better < -CLOSE_ENOUGH) missed = one;
      next[i] = Math.max(0, better);
      worst = Math.max(worst, Math.abs(next[i]! - now[i]!) * weight[i]!);
    });
    return worst;
  });
  if (missed) throw belowIncluded(planned, missed);
  if (!(rest <= CLOSE_ENOUGH)) throw outOfReach(planned, published.all[0]!);
  const { system } = planned;
  if (system.calendar.convention === "opening-stock") for (const one of new Set(rates)) checkProbabilities(system, one);
  return { ...planned, rates };
}

/** The level of leaving that gives a published rate among those who were there; the level at hand where nobody was. */
function levelFor(
  published: PublishedRates,
  one: PublishedRate,
  resolved: Resolved,
  projection: Projection,
  now: number,
): number {
  const { pool, year, change } = one;
  const { pools, entries, tenures } = resolved.size;
  const cells = entries * tenures;
  const from = (year * pools + pool) * cells;
  const ofOpening = published.isOfOpeningStaff(one);
  const lived = ofOpening ? projection.openingStaffYears! : projection.personYears;
  const staff = ofOpening ? projection.stock : projection.personYears;
  const shape = published.shapeOf(pool);
  const included = includedHazard(resolved, pool, resolved.rates[year]!);
  let [people, atLevelOne, others] = [0, 0, hiredAway(resolved, projection, one)];
  for (let c = 0; c < cells; c++) {
    if (!change.cells[c]) continue;
    people += staff[from + c]!;
    atLevelOne += shape[c]! * lived[from + c]!;
    others += included[c]! * lived[from + c]!;
  }
  return atLevelOne > 0 ? (published.wanted(one) * people - others) / atLevelOne : now;
}

/** Hazards of what the published rate of a pool counts beside leaving, by (sex, age, tenure). */
function includedHazard({ system, size }: Resolved, pool: number, { hazards, moves }: YearRates): Float64Array {
  const cells = size.entries * size.tenures;
  const all = Object.values(system.pools);
  const own = all[pool]!;
  const out = new Float64Array(cells);
  for (const cause of own.leaving.includes)
    for (let c = 0; c < cells; c++) out[c]! += hazards[cause][pool * cells + c]!;
  for (const { from, to, hazard } of moves)
    if (from === pool && to !== pool && countsMove(own, all[to]!))
      for (let c = 0; c < cells; c++) out[c]! += hazard[c]!;
  return out;
}

/** Heads hired away in the year that the published rate counts. */
function hiredAway({ system, stepsPerYear }: Resolved, { steps }: Projection, { pool, year, change }: PublishedRate) {
  const all = Object.values(system.pools);
  let sum = 0;
  for (const { taken } of steps.slice(year * stepsPerYear, (year + 1) * stepsPerYear))
    for (const { kind, from, to, heads } of taken)
      if (kind === "hire" && from === pool && countsMove(all[from]!, all[to]!))
        for (let c = 0; c < heads.length; c++) if (change.cells[c]) sum += heads[c]!;
  return sum;
}

const said = ({ pools, years }: Resolved, { pool, year }: PublishedRate) => `"${pools[pool]!.id}" in ${years[year]}`;

const belowIncluded = (resolved: Resolved, one: PublishedRate): CadreError =>
  scenarioFault(resolved.scenario, one.change.path, {
    code: "retirement-above-rate",
    message: `What the leaving rate of ${said(resolved, one)} includes is more than the ${one.change.value} that it is set to.`,
    value: String(one.change.value),
    rule: "A set of leaving.rate sets the published rate, with everything that leaving.includes and its scope count.",
    fix: "Raise it; or change retirement.rate or moves.rate, or set leaving.hazard.",
  });

const outOfReach = (resolved: Resolved, one: PublishedRate): CadreError =>
  scenarioFault(resolved.scenario, one.change.path, {
    code: "no-base-year",
    message: `No level of leaving gives the leaving rate that ${said(resolved, one)} is set to.`,
    value: String(one.change.value),
    rule: "Leaving, moves and recruits of a year must fit together.",
    fix: "Set a rate that so many staff can have, or set leaving.hazard.",
  });
