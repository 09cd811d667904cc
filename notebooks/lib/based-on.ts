import type { Scenario } from "cadre";
import { fileName } from "./save-file.ts";

/**
 * A scenario with more in it: changes and interventions come after those it has; what else is given takes the place. Its
 * id, and so the name of its file, is made of the title unless it is given.
 */
export function basedOn(scenario: Scenario | undefined, more: Scenario): Scenario {
  const { changes = [], assumptions = [], interventions = [], uncertainties = [], sources, ...rest } = more;
  const { note: _, question: _q, ...before } = (scenario ?? {}) as Scenario & { note?: string };
  return {
    system: "./system.yaml",
    ...before,
    id: idOf(more.title ?? "tried"),
    ...rest,
    assumptions: [...(before.assumptions ?? []), ...assumptions, ...changes],
    interventions: [...(before.interventions ?? []), ...interventions],
    uncertainties: [...(before.uncertainties ?? []), ...uncertainties],
    sources: { ...before.sources, ...sources },
  };
}

/** An id begins with a letter. */
const idOf = (title: string): string => fileName(title).replace(/^(?![a-z])/, "scenario-");
