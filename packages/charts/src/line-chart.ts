import type { Chart, Layer } from "./chart.ts";
import { inkOf } from "./colours.ts";
import { endLabels, endLabelsHeight } from "./end-labels.ts";
import { type FrameParts, frame } from "./frame.ts";
import { GREY, type LineStyle, lineLayer } from "./line-layer.ts";
import { scaleOf } from "./scale.ts";
import { cutApart, oneLine, textWidth, wrapText } from "./text-width.ts";
import { valueAxis, valueAxisWidth } from "./value-axis.ts";
import { yearAxis } from "./year-axis.ts";

/** One line over the years, in the size that is drawn. */
export interface ChartLine {
  name: string;
  points: readonly { year: number; value: number }[];
}

/** The value of a line in a year; 0 where it has none. */
export const valueIn = ({ points }: ChartLine, year: number): number =>
  points.find((point) => point.year === year)?.value ?? 0;

/** The value at the end of a line. */
export const endOf = ({ points }: ChartLine): number => points.at(-1)?.value ?? 0;

/** The words of a chart of lines, the lines, and what stands at their ends. */
export interface LineChartParts extends Omit<FrameParts, "left" | "right" | "bottom" | "lowest" | "draw"> {
  named: readonly ChartLine[];
  grey: readonly ChartLine[];
  years: { first: number; last: number };
  /** How a named line looks, by its place. */
  style(index: number): LineStyle;
  /** The words beside the end of a named line; those of the first are bold where it is what others are held against. */
  label(line: ChartLine): string;
  firstBold: boolean;
  /** Lines that a label may take; by the number of labels when left out. */
  most?: number;
  /** Pixels for the labels; as many as names need when left out. */
  right?: number;
  /** Whether the vertical axis may start above zero. */
  mayCut?: boolean;
  /** Whether values are per cents, drawn from 0 to 100. */
  percent?: boolean;
}

/** Lines over the years, each with its words at its end, and grey ones behind them. */
export function lineChart(parts: LineChartParts): Chart {
  const { named, grey, years, style, label, firstBold, mayCut = false, percent = false, ...words } = parts;
  const { width, text } = words.size;
  const labelWidth = Math.round(width < 520 ? width * 0.36 : 190);
  const most = parts.most ?? (named.length > 4 ? 2 : 3);
  const room = { width: labelWidth - 12, size: text.label };
  const cut = cutApart(
    named.map((line) => oneLine(label(line))),
    // As bold as the first one, which is the widest.
    (name) => wrapText(name, { ...room, bold: firstBold ?? false }).length <= most,
  );
  const labels = named.map((_line, i) => wrapText(cut[i] ?? "", { ...room, bold: firstBold && i === 0, most }));
  const values = percent ? [0, 100] : [...named, ...grey].flatMap(({ points }) => points.map(({ value }) => value));
  return frame({
    ...words,
    left: percent
      ? Math.ceil(textWidth("100%", text.label) + 10)
      : valueAxisWidth(scaleOf(values, 250, { mayCut }), text.label),
    right: parts.right ?? labelWidth,
    bottom: 28,
    lowest: endLabelsHeight(labels, text.label),
    draw(plot) {
      const scale = scaleOf(values, plot.height, { mayCut });
      const x = yearAxis("year", years, plot);
      const axis = valueAxis("value", scale);
      const y = percent ? { ...axis, axis: { ...axis.axis, labelExpr: "datum.value + '%'" } } : axis;
      const ends = named.map((line, i) => ({
        at: scale.y(endOf(line)),
        lines: labels[i] ?? [],
        colour: inkOf(style(i).colour),
        bold: firstBold && i === 0,
      }));
      const empty: Layer = { data: { values: [] }, mark: "line", encoding: { x, y } };
      return {
        layers: [
          ...(named.length === 0 ? [empty] : []),
          ...grey.map((line) => lineLayer(line.points, GREY, { x, y })),
          ...named.map((line, i) => lineLayer(line.points, style(i), { x, y })),
          ...endLabels(ends, { x: plot.width + 8, height: plot.height, size: text.label }),
        ],
        ...(scale.cut ? { remark: "The vertical axis does not start at zero." } : {}),
      };
    },
  });
}
