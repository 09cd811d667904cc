import { countText, moneyWords } from "@cadre/charts";
import type { Result } from "cadre";
import { MEASURES } from "cadre/measures";
import { unpriced } from "cadre/results";
import { chanceWords, rounded } from "../pack/cell.ts";
import type { PackPage, PackTable } from "../pack/pack.ts";
import { groupName, type PackSetting, scenarioName } from "../pack/setting.ts";
import { changeOf, drawnPair, gapOf } from "../pack/stated.ts";
import { gapWords } from "../text/gap.ts";
import { shortenedText } from "../text/plain.ts";
import { costUntil } from "./scenarios.ts";

/**
 * What the board is asked to decide about a plan: to approve it, what it costs and closes, how sure that is, what would break
 * it and when to look again. Where the target or a price is missing, or the plan closes nothing, nothing is recommended and
 * the page says what is missing. Left out where there is no plan.
 */
export function decisionPage(setting: PackSetting): PackPage | undefined {
  const { plan, year } = setting;
  if (plan?.kind !== "plan") return undefined;
  const lacking = lackingIn(setting, plan);
  const cost = costOf(setting, plan);
  const title =
    lacking.length === 0
      ? `The board is asked to approve “${scenarioName(plan, 30)}” at ${moneyWords(cost)}`
      : `Nothing is recommended yet: ${lacking.map(({ name }) => name).join(" and ")}`;
  return {
    id: "decision",
    about: "Decision",
    title,
    text: `What the board is asked to decide, with the same numbers as the first page. Money is how much higher all costs up to ${year} are than if nothing changes, apart from pay for posts that are filled.`,
    points: [
      ...lacking.map(({ words }) => words),
      closesWords(setting, plan),
      ...targetWords(setting),
      breakWords(setting),
      againWords(setting),
    ],
    tables: [tableOf(setting, plan, { cost, lacking: lacking.length > 0 })],
    notes: [
      "A plan is put to the board with a target, with a price for each of its interventions, and where it narrows the gap.",
      "What would break it are the values of uncertain numbers at which the plan misses the target most often.",
      "The costs page has all costs by kind and year, pay too.",
    ],
  };
}

/** What is asked of the board about a plan: what is missing before it can be asked, what it costs, what to watch. */
export function askedOf(setting: PackSetting) {
  const { plan } = setting;
  if (plan?.kind !== "plan") return undefined;
  return {
    lacking: lackingIn(setting, plan),
    cost: costOf(setting, plan),
    breaks: breakWords(setting),
    again: againWords(setting),
  };
}

interface Lacking {
  readonly name: string;
  readonly words: string;
  /** The same on a slide: what to do, and about what. */
  readonly mark: string;
  readonly brief: string;
}

/** What is missing for a recommendation, in a word for the title and as a sentence. */
function lackingIn(setting: PackSetting, plan: Result): Lacking[] {
  const { aimed, pool, year } = setting;
  const { interventions = [] } = plan.data.resolved.scenario;
  const open = unpriced(plan);
  const named = open.map(({ title }) => `“${shortenedText(title, 60)}”`);
  const shown = named.length > 4 ? [...named.slice(0, 3), `${named.length - 3} more`] : named;
  const change = rounded(changeOf(setting, { pool, year }).value);
  return [
    ...(aimed
      ? []
      : [
          {
            name: "no target",
            words: "No target was given: say which gap counts as meeting the aim.",
            mark: "Set a target",
            brief: "Say which gap counts as meeting the aim.",
          },
        ]),
    ...(interventions.length === 0
      ? [
          {
            name: "no price",
            words: "The plan has no intervention that a price could be given for.",
            mark: "Name the actions",
            brief: "The plan has no intervention that a price could be given for.",
          },
        ]
      : []),
    ...(open.length === 0
      ? []
      : [
          {
            name:
              open.length === interventions.length
                ? "no prices"
                : `${open.length} of ${interventions.length} prices missing`,
            words: `No price is stated, which does not mean that it is free: ${shown.join(", ")}.`,
            mark: "Price the plan",
            brief: `No price is stated for ${open.length} of ${interventions.length} interventions. That does not mean free.`,
          },
        ]),
    ...(change < 0
      ? []
      : [
          {
            name: "it closes nothing",
            words: `The plan does not narrow the gap of ${year}.`,
            mark: "Think again",
            brief: `The plan does not narrow the gap of ${year}.`,
          },
        ]),
  ];
}

