import { COLOURS } from "./colours.ts";
import { countText } from "./number.ts";
import type { Scale } from "./scale.ts";
import { textWidth } from "./text-width.ts";

/** The vertical encoding of a chart on a settled scale: commas between thousands, a pale line at every tick. */
export function valueAxis(field: string, scale: Scale) {
  return {
    field,
    type: "quantitative" as const,
    scale: { domain: [scale.low, scale.high], nice: false, zero: false },
    axis: {
      values: [...scale.ticks],
      labelExpr: "replace(format(datum.value, ',.0f'), '-', '−')",
      ticks: false,
      grid: true,
      gridColor: { condition: { test: "datum.value === 0", value: COLOURS.rule }, value: COLOURS.grid },
    },
  };
}

/** The room the labels of such an axis need to the left of the plot, in pixels. */
export function valueAxisWidth(scale: Scale, size: number): number {
  return Math.ceil(Math.max(...scale.ticks.map((tick) => textWidth(countText(tick), size))) + 10);
}
