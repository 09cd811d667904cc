import type { PoolMeasure } from "cadre";
import { checkArguments, SHAPES } from "cadre/arguments";
import type { Chart } from "./chart.ts";
import { briefName, groupTitle, shortName } from "./group-title.ts";
import { type ChartLine, fromFirst, lineChart, valueIn } from "./line-chart.ts";
import { againstFirst } from "./line-layer.ts";
import { CANNOT_BE_WORKED_OUT, measureWords } from "./measure-words.ts";
import { roundWhole } from "./number.ts";
import { sourceLine } from "./source-line.ts";
import { atMostWords } from "./spread-words.ts";
import { oneLine, textWidth } from "./text-width.ts";
import { type SizeOptions, sizeOf } from "./theme.ts";
import { greyWords, toldApart } from "./told-apart.ts";
import {
  chanceError,
  chanceWords,
  drawsAgree,
  drawsWords,
  NO_RANGE,
  noRangeWords,
  type UncertainRun,
} from "./uncertain-run.ts";
import { milestones } from "./years.ts";

/** Of which pool or group, which target, and how wide. */
export interface ChanceByYearOptions extends SizeOptions {
  /** A pool's id, `sector:…`, `employer:…` or `all` (the default). */
  pool?: string;
  /** A measure that the draws keep; `gap` when left out. */
  measure?: PoolMeasure;
  /** The target, in the unit of the measure: 0 (no shortage) unless given. */
  atMost?: number;
  /** The year that the title speaks of; the last one unless given. */
  year?: number;
}

/**
 * The chance that the gap of a pool is at most a target, by year, of one ensemble or of several, a line each with its name
 * at the end: the share of draws that keep the target. The first scenario is drawn in black. With more than six those
 * that end furthest from the first are named and the others drawn in grey; the table holds all. A chance that rounds to
 * 0 or 100% is told as "under 1%" or "over 99%": draws prove no more.
 *
 * @example
 * ```ts
 * import { ensemble } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { chanceByYear, toSvg } from "@cadre/charts";
 * const sure = await ensemble(await readSystem("scenarios/cumbria/system.yaml"), {}, { draws: 10, seed: 1 });
 * const svg = await toSvg(chanceByYear(sure, { pool: "independent-care", atMost: 500 }));
 * ```
 */
export function chanceByYear(sure: UncertainRun | readonly UncertainRun[], options: ChanceByYearOptions = {}): Chart {
  const { pool = "all", measure = "gap", atMost = 0 } = options;
  const runs = [sure].flat() as [UncertainRun, ...UncertainRun[]];
  checkArguments({ sure: runs }, { sure: SHAPES.list(SHAPES.keys({ central: SHAPES.object }), 1) });
  const [first] = runs;
  const { central } = first;
  const { year = central.last } = options;
  // A year that is not there is told as the result tells it.
  central.at({ pool, measure, year });
  const size = sizeOf(options);
  const years = central.series({ pool, measure }).map((point) => point.year);
  // A run in which nothing uncertain bears on the number has no chance to draw, only a dash in the table.
  const fixed = runs.filter((run) => years.every((one) => drawsAgree(run.at({ pool, measure, year: one }))));
  const all = runs.map((run): ChartLine => {
    const points = years.map((one) => {
      const share = run.chance({ pool, measure, year: one, atMost });
      return { year: one, value: share === undefined ? undefined : 100 * share };
    });
    return { name: oneLine(run.central.title), points: fixed.includes(run) ? [] : points };
  });
  const lines = all.filter(({ points }) => points.length > 0);
  const { named, grey } = toldApart(lines, fromFirst(lines));
  const alone = runs.length === 1;
  const target = atMostWords(atMost, measureWords(measure, [atMost], central.unit({ pool, measure })), measure);
  const name = groupTitle(central, pool);
  const finding = findingOf(lines, { target, year });
  const dates = years[0] === central.base ? "at" : "in years that end at";
  const subtitle = [
    `Chance of ${target} ${dates} ${central.referenceDate}: share of ${drawsWords(runs)}.`,
    ...errorWords(runs),
    ...(fixed.length > 0 ? [noRangeWords(alone ? [] : fixed.map((run) => oneLine(run.central.title)))] : []),
    ...(alone ? [`Scenario: ${central.title}.`] : []),
    ...greyWords(grey, "scenarios"),
  ].join(" ");
  const text = (line: ChartLine, one: number) =>
    line.points.length === 0 ? NO_RANGE : percentWords(valueIn(line, one));
  const told = milestones(years).map(
    (one) => `${one}: ${all.map((line) => (alone ? text(line, one) : `${line.name} ${text(line, one)}`)).join("; ")}.`,
  );
  return lineChart({
    title: `${shortName(name, size)}: ${finding}`,
    subtitle,
    alt: `Line chart of chances. ${name}: ${finding}. ${subtitle} ${told.join(" ")}`,
    source: sourceLine(central),
    table: {
      caption: `${name}: chance of ${target}, by year`,
      columns: ["Year", ...all.map((line) => (alone ? "Chance" : line.name))],
      rows: years.map((one) => [String(one), ...all.map((line) => text(line, one))]),
    },
    ...{ size, named, grey, style: againstFirst, firstBold: true, percent: true },
    years: { first: years[0] ?? central.base, last: central.last },
    label: (line) => (alone ? text(line, central.last) : `${text(line, central.last)} ${line.name}`),
    ...(alone && { right: Math.ceil(textWidth("under 1%", size.text.label, true)) + 12 }),
  });
}

/** A chance in per cent, in words. */
const percentWords = (chance: number | undefined): string =>
  chanceWords(chance === undefined ? undefined : chance / 100);

const isCertain = ({ uncertain, noise }: UncertainRun): boolean => uncertain.length === 0 && !noise;

/** How far a counted chance may be off, where anything is uncertain. */
function errorWords(runs: readonly UncertainRun[]): string[] {
  if (runs.every(isCertain)) return [];
  return [`Counted, so it may be off by ${chanceError(Math.min(...runs.map(({ draws }) => draws)))} points at most.`];
}

/** What a board should take away: how likely the target is in the last year, and with which scenario it is likeliest. */
function findingOf(lines: readonly ChartLine[], { target, year }: { target: string; year: number }): string {
  const [first, ...others] = lines;
  if (first === undefined) return `no chance of ${target} can be told: nobody has given a range`;
  const start = valueIn(first, year);
  if (start === undefined) return `the chance of ${target} in ${year} ${CANNOT_BE_WORKED_OUT}`;
  const at = (line: ChartLine) => valueIn(line, year) ?? 0;
  const words = (line: ChartLine) => percentWords(valueIn(line, year));
  if (others.length === 0) return `the chance of ${target} in ${year} is ${words(first)}`;
  const best = [...lines].sort((one, other) => at(other) - at(one))[0] ?? first;
  if (roundWhole(at(best)) === roundWhole(start))
    return `no scenario makes ${target} in ${year} likelier than “${briefName(first.name)}”, ${words(first)}`;
  return `the chance of ${target} in ${year} is ${words(best)} with “${briefName(best.name)}”, ${words(first)} with “${briefName(first.name)}”`;
}
