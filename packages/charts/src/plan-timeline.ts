import type { Intervention, Result } from "cadre";
import { barRows } from "./bar-rows.ts";
import type { Chart, Layer } from "./chart.ts";
import { COLOURS } from "./colours.ts";
import { fixedBlock, fixedText } from "./fixed-marks.ts";
import { frame, type Plot } from "./frame.ts";
import { moneyWords } from "./money.ts";
import { countText, percentText } from "./number.ts";
import { sourceLine } from "./source-line.ts";
import { oneLine } from "./text-width.ts";
import { type SizeOptions, sizeOf } from "./theme.ts";
import { yearTicks } from "./years.ts";

/** Of which run, and how wide. */
export interface PlanTimelineOptions extends SizeOptions {
  /** The run of the plan. */
  readonly result: Result;
  /** The last year that is drawn; the last of the run when left out. */
  readonly until?: number;
  /** Ids of actions whose price is an assumption. */
  readonly assumed?: readonly string[];
}

interface Row {
  readonly name: string;
  readonly from: number;
  /** The first year in which it works in full. */
  readonly full: number;
  readonly end: number;
  readonly cost: string;
  readonly reach: string;
  readonly level: number | undefined;
}

const LEVELS = [1, 2, 3, 4];

/**
 * When the actions of a plan begin and when they work in full, a row each, with what each costs and how good its evidence is.
 * Undefined where the plan has no action: a sentence then says more than a picture.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readScenario, readSystem } from "cadre/node";
 * import { planTimeline } from "@cadre/charts";
 * const cumbria = await readSystem("scenarios/cumbria/system.yaml");
 * const result = run(cumbria, await readScenario("scenarios/cumbria/retention-first.yaml"));
 * planTimeline({ result })?.usermeta.cadre.title; // how many actions, and by when all work in full
 * ```
 */
export function planTimeline(options: PlanTimelineOptions): Chart | undefined {
  const { result, assumed = [], until = result.last } = options;
  const size = sizeOf(options);
  const first = result.base + 1;
  const actions = result.data.resolved.scenario.interventions ?? [];
  const rows = actions.map((one) => rowOf(one, { first, until, assumed })).sort((one, other) => one.from - other.from);
  if (rows.length === 0) return undefined;
  const last = Math.max(...rows.map(({ full }) => full));
  const count = rows.length === 1 ? "One action" : `${countText(rows.length)} actions`;
  const title = `${count}; ${rows.length === 1 ? "it works" : "all work"} in full by ${last}`;
  const subtitle = `Pale: growing. Dark: in full. Years end at ${result.referenceDate}. Dots: evidence, levels 0 to 4; more filled is better known.`;
  const layout = barRows(
    rows.map(({ name, cost }) => ({ name, note: cost })),
    size,
    26,
  );
  const told = rows.map(
    (row) => `${row.name}: from ${row.from}, in full by ${row.full}; ${row.cost}; evidence ${levelWords(row.level)}.`,
  );
  return frame({
    title,
    subtitle,
    alt: `Timeline. ${title}. ${told.join(" ")}`,
    source: sourceLine(result),
    table: {
      caption: `${oneLine(result.title)}: when its actions begin, and what they cost`,
      columns: ["Action", "Begins", "In full by", "Reach", "Cost", "Evidence"],
      rows: rows.map((row) => [
        row.name,
        String(row.from),
        String(row.full),
        row.reach,
        row.cost,
        levelWords(row.level),
      ]),
    },
    size: { ...size, height: 0 },
    lowest: layout.height,
    left: layout.left,
    right: 84,
    bottom: 8,
    draw: (plot) => ({
      layers: [
        ...years(plot, { first, until }, layout.left === 0),
        ...rows.flatMap((row, i) => bars(row, layout.middles[i] ?? 0, layout.half, plot, { first, until })),
        ...layout.names,
      ],
    }),
  });
}

function rowOf(
  one: Intervention,
  { first, until, assumed }: { first: number; until: number; assumed: readonly string[] },
): Row {
  const { id, title, changes, cost, reach = 1, evidence } = one;
  const starts = changes.map((change) => change.from ?? one.from ?? first);
  const from = Math.max(first, starts.length > 0 ? Math.min(...starts) : (one.from ?? first));
  const fulls = changes.map((change) => (change.from ?? one.from ?? first) + (change.over ?? one.over ?? 1) - 1);
  const guess = assumed.includes(id) ? ", assumed" : "";
  const sums = [
    ...(cost?.perYear === undefined ? [] : [`${moneyWords(cost.perYear)} a year`]),
    ...(cost?.once ? [`${moneyWords(cost.once)} once`] : []),
  ];
  return {
    ...{ name: oneLine(title), from, level: evidence?.level },
    full: Math.max(from, ...fulls),
    end: Math.min(one.until ?? until, until),
    cost: sums.length === 0 ? "no price" : `${sums.join(", ")}${guess}`,
    reach: percentText(reach),
  };
}

const levelWords = (level: number | undefined): string => (level === undefined ? "not rated" : `level ${level}`);

type Span = { first: number; until: number };
const xOf =
  (plot: Plot, { first, until }: Span) =>
  (year: number) =>
    (plot.width * (year - first)) / (until + 1 - first);

function years(plot: Plot, span: Span, names: boolean): Layer[] {
  const x = xOf(plot, span);
  return yearTicks(span.first, span.until, plot.width).flatMap((year) => [
    // Names stand in the plot where it is narrow, and no line is to go through them.
    ...(names ? [] : [fixedBlock({ x: x(year), x2: x(year) + 1, y: 20, y2: plot.height }, COLOURS.grid)]),
    fixedText(String(year), { x: x(year), y: 8, align: "left", color: COLOURS.quietInk }),
  ]);
}

/** What grows, what works in full, and dots for what is known of it. */
function bars({ from, full, end, level }: Row, middle: number, half: number, plot: Plot, span: Span): Layer[] {
  const x = xOf(plot, span);
  const edges = { y: middle - half, y2: middle + half };
  const grown = Math.min(full, span.until + 1);
  return [
    fixedBlock({ x: x(from), x2: x(end + 1), ...edges }, COLOURS.surplus),
    ...(grown <= end ? [fixedBlock({ x: x(grown), x2: x(end + 1), ...edges }, COLOURS.plan)] : []),
    fixedBlock({ x: x(from), x2: x(from) + 3, y: edges.y - 3, y2: edges.y2 + 3 }, COLOURS.plan),
    ...LEVELS.map(
      (one): Layer => ({
        data: { values: [{}] },
        encoding: {},
        mark: {
          ...{
            type: "point",
            shape: "circle",
            x: plot.width + 18 + (one - 1) * 18,
            y: middle,
            size: 90,
            filled: true,
            opacity: 1,
          },
          ...{
            fill: level !== undefined && one <= level ? COLOURS.ink : COLOURS.paper,
            stroke: COLOURS.ink,
            strokeWidth: 1.2,
          },
        },
      }),
    ),
  ];
}
