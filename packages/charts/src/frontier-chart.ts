import type { Result } from "cadre";
import type { Chart } from "./chart.ts";
import { frame } from "./frame.ts";
import { axes, budgetLine, type ClosedGap, dots, type PlanPoint, steps, targetLine } from "./frontier-layers.ts";
import { groupTitle } from "./group-title.ts";
import { moneySize, moneyWords } from "./money.ts";
import { countText, roundWhole } from "./number.ts";
import { scaleOf } from "./scale.ts";
import { sourceLine } from "./source-line.ts";
import { type SizeOptions, sizeOf } from "./theme.ts";
import { valueAxisWidth } from "./value-axis.ts";

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
  const closedBy = (one: PlanPoint): ClosedGap => ({ ...one, closed: gap - one.gap });
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
          `${countText(withoutPrice)} ${withoutPrice === 1 ? "action has" : "actions have"} no price: not in it, and not free.`,
        ]),
  ].join(" ");
  const lines = plans.map((one) => `${moneyWords(one.pounds)} closes ${countText(one.closed)}.`);
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

const findingOf = ({ pounds, closed }: ClosedGap, year: number): string =>
  roundWhole(closed) <= 0
    ? `No plan for this money closes any of the gap of ${year}`
    : `${moneyWords(pounds)} closes ${countText(closed)} FTE of the gap by ${year}`;

function targetWords(wanted: number, plans: readonly ClosedGap[], picked: ClosedGap | undefined): string {
  const within = (one: ClosedGap) => one.closed >= wanted - 1e-6;
  const size = `The target is ${countText(wanted)}`;
  if (wanted <= 0) return "The target is met if nothing is done.";
  if (picked && within(picked)) return `${size}: the chosen plan meets it.`;
  const first = plans.find(within);
  return first ? `${size}: it takes ${moneyWords(first.pounds)}.` : `${size}: no plan of these meets it.`;
}

function tableOf(
  plans: readonly ClosedGap[],
  picked: ClosedGap | undefined,
  { name, year }: { name: string; year: number },
) {
  const row = (title: string, { pounds, closed, gap, actions }: ClosedGap, before?: ClosedGap) => {
    const [less, more] = before ? [closed - before.closed, pounds - before.pounds] : [0, 0];
    const each = roundWhole(less) > 0 && more > 0 ? `£${countText(more / less)}` : "–";
    return [title, `£${countText(pounds)}`, countText(closed), countText(gap), each, String(actions)];
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
