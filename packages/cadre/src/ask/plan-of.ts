import { checkResults } from "../error/argument.ts";
import type { Result } from "../projection/result.ts";

/**
 * The result that a board decides about: the first plan behind the result that all are held against. Where none of them is
 * a plan it is the first of the others, which is then spoken of as what it is: a risk, or a what-if. Undefined when there
 * is only one result.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { planOf } from "cadre/results";
 * import { readScenario, readSystem } from "cadre/node";
 * const cumbria = await readSystem("scenarios/cumbria/system.yaml");
 * const names = ["working-age-falls-faster", "plan"];
 * const tried = await Promise.all(names.map((name) => readScenario(`scenarios/cumbria/${name}.yaml`)));
 * planOf([run(cumbria), ...tried.map((scenario) => run(cumbria, scenario))])?.id; // "plan"
 * ```
 */
export function planOf(results: readonly Result[]): Result | undefined {
  checkResults(results);
  const [, ...others] = results;
  return others.find(({ kind }) => kind === "plan") ?? others[0];
}
