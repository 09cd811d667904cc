import { CadreError } from "cadre";
import type { Backtest, Forecast, Score } from "cadre/backtest";
import { isMeasure } from "cadre/measures";
import { pastFinding, pastSubtitle } from "./backtest-words.ts";
import type { Chart, Layer } from "./chart.ts";
import { BAND_OPACITY, COLOURS } from "./colours.ts";
import { endLabels, endLabelsHeight } from "./end-labels.ts";
import { frame } from "./frame.ts";
import { capitalised, shortName } from "./group-title.ts";
import { lineLayer } from "./line-layer.ts";
import { type MeasureWords, measureWords, percentageWords } from "./measure-words.ts";
import { scaleOf } from "./scale.ts";
import { oneLine, wrapText } from "./text-width.ts";
import { type SizeOptions, sizeOf } from "./theme.ts";
import { valueAxis, valueAxisWidth } from "./value-axis.ts";
import { yearAxis } from "./year-axis.ts";

/** Which forecasts of a backtest, what to call them, and how wide. */
export interface BacktestChartOptions extends SizeOptions {
  /** A pool that has forecasts; that of the first when left out. */
  pool?: string;
  /** A measure that it has forecasts of; that of the first when left out. */
  measure?: string;
  /** What to call the pool; its id when left out. */
  name?: string;
  /** Where the figures come from, as a sentence. */
  source?: string;
}

/**
 * How good the projections would have been: what was counted, as a black line, and from each origin what was expected,
 * with a bar at its end that eight of ten draws lie in. Where inputs were held as they turned out the subtitle says that the
 * chart is conditional. A pool or measure without forecasts is a `CadreError`.
 *
 * @example
 * ```ts
 * import { backtestRates } from "cadre/backtest";
 * import { readSeries } from "cadre/node";
 * import { backtestChart, toSvg } from "@cadre/charts";
 * const turnover = await readSeries("data/series/care-turnover-by-area.csv");
 * const tested = backtestRates(turnover, { reference: "england-authorities", horizons: [1, 2, 3] });
 * const svg = await toSvg(backtestChart(tested, { pool: "somerset" }));
 * ```
 */
export function backtestChart(tested: Backtest, options: BacktestChartOptions = {}): Chart {
  const [first] = tested.forecasts;
  const { pool = first?.pool, measure = first?.measure } = options;
  const own = tested.forecasts.filter((one) => one.pool === pool && one.measure === measure);
  const scores = tested.scores.filter((one) => one.pool === pool && one.measure === measure);
  const score = scores.find(({ horizon }) => horizon === "all") ?? scores[0];
  const known = [...new Set(tested.scores.map((one) => `${one.measure} of ${one.pool}`))];
  if (pool === undefined || measure === undefined || score === undefined)
    throw new CadreError({
      code: "no-forecasts",
      message: `There are no forecasts of the past for ${measure ?? "any measure"} of ${pool ?? "any pool"}.`,
      value: `${measure ?? "(no measure)"} of ${pool ?? "(no pool)"}`,
      rule: `Forecast: ${known.slice(0, 12).join(", ") || "(nothing)"}.`,
      fix: "Ask for one of these.",
    });
  const size = sizeOf(options);
  const numbers = own.flatMap(({ observed, expected, interval }) => [observed, expected, ...endsOf(interval)]);
  const say = isMeasure(measure) ? measureWords(measure, numbers) : percentageWords("Leaving rate", "per cent a year");
  const drawn = pathsOf(own, say.per);
  const counted = countedOf(own, say.per);
  const years = counted.map(({ year }) => year);
  const [from, to] = [years[0] ?? 0, years.at(-1) ?? 0];
  const name = capitalised(oneLine(options.name ?? pool.replaceAll("-", " ")));
  const finding = pastFinding(score, say);
  const subtitle = pastSubtitle(tested, say, own);
  const values = [
    ...counted.map(({ value }) => value),
    ...drawn.flatMap(({ points }) => points.flatMap(({ expected, p10, p90 }) => [expected, p10, p90])),
  ];
  const mayCut = measure !== "gap";
  const labelWidth = Math.round(size.width < 520 ? size.width * 0.28 : 130);
  const last = counted.at(-1);
  const label = wrapText(`Counted ${say.text(last?.value ?? 0)}`, {
    width: labelWidth - 12,
    size: size.text.label,
    bold: true,
  });
  return frame({
    title: `${shortName(name, size)}: ${finding}`,
    subtitle,
    alt: `Line chart. ${name}: ${finding}. ${subtitle} ${toldOf(own, say)}`,
    source: options.source ?? "Source: the figures of the series.",
    table: tableOf(own, score, say, name),
    size,
    left: valueAxisWidth(scaleOf(values, 250, { mayCut }), size.text.label),
    right: labelWidth,
    bottom: 28,
    lowest: endLabelsHeight([label], size.text.label),
    draw(plot) {
      const scale = scaleOf(values, plot.height, { mayCut });
      const x = yearAxis("year", { first: from, last: to }, plot);
      // At the end of each forecast alone: bands of several origins would lie over each other.
      const intervals: Layer = {
        data: { values: drawn.flatMap(({ points }) => points.slice(-1)) },
        mark: { type: "rule", color: COLOURS.supply, strokeWidth: 8, opacity: 2 * BAND_OPACITY },
        encoding: { x, y: valueAxis("p90", scale), y2: { field: "p10" } },
      };
      const expected = drawn.map(({ points }) =>
        lineLayer(points, { colour: COLOURS.supply, width: 1.75 }, { x, y: valueAxis("expected", scale) }),
      );
      const line = lineLayer(counted, { colour: COLOURS.ink, width: 3 }, { x, y: valueAxis("value", scale) });
      const ends = [{ at: scale.y(last?.value ?? 0), lines: label, colour: COLOURS.ink, bold: true }];
      return {
        layers: [
          intervals,
          ...expected,
          line,
          ...endLabels(ends, { x: plot.width + 8, height: plot.height, size: size.text.label }),
        ],
        ...(scale.cut ? { remark: "The vertical axis does not start at zero." } : {}),
      };
    },
  });
}

