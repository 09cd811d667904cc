import { availableHours, hoursOf, workloadPosts } from "../demand/workload.ts";
import { unitFor } from "../model/units.ts";
import type { Workload } from "../system/schema/demand.ts";
import type { System } from "../system/types.ts";
import { writtenStep } from "./explain-input.ts";
import type { ExplanationStep } from "./explanation.ts";

/** Posts at the base date by workload: hours of each activity, hours that one member of staff is there, allowances. */
export function workloadSteps(system: System, id: string, workload: Workload): ExplanationStep[] {
  const { one, short } = unitFor("posts", [system.pools[id]!.counts]);
  const at = `demand.${id}.workload`;
  const { activities, support, extraHours } = workload;
  return [
    ...activities.map((one, i) => ({
      ...writtenStep(
        system,
        `${at}.activities.${i}.perYear`,
        one.perYear,
        `${one.title}: ${one.perYear.written} a year × ${one.minutes.written} minutes`,
      ),
      value: hoursOf(one),
      unit: "hours a year",
    })),
    { what: `÷ hours that one ${one} is at work`, value: availableHours(workload), unit: "hours a year" },
    ...(support
      ? [writtenStep(system, `${at}.support`, support, "÷ (1 − share of time for records and meetings)")]
      : []),
    ...(extraHours
      ? [writtenStep(system, `${at}.extraHours`, extraHours, `plus hours of single staff ÷ hours of one ${one}`)]
      : []),
    { what: "Posts by workload at the base date", value: workloadPosts(workload), unit: short },
  ];
}
