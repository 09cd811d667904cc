import { suggest } from "../error/suggest.ts";
import type { AppliedChange } from "../scenario/change.ts";
import { scenarioFault } from "../scenario/scenario-fault.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import { namesInPools, numberAt } from "../system/numbers.ts";
import { newParameter } from "../system/old-words.ts";
import type { System } from "../system/types.ts";
import { selects } from "../table/where.ts";
import { datedParameters } from "./dated-parameters.ts";
import { missingCourse } from "./missing-course.ts";
import { noPool, tooFine } from "./selection-faults.ts";

/**
 * Full paths of the numbers that a change of a base-year parameter is about: the number of this path, or that of this
 * name in each selected pool. Throws a `CadreError` when there are none, and for a change with dates.
 */
export function basePaths(system: System, scenario: Scenario, applied: AppliedChange): readonly string[] {
  const { change, path } = applied;
  const { parameter, where = {} } = change;
  const named = (ids: readonly string[]) =>
    [parameter, ...ids.map((id) => `pools.${id}.${parameter}`)].filter((name) => numberAt(system, name) !== undefined);
  const selected = Object.entries(system.pools).filter(([id, pool]) => selects(where, { id, ...pool }));
  if (selected.length === 0 && named(Object.keys(system.pools)).length > 0)
    throw scenarioFault(scenario, path, noPool(system, where));
  const found = named(selected.map(([id]) => id));
  if (found.length === 0) throw unknownParameter(system, scenario, applied);
  if ((where.sex ?? where.age ?? where.tenure) !== undefined)
    throw scenarioFault(scenario, path, tooFine(parameter, where));
  refuseDates(scenario, applied);
  return found;
}

function unknownParameter(system: System, scenario: Scenario, { change: { parameter }, path }: AppliedChange) {
  const course = missingCourse(system, parameter);
  if (course) return scenarioFault(scenario, path, course);
  const names = [...datedParameters(system).keys(), ...namesInPools(system)];
  return scenarioFault(scenario, path, {
    code: "unknown-parameter",
    message: `"${parameter}" is not a number of this system.`,
    value: parameter,
    rule: `For example ${names.slice(0, 8).join(", ")}; \`cadre explain\` lists them.`,
    fix: "Correct the parameter, or the pools that you select.",
    didYouMean: newParameter(parameter) ?? suggest(parameter, names),
  });
}

function refuseDates(scenario: Scenario, { change, path }: AppliedChange): void {
  const { parameter, from, until, over } = change;
  if (from === undefined && until === undefined && over === undefined) return;
  throw scenarioFault(scenario, path, {
    code: "dated-base",
    message: `${parameter} is a number of the base year and has no dates.`,
    value: [from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(", ") || "over",
    rule: "from, until and over go with rates, recruits, demand, pipelines and markets.",
    fix: "Remove the dates, or change a rate instead.",
  });
}
