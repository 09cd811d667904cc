import type { Layer } from "./chart.ts";
import { COLOURS } from "./colours.ts";
import { fixedBlock, fixedText } from "./fixed-marks.ts";
import type { Plot } from "./frame.ts";
import type { Scale } from "./scale.ts";
import { textWidth, wrapText } from "./text-width.ts";
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

/** The plot and its scale, the pixels for names before it, and the size of its words. */
interface Place {
  plot: Plot;
  scale: Scale;
  left: number;
  label: number;
  colours: WaterfallColours;
}

/** Of totals, of steps down and of steps up. */
export interface WaterfallColours {
  total: string;
  less: string;
  more: string;
}

/** Bars, the lines that lead from one to the next, and the words before and behind them. */
export function waterfallBars(rows: readonly WaterfallRow[], place: Place): Layer[] {
  const { plot, scale, colours } = place;
  const x = (value: number) => plot.width - scale.y(value);
  const step = plot.height / rows.length;
  const middle = (i: number) => step * (i + 0.5);
  const half = Math.min(11, step * 0.34);
  const upright = (at: number, width: number, y: number, y2: number, colour: string) =>
    fixedBlock({ x: at - width / 2, x2: at + width / 2, y, y2 }, colour);
  const bar = (row: WaterfallRow, i: number): Layer => {
    // Where the scale leaves zero out, a bar cannot start there.
    if (row.kind === "total" && scale.cut)
      return upright(x(row.to), 4, middle(i) - half, middle(i) + half, COLOURS.ink);
    const from = row.kind === "total" ? 0 : row.from;
    const [low, high] = [Math.min(x(from), x(row.to)), Math.max(x(from), x(row.to))];
    const colour = row.kind === "total" ? colours.total : row.to < row.from ? colours.less : colours.more;
    // At least a hair, so that a part of nothing still has its place.
    const edges = { x: low, x2: Math.max(high, low + 1), y: middle(i) - half, y2: middle(i) + half };
    return fixedBlock(edges, colour, COLOURS.quietInk);
  };
  const link = ({ to }: WaterfallRow, i: number) =>
    upright(x(to), 1, middle(i) + half, middle(i + 1) - half, COLOURS.quietInk);
  const whisker = ({ to, error }: WaterfallRow, i: number) =>
    fixedBlock({ x: x(to - error), x2: x(to + error), y: middle(i) - 1, y2: middle(i) + 1 }, COLOURS.ink);
  const number = ({ kind, from, to, error, text }: WaterfallRow, i: number) => {
    const start = kind === "part" ? x(from) : scale.cut ? 0 : x(0);
    return fixedText(text, {
      x: Math.max(x(to + error), start) + 6,
      y: middle(i),
      align: "left",
      bold: kind === "total",
    });
  };
  return [
    ...(scale.cut ? [] : [upright(x(0), 1, 0, plot.height, COLOURS.quietInk)]),
    ...rows.slice(0, -1).map(link),
    ...rows.map(bar),
    ...rows.flatMap((row, i) => (row.error > 0 ? [whisker(row, i)] : [])),
    ...rows.map((row, i) => nameOf(row, middle(i), place)),
    ...rows.map(number),
  ];
}

/** The name of a row before the plot, in two lines at most; one that is cut keeps its mark. */
function nameOf({ name, kind }: WaterfallRow, middle: number, { left, label }: Place): Layer {
  const bold = kind === "total";
  const mark = name.endsWith(UNMEASURED) ? UNMEASURED : "";
  const width = left - 10 - textWidth(mark, label, bold);
  const lines = wrapText(name.slice(0, name.length - mark.length), { width, size: label, bold, most: 2 });
  const text = lines.map((line, i) => (i === lines.length - 1 ? `${line}${mark}` : line));
  const y = middle - (text.length - 1) * label * 0.6;
  return fixedText(text, { x: -left, y, align: "left", bold, lineHeight: Math.round(label * 1.2) });
}
