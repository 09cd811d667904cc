import type { Chart, Layer } from "./chart.ts";
import type { Spoken } from "./compare-measures.ts";
import { type EndLabel, endLabels, endLabelsHeight } from "./end-labels.ts";
import { type FanLine, type FanPoint, fanDifference, fanLines } from "./fan-lines.ts";
import { differenceSentence, fanFinding, fanSentence, targetSentence, unitSentence } from "./fan-words.ts";
import { frame } from "./frame.ts";
import { groupTitle, shortName } from "./group-title.ts";
import { type LineStyle, lineLayer } from "./line-layer.ts";
import { roundWhole } from "./number.ts";
import { scaleOf } from "./scale.ts";
import { sourceLine } from "./source-line.ts";
import { wrapText } from "./text-width.ts";
import { COLOURS, type SizeOptions, sizeOf } from "./theme.ts";
import { drawsWords, type UncertainRun } from "./uncertain-run.ts";
import { valueAxis, valueAxisWidth } from "./value-axis.ts";
import { yearAxis } from "./year-axis.ts";
import { milestones } from "./years.ts";

/** Of which pool or group, which measure, against which plan and target, and how wide. */
export interface FanOptions extends SizeOptions {
  /** A pool's id, `sector:…`, `employer:…` or `all` (the default). */
  pool?: string;
  /** A measure that the draws keep; `gap` when left out. */
  measure?: string;
  /** Draws of another scenario, beside the first; from the same seed, so that the two can be compared. */
  plan?: UncertainRun;
  /** A line at this value, in the unit of the measure: FTE, people, pounds, or a share of 1 for the vacancy rate. */
  target?: number;
}

/**
 * How sure a projection is: the median of many draws by year, in the band that holds eight draws of ten (p10 to p90), and
 * dotted the central run, with everything at its centre. A second ensemble (`plan`) is drawn beside it; where it knows
 * its difference from the first, draw by draw, the chart says that too, for two bands may overlap although the plan
 * helps in every draw. An unknown pool, or a measure the draws do not keep, is a `CadreError`.
 *
 * @example
 * ```ts
 * import { ensemble } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { fan, toSvg } from "@cadre/charts";
 * const sure = await ensemble(await readSystem("scenarios/cumbria/system.yaml"), {}, { draws: 10, seed: 1 });
 * const svg = await toSvg(fan(sure, { pool: "independent-care", measure: "gap", target: 0 }));
 * ```
 */
