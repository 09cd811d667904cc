import type { Layer } from "./chart.ts";
import { COLOURS } from "./colours.ts";
import { fixedText, writeOver } from "./fixed-marks.ts";
import type { Plot } from "./frame.ts";
import { moneyTick, moneyWords } from "./money.ts";
import { countText } from "./number.ts";
import type { Scale } from "./scale.ts";
import { textWidth } from "./text-width.ts";

/** A plan that was run: what it costs, and what it leaves of the gap. */
export interface PlanPoint {
  /** Pounds in all, up to the year of the gap. */
  readonly pounds: number;
  /** FTE short in that year. */
  readonly gap: number;
  /** How many actions it has. */
  readonly actions: number;
}

/** A plan with what it closes of the gap. */
export interface ClosedGap extends PlanPoint {
  readonly closed: number;
}

interface Place {
  plot: Plot;
  scale: Scale;
  x(pounds: number): number;
  label: number;
}

type Spot = { x: number; y: number };

const pixel = (field: string) => ({ field, type: "quantitative" as const, scale: null, axis: null });

/** A line through spots of the plot, in pixels. */
const line = (
  spots: readonly Spot[],
  color: string,
  more: { strokeDash?: number[]; strokeWidth?: number } = {},
): Layer => ({
  data: { values: spots.map((spot, order) => ({ ...spot, order })) },
  encoding: { x: pixel("x"), y: pixel("y"), order: { field: "order" } },
  mark: { type: "line", color, strokeWidth: 1, interpolate: "linear", ...more },
});

const DASHED = { strokeDash: [5, 4], strokeWidth: 1.5 };

export function axes(across: Scale, per: number, { plot, scale, x, label }: Place): Layer[] {
  return [
    ...scale.ticks.flatMap((tick) => [
      line(levelAt(plot, scale.y(tick)), tick === 0 ? COLOURS.rule : COLOURS.grid),
      fixedText(countText(tick), { x: -8, y: scale.y(tick), align: "right", color: COLOURS.quietInk }),
    ]),
    ...across.ticks.map((tick, i) =>
      fixedText(moneyTick(tick, per), {
        ...{ x: x(tick * per), y: plot.height + 14, color: COLOURS.quietInk },
        align: i === across.ticks.length - 1 ? "right" : i === 0 ? "left" : "center",
      }),
    ),
    fixedText("Money in all →", {
      x: plot.width,
      y: plot.height + 16 + label * 1.3,
      align: "right",
      color: COLOURS.quietInk,
    }),
  ];
}

const levelAt = (plot: Plot, y: number): Spot[] => [
  { x: 0, y },
  { x: plot.width, y },
];

/** With more money one can still do what less would do, so that the line goes in steps. */
export function steps(plans: readonly ClosedGap[], { plot, scale, x }: Place): Layer[] {
  const spots = plans.flatMap((one, i): Spot[] => {
    const y = scale.y(one.closed);
    const next = plans[i + 1];
    return [
      { x: x(one.pounds), y },
      { x: next ? x(next.pounds) : plot.width, y },
    ];
  });
  return spots.length === 0 ? [] : [line(spots, COLOURS.plan, { strokeWidth: 2 })];
}

const dot = (x: number, y: number, filled: boolean): Layer => ({
  data: { values: [{}] },
  encoding: {},
  mark: {
    ...{ type: "point", shape: "circle", x, y, size: filled ? 150 : 50, filled: true, opacity: 1 },
    ...{ fill: filled ? COLOURS.plan : COLOURS.paper, stroke: COLOURS.plan, strokeWidth: 2 },
  },
});

export function dots(plans: readonly ClosedGap[], picked: ClosedGap | undefined, place: Place): Layer[] {
  const { scale, x } = place;
  const others = plans.map((one) => dot(x(one.pounds), scale.y(one.closed), false));
  if (!picked) return others;
  const [at, y] = [x(picked.pounds), scale.y(picked.closed)];
  return [...others, dot(at, y, true), ...pickedWords(picked, at, y, place)];
}

/** Beside the dot, below it: the line rises to the right, so that there is room; over it near the foot. */
function pickedWords({ pounds, closed }: ClosedGap, at: number, y: number, { plot, label }: Place): Layer[] {
  const lines = ["The plan", `${countText(closed)} closed`, moneyWords(pounds)];
  const width = Math.max(...lines.map((one) => textWidth(one, label, true)));
  const right = at + 12 + width <= plot.width;
  const height = Math.round(label * 1.25);
  const top =
    y + 14 + lines.length * height <= plot.height ? y + 16 : Math.max(height / 2, y - 6 - lines.length * height);
  return writeOver(lines, {
    x: right ? at + 12 : at - 12,
    y: top,
    align: right ? "left" : "right",
    lineHeight: height,
    bold: true,
    color: COLOURS.plan,
  });
}

export function targetLine(wanted: number, { plot, scale, label }: Place): Layer[] {
  const y = scale.y(wanted);
  return [
    line(levelAt(plot, y), COLOURS.ink, DASHED),
    ...writeOver(`Target: ${countText(wanted)} closed`, {
      x: 4,
      y: y - label * 0.8,
      align: "left",
      color: COLOURS.ink,
    }),
  ];
}

export function budgetLine(budget: number, { plot, x, label }: Place): Layer[] {
  const [at, words] = [x(budget), `Budget ${moneyWords(budget)}`];
  const left = at + 6 + textWidth(words, label) > plot.width;
  return [
    line(
      [
        { x: at, y: 0 },
        { x: at, y: plot.height },
      ],
      COLOURS.ink,
      DASHED,
    ),
    ...writeOver(words, {
      x: left ? at - 6 : at + 6,
      y: plot.height - label,
      align: left ? "right" : "left",
      color: COLOURS.ink,
    }),
  ];
}
