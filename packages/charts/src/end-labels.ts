import type { Layer } from "./chart.ts";
import { COLOURS } from "./colours.ts";

/** Words beside the end of a line or bar, with the pixel (from the top) they belong to. */
export interface EndLabel {
  at: number;
  lines: readonly string[];
  colour: string;
  bold?: boolean;
  /** The colour of a small square before the words, where the words themselves are black. */
  swatch?: string;
}

const GAP = 3;
const lineHeightOf = (size: number): number => Math.round(size * 1.2);

/** Pixels that labels of the given lines take, one below the other. */
export const endLabelsHeight = (labels: readonly (readonly string[])[], size: number): number =>
  labels.reduce((sum, lines) => sum + lines.length * lineHeightOf(size) + GAP, 0);

/**
 * Layers that write labels to the right of `x`, each as near to its own place as it can be without touching
 * another. All stay between the top and the bottom of the plot while there is room.
 */
export function endLabels(labels: readonly EndLabel[], { x, height, size }: LabelPlace): Layer[] {
  const lineHeight = lineHeightOf(size);
  const sorted = [...labels].sort((one, other) => one.at - other.at);
  const heights = sorted.map((label) => label.lines.length * lineHeight);
  const tops = spread(
    sorted.map((label, index) => label.at - (heights[index] ?? 0) / 2),
    heights.map((tall) => tall + GAP),
    { top: -lineHeight / 2, bottom: height + GAP },
  );
  return sorted.flatMap((label, index) => {
    const top = Math.round(tops[index] ?? 0);
    const words: Layer = {
      data: { values: [{}] },
      mark: {
        type: "text",
        text: [...label.lines],
        x: x + (label.swatch === undefined ? 0 : 14),
        y: top + lineHeight / 2,
        align: "left",
        baseline: "middle",
        lineHeight,
        fontSize: size,
        fontWeight: label.bold === true ? 700 : 400,
        color: label.colour,
      },
    };
    if (label.swatch === undefined) return [words];
    const swatch: Layer = {
      data: { values: [{}] },
      mark: {
        type: "point",
        shape: "square",
        x: x + 5,
        y: top + lineHeight / 2,
        size: 90,
        filled: true,
        fill: label.swatch,
        stroke: COLOURS.quietInk,
        strokeWidth: 0.5,
        opacity: 1,
      },
    };
    return [swatch, words];
  });
}

/** Tops moved down until nothing overlaps, then up again from the bottom when the last one fell out of the plot. */
export function spread(
  wanted: readonly number[],
  heights: readonly number[],
  { top: highest, bottom }: { top: number; bottom: number },
): number[] {
  const tops = [...wanted];
  // Neighbours that touch form a block that settles on the mean of what its members wanted.
  const blocks: { first: number; count: number; height: number; top: number }[] = [];
  for (const [index, top] of tops.entries()) {
    blocks.push({ first: index, count: 1, height: heights[index] ?? 0, top });
    for (;;) {
      const last = blocks.at(-1);
      const before = blocks.at(-2);
      if (last === undefined || before === undefined || before.top + before.height <= last.top) break;
      const height = before.height + last.height;
      const top = (before.top * before.count + (last.top - before.height) * last.count) / (before.count + last.count);
      blocks.splice(-2, 2, { first: before.first, count: before.count + last.count, height, top });
    }
  }
  for (const block of blocks) {
    let top = block.top;
    for (let index = block.first; index < block.first + block.count; index += 1) {
      tops[index] = top;
      top += heights[index] ?? 0;
    }
  }
  let floor = bottom;
  for (let index = tops.length - 1; index >= 0; index -= 1) {
    floor -= heights[index] ?? 0;
    tops[index] = Math.min(tops[index] ?? 0, floor);
    floor = tops[index] ?? 0;
  }
  let ceiling = highest;
  for (const [index, top] of tops.entries()) {
    tops[index] = Math.max(top, ceiling);
    ceiling = (tops[index] ?? 0) + (heights[index] ?? 0);
  }
  return tops;
}

interface LabelPlace {
  x: number;
  height: number;
  size: number;
}
