import type { Chart, Layer } from "./chart.ts";
import { BAND_OPACITY, COLOURS } from "./colours.ts";
import { type EndLabel, endLabels, endLabelsHeight } from "./end-labels.ts";
import { fixedBlock } from "./fixed-marks.ts";
import { frame, type Plot } from "./frame.ts";
import { groupTitle } from "./group-title.ts";
import { headline } from "./headline.ts";
import { lineLayer } from "./line-layer.ts";
import {
  type DifferencePoint,
  differenceFinding,
  differencePoints,
  drawsSentence,
  isDrawn,
  NO_DIFFERENCE,
  type PlanLessNothingOptions,
  rangeText,
  signedText,
} from "./plan-difference.ts";
import { type Scale, scaleOf } from "./scale.ts";
import { sourceLine } from "./source-line.ts";
import { oneLine, wrapText } from "./text-width.ts";
import { sizeOf } from "./theme.ts";
import { noRangeWords } from "./uncertain-run.ts";
import { valueAxis, valueAxisWidth } from "./value-axis.ts";
import { yearAxis } from "./year-axis.ts";
import { milestones } from "./years.ts";

/**
 * What a plan changes: a measure with the plan less the same without it, over the years, beside a line at zero. For the gap
 * it counts how many fewer are short, so that up is better. With draws, the band holds the difference in eight draws of
 * ten: both scenarios have the same luck in a draw, so the band is narrower than those of the scenarios are apart. An
 * unknown pool or year is a `CadreError`.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readScenario, readSystem } from "cadre/node";
 * import { planLessNothing } from "@cadre/charts";
 * const cumbria = await readSystem("scenarios/cumbria/system.yaml");
 * const plan = run(cumbria, await readScenario("scenarios/cumbria/retention-first.yaml"));
 * planLessNothing({ before: run(cumbria), plan }).usermeta.cadre.title; // how much of the gap the plan closes
 * ```
 */
export function planLessNothing(options: PlanLessNothingOptions): Chart {
  const { before, plan, sure, pool = "all", measure = "gap", year = before.last } = options;
  const size = sizeOf(options);
  const { label } = size.text;
  const { points, say } = differencePoints(options, pool, measure);
  const years = points.map((point) => point.year);
  // A year that is not there is told as the result tells it.
  before.at({ pool, measure, year });
  const asked = points.find((point) => point.year === year) ?? NO_DIFFERENCE;
  const end = points.at(-1) ?? NO_DIFFERENCE;
  const names = { before: oneLine(before.title), plan: oneLine(plan.title) };
  const title = headline(names.plan, (name) => differenceFinding(name, asked, { say, measure, year }));
  const drawn = points.some(isDrawn);
  const dates = `${years[0] === before.base ? "at" : "in years that end at"} ${before.referenceDate}`;
  const unit = measure === "gap" ? `Fewer ${say.unit} short` : `Change of ${say.name.toLowerCase()} in ${say.unit}`;
  const subtitle = [
    `${groupTitle(before, pool)}. ${unit}, ${dates}: “${names.plan}” against “${names.before}”.`,
    ...(sure ? [drawn ? drawsSentence(sure, { pool, measure, year }) : noRangeWords()] : []),
  ].join(" ");
  const text = (point: DifferencePoint) =>
    `${signedText(point.value, say)}${isDrawn(point) ? ` (${rangeText(point, say)})` : ""}`;
  const told = milestones(years).map(
    (one) => `${one}: ${text(points.find((point) => point.year === one) ?? NO_DIFFERENCE)}.`,
  );
  const width = Math.round(size.width < 520 ? size.width * 0.34 : 180);
  const wrapped = (words: string) => wrapText(words, { width: width - 12, size: label, bold: true, most: 2 });
  const labels = [
    {
      value: end.value,
      lines: [...wrapped(names.plan), ...text(end).replace(/\)$/, "").split(" (")],
      colour: COLOURS.plan,
    },
    { value: 0, lines: wrapped(names.before), colour: COLOURS.nothing },
  ];
  const values = [0, ...points.flatMap(({ low, value, high }) => [low, value, high])];
  return frame({
    title,
    subtitle,
    alt: `Line chart of a difference. ${title}. ${subtitle} ${told.join(" ")}`,
    source: sourceLine(plan),
    table: {
      caption: `${groupTitle(before, pool)}: ${unit.toLowerCase()}, “${names.plan}” against “${names.before}”`,
      columns: ["Year", "Change", ...(drawn ? ["1 in 10 draws below", "9 in 10 draws below"] : [])],
      rows: points.map(({ year: one, value, low, high }) => [
        String(one),
        ...[value, ...(drawn ? [low, high] : [])].map((each) => signedText(each, say)),
      ]),
    },
    size,
    left: valueAxisWidth(scaleOf(values, 250), label),
    right: width,
    bottom: 28,
    lowest: endLabelsHeight(
      labels.map(({ lines }) => lines),
      label,
    ),
    draw(plot) {
      const years = { first: points[0]?.year ?? before.base, last: before.last };
      return { layers: layersOf(points, labels, { plot, scale: scaleOf(values, plot.height), years, label }) };
    },
  });
}

interface Place {
  plot: Plot;
  scale: Scale;
  years: { first: number; last: number };
  /** The size of words, in pixels. */
  label: number;
}

/** The band, zero over it, the line of the plan, and the words at their ends. */
function layersOf(
  points: readonly DifferencePoint[],
  labels: readonly (Omit<EndLabel, "at"> & { value: number })[],
  { plot, scale, years, label }: Place,
): Layer[] {
  const x = yearAxis("year", years, plot);
  const band: Layer = {
    data: { values: points.map((point) => ({ ...point })) },
    mark: { type: "area", color: COLOURS.plan, opacity: BAND_OPACITY, line: false },
    encoding: { x, y: valueAxis("high", scale), y2: { field: "low" } },
  };
  return [
    ...(points.some(isDrawn) ? [band] : []),
    fixedBlock({ x: 0, x2: plot.width, y: scale.y(0) - 1, y2: scale.y(0) + 1 }, COLOURS.nothing),
    lineLayer(points, { colour: COLOURS.plan, width: 3 }, { x, y: valueAxis("value", scale) }),
    ...endLabels(
      labels.map(({ value, ...words }) => ({ ...words, at: scale.y(value), bold: true })),
      { x: plot.width + 8, height: plot.height, size: label },
    ),
  ];
}
