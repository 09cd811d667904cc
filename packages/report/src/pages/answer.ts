import { whole } from "@cadre/charts";
import type { CountedMeasure } from "cadre";
import { difference, rounded } from "../pack/cell.ts";
import type { PackCell, PackPage, PackTable } from "../pack/pack.ts";
import { type Setting, scenarioName } from "../pack/setting.ts";
import { gapWords } from "../text/gap.ts";
import { kindWords } from "../text/kind.ts";

/** Pages whose finding this page tells itself. */
const OWN = new Set(["supply-and-demand", "who-leaves"]);

/** The first page: the answer, the numbers it is made of, and what the other pages found. */
export function answerPage(setting: Setting, others: readonly PackPage[]): PackPage {
  const { first, plan, results } = setting;
  return {
    id: "answer",
    about: "Answer",
    title: answer(setting),
    text: `Held against: ${scenarioName(first)}.${plan ? ` ${kindWords(plan)}: ${scenarioName(plan)}.` : ""} Staff and posts at ${first.referenceDate}.`,
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
function answer({ first, plan, pool, year, name }: Setting): string {
  const gap = first.at({ pool, measure: "gap", year });
  const state = rounded(gap) === 0 ? "in balance" : gapWords(gap);
  const now = `${name} would be ${state} in ${year}`;
  if (!plan) return now;
  const change = plan.at({ pool, measure: "gap", year }) - gap;
  const size = whole(Math.abs(change));
  const called = `“${scenarioName(plan)}”`;
  if (rounded(change) === 0) return `${now}; ${called} does not change that`;
  if (plan.kind === "risk") return `${now}; with ${called} it would be ${gapWords(gap + change)}`;
  if (rounded(change) > 0) return `${now}; ${called} adds ${size} to that`;
  if (rounded(gap) <= 0) return `${now}; ${called} takes ${size} off`;
  return `${now}; ${called} closes ${-rounded(change) > rounded(gap) ? `all of it and ${whole(-change - gap)} more` : `${size} of it`}`;
}

/** Demand, supply and gap at the milestones, and the gap under the plan. */
function answerTable({ first, plan, pool, milestones, name }: Setting): PackTable {
  const at = (measure: CountedMeasure, result = first) => milestones.map((year) => result.at({ pool, measure, year }));
  const gap = at("gap");
  const own = plan ? at("gap", plan) : [];
  const cell = (row: number) => (column: number) => ({ row, column });
  const computed = (values: readonly number[], of: number, less: number): PackCell[] =>
    values.map((value, i) => difference(value, cell(of)(i + 1), cell(less)(i + 1)));
  return {
    caption: `${name}: posts, staff and gap in full-time equivalents (FTE)`,
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
            [`Gap: ${scenarioName(plan)}`, ...own],
            [
              // Only a plan is meant to close anything; what happens to a place changes its gap.
              plan.kind === "plan" ? "The plan closes" : "Change",
              ...(plan.kind === "plan"
                ? computed(
                    own.map((value, i) => (gap[i] ?? 0) - value),
                    2,
                    3,
                  )
                : computed(
                    own.map((value, i) => value - (gap[i] ?? 0)),
                    3,
                    2,
                  )),
            ],
          ]
        : []),
    ],
    totals: plan ? [2, 3] : [2],
  };
}
