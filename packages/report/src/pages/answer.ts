import { countText } from "@cadre/charts";
import type { CountedMeasure, Result } from "cadre";
import { difference, rounded, signed } from "../pack/cell.ts";
import type { PackCell, PackPage, PackTable } from "../pack/pack.ts";
import { type PackSetting, scenarioName } from "../pack/setting.ts";
import { changeOf, drawnPair, gapOf, rangeOf } from "../pack/stated.ts";
import { gapWords } from "../text/gap.ts";
import { kindWords } from "../text/kind.ts";

/** Pages whose finding this page tells itself. */
const OWN = new Set(["supply-and-demand", "staff-flow", "who-leaves"]);

/** The first page: the answer, the numbers it is made of, and what the other pages found. */
export function answerPage(setting: PackSetting, others: readonly PackPage[]): PackPage {
  const { first, plan, results } = setting;
  return {
    id: "answer",
    about: "Answer",
    title: answer(setting),
    text: `Held against: ${scenarioName(first)}.${plan ? ` ${kindWords(plan)}: ${scenarioName(plan)}.` : ""} Staff and posts at ${first.referenceDate}.${basis(setting)}`,
    // The rest of what they find stands in the title and the table of this page.
    points: others
      .filter(({ id }) => !OWN.has(id) && (id !== "scenarios" || results.length > 2))
      .map(({ title }) => title),
    tables: [answerTable(setting)],
    notes: [
      "A full-time equivalent (FTE) is a full week’s work; two people on half the hours are one.",
      "The gap is demand less supply: the posts needed less the staff in post. A positive gap is a shortage.",
      "Each number is rounded by itself, so that a difference may be one off from the numbers beside it.",
      "Each statement here is the title of a page that follows, made from the same numbers.",
    ],
  };
}

/** The finding for a board: how short of staff, and what the plan does about it. */
function answer(setting: PackSetting): string {
  const { first, plan, pool, year, name } = setting;
  const unit = first.unit({ pool, measure: "gap" });
  const gap = gapOf(setting, first, { pool, year });
  const state = rounded(gap) === 0 ? "in balance" : gapWords(gap, unit);
  const now = `${name} would be ${state} in ${year}${likely(rangeOf(setting, first, { pool, year }), gapEnds)}`;
  if (!plan) return now;
  const { value: change, range } = changeOf(setting, { pool, year });
  const size = countText(Math.abs(change));
  const called = `“${scenarioName(plan)}”`;
  if (rounded(change) === 0) return `${now}; ${called} does not change that`;
  if (plan.kind === "risk")
    return `${now}; with ${called} it would be ${gapWords(gapOf(setting, plan, { pool, year }), unit)}`;
  const more = likely(range, (end) => signed(end));
  if (rounded(change) > 0) return `${now}; ${called} adds ${size} to that${more}`;
  const less = likely(range && [-range[1], -range[0]], (end) => signed(end).replace("+", ""));
  if (rounded(gap) <= 0) return `${now}; ${called} takes ${size} off${less}`;
  return `${now}; ${called} closes ${-rounded(change) > rounded(gap) ? `all of it and ${countText(-change - gap)} more` : `${size} of it`}${less}`;
}

/** The ends of what holds eight draws in ten, in brackets; nothing where nobody has given a range. */
const likely = (range: readonly [number, number] | undefined, words: (end: number) => string): string =>
  range ? ` (likely ${words(range[0])} to ${words(range[1])})` : "";

/** An end of the interval of a gap; a surplus is told as one. */
const gapEnds = (end: number): string => (rounded(end) < 0 ? `${countText(-end)} above` : countText(end));

/** On what the statements of a pack rest, said once: medians of draws, and where the run itself says something else. */
function basis(setting: PackSetting): string {
  const { first, plan, pool, year } = setting;
  const [run] = drawnPair(setting);
  if (!run) return "";
  const told = `Gaps and changes are medians of ${countText(run.draws)} draws; likely is what holds 8 in 10 of them.`;
  const own = [first, ...(plan ? [plan] : [])].map((result) => ({
    result,
    value: result.at({ pool, measure: "gap", year }),
  }));
  const apart = own.filter(({ result, value }) => rounded(value) !== rounded(gapOf(setting, result, { pool, year })));
  if (apart.length === 0) return ` ${told}`;
  const unit = first.unit({ pool, measure: "gap" });
  const said = apart.map(({ result, value }) => `${gapWords(value, unit)} with “${scenarioName(result)}”`).join(", ");
  return ` ${told} With every number at its centre it would be ${said} in ${year}. Parts and totals add up in that run, and pages that use it say so.`;
}

/** Demand, supply and gap at the milestones, and the gap under the plan. */
function answerTable(setting: PackSetting): PackTable {
  const { first, plan, pool, milestones, name } = setting;
  const sure = drawnPair(setting).length > 0;
  const at = (measure: CountedMeasure) => milestones.map((year) => first.at({ pool, measure, year }));
  const gapsOf = (result: Result) => milestones.map((year) => gapOf(setting, result, { pool, year }));
  const gap = gapsOf(first);
  const cell = (row: number) => (column: number) => ({ row, column });
  // Medians are medians each by itself, so that only the numbers of one run can be worked out from each other.
  const computed = (values: readonly number[], of: number, less: number): PackCell[] =>
    sure ? [...values] : values.map((value, i) => difference(value, cell(of)(i + 1), cell(less)(i + 1)));
  // Only a plan is meant to close anything; what happens to a place changes its gap.
  const closes = plan?.kind === "plan";
  const changes = milestones.map((year) => (closes ? -1 : 1) * changeOf(setting, { pool, year }).value);
  return {
    caption:
      `${name}: posts, staff and gap in full-time equivalents (FTE)` +
      `${sure ? ". Posts and staff: everything at its centre. Gaps and change: medians of draws, each by itself" : ""}`,
    columns: [
      { title: "FTE", kind: "text" },
      ...milestones.map((year) => ({ title: String(year), kind: "whole" as const })),
    ],
    rows: [
      ["Posts needed (demand)", ...at("demand")],
      ["Staff in post (supply)", ...at("supply")],
      [`Gap: ${scenarioName(first)}`, ...computed(gap, 0, 1)],
      ...(plan
        ? [
            [`Gap: ${scenarioName(plan)}`, ...gapsOf(plan)],
            [closes ? "The plan closes" : "Change", ...computed(changes, closes ? 2 : 3, closes ? 3 : 2)],
          ]
        : []),
    ],
    totals: plan ? [2, 3] : [2],
  };
}
