import { ANY_OBJECT, checkArguments, keys, list, TEXT } from "../error/shape.ts";
import type { System } from "../system/types.ts";
import type { Intervention } from "./schema/intervention.ts";
import type { Scenario } from "./schema/scenario.ts";

/** The parameter of a course's intake, with its course. */
export const INTAKE = /^pipelines\.(.+)\.intake$/;

const PLACE = keys({ pipelines: ANY_OBJECT });
const ADDING = keys({ changes: list(keys({ parameter: TEXT })) });

/** Whether anybody has stated what something costs. */
export const isPriced = (cost: { readonly perYear?: unknown; readonly once?: unknown } | undefined): boolean =>
  (cost?.perYear ?? cost?.once) !== undefined;

/**
 * Whether an intervention only adds learners to courses whose price stands in the place's file, so that what it costs is
 * counted. Method: docs/method/costs.md.
 *
 * @example
 * ```ts
 * import { coursePriced } from "cadre/scenarios";
 * import { readSystem } from "cadre/node";
 * const cumbria = await readSystem("scenarios/cumbria/system.yaml");
 * coursePriced(cumbria, { changes: [{ parameter: "leaving.rate", multiply: 0.9 }] }); // false: it adds no learners
 * ```
 */
export function coursePriced(system: Pick<System, "pipelines">, intervention: Pick<Intervention, "changes">): boolean {
  checkArguments({ system, intervention }, { system: PLACE, intervention: ADDING });
  const { changes } = intervention;
  return (
    changes.length > 0 &&
    changes.every(({ parameter }) => {
      const course = INTAKE.exec(parameter)?.[1];
      return course !== undefined && system.pipelines[course]?.cost?.perLearner !== undefined;
    })
  );
}

/** Actions of a scenario that nobody has priced: neither themselves nor, where they add learners, their courses. */
export const unpricedActions = (
  { interventions = [] }: Scenario,
  system: Pick<System, "pipelines">,
): readonly Intervention[] => interventions.filter((one) => !isPriced(one.cost) && !coursePriced(system, one));
