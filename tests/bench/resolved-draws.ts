import type { Scenario, System } from "cadre";
import type { Resolved } from "../../packages/cadre/src/plan/resolved.ts";
import { ScaledRates, type YearRates } from "../../packages/cadre/src/supply/rates.ts";
import { DrawnModel } from "../../packages/cadre/src/uncertainty/drawn-model.ts";
import { sampledShares } from "../../packages/cadre/src/uncertainty/sampling.ts";
import { uncertainties, withUncertain } from "../../packages/cadre/src/uncertainty/uncertain.ts";

/**
 * The numbers of the first draws of an ensemble, worked out beforehand: what its kernel is given. One and the same numbers
 * again and again would be learnt by the processor's branch predictor.
 */
export function resolvedDraws(system: System, scenario: Scenario, count: number): Resolved[] {
  const known = uncertainties(system, scenario);
  const { scenario: whole, places } = withUncertain(scenario, known);
  const model = new DrawnModel(system, whole, places.flat());
  const drawn = sampledShares({
    ids: known.map(({ id }) => id),
    groups: known.map((one) => one.membership),
    draws: count,
    seed: 1,
  });
  return Array.from({ length: count }, (_, d) => {
    known.forEach((one, i) => {
      for (const place of places[i]!) model.set(place, one.at(drawn[d * known.length + i]!));
    });
    return kept(model.at());
  });
}

/** A copy that the next draw does not write over. */
function kept(resolved: Resolved): Resolved {
  const copies = new Map<YearRates, YearRates>();
  const copy = (rates: YearRates): YearRates => {
    if (!(rates instanceof ScaledRates)) return structuredClone(rates);
    const scaled = new ScaledRates(rates.of, rates.factors.length);
    scaled.factors.set(rates.factors);
    return scaled;
  };
  for (const rates of resolved.rates) if (!copies.has(rates)) copies.set(rates, copy(rates));
  const { joiners, demand, funded } = resolved;
  return {
    ...resolved,
    ...structuredClone({ joiners, demand, funded }),
    rates: resolved.rates.map((rates) => copies.get(rates) as YearRates),
  };
}
