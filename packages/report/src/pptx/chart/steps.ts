import { COLOURS } from "@cadre/charts";
import { rounded, signed } from "../../pack/cell.ts";
import { hex } from "../../pack/colours.ts";
import type { PackChart } from "../../pack/pack.ts";
import { axisOf } from "./axis.ts";
import type { NativeChart, NativeSeries } from "./native.ts";
import { drawnTable } from "./table.ts";

const LOOKS = [
  { name: "Total", colour: hex(COLOURS.need) },
  { name: "Widens the gap", colour: hex(COLOURS.worse) },
  { name: "Narrows the gap", colour: hex(COLOURS.better) },
] as const;

/**
 * Bars that are steps from one total to another: each begins where the last ended, on a base that is not seen. The number of
 * each stands behind its name. Nothing where a step passes zero, which a base that is not seen cannot show.
 */
export function stepsChart(chart: PackChart): NativeChart | undefined {
  const { drawing, numbers } = chart;
  const [series] = drawing.series;
  const [first, last] = [numbers.totals?.[0], numbers.totals?.at(-1)];
  if (!series || first === undefined || last === undefined || first === last) return undefined;
  const table = drawnTable(chart, [first, last]);
  const [from = 0, to = 0] = table.column(series.column);
  const all = (drawing.steps ?? []).map(({ name, rows }) => ({
    name,
    value: rounded(
      drawnTable(chart, rows)
        .exact(series.column)
        .reduce((total, value) => total + value, 0),
    ),
  }));
  // What comes to nothing would be an empty row.
  const parts = all.filter(({ value }) => value !== 0);
  let at = from;
  const steps = [
    { name: table.labels[0] ?? "", value: from, low: 0, high: from, look: 0 },
    ...parts.map(({ name, value }) => {
      const [low, high] = [Math.min(at, at + value), Math.max(at, at + value)];
      at += value;
      return { name, value, low, high, look: value > 0 ? 1 : 2 };
    }),
    { name: table.labels[1] ?? "", value: to, low: 0, high: to, look: 0 },
  ];
  if (steps.some(({ low, high }) => low < 0 || high < 0)) return undefined;
  const bars = (name: string, colour: string | undefined, values: readonly number[]): NativeSeries => ({
    ...{ name, colour, values },
    draw: "bar",
  });
  const shown = LOOKS.map(({ name, colour }, look) =>
    bars(
      name,
      colour,
      steps.map((step) => (step.look === look ? step.high - step.low : 0)),
    ),
  );
  return {
    categories: steps.map(
      ({ name, value, look }) => `${name}: ${look === 0 ? signed(value).replace("+", "") : signed(value)}`,
    ),
    series: [
      bars(
        "Base",
        undefined,
        steps.map(({ low }) => low),
      ),
      ...shown.filter(({ values }) => values.some((size) => size > 0)),
    ],
    lying: "down",
    stacked: true,
    axis: axisOf(steps.map(({ high }) => high)),
    legend: false,
  };
}
