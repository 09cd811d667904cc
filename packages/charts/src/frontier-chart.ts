import type { Result } from "cadre";
import type { Chart, Layer } from "./chart.ts";
import { COLOURS } from "./colours.ts";
import { write, writeOver } from "./fixed-marks.ts";
import { frame, type Plot } from "./frame.ts";
import { groupTitle } from "./group-title.ts";
import { moneySize, moneyTick, moneyWords } from "./money.ts";
import { roundWhole, whole } from "./number.ts";
import { type Scale, scaleOf } from "./scale.ts";
import { sourceLine } from "./source-line.ts";
import { textWidth } from "./text-width.ts";
import { type SizeOptions, sizeOf } from "./theme.ts";
import { valueAxisWidth } from "./value-axis.ts";

/** A plan that was run: what it costs, and what it leaves of the gap. */
export interface PlanPoint {
  /** Pounds in all, up to the year of the gap. */
  readonly pounds: number;
  /** FTE short in that year. */
  readonly gap: number;
  /** How many actions it has. */
  readonly actions: number;
}

/** Which plans, of whose gap, in which year, and what is wanted. */
export interface FrontierChartOptions extends SizeOptions {
  /** The run if nothing is done: it has the gap to be closed, the names and the sources. */
  readonly result: Result;
  /** A pool or group; `all` when left out. */
  readonly pool?: string;
  readonly year: number;
  /** The best plan for each of several sums. */
  readonly points: readonly PlanPoint[];
  /** The plan that is looked at. */
  readonly chosen?: PlanPoint;
  /** The most FTE that may be short. */
  readonly target?: number;
  /** Pounds there are in all. */
  readonly budget?: number;
  /** How many actions have no price, and so are in no plan. */
  readonly withoutPrice?: number;
}

interface Closed extends PlanPoint {
  readonly closed: number;
}

/**
 * How much of a gap more money closes: the best plan for each of several sums, with the plan that is looked at, the target
 * and the money there is. Each dot is a plan that was run. Actions without a price are in none, and are counted in words.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { frontierChart } from "@cadre/charts";
 * const result = run(await readSystem("scenarios/england/system.yaml"));
 * const gap = result.at({ measure: "gap", year: 2030 });
 * const points = [0, 1, 2].map((n) => ({ pounds: n * 5e6, gap: gap - n * 900, actions: n }));
 * frontierChart({ result, year: 2030, points, chosen: points[2]! }).usermeta.cadre.title; // what the plan closes
 * ```
 */
export function frontierChart(options: FrontierChartOptions): Chart {
  const { result, pool = "all", year, points, chosen, target, budget, withoutPrice = 0 } = options;
  const size = sizeOf(options);
  const gap = result.at({ pool, measure: "gap", year });
  const closedBy = (one: PlanPoint): Closed => ({ ...one, closed: gap - one.gap });
  const plans = [...points].sort((one, other) => one.pounds - other.pounds).map(closedBy);
  const picked = chosen && closedBy(chosen);
  const name = groupTitle(result, pool);
  const told = picked ?? plans.at(-1) ?? closedBy({ pounds: 0, gap, actions: 0 });
  const title = findingOf(told, year);
  const wanted = target === undefined ? undefined : gap - target;
  const subtitle = [
    `${name}: FTE of the gap closed at ${result.referenceDate} ${year}, and money up to then, at the upper ends of prices.`,
    "Each dot is the best plan found for its money.",
    ...(wanted === undefined ? [] : [targetWords(wanted, plans, picked)]),
    ...(withoutPrice === 0
      ? []
      : [
          `${whole(withoutPrice)} ${withoutPrice === 1 ? "action has" : "actions have"} no price: not in it, and not free.`,
        ]),
  ].join(" ");
  const lines = plans.map((one) => `${moneyWords(one.pounds)} closes ${whole(one.closed)}.`);
  const most = Math.max(1, ...plans.map(({ pounds }) => pounds), picked?.pounds ?? 0);
  const per = moneySize(most);
  // A target far above all that money can do would leave the plans no room.
  const highest = Math.max(1, ...plans.map(({ closed }) => closed), picked?.closed ?? 0);
  const near = wanted !== undefined && wanted > 0 && wanted <= 1.6 * highest ? wanted : undefined;
  const values = [0, ...plans.map(({ closed }) => closed), ...(picked ? [picked.closed] : []), near];
  const across = scaleOf([0, most / per], size.width, { most: size.width < 520 ? 3 : 6 });
  const here = budget !== undefined && budget / per <= across.high ? budget : undefined;
  return frame({
    title,
    subtitle,
    alt: `Chart of plans by money. ${title}. ${subtitle} ${lines.join(" ")}`,
    source: sourceLine(result),
    table: tableOf(plans, picked, { name, year }),
    size,
    left: valueAxisWidth(scaleOf(values, 250), size.text.label),
    right: 24,
    bottom: 46,
    draw(plot) {
      const scale = scaleOf(values, plot.height);
      const x = (pounds: number) => (plot.width * pounds) / per / across.high;
      const place = { plot, scale, x, label: size.text.label };
      return {
        layers: [
          ...axes(across, per, place),
          ...steps(plans, place),
          ...(here === undefined ? [] : budgetLine(here, place)),
          ...(near === undefined ? [] : targetLine(near, place)),
          ...dots(plans, picked, place),
        ],
      };
    },
  });
}

