import type { Chart } from "./chart.ts";
import { spoken } from "./compare-measures.ts";
import { endLabels, endLabelsHeight } from "./end-labels.ts";
import { frame } from "./frame.ts";
import { briefName, groupTitle, shortName } from "./group-title.ts";
import { againstFirst, GREY, lineLayer } from "./line-layer.ts";
import { roundWhole } from "./number.ts";
import { scaleOf } from "./scale.ts";
import { sourceLine } from "./source-line.ts";
import { atMostWords } from "./spread-words.ts";
import { oneLine, textWidth, wrapText } from "./text-width.ts";
import { LINES, type SizeOptions, sizeOf } from "./theme.ts";
import { chanceError, chanceWords, drawsWords, type UncertainRun } from "./uncertain-run.ts";
import { valueAxis } from "./value-axis.ts";
import { yearAxis } from "./year-axis.ts";
import { milestones } from "./years.ts";

/** Of which pool or group, which target, and how wide. */
export interface ChanceByYearOptions extends SizeOptions {
  /** A pool's id, `sector:…`, `employer:…` or `all` (the default). */
  pool?: string;
  /** A measure that the draws keep; `gap` when left out. */
  measure?: string;
  /** The target, in the unit of the measure: 0 (no shortage) unless given. */
  atMost?: number;
}

/** More lines than this are not told apart; those furthest from the first scenario keep their colours. */
const MOST = LINES.length;

interface Line {
  name: string;
  points: readonly { year: number; chance: number }[];
  end: number;
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
  const runs = "central" in sure ? [sure] : sure;
  const [first] = runs;
  if (first === undefined) throw new RangeError("a chart of chances needs at least one ensemble");
  const { central } = first;
  const size = sizeOf(options);
  const years = central.series({ pool, measure }).map(({ year }) => year);
  const last = central.last;
  const lines = runs.map((run): Line => {
    const points = years.map((year) => ({ year, chance: 100 * run.chance({ pool, measure, year, atMost }) }));
    return { name: oneLine(run.central.title), points, end: points.at(-1)?.chance ?? 0 };
  });
  const start = lines[0]?.end ?? 0;
  const ranked = lines.slice(1).sort((one, other) => Math.abs(other.end - start) - Math.abs(one.end - start));
  const named = lines.filter((line, i) => i === 0 || ranked.indexOf(line) < MOST - 1);
  const grey = lines.filter((line) => !named.includes(line));
  const say = spoken(measure, [atMost]);
  const target = atMostWords(atMost, say, measure);
  const name = groupTitle(central, pool);
  const finding = findingOf(lines, { target, last });
  const dates = years[0] === central.base ? "at" : "in years that end at";
  const subtitle = [
    `Chance of ${target} ${dates} ${central.referenceDate}: share of ${drawsWords(runs)}.`,
    ...(runs.every(isCertain)
      ? []
      : [`Counted, so it may be off by ${chanceError(Math.min(...runs.map(({ draws }) => draws)))} points at most.`]),
    ...(lines.length === 1 ? [`Scenario: ${central.title}.`] : []),
    ...(grey.length === 0 ? [] : [`Grey: ${grey.length} further scenarios, in the table.`]),
  ].join(" ");
  const chanceIn = (line: Line, year: number) => line.points.find((point) => point.year === year)?.chance ?? 0;
  const text = (line: Line, year: number) => chanceWords(chanceIn(line, year) / 100);
  const told = milestones(years).map(
    (year) =>
      `${year}: ${lines.map((line) => (lines.length === 1 ? text(line, year) : `${line.name} ${text(line, year)}`)).join("; ")}.`,
  );
  const labelWidth = Math.round(size.width < 520 ? size.width * 0.36 : 190);
  const labels = named.map((line, i) =>
    wrapText(lines.length === 1 ? text(line, last) : `${text(line, last)} ${line.name}`, {
      width: labelWidth - 12,
      size: size.text.label,
      bold: i === 0,
      most: named.length > 4 ? 2 : 3,
    }),
  );
  return frame({
    title: `${shortName(name, size)}: ${finding}`,
    subtitle,
    alt: `Line chart of chances. ${name}: ${finding}. ${subtitle} ${told.join(" ")}`,
    source: sourceLine(central),
    table: {
      caption: `${name}: chance of ${target}, by year`,
      columns: ["Year", ...lines.map((line) => (lines.length === 1 ? "Chance" : line.name))],
      rows: years.map((year) => [String(year), ...lines.map((line) => text(line, year))]),
    },
    size,
    left: Math.ceil(textWidth("100%", size.text.label) + 10),
    right: lines.length === 1 ? Math.ceil(textWidth("under 1%", size.text.label, true)) + 12 : labelWidth,
    bottom: 28,
    lowest: endLabelsHeight(labels, size.text.label),
    draw(plot) {
      const scale = scaleOf([0, 100], plot.height);
      const x = yearAxis("year", { first: years[0] ?? central.base, last }, plot);
      const y = valueAxis("chance", scale);
      const share = { ...y, axis: { ...y.axis, labelExpr: "datum.value + '%'" } };
      const ends = named.map((line, i) => ({
        at: scale.y(line.end),
        lines: labels[i] ?? [],
        colour: againstFirst(i).colour,
        bold: i === 0,
      }));
      return {
        layers: [
          ...grey.map((line) => lineLayer(line.points, GREY, { x, y: share })),
          ...named.map((line, i) => lineLayer(line.points, againstFirst(i), { x, y: share })),
          ...endLabels(ends, { x: plot.width + 8, height: plot.height, size: size.text.label }),
        ],
      };
    },
  });
}

const isCertain = ({ uncertain, noise }: UncertainRun): boolean => uncertain.length === 0 && !noise;

/** What a board should take away: how likely the target is in the last year, and with which scenario it is likeliest. */
function findingOf(lines: readonly Line[], { target, last }: { target: string; last: number }): string {
  const [first, ...others] = lines;
  if (first === undefined) return "nothing to show";
  const words = (line: Line) => chanceWords(line.end / 100);
  if (others.length === 0) return `the chance of ${target} in ${last} is ${words(first)}`;
  const best = [...lines].sort((one, other) => other.end - one.end)[0] ?? first;
  if (roundWhole(best.end) === roundWhole(first.end))
    return `no scenario makes ${target} in ${last} likelier than “${briefName(first.name)}”, ${words(first)}`;
  return `the chance of ${target} in ${last} is ${words(best)} with “${briefName(best.name)}”, ${words(first)} with “${briefName(first.name)}”`;
}
