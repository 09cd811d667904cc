import type { CountedMeasure, Result } from "cadre";
import type { Chart, Layer } from "./chart.ts";
import { COLOURS } from "./colours.ts";
import { endLabels } from "./end-labels.ts";
import { frame } from "./frame.ts";
import { capitalised, groupTitle, shortName } from "./group-title.ts";
import { measureWords } from "./measure-words.ts";
import { scaleOf } from "./scale.ts";
import { sourceLine } from "./source-line.ts";
import { type SizeOptions, sizeOf } from "./theme.ts";
import { valueAxis, valueAxisWidth } from "./value-axis.ts";
import { yearAxis } from "./year-axis.ts";
import { milestones } from "./years.ts";

/** One part of the bars, from the bottom up: what it counts, what it is called, in a table and beside the bars. */
export interface StackedPart {
  measure: CountedMeasure;
  title: string;
  label: readonly string[];
  colour: string;
}

/** Which pool or group to draw, which year the title speaks of, and how wide. */
export interface StackedOptions extends SizeOptions {
  /** A pool's id, `sector:…`, `employer:…` or `all` (the default). */
  pool?: string;
  /** The year that the title speaks of; the last one unless given. */
  year?: number;
}

/** What is said of the bars. */
interface StackedWords extends StackedOptions {
  /** What the parts add up to. */
  all: { measure: CountedMeasure; title: string };
  /** "leavers by cause". */
  about: string;
  /** "people who leave a post, by cause"; `counted` is what the pools count, such as "people" or "jobs". */
  caption(counted: string): string;
  /** What a board should take away from the year it asks for, to stand behind the name. */
  finding(at: (measure: CountedMeasure) => number, year: number, counted: string): string;
  /** A sentence about the parts that occur. */
  remark?(parts: readonly StackedPart[]): string;
}

/** A part with its value in each year, in the size that is drawn. */
interface Flow extends StackedPart {
  values: readonly number[];
}

/** What flows in each year, stacked by parts; those that never occur are left out. An unknown pool is a `CadreError`. */
export function stackedByYear(result: Result, parts: readonly StackedPart[], words: StackedWords): Chart {
  const { pool = "all", year = result.last, all, about } = words;
  const unit = result.unit({ pool, measure: all.measure });
  const finding = words.finding((measure) => result.at({ pool, measure, year }), year, unit.many);
  const size = sizeOf(words);
  const years = [...result.years];
  const valuesOf = (measure: CountedMeasure) => years.map((one) => result.at({ pool, measure, year: one }));
  const say = measureWords(all.measure, valuesOf(all.measure), unit);
  const scaled = (measure: CountedMeasure) => valuesOf(measure).map((value) => value / say.per);
  const totals = scaled(all.measure);
  const flows = parts
    .map((part): Flow => ({ ...part, values: scaled(part.measure) }))
    .filter(({ values }) => values.some((value) => value > 0));
  const name = groupTitle(result, pool);
  const subtitle = [
    `${capitalised(about)}: ${say.unit} a year, in years that end at ${result.referenceDate}. Scenario: ${result.title}.`,
    words.remark?.(flows) ?? "",
  ]
    .join(" ")
    .trim();
  const told = milestones(years).map((one) => {
    const y = years.indexOf(one);
    const named = flows.map(({ title, values }) => `${title.toLowerCase()} ${say.text(values[y] ?? 0)}`);
    return `${one}: ${say.text(totals[y] ?? 0)} in all${named.length === 0 ? "" : `; ${named.join(", ")}`}.`;
  });
  const bars = stacked(years, flows);
  const tops = [0, ...totals, ...bars.flatMap((one) => one.map(({ to }) => to))];
  return frame({
    title: `${shortName(name, size)}: ${finding}`,
    subtitle,
    alt: `Stacked bar chart of ${about}. ${name}: ${finding}. ${subtitle} ${told.join(" ")}`,
    source: sourceLine(result),
    table: {
      caption: `${name}: ${words.caption(unit.many)}`,
      columns: ["Year ending", ...flows.map(({ title }) => title), all.title],
      rows: years.map((one, y) => [
        String(one),
        ...flows.map(({ values }) => say.text(values[y] ?? 0)),
        say.text(totals[y] ?? 0),
      ]),
    },
    size,
    left: valueAxisWidth(scaleOf(tops, 250), size.text.label),
    right: size.text.label * 8 + 14,
    bottom: 28,
    draw(plot) {
      const scale = scaleOf(tops, plot.height);
      const x = yearAxis("from", { first: years[0] ?? result.base, last: result.last }, plot, 0.5);
      const y = valueAxis("low", scale);
      const layers = flows.map(
        ({ colour }, i): Layer => ({
          data: { values: bars[i] ?? [] },
          mark: { type: "rect", color: colour, stroke: COLOURS.paper, strokeWidth: 0.75 },
          encoding: { x, x2: { field: "until" }, y, y2: { field: "to" } },
        }),
      );
      const ends = flows.map(({ label, colour }, i) => {
        const { low, to } = bars[i]?.at(-1) ?? { low: 0, to: 0 };
        return { at: scale.y((low + to) / 2), lines: label, colour: COLOURS.ink, swatch: colour };
      });
      const empty: Layer = { data: { values: [] }, mark: "rect", encoding: { x, y } };
      return {
        layers: [
          ...(layers.length === 0 ? [empty] : layers),
          ...endLabels(ends, { x: plot.width + 8, height: plot.height, size: size.text.label }),
        ],
      };
    },
  });
}

/** One rectangle a part and year, standing on the parts below it. */
function stacked(years: readonly number[], flows: readonly Flow[]) {
  const tops = years.map(() => 0);
  return flows.map(({ values }) =>
    years.map((year, y) => {
      const low = tops[y] ?? 0;
      const to = low + (values[y] ?? 0);
      tops[y] = to;
      return { from: year - 0.4, until: year + 0.4, low, to };
    }),
  );
}
