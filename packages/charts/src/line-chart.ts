import type { Chart, Layer } from "./chart.ts";
import { inkOf } from "./colours.ts";
import { type EndLabel, endLabels, endLabelsHeight } from "./end-labels.ts";
import { type FrameParts, frame } from "./frame.ts";
import { GREY, type LineStyle, lineLayer } from "./line-layer.ts";
import { scaleOf } from "./scale.ts";
import { distinctShortNames, oneLine, textWidth, wrapText } from "./text-width.ts";
import { valueAxis, valueAxisWidth } from "./value-axis.ts";
import { yearAxis } from "./year-axis.ts";

/** One line over the years, in the size that is drawn. */
export interface ChartLine {
  name: string;
  /** A value that cannot be worked out leaves a hole. */
  points: readonly { year: number; value: number | undefined }[];
}

/** The value of a line in a year, where it has one. */
export const valueIn = ({ points }: ChartLine, year: number): number | undefined =>
  points.find((point) => point.year === year)?.value;

/** The value at the end of a line, where it has one. */
export const endOf = ({ points }: ChartLine): number | undefined => points.at(-1)?.value;

/** How far a line ends from the first one; that one is farther than any other, so that it always keeps its name. */
export function fromFirst(lines: readonly ChartLine[]): (line: ChartLine) => number {
  const [first] = lines;
  return (line) =>
    first === undefined || line === first ? Number.POSITIVE_INFINITY : apart(endOf(line), endOf(first));
}

/** How far a line ends from another; not at all where one of them has no end. */
const apart = (end: number | undefined, from: number | undefined): number =>
  end === undefined || from === undefined ? 0 : Math.abs(end - from);

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
  const cut = distinctShortNames(
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
      const ends = named.flatMap((line, i): EndLabel[] => {
        const end = endOf(line);
        if (end === undefined) return [];
        return [
          {
            at: scale.y(end),
            lines: labels[i] ?? [],
            colour: inkOf(style(i).colour),
            bold: firstBold && i === 0,
          },
        ];
      });
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
