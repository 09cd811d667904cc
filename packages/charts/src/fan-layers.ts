import type { Layer } from "./chart.ts";
import { BAND_OPACITY, COLOURS } from "./colours.ts";
import { endLabels } from "./end-labels.ts";
import type { FanLabel } from "./fan-labels.ts";
import type { FanLine, FanPoint } from "./fan-lines.ts";
import { fixedBlock } from "./fixed-marks.ts";
import type { Plot } from "./frame.ts";
import { type LineStyle, lineLayer } from "./line-layer.ts";
import type { Scale } from "./scale.ts";
import { valueAxis } from "./value-axis.ts";
import { yearAxis } from "./year-axis.ts";

/** Where a fan is drawn, over which years, with which words at its ends in letters of which size. */
interface Place {
  plot: Plot;
  scale: Scale;
  years: { first: number; last: number };
  goal: readonly number[];
  labels: readonly FanLabel[];
  label: number;
}

/** Bands with their edges, targets over them, then medians and central runs, and the words at their ends. */
export function fanLayers(fans: readonly FanLine[], { plot, scale, years, goal, labels, label }: Place): Layer[] {
  const x = yearAxis("year", years, plot);
  const band = ({ points, colour }: FanLine): Layer => ({
    data: { values: points.map((point) => ({ ...point })) },
    mark: { type: "area", color: colour, opacity: BAND_OPACITY, line: false },
    encoding: { x, y: valueAxis("p90", scale), y2: { field: "p10" } },
  });
  const line = ({ points, colour, dash }: FanLine, field: keyof FanPoint, style: Partial<LineStyle> = {}) =>
    lineLayer(points, { colour, dash, width: 0.75, ...style }, { x, y: valueAxis(field, scale) });
  const edge = ({ filled }: FanLine): Partial<LineStyle> => (filled ? {} : { width: 1, dash: [4, 3] });
  const aim = (at: number) =>
    fixedBlock({ x: 0, x2: plot.width, y: scale.y(at) - 0.75, y2: scale.y(at) + 0.75 }, COLOURS.quietInk);
  return [
    ...fans.filter(({ filled }) => filled).map(band),
    ...fans.flatMap((one) => [line(one, "p10", edge(one)), line(one, "p90", edge(one))]),
    ...goal.map(aim),
    ...fans.map((one) => line(one, "p50", { width: 3 })),
    ...fans.map((one) => line(one, "central", { colour: COLOURS.ink, dash: [1.5, 3], width: 1.5 })),
    ...endLabels(
      labels.map(({ value, ...words }) => ({ ...words, at: scale.y(value) })),
      { x: plot.width + 8, height: plot.height, size: label },
    ),
  ];
}