const findingOf = ({ pounds, closed }: Closed, year: number): string =>
  roundWhole(closed) <= 0
    ? `No plan for this money closes any of the gap of ${year}`
    : `${moneyWords(pounds)} closes ${whole(closed)} FTE of the gap by ${year}`;

function targetWords(wanted: number, plans: readonly Closed[], picked: Closed | undefined): string {
  const within = (one: Closed) => one.closed >= wanted - 1e-6;
  const size = `The target is ${whole(wanted)}`;
  if (wanted <= 0) return "The target is met if nothing is done.";
  if (picked && within(picked)) return `${size}: the chosen plan meets it.`;
  const first = plans.find(within);
  return first ? `${size}: it takes ${moneyWords(first.pounds)}.` : `${size}: no plan of these meets it.`;
}

function tableOf(plans: readonly Closed[], picked: Closed | undefined, { name, year }: { name: string; year: number }) {
  const row = (title: string, { pounds, closed, gap, actions }: Closed, before?: Closed) => {
    const [less, more] = before ? [closed - before.closed, pounds - before.pounds] : [0, 0];
    const each = roundWhole(less) > 0 && more > 0 ? `£${whole(more / less)}` : "–";
    return [title, `£${whole(pounds)}`, whole(closed), whole(gap), each, String(actions)];
  };
  return {
    caption: `${name}: what money closes of the gap of ${year}; the step’s price is that of each FTE more than with the plan before`,
    columns: ["Plan", "Money in all", "FTE closed", "FTE still short", "Step’s price", "Actions"],
    rows: [
      ...plans.map((one, i) => row(`Best for ${moneyWords(one.pounds)}`, one, plans[i - 1])),
      ...(picked ? [row("The chosen plan", picked)] : []),
    ],
  };
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

function axes(across: Scale, per: number, { plot, scale, x, label }: Place): Layer[] {
  return [
    ...scale.ticks.flatMap((tick) => [
      line(levelAt(plot, scale.y(tick)), tick === 0 ? COLOURS.rule : COLOURS.grid),
      write(whole(tick), { x: -8, y: scale.y(tick), align: "right", color: COLOURS.quietInk }),
    ]),
    ...across.ticks.map((tick, i) =>
      write(moneyTick(tick, per), {
        ...{ x: x(tick * per), y: plot.height + 14, color: COLOURS.quietInk },
        align: i === across.ticks.length - 1 ? "right" : i === 0 ? "left" : "center",
      }),
    ),
    write("Money in all →", {
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
function steps(plans: readonly Closed[], { plot, scale, x }: Place): Layer[] {
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

function dots(plans: readonly Closed[], picked: Closed | undefined, place: Place): Layer[] {
  const { scale, x } = place;
  const others = plans.map((one) => dot(x(one.pounds), scale.y(one.closed), false));
  if (!picked) return others;
  const [at, y] = [x(picked.pounds), scale.y(picked.closed)];
  return [...others, dot(at, y, true), ...pickedWords(picked, at, y, place)];
}

/** Beside the dot, below it: the line rises to the right, so that there is room; over it near the foot. */
function pickedWords({ pounds, closed }: Closed, at: number, y: number, { plot, label }: Place): Layer[] {
  const lines = ["The plan", `${whole(closed)} closed`, moneyWords(pounds)];
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

function targetLine(wanted: number, { plot, scale, label }: Place): Layer[] {
  const y = scale.y(wanted);
  return [
    line(levelAt(plot, y), COLOURS.ink, DASHED),
    ...writeOver(`Target: ${whole(wanted)} closed`, { x: 4, y: y - label * 0.8, align: "left", color: COLOURS.ink }),
  ];
}

function budgetLine(budget: number, { plot, x, label }: Place): Layer[] {
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
