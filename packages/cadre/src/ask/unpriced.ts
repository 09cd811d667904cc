import { checkResult } from "../error/argument.ts";
import type { Result } from "../projection/result.ts";
import { unpricedActions } from "../scenario/priced.ts";
import type { Intervention } from "../scenario/schema/intervention.ts";

/**
 * Interventions of a result whose cost nobody has stated: they have none themselves, and do more than add learners to courses
 * that the place's file has a price for. What they cost is missing from the costs of the result; they are not free.
 *
 * Method: docs/method/costs.md.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { unpriced } from "cadre/results";
 * import { readScenario, readSystem } from "cadre/node";
 * const cumbria = await readSystem("scenarios/cumbria/system.yaml");
 * unpriced(run(cumbria, await readScenario("scenarios/cumbria/plan.yaml"))).map(({ title }) => title);
 * ```
 */
export function unpriced(result: Result): readonly Intervention[] {
  checkResult(result);
  const { scenario, system } = result.data.resolved;
  return unpricedActions(scenario, system);
}
