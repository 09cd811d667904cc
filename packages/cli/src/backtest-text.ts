import type { PageTable } from "@cadre/charts";
import type { Backtest, Score } from "cadre/backtest";
import { clippedTitle, columns, wrappedText } from "./text/columns.ts";
import { percentage, significantNumber } from "./text/number.ts";

const HEADS = ["Years ahead", "Pairs", "MAE", "MAPE", "Bias", "v last", "v mean", "v trend", "50%", "80%"];

/** The scores of a backtest for a terminal: one table a pool and measure, and what may be read into it. */
export function backtestText({ scores, held, notes }: Backtest): string {
  const groups = new Map<string, Score[]>();
  for (const score of scores) {
    const key = `${score.pool}: ${score.measure}`;
    groups.set(key, [...(groups.get(key) ?? []), score]);
  }
  const tables = [...groups].flatMap(([title, own]) => [
    clippedTitle(title, 80),
    columns([HEADS, ...own.map(cells)]),
    ...own.slice(-1).map((last) => wrappedText(verdict(last))),
    "",
  ]);
  return [
    ...tables,
    wrappedText(
      "Pairs: independent of all. MAE: mean error. v last, v mean, v trend: skill against the last figure, the mean so far and the linear trend; above 0 is better. 50%, 80%: figures that lie in these intervals.",
    ),
    ...(held.length === 0
      ? []
      : ["", wrappedText("Conditional scores: these inputs were given as they turned out."), ...lines(held)]),
    ...(notes.length === 0 ? [] : ["", "To note:", ...lines(notes)]),
  ].join("\n");
}

const lines = (texts: readonly string[]): string[] => texts.map((text) => wrappedText(`- ${text}`, "  "));

function cells(score: Score): string[] {
  const { measure, horizon, pairs, independent, tooFew, cadre, skill, coverage50, coverage80 } = score;
  const isShare = measure === "leaving.rate" || measure === "vacancyRate";
  const size = (value: number) => (isShare ? `${(100 * value).toFixed(1)} pts` : significantNumber(value));
  const said = (value: number | undefined, text: (value: number) => string) =>
    tooFew || value === undefined ? "–" : text(value);
  const skillText = (value: number | undefined) =>
    said(value, (one) => (one < -9.99 ? "< -9.99" : `${one >= 0 ? "+" : ""}${one.toFixed(2)}`));
  return [
    String(horizon),
    `${independent} of ${pairs}`,
    size(cadre.mae),
    percentage(cadre.mape),
    `${cadre.biasShare > 0 ? "+" : ""}${percentage(cadre.biasShare)}`,
    skillText(skill.persistence),
    skillText(skill.meanSoFar),
    skillText(skill.trend),
    said(coverage50, (value) => percentage(value, 0)),
    said(coverage80, (value) => percentage(value, 0)),
  ];
}

function verdict({ tooFew, coverage80, calibration }: Score): string {
  if (tooFew) return "Too few to say how good: fewer than five independent pairs.";
  return coverage80 === undefined
    ? "Nothing uncertain bears on it: intervals not tested."
    : `Intervals: ${calibration}.`;
}

/** The same as a table of a page. */
export function backtestTable({ scores }: Backtest): PageTable {
  const rows = scores.map((score) => [
    score.pool,
    score.measure,
    ...cells(score),
    score.tooFew ? "too few to say" : score.calibration,
  ]);
  return {
    title: "How good the projections would have been",
    table: {
      caption:
        "Scores by pool, measure and years ahead. Pairs: independent of all; v last, v mean, v trend: skill against the last figure, the mean so far and the linear trend",
      columns: ["Pool", "Measure", ...HEADS, "Intervals"],
      rows,
    },
  };
}