const endsOf = (interval: Forecast["interval"]): number[] => (interval ? [interval.p10, interval.p90] : []);

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** From each origin, the last figure known there and what was expected after it; a band of no width without draws. */
function pathsOf(own: readonly Forecast[], per: number) {
  const origins = [...new Set(own.map(({ origin }) => origin))].sort();
  return origins.map((origin) => {
    const from = own.filter((one) => one.origin === origin).sort((a, b) => a.horizon - b.horizon);
    const start = from[0]?.naive.persistence;
    const point = (year: number, expected: number, p10: number, p90: number) => ({
      year,
      expected: expected / per,
      p10: p10 / per,
      p90: p90 / per,
    });
    return {
      origin,
      points: [
        ...(start === undefined ? [] : [point(yearOf(origin), start, start, start)]),
        ...from.map(({ date, expected, interval }) =>
          point(yearOf(date), expected, interval?.p10 ?? expected, interval?.p90 ?? expected),
        ),
      ],
    };
  });
}

/** What was counted in each year: the figures that were scored, and the last one known at each origin. */
function countedOf(own: readonly Forecast[], per: number): { year: number; value: number }[] {
  const found = new Map<number, number>();
  for (const { origin, date, observed, naive } of own) {
    if (naive.persistence !== undefined && !found.has(yearOf(origin)))
      found.set(yearOf(origin), naive.persistence / per);
    found.set(yearOf(date), observed / per);
  }
  return [...found].map(([year, value]) => ({ year, value })).sort((a, b) => a.year - b.year);
}

const spokenRow = ({ origin, date, expected, observed, interval }: Forecast, say: MeasureWords): string[] => [
  String(yearOf(origin)),
  String(yearOf(date)),
  say.text(expected / say.per),
  interval ? say.text(interval.p10 / say.per) : "–",
  interval ? say.text(interval.p90 / say.per) : "–",
  say.text(observed / say.per),
];

function tableOf(own: readonly Forecast[], { pairs }: Score, say: MeasureWords, name: string) {
  return {
    caption: `${name}: ${say.name.toLowerCase()} in ${say.unit}, ${pairs} forecasts of the past and what was counted`,
    columns: ["From", "For", "expected", "1 in 10 below", "9 in 10 below", "counted"],
    rows: own.map((one) => spokenRow(one, say)),
  };
}

/** The last forecast of each origin in words. */
function toldOf(own: readonly Forecast[], say: MeasureWords): string {
  const last = new Map<string, Forecast>();
  for (const one of own) if (one.horizon >= (last.get(one.origin)?.horizon ?? 0)) last.set(one.origin, one);
  return [...last.values()]
    .map((one) => {
      const [from, to, expected, p10, p90, counted] = spokenRow(one, say);
      const between = one.interval ? ` (${p10} to ${p90})` : "";
      return `From ${from} for ${to}: expected ${expected}${between}, counted ${counted}.`;
    })
    .join(" ");
}
