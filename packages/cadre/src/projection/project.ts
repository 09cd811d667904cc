import type { Resolved } from "../resolve/resolved.ts";
import { ageOneYear } from "../supply/ageing.ts";
import { type Coefficients, coefficients } from "../supply/coefficients.ts";
import type { YearRates } from "../supply/rates.ts";
import { step } from "../supply/step.ts";

/** What the engine computes, in flat arrays: everything else about a result is arithmetic on these. */
export interface Projection {
  /** Heads at each reference date, from the base on, by (date, pool, sex, age, tenure). */
  readonly stock: Float64Array;
  /** Person-years lived in each model year, by (year, pool, sex, age, tenure); leavers of a cause are hazard × these. */
  readonly personYears: Float64Array;
  /** Market recruits of each model year, by (year, pool). */
  readonly market: Float64Array;
  /** All joiners of each model year, by (year, pool). */
  readonly joiners: Float64Array;
}

/** Runs the model year by year. Rates shared between years are worked out once. Method: docs/method/step.md. */
export function project(resolved: Resolved): Projection {
  const { size, years, stepsPerYear, rates, market, system } = resolved;
  const { pools, entries, tenures } = size;
  const cells = pools * entries * tenures;
  const stock = new Float64Array((years.length + 1) * cells);
  const personYears = new Float64Array(years.length * cells);
  const recruits = new Float64Array(years.length * pools);
  const joined = new Float64Array(years.length * pools);
  const heads = resolved.opening.slice();
  const joiners = new Float64Array(pools * entries);
  stock.set(heads);

  let known: { rates: YearRates; steps: Coefficients } | undefined;
  for (let y = 0; y < years.length; y++) {
    if (known?.rates !== rates[y])
      known = {
        rates: rates[y],
        steps: coefficients(rates[y], pools, system.axes, 1 / stepsPerYear, system.calendar.convention),
      };
    const lived = personYears.subarray(y * cells, (y + 1) * cells);
    for (let j = 0; j < stepsPerYear; j++) {
      joiners.set(market[y]);
      addByPool(joiners, entries, recruits, y * pools, pools);
      step(known.steps, size, heads, joiners, lived);
      addByPool(joiners, entries, joined, y * pools, pools);
    }
    ageOneYear(heads, size, resolved.ages);
    stock.set(heads, (y + 1) * cells);
  }
  return { stock, personYears, market: recruits, joiners: joined };
}

function addByPool(values: Float64Array, entries: number, totals: Float64Array, at: number, pools: number): void {
  for (let p = 0, i = 0; p < pools; p++) {
    let sum = 0;
    for (const end = i + entries; i < end; i++) sum += values[i];
    totals[at + p] += sum;
  }
}
