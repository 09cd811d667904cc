import type { Plot } from "./frame.ts";
import { yearTicks } from "./years.ts";

/**
 * The horizontal encoding of a chart over years: years as plain numbers ("2035", never "2,035"), named where they fit.
 * `margin` widens the span at both ends, for bars that need half a year on either side.
 */
export function yearAxis(field: string, years: { first: number; last: number }, plot: Plot, margin = 0) {
  // A single year still needs a span to be drawn in.
  const spare = margin === 0 && years.first === years.last ? 0.5 : margin;
  return {
    field,
    type: "quantitative" as const,
    scale: { domain: [years.first - spare, years.last + spare], nice: false, zero: false },
    axis: {
      values: yearTicks(years.first, years.last, plot.width),
      format: "d",
      ticks: true,
      domain: true,
      grid: false,
      labelFlush: false,
    },
  };
}
