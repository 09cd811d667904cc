import { CadreError } from "../error/cadre-error.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";

/** The ids of plans that are held against each other. Throws a `CadreError` for fewer than two, or for two of one id. */
export function checkPlans(plans: readonly Scenario[]): string[] {
  const ids = plans.map(({ id }, i) => id ?? `plan-${i + 1}`);
  const twice = ids.find((id, i) => ids.indexOf(id) < i);
  if (plans.length > 1 && twice === undefined) return ids;
  throw new CadreError({
    code: twice === undefined ? "no-choice" : "same-id",
    message: twice === undefined ? "There is nothing to choose between." : "Two plans have the same id.",
    value: twice ?? `${plans.length} plans`,
    rule: "Plans are compared with each other. There must be at least two, each with its own id.",
    fix: "Name another plan; doing nothing can be one.",
  });
}
