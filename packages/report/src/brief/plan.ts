import { countText, headline, moneyWords, roughText } from "@cadre/charts";
import { unpriced } from "cadre/results";
import { evidenceOf } from "cadre/scenarios";
import { rounded } from "../pack/cell.ts";
import type { PackBrief } from "../pack/pack.ts";
import { type PackSetting, scenarioName } from "../pack/setting.ts";
import { changeOf, drawnPair, gapOf } from "../pack/stated.ts";
import { costsApart } from "../pages/costs.ts";
import { capitalised, rangeWords, shareWords } from "./rough.ts";

const unitOf = ({ first, pool }: PackSetting): string => first.unit({ pool, measure: "gap" }).short;

/** What the plan, or whatever is held against the first scenario, makes of the gap. */
export function changeBrief(setting: PackSetting): PackBrief | undefined {
  const { first, plan, pool, year } = setting;
  if (!plan) return undefined;
  const { value, range } = changeOf(setting, { pool, year });
  const unit = unitOf(setting);
  const gap = gapOf(setting, first, { pool, year });
  const size = `about ${roughText(Math.abs(value))} ${unit}`;
  const does = rounded(value) === 0 ? "changes nothing in" : value < 0 ? `closes ${size} of` : `adds ${size} to`;
  const perhaps = range && value < 0 && range[1] >= 0 ? ", perhaps none" : "";
  const spread = drawnPair(setting)[1]?.difference;
  const fewer = spread?.chance({ pool, measure: "gap", year, atMost: 0 });
  return {
    headline: headline(scenarioName(plan, 40), (name) => `“${name}” ${does} the ${year} gap${perhaps}`),
    so: [
      {
        mark: roughText(Math.abs(value)),
        words: `${value > 0 ? "more" : "fewer"} ${unit} short in ${year}${range ? `, likely ${rangeWords([-range[1], -range[0]])} fewer` : ""}.`,
      },
      ...(gap > 0 && value < 0
        ? [{ mark: capitalised(shareWords(-value / gap)), words: `of the gap of about ${roughText(gap)}.` }]
        : []),
      ...(fewer === undefined
        ? []
        : [{ mark: `${countText(100 * fewer)} of 100`, words: "draws have no more short than doing nothing." }]),
    ],
  };
}

/** Scenarios side by side, where there are more than the two that other slides speak of. */
export function scenariosBrief(setting: PackSetting): PackBrief | undefined {
  const { results, pool, year } = setting;
  if (results.length < 3) return undefined;
  const ranked = results
    .map((result) => ({ result, gap: gapOf(setting, result, { pool, year }) }))
    .sort((one, other) => one.gap - other.gap);
  const [least, most] = [ranked[0], ranked.at(-1)];
  if (!least || !most) return undefined;
  const unit = unitOf(setting);
  const side = least.gap < 0 ? "" : " short";
  return {
    headline: `${results.length} scenarios: ${roughText(least.gap)} to ${roughText(most.gap)} ${unit}${side} in ${year}`,
    so: [
      { mark: roughText(least.gap), words: `with “${scenarioName(least.result, 50)}”, the least.` },
      { mark: roughText(most.gap), words: `with “${scenarioName(most.result, 50)}”, the most.` },
    ],
  };
}

/** What each intervention of the plan adds. */
export function actionsBrief(setting: PackSetting): PackBrief | undefined {
  const { plan, decomposition: found } = setting;
  if (!plan || !found || found.parts.length === 0) return undefined;
  const [best] = [...found.parts].sort((one, other) => one.value - other.value);
  if (!best) return undefined;
  const { scenario } = plan.data.resolved;
  const count = scenario.interventions?.length ?? 0;
  const unmeasured = evidenceOf(scenario).unmeasured.length;
  const all = found.after - found.before;
  const closes = rounded(best.value) < 0;
  // Shares are of the run; where the pack states medians of draws, a number of the run would contradict them.
  const size = drawnPair(setting).length > 0 ? "" : `: about ${roughText(-best.value)} ${unitOf(setting)}`;
  return {
    headline: closes
      ? headline(best.title, (name) => `“${name}” closes most${size}`)
      : "No intervention narrows the gap",
    so: [
      ...(closes && all < 0
        ? [
            {
              mark: capitalised(shareWords(best.value / all)),
              words: `of what the plan closes comes from “${best.title}”.`,
            },
          ]
        : []),
      ...(unmeasured === 0
        ? []
        : [{ mark: `${unmeasured} of ${count}`, words: `${actions(count)} an effect that nobody has measured.` }]),
      ...withoutPrice(setting),
    ],
  };
}

/** Behind "1 of 1" and "3 of 8". */
const actions = (count: number): string => (count === 1 ? "intervention has" : "interventions have");

/** How many interventions of the plan have no price. */
function withoutPrice({ plan }: PackSetting): { mark: string; words: string }[] {
  const count = plan?.data.resolved.scenario.interventions?.length ?? 0;
  const without = plan ? unpriced(plan).length : 0;
  return without === 0
    ? []
    : [{ mark: `${without} of ${count}`, words: `${actions(count)} no stated price. That does not mean free.` }];
}

/** What it costs, pay for filled posts apart. */
export function costsBrief(setting: PackSetting): PackBrief | undefined {
  const { first, plan, year } = setting;
  const apart = costsApart(setting);
  if (!plan || !apart) return undefined;
  const side = apart.other < 0 ? "less" : "more";
  return {
    headline: headline(
      scenarioName(plan, 40),
      (name) => `“${name}” costs ${moneyWords(Math.abs(apart.other))} ${side} by ${year}`,
    ),
    so: [
      { mark: moneyWords(Math.abs(apart.other)), words: `${side} from ${first.years[0]} to ${year}, apart from pay.` },
      ...(rounded(apart.pay) === 0
        ? []
        : [
            {
              mark: moneyWords(Math.abs(apart.pay)),
              words: `${apart.pay < 0 ? "less" : "more"} pay, since ${apart.pay < 0 ? "fewer" : "more"} posts are filled. That is no price of the plan.`,
            },
          ]),
      ...withoutPrice(setting),
    ],
  };
}
