import { LEAVERS, type LeaverKind, measureOf, RETIREMENT_CAUSES, type Result } from "cadre";
import type { Chart, Layer } from "./chart.ts";
import { endLabels } from "./end-labels.ts";
import { frame } from "./frame.ts";
import { groupTitle, shortName } from "./group-title.ts";
import { whole } from "./number.ts";
import { scaleOf } from "./scale.ts";
import { sourceLine } from "./source-line.ts";
import { COLOURS, LEAVER_COLOURS, type SizeOptions, sizeOf } from "./theme.ts";
import { valueAxis, valueAxisWidth } from "./value-axis.ts";
import { yearAxis } from "./year-axis.ts";
import { milestones } from "./years.ts";

/** Which pool or group to draw, and how wide. */
export interface LeaversByCauseOptions extends SizeOptions {
  /** A pool's id, `sector:…`, `employer:…` or `all` (the default). */
  pool?: string;
}

/** The kinds of leavers from the bottom of a bar to its top. */
const KINDS = Object.entries(LEAVER_COLOURS).map(([kind, colour]) => ({ ...LEAVERS[kind as LeaverKind], colour }));

/** Measures of those who retire. */
const RETIREMENTS = RETIREMENT_CAUSES.map(measureOf);

/**
 * People who leave a post each year, stacked by cause, for the years that end at the reference date. *Changing employer* is
 * a move between employers of the same pool (a post falls vacant, nobody is lost to the sector); *moving to another pool*
 * stays within the system. Causes that never occur are left out. An unknown pool is a `CadreError`.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { leaversByCause, toSvg } from "@cadre/charts";
 * const today = run(await readSystem("scenarios/cumbria/system.yaml"));
 * const svg = await toSvg(leaversByCause(today, { pool: "independent-care" }));
 * ```
 */
export function leaversByCause(result: Result, options: LeaversByCauseOptions = {}): Chart {
  const { pool = "all" } = options;
  const size = sizeOf(options);
  const name = groupTitle(result, pool);
  const years = [...result.years];
  const flows = KINDS.map((cause) => ({
    ...cause,
    values: years.map((year) => result.at({ pool, measure: cause.measure, year })),
  })).filter((cause) => cause.values.some((value) => value > 0));
  const totals = years.map((year) => result.at({ pool, measure: "leavers", year }));
  const first = years[0] ?? result.base;
  const last = result.last;
  const told = milestones(years).map((year) => {
    const index = years.indexOf(year);
    const parts = flows.map((flow) => `${flow.title.toLowerCase()} ${whole(flow.values[index] ?? 0)}`);
    return `${year}: ${whole(totals[index] ?? 0)} in all${parts.length === 0 ? "" : `; ${parts.join(", ")}`}.`;
  });
  const retiring = RETIREMENTS.reduce((sum, measure) => sum + result.at({ pool, measure, year: last }), 0);
  const leaving = whole(totals.at(-1) ?? 0);
  const toRetire = whole(retiring) === "0" ? "none" : whole(retiring);
  const people = `${leaving} ${leaving === "1" ? "person" : "people"}`;
  const finding =
    leaving === "0"
      ? `nobody would leave a post in ${last}`
      : `${people} would leave a post in ${last}, ${toRetire} of them to retire`;
  const subtitle =
    `People a year, in years that end at ${result.referenceDate}, by cause. Scenario: ${result.title}.` +
    (flows.some((flow) => flow.measure === "churn") ? " Changing employer: stays in the same kind of work." : "");
  const bars = stack(years, flows);
  const tops = totals.length === 0 ? [0] : [...totals, ...bars.map((bar) => bar.to)];
  return frame({
    title: `${shortName(name, size)}: ${finding}`,
    subtitle,
    alt: `Stacked bar chart of leavers by cause. ${name}: ${finding}. ${subtitle} ${told.join(" ")}`,
    source: sourceLine(result),
    table: {
      caption: `${name}: people who leave a post, by cause`,
      columns: ["Year ending", ...flows.map((flow) => flow.title), "All leavers"],
      rows: years.map((year, index) => [
        String(year),
        ...flows.map((flow) => whole(flow.values[index] ?? 0)),
        whole(totals[index] ?? 0),
      ]),
    },
    size,
    left: valueAxisWidth(scaleOf(tops, 250), size.text.label),
    right: size.text.label * 8 + 14,
    bottom: 28,
    draw(plot) {
      const scale = scaleOf(tops, plot.height);
      const x = yearAxis("from", { first, last }, plot, 0.5);
      const layers = flows.map(
        (flow): Layer => ({
          data: { values: bars.filter((bar) => bar.measure === flow.measure) },
          mark: { type: "rect", color: flow.colour, stroke: COLOURS.paper, strokeWidth: 0.75 },
          encoding: {
            x,
            x2: { field: "until" },
            y: valueAxis("low", scale),
            y2: { field: "to" },
          },
        }),
      );
      const ends = flows.map((flow) => {
        const bar = bars.findLast((candidate) => candidate.measure === flow.measure);
        const middle = bar === undefined ? 0 : (bar.low + bar.to) / 2;
        return { at: scale.y(middle), lines: flow.label, colour: COLOURS.ink, swatch: flow.colour };
      });
      const empty: Layer = { data: { values: [] }, mark: "rect", encoding: { x, y: valueAxis("low", scale) } };
      return {
        layers: [
          ...(layers.length === 0 ? [empty] : layers),
          ...endLabels(ends, { x: plot.width + 8, height: plot.height, size: size.text.label }),
        ],
      };
    },
  });
}

interface Flow {
  measure: string;
  values: readonly number[];
}

/** One rectangle a year and cause, standing on the causes below it. */
function stack(years: readonly number[], flows: readonly Flow[]) {
  return years.flatMap((year, index) => {
    let low = 0;
    return flows.map((flow) => {
      const bar = {
        measure: flow.measure,
        from: year - 0.4,
        until: year + 0.4,
        low,
        to: low + (flow.values[index] ?? 0),
      };
      low = bar.to;
      return bar;
    });
  });
}
