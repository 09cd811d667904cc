import type { Layer } from "./chart.ts";
import { COLOURS } from "./colours.ts";
import { fixedText } from "./fixed-marks.ts";
import { distinctShortNames, oneLine, wrapText } from "./text-width.ts";
import type { Size } from "./theme.ts";

/** Where the rows of horizontal bars lie, in pixels: names beside the bars, or above them where the chart is narrow. */
export interface BarRows {
  /** The room before the plot; none where names stand above. */
  left: number;
  /** What all rows take. */
  height: number;
  /** Half the thickness of a bar. */
  half: number;
  /** The middle of a bar, counted from the top of the plot. */
  middles: readonly number[];
  /** The names, in two lines at most, each with its note in quieter words below. */
  names: readonly Layer[];
}

const HALF = 8;

/** Rows as high as their words need; `top` is kept free above the first. */
export function barRows(rows: readonly { name: string; note?: string | undefined }[], size: Size, top = 0): BarRows {
  const label = size.text.label;
  const above = size.width < 520;
  const line = Math.round(label * 1.2);
  const left = above ? 0 : Math.round(Math.min(size.width * 0.4, 330));
  const width = above ? size.width - 24 : left - 16;
  const names: Layer[] = [];
  const middles: number[] = [];
  let height = top;
  const room = { width, size: label };
  const cut = distinctShortNames(
    rows.map(({ name }) => oneLine(name)),
    (name) => wrapText(name, room).length <= 2,
  );
  for (const [i, { note = "" }] of rows.entries()) {
    const words = [
      { lines: wrapText(cut[i] ?? "", { ...room, most: 2 }), color: COLOURS.ink },
      { lines: wrapText(note, { width, size: label, most: 1 }), color: COLOURS.quietInk },
    ];
    const tall = line * words.reduce((sum, { lines }) => sum + lines.length, 0);
    const row = above ? tall + 2 * HALF + 14 : Math.max(tall, 2 * HALF) + 10;
    middles.push(above ? height + tall + HALF + 4 : height + row / 2);
    let y = (above ? height : height + (row - tall) / 2) + line / 2;
    for (const { lines, color } of words) {
      if (lines.length === 0) continue;
      names.push(fixedText(lines, { x: 0 - left, y, align: "left", lineHeight: line, color }));
      y += line * lines.length;
    }
    height += row;
  }
  return { left, height, half: HALF, middles, names };
}
