import type { Scenario } from "../scenario/schema/scenario.ts";
import { sampledShares } from "./sampling.ts";

/** By draw: what interventions cost over some model years beyond their central price, where it has a range; all of it is as likely. */
export function priceSpread(
  { interventions = [] }: Scenario,
  years: readonly number[],
  { draws, seed }: { draws: number; seed: number | string },
): Float64Array {
  const out = new Float64Array(draws);
  const ranged = interventions.filter(({ cost }) => cost?.range);
  const drawn = sampledShares({ ids: ranged.map(({ id }) => `price of ${id}`), draws, seed });
  for (const [i, { cost = {}, from = years[0]!, until = Number.POSITIVE_INFINITY }] of ranged.entries()) {
    const running = years.filter((year) => year >= from && year <= until).length;
    const begun = years.includes(Math.max(from, years[0]!)) ? 1 : 0;
    for (const [name, times] of [
      ["perYear", running],
      ["once", begun],
    ] as const) {
      const ends = cost.range?.[name];
      if (!ends) continue;
      for (let d = 0; d < draws; d++) {
        const price = ends.low + (ends.high - ends.low) * drawn[d * ranged.length + i]!;
        out[d]! += (price - (cost[name] ?? 0)) * times;
      }
    }
  }
  return out;
}
