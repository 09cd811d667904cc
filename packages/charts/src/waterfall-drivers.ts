import type { Result } from "cadre";
import type { Driver } from "cadre/results";
import { gapWords } from "./balance.ts";
import type { Chart } from "./chart.ts";
import { groupTitle, shortName } from "./group-title.ts";
import { countText, roundWhole } from "./number.ts";
import { sourceLine } from "./source-line.ts";
import { type SizeOptions, sizeOf } from "./theme.ts";
import { waterfall, waterfallRows } from "./waterfall.ts";

/** Of which run, pool and year the drivers are, and how wide the chart is to be. */
export interface DriverWaterfallOptions extends SizeOptions {
  result: Result;
  /** A pool's id, `sector:…`, `employer:…` or `all` (the default): the one the drivers were found for. */
  pool?: string;
  year: number;
}

/**
 * Why the gap changes between the base date and a later one, as steps: more posts needed, people who go, people who come.
 * The drivers come from `gapDrivers` and add up to the change; what rounds to nothing is left out of the picture.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { gapDrivers } from "cadre/results";
 * import { readSystem } from "cadre/node";
 * import { driverWaterfall, toSvg } from "@cadre/charts";
 * const result = run(await readSystem("scenarios/cumbria/system.yaml"));
 * const svg = await toSvg(driverWaterfall(gapDrivers(result, { year: 2035 }), { result, year: 2035 }));
 * ```
 */
export function driverWaterfall(drivers: readonly Driver[], options: DriverWaterfallOptions): Chart {
  const { result, pool = "all", year } = options;
  const size = sizeOf(options);
  const name = groupTitle(result, pool);
  const gap = (when: number) => result.at({ pool, measure: "gap", year: when });
  const [from, to] = [gap(result.base), gap(year)];
  const parts = drivers
    .filter(({ value }) => roundWhole(value) !== 0)
    .map(({ title, value }) => ({ name: title, value }));
  const [start, end] = [
    { name: `Gap in ${result.base}`, value: from },
    { name: `Gap in ${year}`, value: to },
  ];
  const unit = result.unit({ pool, measure: "gap" });
  const finding = findingOf(drivers, to - from, year, unit.short);
  const subtitle =
    `Gap in ${unit.long} at ${result.referenceDate}, and what changes it: above zero it widens, below it ` +
    `narrows. Scenario: ${result.title}.`;
  const signed = (value: number) => `${roundWhole(value) > 0 ? "+" : ""}${countText(value)}`;
  const told = parts.map((part) => `${part.name} ${signed(part.value)}.`).join(" ");
  return waterfall({
    title: `${shortName(name, size)}: ${finding}`,
    subtitle,
    alt: `Waterfall chart. ${name}: ${finding}. ${subtitle} ${start.name}: ${gapWords(from)}. ${told} ${end.name}: ${gapWords(to)}.`,
    source: sourceLine(result),
    caption: `${name}: what changes the gap from ${result.base} to ${year}, in ${unit.short} (a minus sign narrows it)`,
    columns: ["", unit.short],
    tableRows: [
      [start.name, countText(from)],
      ...drivers.map(({ title, value }) => [title, signed(value)]),
      [end.name, countText(to)],
    ],
    rows: waterfallRows(start, parts, end, { total: countText, part: signed }),
    size,
    measure: "gap",
  });
}

/** What a board should take away: how the gap moves, and how many posts and people are behind it. */
function findingOf(drivers: readonly Driver[], change: number, year: number, unit: string): string {
  const sum = (...ids: Driver["id"][]) =>
    roundWhole(drivers.reduce((total, { id, value }) => (ids.includes(id) ? total + value : total), 0));
  const posts = sum("people-served", "other-demand");
  const go = sum("retirements", "other-leavers");
  const come = -sum("recruits", "pipelines", "returners");
  const rounded = roundWhole(change);
  const moves =
    rounded === 0
      ? `the gap in ${year} is what it was`
      : `the gap would ${rounded > 0 ? "widen" : "narrow"} by ${countText(Math.abs(rounded))} ${unit} by ${year}`;
  return `${moves}: ${countText(Math.abs(posts))} ${posts < 0 ? "fewer" : "more"} posts, ${countText(go)} ${unit} leave, ${countText(come)} join`;
}
