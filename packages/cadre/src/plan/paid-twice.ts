import type { Scenario } from "../scenario/schema/scenario.ts";
import type { System } from "../system/types.ts";

const INTAKE = /^pipelines\.(.+)\.intake$/;

/**
 * Interventions with a cost of their own that take more learners into a course which has a price: what training costs may
 * be counted in both.
 */
export function trainingPaidTwice({ pipelines }: System, { interventions = [] }: Scenario): string[] {
  return interventions.flatMap(({ id, title, cost, changes }) => {
    if (!cost?.perYear && !cost?.once) return [];
    const courses = new Set(changes.map(({ parameter }) => INTAKE.exec(parameter)?.[1]));
    return [...courses].flatMap((course = "") => {
      const price = pipelines[course]?.cost?.perLearner;
      if (!price?.value) return [];
      return [
        `Training may be counted twice: "${title}" has a cost of its own (interventions.${id}.cost) and changes the intake of "${course}", whose learners have a price already (pipelines.${course}.cost.perLearner, ${price.written}). Both are added up. Give the intervention only the cost beyond that of the course.`,
      ];
    });
  });
}
