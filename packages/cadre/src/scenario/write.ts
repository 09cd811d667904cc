import { stringify } from "yaml";
import { checkAsFile } from "./check-as-file.ts";
import type { Scenario } from "./schema/scenario.ts";

/**
 * A scenario as the text of a YAML file that `parseScenario` reads back without change. What it used from the
 * catalogue or extended is written out.
 *
 * @example
 * ```ts
 * import { parseScenario } from "cadre";
 * import { scenarioText } from "cadre/scenarios";
 * const text = scenarioText({ id: "more", title: "More recruits", system: "./system.yaml" });
 * parseScenario(text).title; // "More recruits"
 * ```
 */
export function scenarioText(scenario: Scenario): string {
  checkAsFile(scenario);
  const { file: _, positions: _p, notes: _n, changes = [], assumptions = [], ...rest } = scenario;
  return stringify(
    { cadre: 1, ...rest, assumptions: [...changes, ...assumptions] },
    { lineWidth: 110, aliasDuplicateObjects: false },
  );
}
