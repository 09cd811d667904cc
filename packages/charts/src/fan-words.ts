import type { ScenarioKind, Spread } from "cadre";
import { type FanLine, pointIn } from "./fan-lines.ts";
import { briefName } from "./group-title.ts";
import type { MeasureWords } from "./measure-words.ts";
import { countText, roundWhole } from "./number.ts";
import { atMostWords, betweenWords } from "./spread-words.ts";
import { chanceWords, drawsAgree, NO_RANGE } from "./uncertain-run.ts";

/** What a board should take away: the median and where eight of ten draws lie, or both medians. */
export function fanFinding(
  [first, plan]: readonly FanLine[],
  { say, measure, year }: { say: MeasureWords; measure: string; year: number },
): string {
  if (first === undefined) return "nothing to show";
  const { p10, p50, p90 } = pointIn(first, year);
  // A shortage says by itself what it is of.
  const what = measure === "gap" ? "" : `${say.name.toLowerCase()} `;
  if (plan !== undefined)
    return `${what}${say.words(pointIn(plan, year).p50)} in ${year} with “${briefName(plan.name)}”, ${say.words(p50)} with “${briefName(first.name)}” (medians)`;
  const middle = `${what}${say.words(p50)} in ${year}`;
  if (p10 === undefined || p90 === undefined) return middle;
  if (drawsAgree(pointIn(first, year))) return `${middle}; nobody has given a range`;
  if (roundWhole(p10) === roundWhole(p90)) return `${middle}, the same in 8 of 10 draws`;
  return `${middle}, in 8 of 10 draws between ${betweenWords([p10, p90], say, measure)}`;
}

/** What is drawn, in which unit and when; that a minus sign is a surplus only where there is one. */
export function unitSentence(
  fans: readonly FanLine[],
  { say, measure, dates }: { say: MeasureWords; measure: string; dates: string },
): string {
  if (measure !== "gap") return `${say.name} in ${say.unit}, ${dates}.`;
  const short = fans.every(({ points }) => points.every(({ p10 = 0, central = 0 }) => p10 >= 0 && central >= 0));
  if (short) return `Shortage in ${say.unit}, ${dates}.`;
  return `Gap in ${say.unit}, ${dates}: above zero short of staff, below zero more than needed.`;
}

/** What a scenario is called beside the one it is held against: only what is a plan is called one. */
const CALLED = { plan: "the plan", risk: "the risk", "what-if": "the scenario" } as const;

/** How much the plan changes, draw by draw: "Draw by draw the plan lowers it by 300 to 700 (8 draws of 10)." */
export function differenceSentence(
  { p10 = 0, p90 = 0 }: Spread<number | undefined>,
  { say, kind }: { say: MeasureWords; kind: ScenarioKind },
): string {
  const who = CALLED[kind];
  const [low, high] = [roundWhole(p10), roundWhole(p90)];
  // Shares differ by percentage points: 8% and 6% are not 2% apart.
  const text = say.kind === "percentage" ? countText : say.text;
  const size = (value: number) => text(Math.abs(value));
  const spread = (verb: string, from: string, to: string) => {
    const amount = from === to ? from : `${from} to ${to}`;
    const points = say.kind !== "percentage" ? "" : amount === "1" ? " percentage point" : " percentage points";
    return `Draw by draw ${who} ${verb} it by ${amount}${points} (8 draws of 10).`;
  };
  if (low === 0 && high === 0) return `Draw by draw ${who} changes nothing.`;
  if (high <= 0) return spread("lowers", size(high), size(low));
  if (low >= 0) return spread("raises", size(low), size(high));
  return spread("changes", text(low), `+${size(high)}`);
}

/** How likely the first scenario, and the plan where there is one, is to keep the target in the last year. */
export function targetSentence(
  chances: readonly (number | undefined)[],
  {
    target,
    year,
    say,
    measure,
    kind = "plan",
  }: { target: number; year: number; say: MeasureWords; measure: string; kind?: ScenarioKind | undefined },
): string {
  const [first, plan] = chances.map((chance) => (chance === undefined ? NO_RANGE : chanceWords(chance)));
  const withPlan = plan === undefined ? "" : `, with ${CALLED[kind]} ${plan}`;
  return `Chance of ${atMostWords(target, say, measure)} in ${year}: ${first}${withPlan}.`;
}

/** One reference date as a sentence of the alternative text. */
export function fanSentence(fans: readonly FanLine[], year: number, say: MeasureWords, measure: string): string {
  const parts = fans.flatMap(({ name, points }) => {
    const point = points.find((one) => one.year === year);
    if (point === undefined) return [];
    const { p10, p50, p90 } = point;
    const told =
      p10 === undefined || p90 === undefined
        ? say.words(undefined)
        : drawsAgree(point)
          ? `${say.words(p50)}, without a range`
          : `median ${say.words(p50)}, 8 draws of 10 between ${betweenWords([p10, p90], say, measure)}`;
    return [fans.length === 1 ? told : `${name} ${told}`];
  });
  return `${year}: ${parts.join("; ")}.`;
}
