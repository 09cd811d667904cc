import { countText, headline, roughText } from "@cadre/charts";
import { evidenceOf } from "cadre/scenarios";
import { rounded } from "../pack/cell.ts";
import type { PackSetting } from "../pack/setting.ts";
import { changeOf, gapOf } from "../pack/stated.ts";
import { rankedInputs } from "../pages/assumptions.ts";
import { inputName } from "../text/input-name.ts";
import { shortWords } from "./gap.ts";

/** The whole answer in a line: how short, and what the plan does about it. */
export function answerHeadline(setting: PackSetting): string {
  const { first, plan, pool, year } = setting;
  const now = `${shortWords(setting, gapOf(setting, first, { pool, year }))} by ${year}`;
  const { value } = changeOf(setting, { pool, year });
  if (!plan || rounded(value) === 0) return now;
  const who = plan.kind === "plan" ? "the plan" : plan.kind === "risk" ? "the risk" : "the scenario";
  return `${now}; ${who} ${value < 0 ? "closes" : "adds"} about ${roughText(Math.abs(value))}`;
}

export const chanceHeadline = ({ target, year, first, pool }: PackSetting): string =>
  target === 0
    ? `The chance of no shortage, year by year to ${year}`
    : `The chance of at most ${countText(target)} ${first.unit({ pool, measure: "gap" }).short} short, year by year`;

/** Who leaves in the year asked for. */
export const leaversHeadline = ({ first, pool, year }: PackSetting): string =>
  `About ${roughText(first.at({ pool, measure: "leavers", year }))} people leave a post in ${year}`;

/** The number on which the answer rests most, where that is known. */
export function assumptionsHeadline(setting: PackSetting): string {
  const { first, effects } = setting;
  const [most] = rankedInputs(setting);
  if (!effects || most?.effect === undefined || rounded(most.effect) === 0) return "What the answer rests on";
  return headline(inputName(first, most.input.parameter), (name) => `The answer rests most on “${name}”`);
}

/** How many of the interventions nobody has measured. */
export function evidenceHeadline({ results, plan }: PackSetting): string {
  const scenarios = results.map(({ data }) => data.resolved.scenario);
  const shown = [plan?.data.resolved.scenario, ...scenarios].find((one) => (one?.interventions?.length ?? 0) > 0);
  const count = shown?.interventions?.length ?? 0;
  const unmeasured = shown ? evidenceOf(shown).unmeasured.length : 0;
  const all = count === 1 ? "its one intervention" : `the ${count} interventions`;
  if (unmeasured === 0) return `How good the evidence for ${all} is`;
  return count === 1
    ? "Nobody has measured the one intervention"
    : `Nobody has measured ${unmeasured === count ? "any" : unmeasured} of the ${count} interventions`;
}
