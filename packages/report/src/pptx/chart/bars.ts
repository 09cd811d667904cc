import { COLOURS } from "@cadre/charts";
import { hex } from "../../pack/colours.ts";
import type { PackChart } from "../../pack/pack.ts";
import { axisOf, roomyAxis, WHOLE } from "./axis.ts";
import type { NativeChart, NativeSeries } from "./native.ts";
import { drawnTable } from "./table.ts";
import { yearMarks } from "./years.ts";

const SIGNED = "+#,##0;−#,##0;0";

/** Lying bars, the number behind each; those that narrow a gap lie to the left in a colour of their own. */
export function barsChart(chart: PackChart): NativeChart {
  const { series } = chart.drawing;
  const table = drawnTable(chart);
  const parts = series.map((one) => ({ ...one, name: table.nameOf(one.column), values: table.column(one.column) }));
  const [only] = parts;
  const format = chart.numbers.columns[series[0]?.column ?? 0]?.kind === "change" ? SIGNED : WHOLE;
  // Two series over each other: office programs know no colour of their own for bars below zero that all of them keep.
  const split = (keep: (value: number) => boolean, colour: string): NativeSeries => ({
    name: only?.name ?? "",
    values: (only?.values ?? []).map((value) => (keep(value) ? value : 0)),
    draw: "bar",
    colour,
    numbers: `${format.split(";").slice(0, 2).join(";")};;`,
  });
  const drawn: NativeSeries[] =
    only && parts.length === 1
      ? [
          split((value) => value >= 0, only.colour),
          ...(only.values.some((value) => value < 0) ? [split((value) => value < 0, hex(COLOURS.better))] : []),
        ]
      : parts.map(({ name, values, colour }) => ({ name, values, draw: "bar", colour, numbers: format }));
  return {
    categories: table.labels,
    series: drawn,
    lying: "down",
    stacked: false,
    axis: roomyAxis(parts.flatMap(({ values }) => values)),
    legend: parts.length > 1,
  };
}

/** Standing bars of parts that add up to a whole, year by year. */
export function stackChart(chart: PackChart): NativeChart {
  const table = drawnTable(chart);
  const series = chart.drawing.series.map(
    ({ column, colour }): NativeSeries => ({
      name: table.nameOf(column),
      values: table.column(column),
      draw: "bar",
      colour,
    }),
  );
  const totals = table.labels.map((_, i) => series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0));
  return {
    categories: table.labels,
    marks: yearMarks(table.labels),
    series,
    lying: undefined,
    stacked: true,
    axis: axisOf(totals),
    legend: true,
  };
}

/** Staff by age, one sex to the left and the other to the right. */
export function pyramidChart(chart: PackChart): NativeChart {
  const table = drawnTable(chart);
  const series = chart.drawing.series.map(
    ({ column, colour }, i): NativeSeries => ({
      name: table.nameOf(column),
      values: table.column(column).map((value) => (i === 0 ? -value : value)),
      draw: "bar",
      colour,
    }),
  );
  const most = Math.max(1, ...series.flatMap(({ values }) => values.map(Math.abs)));
  const { max, step } = axisOf([most]);
  return {
    categories: table.labels,
    series,
    lying: "up",
    stacked: true,
    axis: { min: -max, max, step: most > 2 * step ? 2 * step : step, format: "#,##0;#,##0" },
    legend: true,
  };
}
