import type { Layer } from "./chart.ts";
import { COLOURS, LINES } from "./theme.ts";

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

/** The style of the line at a place in a list whose first is what the others are held against: black, then the colours. */
export function againstFirst(index: number): LineStyle {
  const { colour, dash } = (index === 0 ? undefined : LINES[index - 1]) ?? { colour: COLOURS.ink, dash: [] };
  return { colour, dash, width: 2.5 };
}

/** A line that is not told apart from others of its kind. */
export const GREY: LineStyle = { colour: "#b5b5b5", width: 1.25 };
