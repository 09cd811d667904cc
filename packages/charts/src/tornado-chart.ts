import type { PoolMeasure, Result } from "cadre";
import type { TornadoBar } from "cadre/uncertainty";
import { barRows } from "./bar-rows.ts";
import type { Chart } from "./chart.ts";
import { frame } from "./frame.ts";
import { capitalised, groupTitle, shortName } from "./group-title.ts";
import { inDrawnSize, measureWords } from "./measure-words.ts";
import { roundWhole } from "./number.ts";
import { sourceLine } from "./source-line.ts";
import { oneLine } from "./text-width.ts";
import { type SizeOptions, sizeOf } from "./theme.ts";
import { TORNADO_TOP, tornadoBars } from "./tornado-bars.ts";
import { isWidened, noteOf, restWords, tornadoFinding } from "./tornado-words.ts";

/** Of which result, pool, measure and year the bars are, and how wide the chart is to be. */
export interface TornadoChartOptions extends SizeOptions {
  /** The run with everything at its centre: it has the names and sources. */
  result: Result;
  /** A pool's id, `sector:…`, `employer:…` or `all` (the default). */
  pool?: string;
  /** `gap` when left out. */
  measure?: PoolMeasure;
  /** The last year of the result unless given. */
  year?: number;
}

/** More bars than this say nothing more to a board. */
const MOST = 12;
/**
 * What each uncertain number does to a result by itself, all others at their median: a bar from the result at its low end
 * (p10) to that at its high end (p90), the widest first, with both results at the ends. At most twelve are drawn; the
 * subtitle says how many more there are and the table holds all. No bars at all is a chart that says so.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { tornado } from "cadre/uncertainty";
 * import { readScenario, readSystem } from "cadre/node";
 * import { toSvg, tornadoChart } from "@cadre/charts";
 * const england = await readSystem("scenarios/england/system.yaml");
 * const nothing = await readScenario("scenarios/england/do-nothing.yaml");
 * const bars = await tornado(england, nothing, { measure: "gap", year: 2035 });
 * const svg = await toSvg(tornadoChart(bars, { result: run(england, nothing), measure: "gap", year: 2035 }));
 * ```
 */
export function tornadoChart(bars: readonly TornadoBar[], options: TornadoChartOptions): Chart {
  const { result, pool = "all", measure = "gap", year = result.last } = options;
  const size = sizeOf(options);
  const run = result.at({ pool, measure, year });
  const raw = bars.flatMap(({ low, high, central }) => [low, high, central]);
  const say = measureWords(measure, [...raw, run], result.unit({ pool, measure }));
  const all = bars
    .map((bar) => ({
      name: capitalised(oneLine(bar.title) || bar.id),
      note: noteOf(bar),
      low: bar.low / say.per,
      high: bar.high / say.per,
      width: Math.abs(bar.high - bar.low) / say.per,
    }))
    .sort((one, other) => other.width - one.width);
  // What moves the result by less than one would be a bar without length.
  const shown = all.slice(0, MOST).filter(({ width }) => roundWhole(width) > 0);
  const rest = all.slice(shown.length);
  const central = inDrawnSize(bars[0]?.central ?? run, say);
  const name = groupTitle(result, pool);
  const finding = tornadoFinding(all, { say, measure, year });
  const subtitle = [
    all.length === 0
      ? `${say.name} in ${say.unit}, ${year}.`
      : `${say.name} in ${say.unit}, ${year}, with one number at its low end (1 in 10 lies below) or its high end ` +
        "(1 in 10 lies above) and all others at their median.",
    `Scenario: ${result.title}.`,
    ...(rest.length === 0 ? [] : [restWords(rest, say)]),
    ...(bars.some(isWidened)
      ? [
          "If evidence is weak, a wider range than in the file is used before the effect is reduced; both ranges are shown.",
        ]
      : []),
  ].join(" ");
  const told = shown.map((row) => `${row.name}: ${say.words(row.low)} if low, ${say.words(row.high)} if high.`);
  const rows = barRows(shown, size, TORNADO_TOP);
  return frame({
    title: `${shortName(name, size)}: ${finding}`,
    subtitle,
    alt: `Tornado chart. ${name}: ${finding}. ${subtitle} All at their median: ${say.words(central)}. ${told.join(" ")}`.trim(),
    source: sourceLine(result),
    table: {
      caption: `${name}: ${say.name.toLowerCase()} in ${say.unit}, ${year}, with one number at its low or high end`,
      columns: ["Uncertain number", "From … to (in the file)", "If low", "If high", "Apart"],
      rows: all.map(({ name, note, low, high, width }) => [name, note, say.text(low), say.text(high), say.text(width)]),
    },
    // As high as its rows, whatever the words take.
    size: { ...size, height: 0 },
    lowest: rows.height,
    left: rows.left,
    right: 0,
    bottom: 12,
    draw: (plot) => ({
      layers: tornadoBars(shown, rows, { central: central ?? 0, measure, say, size, width: plot.width }),
    }),
  });
}
