import { countText, moneyWords } from "@cadre/charts";
import type { PlanAnswer, StressAnswer } from "cadre/decide";
import { comparedWith, gapWords } from "./gap-words.ts";

/** What was asked of whom, and what the plan that was found makes of it. */
export interface PlanSaid {
  /** The staff in question, within a sentence. */
  readonly name: string;
  readonly year: number;
  /** The most FTE that may be short. */
  readonly atMost: number;
  readonly budget: number;
  /** FTE short if nothing is done, and with the plan. */
  readonly unchanged: number;
  readonly left: number;
}

/** The answer in a sentence or two: the plan, what it costs and does; or that the target cannot be met, and what can. */
export function planWords(answer: PlanAnswer, said: PlanSaid): string {
  const { name, year, atMost, budget, unchanged, left } = said;
  const target = atMost > 0 ? `a gap of at most ${countText(atMost)} FTE` : "no gap";
  const nothing = `${gapWords(unchanged)} if nothing changes`;
  const fewer = comparedWith(left, unchanged);
  const does = `${fewer} than ${nothing}`;
  if (answer.kind === "not-needed")
    return `No plan is needed: ${name} would be ${gapWords(unchanged)} in ${year} if nothing changes, which meets the target of ${target}.`;
  if (answer.kind === "plan")
    return `${countWords(answer)} ${answer.parts.length === 1 ? "meets" : "meet"} the target for ${name} in ${year}, ${target}, for ${costWords(answer)}: ${does}.`;
  const because =
    "because" in answer
      ? answer.because.replace(/^No plan within the limits meets the target; this one comes nearest\.\s*/, "")
      : "";
  if (answer.parts.length === 0)
    return `The target for ${name} in ${year}, ${target}, cannot be met for ${moneyWords(budget)}. Nothing that may be done for it helps: ${nothing}. ${because}`.trim();
  return `The target for ${name} in ${year}, ${target}, cannot be met for ${moneyWords(budget)}. ${countWords(answer)} ${answer.parts.length === 1 ? "comes" : "come"} nearest, for ${costWords(answer)}: ${does}. ${because}`.trim();
}

const countWords = ({ parts }: PlanAnswer): string =>
  parts.length === 1
    ? `One action, “${parts[0]?.title}”,`
    : `${COUNTS[parts.length] ?? countText(parts.length)} actions`;

const COUNTS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

/** "£4.2 million", or both ends where prices are ranges. */
export const costWords = ({ total, totalLow }: PlanAnswer): string =>
  total - totalLow < 0.5 ? moneyWords(total) : `${moneyWords(totalLow)} to ${moneyWords(total)}`;

/** How sure it is that no plan is better. */
export function searchWords({ complete, stopped, runs }: PlanAnswer): string {
  if (stopped)
    return `The search was stopped after ${countText(runs)} runs. This is the best plan so far; there may be a better one.`;
  return complete
    ? `No other plan of these actions is expected to do better (${countText(runs)} runs of the model).`
    : `The best plan of ${countText(runs)} that were run. It is not proven that there is none better.`;
}

/** What prices the plan rests on, and which actions nobody has priced. */
export function priceWords({ assumedPrices, withoutPrice, parts }: PlanAnswer): string[] {
  const assumed = assumedPrices.length;
  const all =
    assumed === parts.length
      ? "All its prices are"
      : `${assumed} of its ${parts.length} prices ${assumed === 1 ? "is an assumption" : "are"}`;
  return [
    ...(assumed === 0
      ? []
      : [
          `${all}${all.endsWith("assumption") ? "" : " assumptions"}, which nobody has published. It is planned at their upper ends.`,
        ]),
    ...(withoutPrice.length === 0
      ? []
      : [
          `Not planned, because they have no price (which does not mean that they are free): ${withoutPrice.join("; ")}.`,
        ]),
  ];
}

/** What would break a plan, in words a board can read; the last of the plans that were held against the draws. */
export function breakWords({ plans, futures }: StressAnswer): string {
  const plan = plans.at(-1);
  const meets = plan?.meets ?? 0;
  const all = countText(futures.length);
  if (meets === 1) return `Nothing that is known to be uncertain: the target is met in all of ${all} draws.`;
  if (meets === 0)
    return `The target is missed in all of ${all} draws, so that no number in particular breaks the plan.`;
  return (
    plan?.breaks?.words ??
    `No two or three numbers by themselves: the ${countText(futures.length * (1 - meets))} misses in ${all} draws have no simple pattern.`
  );
}
