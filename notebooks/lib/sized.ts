import type { Effect, Intervention } from "cadre";

/**
 * An intervention in another size: what it adds and what it costs a year, times so much. The size of a programme is a
 * decision; a size of 0 is no programme at all.
 */
export function sizedIntervention(intervention: Intervention, times: number): Intervention {
  const { cost, changes } = intervention;
  const scaled = (effect: Effect | undefined) =>
    typeof effect === "number" ? { add: Math.round(effect * times * 1e6) / 1e6 } : {};
  return {
    ...intervention,
    changes: changes.map((change) => ({ ...change, ...scaled(change.add) })),
    ...(cost && { cost: { ...cost, ...(cost.perYear !== undefined && { perYear: cost.perYear * times }) } }),
  };
}
