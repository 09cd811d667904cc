import type { Scenario } from "cadre";

/** A scenario with more in it: changes and interventions come after those it has; what else is given takes the place. */
export function basedOn(scenario: Scenario | undefined, more: Scenario): Scenario {
  const { changes = [], assumptions = [], interventions = [], uncertainties = [], sources, ...rest } = more;
  const { note: _, question: _q, ...before } = (scenario ?? {}) as Scenario & { note?: string };
  return {
    system: "./system.yaml",
    ...before,
    ...rest,
    assumptions: [...(before.assumptions ?? []), ...assumptions, ...changes],
    interventions: [...(before.interventions ?? []), ...interventions],
    uncertainties: [...(before.uncertainties ?? []), ...uncertainties],
    sources: { ...before.sources, ...sources },
  };
}
