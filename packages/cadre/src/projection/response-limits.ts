import type { Resolved } from "../plan/resolved.ts";
import { MOST_RESPONSE, type ResponsePlan } from "../plan/response-plans.ts";
import type { Projection } from "./projection.ts";
import { hasSignal, signalAt } from "./responding.ts";

/** Where pools could not respond as asked: beyond what a response can be, or with nothing to go by. */
export function responseLimits(resolved: Resolved, projection: Projection): string[] {
  const { responses, pools, years } = resolved;
  const { responses: factors } = projection;
  if (!responses || !factors) return [];
  const held = (plan: ResponsePlan, p: number, what: string, by: Float64Array): string[] => {
    if (plan.power.every((power) => power === 0)) return [];
    const { id } = pools[p]!;
    const whose = plan.of === "all" ? "in any pool" : `in "${id}"`;
    if (!hasSignal(signalAt(resolved, projection, plan, p, 0)))
      return [
        plan.to === "vacancyRate"
          ? `There are no vacancies ${whose} at the base date; ${what} of "${id}" do not respond to them.`
          : `There are no posts or no staff ${whose} at the base date; ${what} of "${id}" do not respond to workload.`,
      ];
    const among = years.filter((_, y) => {
      const factor = by[y * pools.length + p]!;
      return factor === MOST_RESPONSE || factor === 1 / MOST_RESPONSE;
    });
    if (among.length === 0) return [];
    return [
      `The response of ${what} of "${id}" is limited to between a third and ${MOST_RESPONSE} times what they would be, in ${among.length} of ${years.length} years from ${among[0]}.`,
    ];
  };
  return pools.flatMap((_, p) => {
    const [recruits, leaving] = [responses.recruits[p], responses.leaving[p]];
    return [
      ...(recruits ? held(recruits, p, "recruits", factors.recruits) : []),
      ...(leaving ? held(leaving, p, "leavers", factors.leaving) : []),
    ];
  });
}
