import { checkScenario } from "../error/argument.ts";
import { readable } from "../error/readable.ts";
import { Problems } from "../system/problems.ts";
import { placeIn } from "./scenario-fault.ts";
import type { Scenario } from "./schema/scenario.ts";
import { scenarioData } from "./schema/scenario.ts";

/**
 * Holds a scenario that code has made to the rules of one in a file: its keys, and what stands under them. Throws a
 * `CadreError` with the path of what is wrong, and what was probably meant.
 */
export function checkAsFile(scenario: Scenario): void {
  checkScenario(scenario);
  const issues = readable("scenario", () => scenarioData.safeParse(scenario).error?.issues ?? []);
  if (issues.length === 0) return;
  const place = (path: readonly PropertyKey[]) => placeIn(scenario, path);
  const problems = new Problems({ file: scenario.file, content: scenario, notes: [], place });
  problems.addIssues(issues);
  problems.throwIfAny();
}