export function fan(sure: UncertainRun, options: FanOptions = {}): Chart {
  const { pool = "all", measure = "gap", plan, target } = options;
  const { central } = sure;
  const size = sizeOf(options);
  const runs = plan === undefined ? [sure] : [sure, plan];
  const { fans, say } = fanLines(runs, { pool, measure });
  const years = (fans[0]?.points ?? []).map(({ year }) => year);
  const last = central.last;
  const name = groupTitle(central, pool);
  const finding = fanFinding(fans, say, measure);
  const dates = years[0] === central.base ? "at" : "in years that end at";
  const changed = plan && fanDifference(sure, plan, { pool, measure, year: last }, say);
  const chances =
    target === undefined ? [] : runs.map((run) => run.chance({ pool, measure, year: last, atMost: target }));
  const subtitle = [
    `${unitSentence(fans, { say, measure, dates: `${dates} ${central.referenceDate}` })}`,
    ...(target === undefined ? [] : [targetSentence(chances, { target, year: last, say, measure })]),
    ...(changed === undefined ? [] : [differenceSentence(changed, say, measure)]),
    `Line and band: median and 8 in 10 of ${drawsWords(runs)}; dotted: everything at its centre.`,
    ...(plan === undefined ? [`Scenario: ${central.title}.`] : []),
  ].join(" ");
  const told = milestones(years).map((year) => fanSentence(fans, year, say, measure));
  const goal = target === undefined ? [] : [target / say.per];
  const values = [
    ...fans.flatMap(({ points }) => points.flatMap(({ p10, p90, central }) => [p10, p90, central])),
    ...goal,
  ];
  const mayCut = measure !== "gap";
  const labelWidth = Math.round(size.width < 520 ? size.width * 0.34 : 180);
  const labels = labelsOf(fans, goal, say).map(({ texts, ...label }) => ({
    ...label,
    // A name may be cut, a number not.
    lines: texts.flatMap((text, i) =>
      wrapText(text, {
        width: labelWidth - 12,
        size: size.text.label,
        bold: label.bold ?? false,
        most: i < texts.length - 1 ? 2 : Number.POSITIVE_INFINITY,
      }),
    ),
  }));
  return frame({
    title: `${shortName(name, size)}: ${finding}`,
    subtitle,
    alt: `Fan chart. ${name}: ${finding}. ${subtitle} ${told.join(" ")}`,
    source: sourceLine(central),
    table: {
      caption: `${name}: ${say.name.toLowerCase()} in ${say.unit}, by how many draws lie below`,
      columns: [
        "Year",
        ...fans.flatMap(({ name }) => COLUMNS.map((head) => (plan === undefined ? head : `${name}: ${head}`))),
      ],
      rows: years.map((year, i) => [
        String(year),
        ...fans.flatMap(({ points }) => FIELDS.map((field) => say.text(points[i]?.[field] ?? 0))),
      ]),
    },
    size,
    left: valueAxisWidth(scaleOf(values, 250, { mayCut }), size.text.label),
    right: labelWidth,
    bottom: 28,
    lowest: endLabelsHeight(
      labels.map(({ lines }) => lines),
      size.text.label,
    ),
    draw(plot) {
      const scale = scaleOf(values, plot.height, { mayCut });
      const x = yearAxis("year", { first: years[0] ?? central.base, last }, plot);
      const data = ({ points }: FanLine) => ({ values: points.map((point) => ({ ...point })) });
      const band = (one: FanLine): Layer => ({
        data: data(one),
        mark: { type: "area", color: one.band, opacity: 0.65, line: false },
        encoding: { x, y: valueAxis("p90", scale), y2: { field: "p10" } },
      });
      const line = (one: FanLine, field: keyof FanPoint, style: Partial<LineStyle> = {}): Layer =>
        lineLayer(
          one.points,
          { colour: one.colour, dash: one.dash, width: 0.75, ...style },
          { x, y: valueAxis(field, scale) },
        );
      const aims = goal.map(
        (at): Layer => ({
          data: { values: [{}] },
          mark: {
            type: "rect",
            x: 0,
            x2: plot.width,
            y: scale.y(at) - 0.75,
            y2: scale.y(at) + 0.75,
            color: COLOURS.quietInk,
          },
          encoding: {},
        }),
      );
      const edges = fans.flatMap((one) => [line(one, "p10"), line(one, "p90")]);
      const placed = labels.map(({ value, ...label }): EndLabel => ({ ...label, at: scale.y(value) }));
      return {
        layers: [
          ...fans.map(band),
          ...edges,
          ...aims,
          ...fans.map((one) => line(one, "p50", { width: 3 })),
          ...fans.map((one) => line(one, "central", { colour: COLOURS.ink, dash: [1.5, 3], width: 1.5 })),
          ...endLabels(placed, { x: plot.width + 8, height: plot.height, size: size.text.label }),
        ],
        ...(scale.cut ? { remark: "The vertical axis does not start at zero." } : {}),
      };
    },
  });
}

const COLUMNS = ["1 in 10 below", "median", "9 in 10 below", "central run"] as const;
const FIELDS = ["p10", "p50", "p90", "central"] as const;

/** Words beside the end of a line, a paragraph a text, at a value of the vertical axis. */
interface Label {
  value: number;
  texts: readonly string[];
  colour: string;
  bold?: boolean;
}

/** A scenario alone names its three lines; two scenarios have one label each. */
function labelsOf(fans: readonly FanLine[], goal: readonly number[], say: Spoken): Label[] {
  const aims = goal.map((value) => ({ value, texts: [`Target ${say.text(value)}`], colour: COLOURS.quietInk }));
  if (fans.length > 1)
    return [
      ...fans.map(({ name, end: { p10, p50, p90 }, colour }) => ({
        value: p50,
        texts: [
          name,
          roundWhole(p10) === roundWhole(p90)
            ? say.text(p50)
            : `${say.text(p50)} (${say.text(p10)} to ${say.text(p90)})`,
        ],
        colour,
      })),
      ...aims,
    ];
  const lone = fans.flatMap(({ end: { p10, p50, p90 }, colour }): Label[] => {
    const median = { value: p50, texts: [`Median ${say.text(p50)}`], colour, bold: true };
    if (roundWhole(p10) === roundWhole(p90)) return [median];
    return [
      { value: p90, texts: [`9 in 10 below ${say.text(p90)}`], colour: COLOURS.ink },
      median,
      { value: p10, texts: [`1 in 10 below ${say.text(p10)}`], colour: COLOURS.ink },
    ];
  });
  return [...lone, ...aims];
}