const costOf = ({ first, year }: PackSetting, plan: Result): number =>
  (["cost.total", "cost.pay"] as const)
    .map((measure) => costUntil(plan, measure, year) - costUntil(first, measure, year))
    .reduce((total, pay) => total - pay);

function closesWords(setting: PackSetting, plan: Result): string {
  const { first, pool, year, name } = setting;
  const { value, range } = changeOf(setting, { pool, year });
  const likely = range ? ` (likely ${countText(-range[1])} to ${countText(-range[0])})` : "";
  const unit = first.unit({ pool, measure: "gap" });
  const left = gapWords(gapOf(setting, plan, { pool, year }), unit);
  const does =
    value < 0
      ? `closes ${countText(-value)} ${unit.short} of the gap`
      : value > 0
        ? `adds ${countText(value)} ${unit.short} to the gap`
        : "leaves the gap as it is";
  return `By ${year} it ${does}${likely}: ${name} would then be ${left} with “${scenarioName(plan, 30)}”.`;
}

/** How likely the target is, where there is one. */
function targetWords(setting: PackSetting): string[] {
  const { aimed, target, first, plan, pool, year } = setting;
  if (!aimed) return [];
  const aim = target === 0 ? "no shortage" : `a gap of at most ${countText(target)} FTE`;
  const [before, after] = chancesOf(setting);
  if (before !== undefined && after !== undefined)
    return [`The target, ${aim}, is met in ${after} of draws, and in ${before} if nothing changes.`];
  const met = plan !== undefined && plan.at({ pool, measure: "gap", year }) <= target;
  const already = first.at({ pool, measure: "gap", year }) <= target;
  const run = already ? "is met even if nothing changes" : met ? "is met" : "is not met by the plan alone";
  return [`The target, ${aim}, ${run}, with every number at its centre. Draws would show how likely that is.`];
}

function chancesOf(setting: PackSetting): string[] {
  const { pool, year, target } = setting;
  return drawnPair(setting).map((one) => chanceWords(one.chance({ pool, measure: "gap", year, atMost: target })));
}

const breakWords = ({ breaks }: PackSetting): string =>
  breaks === undefined
    ? "What would break it has not been worked out; this needs a target and draws."
    : `What would break it: ${breaks.replace(/\.?$/, ".")}`;

/** The first date on which a figure says whether another plan has become better. */
function againWords({ first, signposts = [] }: PackSetting): string {
  const [next] = signposts;
  if (!next) return "When to look again is not known: no figure of a year shows when another plan becomes better.";
  const { title } = MEASURES[next.measure];
  return `Look again on ${dayWords(next.date)}: where ${title.toLowerCase()} of ${groupName(first, next.pool)} is ${next.beyond} ${countText(next.value)}, “${shortenedText(next.better.title, 60)}” is better.`;
}

/** A sum that leaves out what has no price says so; where nothing has one, there is no sum. */
function moneyOf(plan: Result, cost: number): string {
  const open = unpriced(plan).length;
  if (open === 0) return moneyWords(cost);
  const all = plan.data.resolved.scenario.interventions?.length ?? 0;
  return open === all ? "no price is stated" : `${moneyWords(cost)}, and what has no price`;
}

const dayWords = (date: string): string =>
  new Date(`${date}T12:00:00Z`).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });

function tableOf(setting: PackSetting, plan: Result, { cost, lacking }: { cost: number; lacking: boolean }): PackTable {
  const { aimed, target, year, pool, first } = setting;
  const { value, range } = changeOf(setting, { pool, year });
  const [before = "no draws", after = "no draws"] = chancesOf(setting);
  const rows: [string, string][] = [
    ["The plan", scenarioName(plan)],
    ["Asked of the board", lacking ? "nothing yet" : "to approve it"],
    [`Money up to ${year}`, moneyOf(plan, cost)],
    [`Change of the gap in ${year}`, `${countText(value)} FTE`],
    ["Likely, 8 draws in 10", range ? `${countText(range[0])} to ${countText(range[1])} FTE` : "no draws"],
    [
      `Gap in ${year}`,
      `${countText(gapOf(setting, plan, { pool, year }))} FTE, ${countText(gapOf(setting, first, { pool, year }))} if nothing changes`,
    ],
    ["Target", aimed ? `at most ${countText(target)} FTE short` : "not given"],
    ["Chance of the target", aimed ? `${after}, ${before} if nothing changes` : "no target"],
  ];
  return {
    caption: "What the board is asked to decide",
    columns: [
      { title: "What", kind: "text" },
      { title: "Plan", kind: "text" },
    ],
    rows,
  };
}
