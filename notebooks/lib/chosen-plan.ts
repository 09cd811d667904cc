import type { Scenario } from "cadre";
import type { PlanAnswer } from "cadre/decide";
import { benchScenario, type OnBench } from "./bench-scenario.ts";
import type { PickedIntervention } from "./intervention-bench.ts";

/** The plan that was found as a scenario of the place; undefined where it does nothing. */
export function chosenPlan(
  { parts, scenario }: PlanAnswer,
  { picked, question, ...bench }: OnBench & { readonly question: string },
): Scenario | undefined {
  if (parts.length === 0) return undefined;
  const chosen = parts.flatMap(({ id }): PickedIntervention[] => {
    const intervention = scenario.interventions?.find((one) => one.id === id);
    const sources = picked.find((one) => one.intervention.id === id)?.sources ?? {};
    if (!intervention) return [];
    // The price that is assumed for another place is none of this plan’s.
    const { assumedCost: _, ...own } = intervention;
    return [{ intervention: own, sources }];
  });
  return { ...benchScenario({ ...bench, picked: chosen }), question };
}
