import type { Layer } from "./chart.ts";
import { COLOURS } from "./colours.ts";

/** A block of one colour in the plot, by its edges in pixels. */
export function fixedBlock(
  edges: { x: number; x2: number; y: number; y2: number },
  color: string,
  stroke?: string,
): Layer {
  return {
    data: { values: [{}] },
    encoding: {},
    mark: { type: "rect", color, ...edges, ...(stroke === undefined ? {} : { stroke, strokeWidth: 0.5 }) },
  };
}

/** Where words stand in the plot, in pixels, and how they look. */
export interface FixedText {
  x: number;
  /** The middle of the first line. */
  y: number;
  align: "left" | "right" | "center";
  bold?: boolean;
  color?: string;
  lineHeight?: number;
}

/** Words in the plot, of one line or of several. */
export function fixedText(text: string | string[], { bold = false, ...place }: FixedText): Layer {
  return {
    data: { values: [{}] },
    encoding: {},
    mark: { type: "text", text, baseline: "middle", fontWeight: bold ? 700 : 400, ...place },
  };
}

/** Words over other marks, with an edge of paper around them. */
export function writeOver(text: string | string[], { bold = false, ...place }: FixedText): Layer[] {
  const edge: Layer = {
    data: { values: [{}] },
    encoding: {},
    mark: {
      ...{ type: "text", text, baseline: "middle", fontWeight: bold ? 700 : 400, ...place },
      ...{ stroke: COLOURS.paper, strokeWidth: 7, strokeJoin: "round" },
    },
  };
  return [edge, fixedText(text, { bold, ...place })];
}
