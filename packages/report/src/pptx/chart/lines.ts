import { COLOURS } from "@cadre/charts";
import { hex } from "../../pack/colours.ts";
import type { PackChart } from "../../pack/pack.ts";
import { linesNeeded } from "../../text/measure.ts";
import { POINTS } from "../slide-size.ts";
import { axisOf, WHOLE } from "./axis.ts";
import { spreadOut } from "./end-labels.ts";
import type { NativeChart, NativeSeries } from "./native.ts";
import { drawnTable } from "./table.ts";
import { yearMarks } from "./years.ts";

/** The part of a chart's width that names beside the last points take, and that of its height under the plot. */
const SIDE = 0.24;
const TOP = 0.03;
const PLOT = 0.87;

/** Lines by year, each named at its last point; between two of them the ground may be filled. */
export function linesChart(chart: PackChart, box: { w: number; h: number }): NativeChart {
  const { series, between } = chart.drawing;
  const table = drawnTable(chart);
  const share = series.every(({ column }) => table.isShare(column));
  const isFilled = between && holds(table.column(between.low), table.column(between.high));
  // The edges of what is filled are seen, and a second band over it would be none.
  const kept = isFilled ? series.filter(({ dash }) => dash !== "dot") : series;
  const drawn = kept.map((one) => ({ ...one, name: table.nameOf(one.column), values: table.column(one.column) }));
  const low = between && table.column(between.low);
  const high = between && table.column(between.high);
  const all = [...drawn.flatMap(({ values }) => values), ...(low ?? []), ...(high ?? [])];
  const axis = share ? { min: 0, max: 1, step: 0.25, format: "0%" } : axisOf(all, WHOLE);
  const from = (value: number) => TOP + PLOT * (1 - (value - axis.min) / (axis.max - axis.min));
  // The name may take two lines, and the number stands under it.
  const lines = (name: string) => 1 + Math.min(2, linesNeeded(name, box.w * SIDE - 0.2, POINTS.chart, true));
  const height = (Math.max(...drawn.map(({ name }) => lines(name)), 2) * POINTS.chart * 1.25) / 72 / box.h;
  const wishes = drawn.map(({ values }) => from(values.at(-1) ?? 0));
  const placed = spreadOut(wishes, height);
  const filled: NativeSeries[] =
    between && low && high && isFilled
      ? [
          { name: table.nameOf(between.low), values: low, draw: "area", colour: undefined },
          {
            name: between.name,
            values: high.map((value, i) => value - (low[i] ?? 0)),
            draw: "area",
            colour: between.colour,
            opacity: between.opacity,
          },
        ]
      : [];
  return {
    categories: table.labels,
    marks: yearMarks(table.labels),
    series: [
      ...filled,
      ...drawn.map(
        ({ name, values, colour, dash }, i): NativeSeries => ({
          name,
          values,
          draw: "line",
          colour,
          dash,
          end: { colour: readable(colour), shift: (placed[i] ?? 0) - (wishes[i] ?? 0), format: axis.format },
        }),
      ),
    ],
    lying: undefined,
    stacked: true,
    axis,
    legend: false,
    plot: { x: 0.075, y: TOP, w: 1 - 0.075 - SIDE, h: PLOT },
  };
}

/** Whether nothing of one line lies above the other. */
const holds = (low: readonly number[], high: readonly number[]): boolean =>
  low.every((value, i) => value <= (high[i] ?? 0));

/** Words in the colour of need are written darker, so that they can be read. */
const readable = (colour: string): string => (colour === hex(COLOURS.need) ? hex(COLOURS.needInk) : colour);
