import type { Measure, Result } from "cadre";
import { MOST_LINES } from "./colours.ts";
import type { PackSetting } from "./setting.ts";

/** The first result, the plan, and those whose measure ends furthest from the first, as many as are told apart, in the order of the results. */
export function furthestScenarios({ results, first, plan, pool }: PackSetting, measure: Measure): number[] {
  const end = (result: Result) => result.series({ pool, measure }).at(-1)?.value ?? 0;
  const apart = (i: number) =>
    results[i] === plan ? Number.POSITIVE_INFINITY : Math.abs(end(results[i] ?? first) - end(first));
  const others = results.map((_, i) => i).slice(1);
  const kept = [...others].sort((one, other) => apart(other) - apart(one)).slice(0, MOST_LINES - 1);
  return [0, ...others.filter((i) => kept.includes(i))];
}
