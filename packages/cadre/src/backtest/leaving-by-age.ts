import { SYSTEM } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import { byName, checkArguments, NUMBER, only, TEXT } from "../error/shape.ts";
import { AGE_MEASURES, type AgeMeasure } from "../model/measures.ts";
import { run } from "../projection/run.ts";
import type { System } from "../system/types.ts";
import { agesOf } from "../table/axes.ts";
import { parseBand } from "../table/band.ts";

/** Leavers that follow the shape by age; retirements, deaths and moves have ages of their own. */
const SHAPED: readonly AgeMeasure[] = ["leavers.leaving", "churn"];
const UNSHAPED = AGE_MEASURES.filter((measure) => measure !== "headcount" && !SHAPED.includes(measure));

/** Nearer than this share of all leavers, a further round changes nothing that anybody counted. */
const CLOSE = 1e-6;
const MOST_ROUNDS = 60;

/**
 * How much sooner people of each age band leave, so that the leavers of a model year have the ages that were counted:
 * factors by band for `leaving.byAge`, of which only proportions matter. `shares` are shares of all leavers of the pool,
 * whatever their cause, by bands that cover its ages; they add up to 1. The level of leaving stays as published.
 *
 * Throws a `CadreError` when a band has more retirements, deaths and moves than leavers were counted, when a band is none
 * and when the shares do not add up. Method: docs/method/rates.md#leaving-by-age.
 *
 * @example
 * ```ts
 * import { leavingByAge } from "cadre/backtest";
 * import { readSystem } from "cadre/node";
 * const nurses = await readSystem("scenarios/england/nurses-2012/system.yaml");
 * // Of nurses who left in the year to September 2017 a quarter were under 30 and half under 40.
 * const shares = { "16-29": 0.25, "30-39": 0.25, "40-75": 0.5 };
 * leavingByAge(nurses, { pool: "nurses", year: 2017, shares }); // about 2.3, 1.3 and 0.5
 * ```
 */
export function leavingByAge(
  system: System,
  counted: { readonly pool: string; readonly year: number; readonly shares: Readonly<Record<string, number>> },
): Record<string, number> {
  const wanted = only({ pool: TEXT, year: NUMBER, shares: byName(NUMBER) });
  checkArguments({ system, counted }, { system: SYSTEM, counted: wanted });
  const { pool, year, shares } = counted;
  const bands = Object.entries(shares).map(([label, share]) => ({ label, share, band: parseBand(label) }));
  const sum = bands.reduce((all, { share }) => all + share, 0);
  if (Math.abs(sum - 1) > 1e-9 || bands.some(({ band, share }) => !band || !(share > 0)))
    throw fault(pool, JSON.stringify(shares), "Shares above 0 by age band that add up to 100%.");
  let factors: Record<string, number> = Object.fromEntries(bands.map(({ label }) => [label, 1]));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const result = run(withByAge(system, pool, factors));
    const ages = agesOf(system.axes);
    const leavers = (measures: readonly AgeMeasure[], from: number, to: number): number => {
      let heads = 0;
      for (const measure of measures)
        result.cells({ pool, measure, year }).forEach((count, cell) => {
          const age = system.axes.ageMin + (Math.floor(cell / system.axes.tenure) % ages);
          if (age >= from && age <= to) heads += count;
        });
      return heads;
    };
    const all = leavers([...SHAPED, ...UNSHAPED], 0, Number.POSITIVE_INFINITY);
    let off = 0;
    const next = bands.map(({ label, share, band }): [string, number] => {
      const { from, to } = band ?? { from: 0, to: 0 };
      const [shaped, rest] = [leavers(SHAPED, from, to), leavers(UNSHAPED, from, to)];
      if (share * all <= rest)
        throw fault(pool, label, "A band has more leavers than retirements, deaths and moves alone.");
      off = Math.max(off, Math.abs((shaped + rest) / all - share));
      return [label, ((factors[label] ?? 1) * (share * all - rest)) / shaped];
    });
    if (off < CLOSE) return factors;
    factors = Object.fromEntries(next);
  }
  throw fault(pool, JSON.stringify(shares), "Some shape of leaving by age gives these leavers.");
}

function withByAge(system: System, id: string, values: Record<string, number>): System {
  const pool = system.pools[id];
  if (!pool) throw fault(id, id, `A pool of the system: ${Object.keys(system.pools).join(", ")}.`);
  const byAge = Object.freeze({ unit: "factor" as const, kind: "assumption" as const, values: Object.freeze(values) });
  const shaped = Object.freeze({ ...pool, leaving: Object.freeze({ ...pool.leaving, byAge }) });
  return Object.freeze({ ...system, pools: Object.freeze({ ...system.pools, [id]: shaped }) });
}

const fault = (pool: string, value: string, rule: string): CadreError =>
  new CadreError({
    code: "bad-leavers-by-age",
    path: `pools.${pool}.leaving.byAge`,
    message: "Leaving by age cannot be worked out from these leavers.",
    value,
    rule,
    fix: "Correct the shares, or the retirement schedule of the pool.",
  });
