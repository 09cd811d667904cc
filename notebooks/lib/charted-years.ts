import type { Chart } from "@cadre/charts";

/** The years of a chart over time: where each lies, in the chart's own pixels from its left, and its figures. */
export interface ChartedYears {
  readonly years: readonly number[];
  x(year: number): number;
  /** Top and foot of the plot. */
  readonly top: number;
  readonly foot: number;
  /** "Supply (FTE) 28,135; Demand (FTE) 31,000": the row of the chart's own table. */
  says(year: number): string;
}

/** The years of a chart; undefined where it is none over time. */
export function chartedYears(chart: Chart): ChartedYears | undefined {
  const { columns, rows } = chart.usermeta.cadre.table;
  const [first = "", ...heads] = columns;
  const figures = new Map(rows.map(([year, ...cells]) => [Number(year), cells]));
  const years = [...figures.keys()];
  const domain = yearDomain(chart);
  if (!first.startsWith("Year") || domain === undefined || !years.every(Number.isInteger)) return undefined;
  const [from, to] = domain;
  const { left, top } = chart.padding;
  return {
    years,
    x: (year) => left + ((year - from) / (to - from)) * chart.width,
    top,
    foot: top + chart.height,
    says: (year) => (figures.get(year) ?? []).map((cell, i) => `${heads[i] ?? ""} ${cell}`).join("; "),
  };
}

/** The span of the horizontal axis, which a chart settles itself. */
function yearDomain({ layer }: Chart): readonly [number, number] | undefined {
  for (const { encoding } of layer) {
    const x: unknown = encoding?.x;
    const domain = within(within(x, "scale"), "domain");
    if (!Array.isArray(domain) || domain.length !== 2) continue;
    const [from, to]: unknown[] = domain;
    if (typeof from === "number" && typeof to === "number" && to > from) return [from, to];
  }
  return undefined;
}

const within = (one: unknown, key: string): unknown =>
  typeof one === "object" && one !== null ? (one as Record<string, unknown>)[key] : undefined;
