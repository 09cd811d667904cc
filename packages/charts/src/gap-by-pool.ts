import type { Result } from "cadre";
import type { UnitWords } from "cadre/measures";
import { gapWords } from "./balance.ts";
import type { Chart } from "./chart.ts";
import { COLOURS, SERIES } from "./colours.ts";
import { groupTitle, shortName } from "./group-title.ts";
import { type ChartLine, lineChart, valueIn } from "./line-chart.ts";
import { countText, roundWhole } from "./number.ts";
import { sourceLine } from "./source-line.ts";
import { statedGap } from "./stated.ts";
import { type Size, type SizeOptions, sizeOf } from "./theme.ts";
import { greyWords, toldApart } from "./told-apart.ts";
import type { UncertainRun } from "./uncertain-run.ts";
import { milestones } from "./years.ts";

/** By what to split the gap, and how wide the chart is to be. */
export interface GapByPoolOptions extends SizeOptions {
  /** One line an employer (the default), a sector, a level of competence or a pool. */
  groups?: "pools" | "employers" | "sectors" | "levels";
  /** The year that the title speaks of; the last one unless given. */
  year?: number;
  /** Draws of the run: the lines are then their medians. */
  sure?: readonly UncertainRun[];
}

const KINDS = { pools: "pool", employers: "employer", sectors: "sector", levels: "level" } as const;

/**
 * The gap of every employer, sector, level or pool over the years, in FTE: above zero a shortage, below zero a surplus. With
 * more than six lines the six largest gaps of the last year are named and the others drawn in grey; the table holds all.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { gapByPool, toSvg } from "@cadre/charts";
 * const today = run(await readSystem("scenarios/cumbria/system.yaml"));
 * const svg = await toSvg(gapByPool(today, { groups: "employers" }));
 * ```
 */
export function gapByPool(result: Result, options: GapByPoolOptions = {}): Chart {
  const { groups = "employers", year = result.last, sure = [] } = options;
  // A year that is not there is told as the result tells it.
  result.at({ measure: "gap", year });
  const kind = KINDS[groups];
  const size = sizeOf(options);
  const lines = linesOf(result, groups, sure);
  const years = [result.base, ...result.years];
  const far = (line: GapLine) => Math.abs(gapIn(line, result.last));
  const ranked = [...lines].sort((one, other) => far(other) - far(one));
  const { named, grey } = toldApart(ranked, far);
  const unit = result.unit({ measure: "gap" });
  const finding = findingOf(
    lines.map((line) => ({ name: line.name, unit: line.unit, gap: gapIn(line, year) })),
    { kind, year, size },
  );
  const subtitle = [
    `Gap in ${unit.long} at ${result.referenceDate}: above zero short of staff, below zero more than needed.`,
    `Scenario: ${result.title}.`,
    ...(sure.length > 0 ? [`Medians of ${countText(sure[0]?.draws ?? 0)} draws.`] : []),
    ...greyWords(grey, groups),
  ].join(" ");
  const told = milestones(years).map(
    (one) => `${one}: ${named.map((line) => `${line.name} ${gapWords(gapIn(line, one))}`).join("; ")}.`,
  );
  return lineChart({
    title: finding,
    subtitle,
    alt: `Line chart of the gap by ${kind}. ${finding}. ${subtitle} ${told.join(" ")}`,
    source: sourceLine(result),
    table: {
      caption: `Gap in ${unit.short} by ${kind} (demand less supply; a minus sign is a surplus)`,
      columns: ["Year", ...lines.map((line) => line.name)],
      rows: years.map((one) => [String(one), ...lines.map((line) => countText(gapIn(line, one)))]),
    },
    ...{ size, named, grey, firstBold: false, most: 3 },
    years: { first: result.base, last: result.last },
    style: (index) => ({ colour: COLOURS.ink, ...SERIES[index % SERIES.length], width: 2.5 }),
    label: (line) => `${countText(gapIn(line, result.last))} ${line.name}`,
  });
}

/** The gap of a group, counted in its unit. */
interface GapLine extends ChartLine {
  unit: UnitWords;
}

/** A gap is counted, so it has a value in every year. */
const gapIn = (line: ChartLine, year: number): number => valueIn(line, year) ?? 0;

/** A line a group in which anybody works or is needed; what is kept only for what a scenario may do has none. */
function linesOf(result: Result, groups: keyof typeof KINDS, sure: readonly UncertainRun[]): GapLine[] {
  const pools = new Set(result.pools.map((pool) => pool.id));
  const isMeant = (id: string) => (groups === "pools" ? pools.has(id) : id.startsWith(`${KINDS[groups]}:`));
  const isThere = (pool: string) =>
    (["supply", "demand"] as const).some((measure) =>
      result.series({ pool, measure }).some(({ value }) => value !== 0),
    );
  return result.groups
    .filter(({ id }) => isMeant(id) && isThere(id))
    .map(({ id }) => ({
      name: groupTitle(result, id),
      unit: result.unit({ pool: id, measure: "gap" }),
      points: result.series({ pool: id, measure: "gap" }).map(({ year, value }) => ({
        year,
        value: sure.length === 0 ? value : statedGap(result, sure, { pool: id, year }),
      })),
    }));
}

/** What a board should take away: how many are short of staff, and where the gap is largest. */
function findingOf(
  gaps: readonly { name: string; gap: number; unit: UnitWords }[],
  { kind, year, size }: { kind: string; year: number; size: Size },
): string {
  const [largest] = [...gaps].sort((one, other) => other.gap - one.gap);
  if (largest === undefined || roundWhole(largest.gap) <= 0) return `No ${kind} would be short of staff in ${year}`;
  const { short: unit } = largest.unit;
  const short = gaps.filter((entry) => roundWhole(entry.gap) > 0).length;
  if (gaps.length === 1)
    return `${shortName(largest.name, size)} would be ${countText(largest.gap)} ${unit} short by ${year}`;
  return (
    `${howMany(short, gaps.length)} ${kind}s would be short of staff by ${year}; ` +
    `the largest gap is ${countText(largest.gap)} ${unit}: ${shortName(largest.name, size)}`
  );
}

/** "3 of 4", "all 4", "both", to begin a sentence with. */
function howMany(some: number, all: number): string {
  if (some < all) return `${some} of ${all}`;
  return all === 2 ? "Both" : `All ${all}`;
}
