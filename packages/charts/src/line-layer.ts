import type { Layer } from "./chart.ts";
import { COLOURS, SERIES } from "./colours.ts";

/** How a line looks: its colour, its dashes and its width in pixels. */
export interface LineStyle {
  colour: string;
  dash?: readonly number[];
  width: number;
}

/** A line of its own data, or a point where there is a single date, which makes no line. */
export function lineLayer(
  points: readonly object[],
  { colour, dash = [], width }: LineStyle,
  encoding: Exclude<Layer, { layer: unknown }>["encoding"],
): Layer {
  return {
    data: { values: points.map((point) => ({ ...point })) },
    mark: {
      type: "line",
      color: colour,
      strokeWidth: width,
      strokeDash: [...dash],
      point: points.length < 2 ? { color: colour, size: 60 } : false,
    },
    encoding,
  } as Layer;
}

/**
 * Lines held against a first one, which is what comes if nothing changes; the second is the plan. Grey and teal are one
 * colour to some eyes, hence the dashes.
 */
export const AGAINST_FIRST = [{ colour: COLOURS.nothing, dash: [7, 3] }, { colour: COLOURS.plan, dash: [] }, ...SERIES];

/** The style of the line at a place in such a list. */
export const againstFirst = (index: number): LineStyle => ({
  colour: COLOURS.ink,
  ...AGAINST_FIRST[index % AGAINST_FIRST.length],
  width: 2.5,
});

/** A line that is not told apart from others of its kind. */
export const GREY: LineStyle = { colour: COLOURS.pale, width: 1.25 };
