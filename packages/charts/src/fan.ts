import type { PoolMeasure } from "cadre";
import type { Chart } from "./chart.ts";
import { endLabelsHeight } from "./end-labels.ts";
import { fanLabels } from "./fan-labels.ts";
import { fanLayers } from "./fan-layers.ts";
import { type FanPoint, fanDifference, fanLines, pointIn } from "./fan-lines.ts";
import { differenceSentence, fanFinding, fanSentence, targetSentence, unitSentence } from "./fan-words.ts";
import { frame } from "./frame.ts";
import { groupTitle, shortName } from "./group-title.ts";
import type { MeasureWords } from "./measure-words.ts";
import { scaleOf } from "./scale.ts";
import { sourceLine } from "./source-line.ts";
import { type SizeOptions, sizeOf } from "./theme.ts";
import { chanceIn, drawsAgree, drawsWords, NO_RANGE, noRangeWords, type UncertainRun } from "./uncertain-run.ts";
import { valueAxisWidth } from "./value-axis.ts";
import { milestones } from "./years.ts";

/** Of which pool or group, which measure, against which plan and target, and how wide. */
export interface FanOptions extends SizeOptions {
  /** A pool's id, `sector:…`, `employer:…` or `all` (the default). */
  pool?: string;
  /** A measure that the draws keep; `gap` when left out. */
  measure?: PoolMeasure;
  /** Draws of another scenario, beside the first; from the same seed, so that the two can be compared. */
  plan?: UncertainRun;
  /** A line at this value, in the unit of the measure: FTE, people, pounds, or a share of 1 for the vacancy rate. */
  target?: number;
  /** The year that the title speaks of; the last one unless given. */
  year?: number;
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
  const { year = central.last } = options;
  // A year that is not there is told as the result tells it.
  central.at({ pool, measure, year });
  const size = sizeOf(options);
  const runs = plan === undefined ? [sure] : [sure, plan];
  const { fans, say } = fanLines(runs, { pool, measure });
  const years = (fans[0]?.points ?? []).map((point) => point.year);
  const name = groupTitle(central, pool);
  const finding = fanFinding(fans, { say, measure, year });
  const dates = `${years[0] === central.base ? "at" : "in years that end at"} ${central.referenceDate}`;
  const changed = plan && fanDifference(sure, plan, { pool, measure, year }, say);
  const chances = target === undefined ? [] : runs.map((run) => chanceIn(run, { pool, measure, year, atMost: target }));
  const fixed = fans.filter((line) => drawsAgree(pointIn(line, year)));
  const subtitle = [
    unitSentence(fans, { say, measure, dates }),
    ...(target === undefined
      ? []
      : [targetSentence(chances, { target, year, say, measure, kind: plan?.central.kind })]),
    ...(plan && changed ? [differenceSentence(changed, { say, kind: plan.central.kind })] : []),
    `${plan === undefined ? "Line and band: median and" : "Lines: medians; band, or between dashes:"} 8 in 10 of ${drawsWords(runs)}; dotted: everything at its centre.`,
    ...(fixed.length > 0 ? [noRangeWords(plan === undefined ? [] : fixed.map((line) => line.name))] : []),
    ...(plan === undefined ? [`Scenario: ${central.title}.`] : []),
  ].join(" ");
  const told = milestones(years).map((one) => fanSentence(fans, one, say, measure));
  const goal = target === undefined ? [] : [target / say.per];
  const drawn = fans.flatMap(({ points }) => points.flatMap(({ p10, p90, central }) => [p10, p90, central]));
  const values = [...drawn, ...goal];
  const mayCut = measure !== "gap";
  const labelWidth = Math.round(size.width < 520 ? size.width * 0.34 : 180);
  const labels = fanLabels(fans, goal, { say, size, width: labelWidth });
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
      rows: years.map((one, i) => [
        String(one),
        ...fans.flatMap(({ points }) => FIELDS.map((field) => cellOf(points[i], field, say))),
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
      const span = { first: years[0] ?? central.base, last: central.last };
      return {
        layers: fanLayers(fans, { plot, scale, years: span, goal, labels, label: size.text.label }),
        ...(scale.cut ? { remark: "The vertical axis does not start at zero." } : {}),
      };
    },
  });
}

/** A number of the table; a dash at the ends of an interval that is none. */
function cellOf(point: FanPoint | undefined, field: (typeof FIELDS)[number], say: MeasureWords): string {
  if (point === undefined || ((field === "p10" || field === "p90") && drawsAgree(point))) return NO_RANGE;
  return say.text(point[field]);
}

const COLUMNS = ["1 in 10 below", "median", "9 in 10 below", "central run"] as const;
const FIELDS = ["p10", "p50", "p90", "central"] as const;
