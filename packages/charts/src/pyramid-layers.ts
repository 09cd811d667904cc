import type { AgeBand } from "./age-bands.ts";
import type { Layer } from "./chart.ts";
import { COLOURS } from "./colours.ts";
import type { Plot } from "./frame.ts";
import { type Side, spanOf } from "./pyramid-sides.ts";

/** What a pyramid shows: its bands from the youngest up, those of another year for an outline, and its sides. */
export interface Pyramid {
  /** Years of age in a bar. */
  step: 1 | 5;
  bands: readonly AgeBand[];
  before: readonly AgeBand[] | undefined;
  sides: readonly Side[];
}

/** People of a band on one side. */
export const headsOf = (band: AgeBand | undefined, { sexes }: Side): number =>
  sexes.reduce((sum, sex) => sum + (band?.heads[sex] ?? 0), 0);

/** Bars to both sides, the outline of another year over them, and the names of the sides below. */
export function pyramidLayers(pyramid: Pyramid, plot: Plot, label: number): Layer[] {
  const { bands, before, sides } = pyramid;
  const all = [bands, ...(before === undefined ? [] : [before])].flat();
  const ends = sides.map((side) => Math.max(1, ...all.map((band) => headsOf(band, side))));
  const span = spanOf(ends, { width: plot.width, size: label });
  const axes = { x: headsAxis(span), y: ageAxis(pyramid, plot, label) };
  return [
    ...sides.map((side) => bars(pyramid, side, axes)),
    ...(before === undefined ? [] : sides.map((side) => outline(before, side, axes))),
    ...(sides.length === 2 ? sides.map((side) => sideName(side, span, plot, label)) : []),
  ];
}

type Span = ReturnType<typeof spanOf>;
type Axes = { x: ReturnType<typeof headsAxis>; y: ReturnType<typeof ageAxis> };

/** People, counted from the middle to both sides. */
const headsAxis = ({ low, high, ticks }: Span) => ({
  type: "quantitative" as const,
  scale: { domain: [low, high], nice: false },
  axis: {
    values: ticks,
    labelFlush: false,
    labelExpr: "format(abs(datum.value), ',.0f')",
    grid: true,
    gridColor: COLOURS.grid,
    ticks: false,
  },
});

/** Bands one above the other, named where their names have room. */
function ageAxis({ bands, step }: Pyramid, plot: Plot, label: number) {
  const every = Math.max(1, Math.ceil((label * 1.15) / (plot.height / bands.length)));
  const isNamed = (index: number) => (step === 1 ? (bands[index]?.from ?? 0) % 5 === 0 : index % every === 0);
  return {
    field: "row",
    type: "quantitative" as const,
    scale: { domain: [0, bands.length], nice: false, zero: false },
    axis: {
      values: bands.map((_, index) => index + 0.5).filter((_, index) => isNamed(index)),
      labelExpr: `${JSON.stringify(bands.map((band) => band.label))}[floor(datum.value)]`,
      grid: false,
      ticks: false,
    },
  };
}

function bars({ bands, step }: Pyramid, side: Side, { x, y }: Axes): Layer {
  const inset = step === 1 ? 0.04 : 0.08;
  const values = bands.map((band, row) => ({
    start: 0,
    heads: side.sign * headsOf(band, side),
    row: row + inset,
    above: row + 1 - inset,
  }));
  return {
    data: { values },
    mark: { type: "rect", color: side.colour },
    encoding: { x: { ...x, field: "start" }, x2: { field: "heads" }, y, y2: { field: "above" } },
  };
}

function outline(before: readonly AgeBand[], side: Side, { x, y }: Axes): Layer {
  const values = before.flatMap((band, index) =>
    [index, index + 1].map((row, order) => ({
      row,
      heads: side.sign * headsOf(band, side),
      order: 2 * index + order,
    })),
  );
  return {
    data: { values },
    mark: { type: "line", color: COLOURS.ink, strokeWidth: 1.5, strokeJoin: "miter" },
    encoding: { x: { ...x, field: "heads" }, y, order: { field: "order", type: "quantitative" } },
  };
}

/** The name of a side under the middle of its bars. */
function sideName({ title, sign }: Side, { low, high }: Span, plot: Plot, label: number): Layer {
  return {
    data: { values: [{}] },
    mark: {
      type: "text",
      text: title,
      x: (plot.width * (sign < 0 ? -low / 2 : high / 2 - low)) / (high - low),
      y: plot.height + 28,
      align: "center",
      baseline: "top",
      fontSize: label,
      fontWeight: 700,
      color: COLOURS.ink,
    },
  };
}
