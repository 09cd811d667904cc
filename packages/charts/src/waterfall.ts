import type { Chart } from "./chart.ts";
import { COLOURS, lessAndMore } from "./colours.ts";
import { frame } from "./frame.ts";
import { scaleOf } from "./scale.ts";
import { textWidth } from "./text-width.ts";
import type { Size } from "./theme.ts";
import { type WaterfallRow, waterfallBars } from "./waterfall-bars.ts";

/** The words around a waterfall and its bars, from the first total to the last. */
export interface WaterfallParts {
  title: string;
  subtitle: string;
  alt: string;
  source: string;
  caption: string;
  columns: readonly string[];
  tableRows: readonly (readonly string[])[];
  rows: readonly WaterfallRow[];
  size: Size;
  /** The measure that the totals are of. */
  measure: string;
}

/** Totals that stand from zero, and parts that carry from one to the next: what a list of amounts makes of a start. */
export function waterfallRows(
  start: { name: string; value: number },
  parts: readonly { name: string; value: number; error?: number }[],
  end: { name: string; value: number },
  words: { total(value: number): string; part(value: number, error: number): string },
): WaterfallRow[] {
  const total = ({ name, value }: { name: string; value: number }): WaterfallRow => ({
    name,
    kind: "total",
    from: 0,
    to: value,
    error: 0,
    text: words.total(value),
  });
  let at = start.value;
  const bars = parts.map(({ name, value, error = 0 }): WaterfallRow => {
    const bar: WaterfallRow = { name, kind: "part", from: at, to: at + value, error, text: words.part(value, error) };
    at = bar.to;
    return bar;
  });
  return [total(start), ...bars, total(end)];
}

const ROW = 34;

/**
 * Bars that lead from one total to another, one under the other, each with its name before it and its number behind it.
 * Where the totals are so large that the parts would not be seen, the axis starts above zero and totals are drawn as
 * marks, since a bar has to start at zero.
 */
export function waterfall({ rows, size, measure, caption, columns, tableRows, ...words }: WaterfallParts): Chart {
  const left = Math.round(size.width * (size.width < 520 ? 0.4 : 0.36));
  const label = size.text.label;
  const colours = { total: measure === "gap" ? COLOURS.need : COLOURS.supply, ...lessAndMore(measure) };
  return frame({
    ...words,
    table: { caption, columns, rows: tableRows },
    // As high as its rows, whatever the words take.
    size: { ...size, height: 0 },
    lowest: rows.length * ROW,
    left,
    right: Math.ceil(Math.max(0, ...rows.map(({ text }) => textWidth(text, label)))) + 14,
    bottom: 12,
    draw(plot) {
      const ends = rows.flatMap(({ from, to, error, kind }) =>
        kind === "total" ? [to] : [from, to - error, to + error],
      );
      const scale = scaleOf(ends, plot.width, { mayCut: true });
      return {
        layers: waterfallBars(rows, { plot, scale, left, label, colours }),
        ...(scale.cut ? { remark: "The scale does not start at zero, so totals are marks and not bars." } : {}),
      };
    },
  });
}
