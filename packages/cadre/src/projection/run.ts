import { checkAsFile } from "../scenario/check-as-file.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import { checkNumbers } from "../system/check-numbers.ts";
import type { System } from "../system/types.ts";
import { project } from "./project.ts";
import { openResult, type Result } from "./result.ts";
import { settled } from "./settle.ts";

/**
 * Projects a system to its last reference date, if nothing changes or under a scenario's changes, and returns the
 * result: heads, full-time equivalents in post and needed, the gap between them, and who joins and leaves by cause,
 * for each pool and year. Changes act on the calibrated numbers of the base year.
 *
 * Throws a `CadreError` when the system's numbers contradict each other, such as retirements above the published
 * leaving rate. A system or a scenario that code has made keeps the rules of files: a misspelt key or a negative headcount
 * is an error. Method: docs/method/step.md.
 *
 * @example
 * ```ts
 * import { parseSystem, run } from "cadre";
 * const system = parseSystem(`
 *   cadre: 1
 *   id: home-care
 *   title: Home care
 *   calendar: { base: 2024-03-31, until: 2030-03-31 }
 *   axes: { age: none }
 *   pools:
 *     carers:
 *       title: Home carers
 *       employer: Our agency
 *       sector: social-care
 *       headcount: 120
 *       vacancyRate: 8%
 *       leaving: { rate: 30%, kind: leavers-per-average-headcount, scope: employer }
 * `);
 * run(system).at({ pool: "carers", measure: "gap", year: 2030 }); // 10.4 full-time equivalents short
 * ```
 */
export function run(system: System, scenario?: Scenario): Result {
  checkNumbers(system);
  if (scenario) checkAsFile(scenario);
  const resolved = settled(system, scenario);
  return openResult({ resolved, projection: project(resolved) });
}
