import type { PackChart } from "../../pack/pack.ts";
import { barsChart, pyramidChart, stackChart } from "./bars.ts";
import { linesChart } from "./lines.ts";
import type { NativeChart } from "./native.ts";
import { stepsChart } from "./steps.ts";

/** A chart of a pack as an office program draws it, in a box so many inches wide and high. */
export function chartOf(chart: PackChart, box: { w: number; h: number }): NativeChart {
  const { kind, steps } = chart.drawing;
  if (kind === "lines") return linesChart(chart, box);
  if (kind === "stack") return stackChart(chart);
  if (kind === "pyramid") return pyramidChart(chart);
  return (steps ? stepsChart(chart) : undefined) ?? barsChart(chart);
}
