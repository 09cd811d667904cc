import type { Chart, Layer } from "./chart.ts";
import { frame } from "./frame.ts";
import { scaleOf } from "./scale.ts";
import { textWidth, wrapText } from "./text-width.ts";
import { COLOURS, type Size } from "./theme.ts";
import { UNMEASURED } from "./unmeasured.ts";

/** One bar: where it stands from and to, what it is called and how its number reads. */
export interface WaterfallRow {
  name: string;
  kind: "total" | "part";
  from: number;
  to: number;
  /** Half the width of the mark that shows how unsure a sampled part is; 0 for none. */
  error: number;
  text: string;
}

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

/** A step down and a step up: apart in lightness as in colour. */
const [DOWN, UP] = ["#7fbfe8", "#c8570f"];
const ROW = 34;

/**
 * Bars that lead from one total to another, one under the other, each with its name before it and its number behind it.
 * Where the totals are so large that the parts would not be seen, the axis starts above zero and totals are drawn as
 * marks, since a bar has to start at zero.
 */
export function waterfall({ rows, size, caption, columns, tableRows, ...words }: WaterfallParts): Chart {
  const narrow = size.width < 520;
  const left = Math.round(size.width * (narrow ? 0.4 : 0.36));
  const label = size.text.label;
  const right = Math.ceil(Math.max(0, ...rows.map(({ text }) => textWidth(text, label)))) + 14;
  return frame({
    ...words,
    table: { caption, columns, rows: tableRows },
    // As high as its rows, whatever the words take.
    size: { ...size, height: 0 },
    lowest: rows.length * ROW,
    left,
    right,
    bottom: 12,
    draw(plot) {
      const ends = rows.flatMap(({ from, to, error, kind }) =>
        kind === "total" ? [to] : [from, to - error, to + error],
      );
      const scale = scaleOf(ends, plot.width, { mayCut: true });
      const x = (value: number) => plot.width - scale.y(value);
      const step = plot.height / rows.length;
      const middle = (i: number) => step * (i + 0.5);
      const half = Math.min(11, step * 0.34);
      const bar = (row: WaterfallRow, i: number): Layer => {
        const from = row.kind === "total" ? 0 : row.from;
        const [low, high] = [Math.min(x(from), x(row.to)), Math.max(x(from), x(row.to))];
        const color = row.kind === "total" ? COLOURS.funded : row.to < row.from ? DOWN : UP;
        return {
          data: { values: [{}] },
          encoding: {},
          mark: {
            type: "rect",
            x: low,
            // At least a hair, so that a part of nothing still has its place.
            x2: Math.max(high, low + 1),
            y: middle(i) - half,
            y2: middle(i) + half,
            color,
            stroke: COLOURS.quietInk,
            strokeWidth: 0.5,
          },
        };
      };
      const block = (box: { x: number; x2: number; y: number; y2: number }, color: string): Layer => ({
        data: { values: [{}] },
        encoding: {},
        mark: { type: "rect", color, ...box },
      });
      const mark = ({ to }: WaterfallRow, i: number) =>
        block({ x: x(to) - 2, x2: x(to) + 2, y: middle(i) - half, y2: middle(i) + half }, COLOURS.ink);
      const link = ({ to }: WaterfallRow, i: number) =>
        block({ x: x(to) - 0.5, x2: x(to) + 0.5, y: middle(i) + half, y2: middle(i + 1) - half }, COLOURS.quietInk);
      const whisker = ({ to, error }: WaterfallRow, i: number) =>
        block({ x: x(to - error), x2: x(to + error), y: middle(i) - 1, y2: middle(i) + 1 }, COLOURS.ink);
      const name = (row: WaterfallRow, i: number): Layer => {
        const bold = row.kind === "total";
        // A name that is cut keeps its mark.
        const mark = row.name.endsWith(UNMEASURED) ? UNMEASURED : "";
        const width = left - 10 - textWidth(mark, label, bold);
        const lines = wrapText(row.name.slice(0, row.name.length - mark.length), { width, size: label, bold, most: 2 });
        const text = lines.map((line, i) => (i === lines.length - 1 ? `${line}${mark}` : line));
        return {
          data: { values: [{}] },
          encoding: {},
          mark: {
            type: "text",
            text,
            x: -left,
            y: middle(i) - (text.length - 1) * label * 0.6,
            align: "left",
            baseline: "middle",
            lineHeight: Math.round(label * 1.2),
            fontWeight: bold ? 700 : 400,
          },
        };
      };
      const number = (row: WaterfallRow, i: number): Layer => ({
        data: { values: [{}] },
        encoding: {},
        mark: {
          type: "text",
          text: row.text,
          x: Math.max(x(row.to + row.error), row.kind === "part" ? x(row.from) : scale.cut ? 0 : x(0)) + 6,
          y: middle(i),
          align: "left",
          baseline: "middle",
          fontWeight: row.kind === "total" ? 700 : 400,
        },
      });
      const zero = block({ x: x(0) - 0.5, x2: x(0) + 0.5, y: 0, y2: plot.height }, COLOURS.quietInk);
      return {
        layers: [
          ...(scale.cut ? [] : [zero]),
          ...rows.slice(0, -1).map(link),
          ...rows.map((row, i) => (row.kind === "total" && scale.cut ? mark(row, i) : bar(row, i))),
          ...rows.flatMap((row, i) => (row.error > 0 ? [whisker(row, i)] : [])),
          ...rows.map(name),
          ...rows.map(number),
        ],
        ...(scale.cut ? { remark: "The scale does not start at zero, so totals are marks and not bars." } : {}),
      };
    },
  });
}
