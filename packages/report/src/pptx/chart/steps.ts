import { COLOURS } from "@cadre/charts";
import { signed } from "../../pack/cell.ts";
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
  const table = drawnTable(chart, [first, ...(drawing.rows ?? []), last]);
  const values = table.column(series.column);
  let at = 0;
  const steps = values.map((value, i) => {
    const total = table.totals.includes(i);
    const [from, to] = total ? [0, value] : [at, at + value];
    at = to;
    return { low: Math.min(from, to), high: Math.max(from, to), look: total ? 0 : value > 0 ? 1 : 2, value, total };
  });
  if (steps.some(({ low }) => low < 0)) return undefined;
  const part = (look: number): NativeSeries => ({
    name: LOOKS[look]?.name ?? "",
    values: steps.map((step) => (step.look === look ? step.high - step.low : 0)),
    draw: "bar",
    colour: LOOKS[look]?.colour,
  });
  const base = { name: "Base", values: steps.map(({ low, total }) => (total ? 0 : low)), draw: "bar", colour: undefined };
  const parts = LOOKS.map((_, look) => part(look)).filter(({ values: sizes }) => sizes.some((size) => size > 0));
  return {
    categories: table.labels.map((label, i) => {
      const { value = 0, total } = steps[i] ?? {};
      return `${label}  ${total ? signed(value).replace("+", "") : signed(value)}`;
    }),
    series: [base as NativeSeries, ...parts],
    lying: "down",
    stacked: true,
    axis: { ...axisOf(steps.map(({ high }) => high)) },
    legend: false,
  };
}
