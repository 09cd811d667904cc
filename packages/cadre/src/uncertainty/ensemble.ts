import { CadreError } from "../error/cadre-error.ts";
import { project } from "../projection/project.ts";
import { openResult, type Result } from "../projection/result.ts";
import { baseYearOf, resolve } from "../resolve/resolve.ts";
import type { Scenario } from "../scenario/types.ts";
import type { System } from "../system/types.ts";
import { stream } from "./streams.ts";
import { uncertainties } from "./uncertain.ts";

/** How many draws, and from which seed. */
export interface EnsembleOptions {
  readonly draws?: number;
  readonly seed?: number | string;
  /** Told after every draw. */
  readonly progress?: (done: number, draws: number) => void;
}

/** What many draws say of one number. */
export interface Spread {
  readonly mean: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** Many draws of everything uncertain. */
export interface Ensemble {
  /** The run with everything at its centre. */
  readonly central: Result;
  readonly draws: number;
  readonly seed: number | string;
  /** Draws whose numbers contradicted each other, for which the centre stands. */
  readonly refused: number;
  /** Ids of what was drawn. */
  readonly uncertain: readonly string[];
  /** Mean and quantiles of a measure (`headcount`, `supply`, `demand` or `gap`); `pool` defaults to `all`. */
  at(query: { pool?: string; measure: string; year: number }): Spread;
  /** Share of draws in which the measure is at most so much. */
  chance(query: { pool?: string; measure: string; year: number; atMost: number }): number;
}

const MEASURES = ["headcount", "supply", "demand", "gap"] as const;

/**
 * Runs a system under a scenario many times, each time with every uncertain number drawn anew: inputs with an 80%
 * interval, the scenario's uncertainties, and the effects of its interventions, widened for weak evidence. The draws
 * hold parameter uncertainty, not the chance of individual careers. The same seed gives the same draws in every
 * scenario. A draw whose numbers contradict each other (retirements above a leaving rate drawn low) has no result; the
 * centre stands for it, and `refused` counts them.
 *
 * @example
 * ```ts
 * import { ensemble, parseSystem } from "cadre";
 * const system = parseSystem(`
 *   cadre: 1
 *   id: home-care
 *   title: Home care
 *   calendar: { base: 2024-03-31, until: 2026-03-31 }
 *   axes: { age: none }
 *   pools:
 *     carers:
 *       { title: Carers, employer: Us, sector: care, headcount: 100, leaving: { rate: 30%, kind: hazard, scope: employer } }
 * `);
 * const uncertainties = [{ parameter: "recruitment.recruits", multiply: { p10: 0.8, p90: 1.2 } }];
 * const sure = ensemble(system, { id: "unsure", uncertainties }, { draws: 50, seed: 1 });
 * sure.at({ measure: "gap", year: 2026 }).p90; // FTE short, one time in ten more than that
 * ```
 */
export function ensemble(system: System, scenario: Scenario = {}, options: EnsembleOptions = {}): Ensemble {
  const { draws = 200, seed = 1, progress } = options;
  const known = uncertainties(system, scenario);
  const sources = known.map(({ id }) => stream(seed, id));
  const near = baseYearOf(system);
  const open = (drawn: Scenario) => {
    const resolved = resolve(system, drawn, undefined, near);
    return openResult({ resolved, projection: project(resolved) });
  };
  const central = open(scenario);
  const dates = [central.base, ...central.years];
  const groups = central.groups.filter(({ pools }) => pools.length > 0);
  const place = (pool: string, measure: string, year: number): number => {
    // The result's own error for a name or year that is not there.
    central.at({ pool, measure, year });
    const m = (MEASURES as readonly string[]).indexOf(measure);
    if (m < 0)
      throw new CadreError({
        code: "unknown-measure",
        message: `Draws keep no "${measure}".`,
        value: measure,
        rule: `Known: ${MEASURES.join(", ")}.`,
        fix: "Ask for one of these.",
      });
    return (groups.findIndex(({ id }) => id === pool) * dates.length + dates.indexOf(year)) * MEASURES.length + m;
  };
  const width = groups.length * dates.length * MEASURES.length;
  // By number, then draw, so that one number's draws lie side by side.
  const values = new Float64Array(width * draws);
  let refused = 0;
  for (let d = 0; d < draws; d++) {
    const shares = sources.map((next) => next());
    const found = drawn(
      open,
      known.reduce((so, one, i) => one.at(so, shares[i]), scenario),
    );
    if (!found) refused++;
    const result = found ?? central;
    let at = 0;
    for (const { id } of groups)
      for (const year of dates)
        for (const measure of MEASURES) values[at++ * draws + d] = result.at({ pool: id, measure, year });
    progress?.(d + 1, draws);
  }
  const drawsOf = ({ pool = "all", measure, year }: { pool?: string; measure: string; year: number }) => {
    const row = place(pool, measure, year);
    return values.slice(row * draws, (row + 1) * draws).sort();
  };
  return Object.freeze({
    central,
    draws,
    seed,
    refused,
    uncertain: known.map(({ id }) => id),
    at: (query: { pool?: string; measure: string; year: number }): Spread => {
      const sorted = drawsOf(query);
      const mean = sorted.reduce((sum, value) => sum + value, 0) / draws;
      return { mean, p10: quantileOf(sorted, 0.1), p50: quantileOf(sorted, 0.5), p90: quantileOf(sorted, 0.9) };
    },
    chance: ({ atMost, ...query }: { pool?: string; measure: string; year: number; atMost: number }) =>
      drawsOf(query).filter((value) => value <= atMost).length / draws,
  });
}

/** A draw whose numbers contradict each other has no result; the centre stands for it. */
function drawn(open: (scenario: Scenario) => Result, scenario: Scenario): Result | undefined {
  try {
    return open(scenario);
  } catch (error) {
    if (error instanceof CadreError && (error.code === "retirement-above-rate" || error.code === "no-base-year"))
      return undefined;
    throw error;
  }
}

/** The quantile of sorted values, between neighbours along a straight line. */
function quantileOf(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
}
