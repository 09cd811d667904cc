import type { CadreError } from "../error/cadre-error.ts";
import type { AppliedChange } from "../scenario/change.ts";
import { scenarioFault } from "../scenario/scenario-fault.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";

/** Two changes that set one number contradict each other: an error at the second. */
export const twoSets = (
  scenario: Scenario,
  one: AppliedChange,
  other: AppliedChange,
  what: string,
  fix: string,
): CadreError =>
  scenarioFault(scenario, other.path, {
    code: "two-sets",
    message: `"${one.title}" and "${other.title}" both set ${what}.`,
    value: `${one.change.variant ?? one.value} and ${other.change.variant ?? other.value}`,
    rule: "A number is set once. To change it further, use multiply or add.",
    fix,
  });
