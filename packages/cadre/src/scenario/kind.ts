import { SCENARIO_KINDS, type Scenario, type ScenarioKind } from "./schema/scenario.ts";

/** What a scenario is: as it says itself, or else a plan if it has interventions and a what-if if it has none. */
export const kindOf = ({ kind, interventions = [] }: Scenario): ScenarioKind =>
  kind ?? (interventions.length > 0 ? "plan" : "what-if");

/** What several scenarios that are extended together say they are; a plan goes without saying. */
export const inheritedKind = (parents: readonly Scenario[]): ScenarioKind | undefined =>
  SCENARIO_KINDS.find((kind) => kind !== "plan" && parents.some((parent) => parent.kind === kind));

/** Whether a scenario is a state of the world that nobody chooses: a risk, or assumptions with nothing done. */
export const isFuture = (scenario: Scenario): boolean =>
  kindOf(scenario) === "risk" || (!scenario.interventions?.length && (scenario.assumptions ?? []).length > 0);
