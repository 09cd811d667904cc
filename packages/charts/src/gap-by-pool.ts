import type { Result } from "cadre";
import { gapWords } from "./balance.ts";
import type { Chart, Layer } from "./chart.ts";
import { endLabels, endLabelsHeight } from "./end-labels.ts";
import { frame } from "./frame.ts";
import { groupTitle, shortName } from "./group-title.ts";
import { GREY, lineLayer } from "./line-layer.ts";
import { roundWhole, whole } from "./number.ts";
import { scaleOf } from "./scale.ts";
import { sourceLine } from "./source-line.ts";
import { wrapText } from "./text-width.ts";
import { COLOURS, LINES, type Size, type SizeOptions, sizeOf } from "./theme.ts";
import { valueAxis, valueAxisWidth } from "./value-axis.ts";
import { yearAxis } from "./year-axis.ts";
import { milestones } from "./years.ts";

/** By what to split the gap, and how wide the chart is to be. */
export interface GapByPoolOptions extends SizeOptions {
  /** One line an employer (the default), a sector, a level of competence or a pool. */
  groups?: "pools" | "employers" | "sectors" | "levels";
}

const KINDS = { pools: "pool", employers: "employer", sectors: "sector", levels: "level" } as const;
/** More lines than this are not told apart; the largest gaps keep their colours and the others turn grey. */
const MOST = LINES.length;

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
  const { groups = "employers" } = options;
  const kind = KINDS[groups];
  const size = sizeOf(options);
  const pools = new Set(result.pools.map((pool) => pool.id));
  const ids = result.groups.map((group) => group.id);
  const lines = ids
    .filter((id) => (groups === "pools" ? pools.has(id) : id.startsWith(`${kind}:`)))
    // Kept for what a scenario may do; there is nobody yet and nobody is needed.
    .filter((id) => ["supply", "demand"].some((measure) => isThere(result, id, measure)))
    .map((id) => ({ name: groupTitle(result, id), points: result.series({ pool: id, measure: "gap" }) }));
  const gapIn = (points: readonly Point[], year: number) => points.find((point) => point.year === year)?.value ?? 0;
  const years = [result.base, ...result.years];
  const last = result.last;
  const ranked = [...lines].sort(
    (one, other) => Math.abs(gapIn(other.points, last)) - Math.abs(gapIn(one.points, last)),
  );
  const named = ranked.slice(0, MOST);
  const grey = ranked.slice(MOST);
  const labelWidth = Math.round(size.width < 520 ? size.width * 0.36 : 190);
  const labels = named.map((line) =>
    wrapText(`${whole(gapIn(line.points, last))} ${line.name}`, {
      width: labelWidth - 12,
      size: size.text.label,
      most: 3,
    }),
  );
  const finding = findingOf(
    lines.map((line) => ({ name: line.name, gap: gapIn(line.points, last) })),
    kind,
    last,
    size,
  );
  const subtitle =
    `Gap in full-time equivalents (FTE) at ${result.referenceDate}: above zero short of staff, below zero more than needed. ` +
    `Scenario: ${result.title}.${grey.length === 0 ? "" : ` Grey: ${grey.length} further ${groups}, in the table.`}`;
  const told = milestones(years).map(
    (year) => `${year}: ${named.map((line) => `${line.name} ${gapWords(gapIn(line.points, year))}`).join("; ")}.`,
  );
  const values = lines.flatMap((line) => line.points.map((point) => point.value));
  return frame({
    title: finding,
    subtitle,
    alt: `Line chart of the gap by ${kind}. ${finding}. ${subtitle} ${told.join(" ")}`,
    source: sourceLine(result),
    table: {
      caption: `Gap in FTE by ${kind} (demand less supply; a minus sign is a surplus)`,
      columns: ["Year", ...lines.map((line) => line.name)],
      rows: years.map((year) => [String(year), ...lines.map((line) => whole(gapIn(line.points, year)))]),
    },
    size,
    left: valueAxisWidth(scaleOf(values, 250), size.text.label),
    right: labelWidth,
    bottom: 28,
    lowest: endLabelsHeight(labels, size.text.label),
    draw(plot) {
      const scale = scaleOf(values, plot.height);
      const x = yearAxis("year", { first: result.base, last }, plot);
      const y = valueAxis("value", scale);
      const style = (index: number) => LINES[index % LINES.length] ?? { colour: COLOURS.ink, dash: [] };
      const ends = named.map((line, index) => ({
        at: scale.y(gapIn(line.points, last)),
        lines: labels[index] ?? [],
        colour: style(index).colour,
      }));
      const empty: Layer = { data: { values: [] }, mark: "line", encoding: { x, y } };
      return {
        layers: [
          ...(lines.length === 0 ? [empty] : []),
          ...grey.map((line) => lineLayer(line.points, GREY, { x, y })),
          ...named.map((line, index) => lineLayer(line.points, { ...style(index), width: 2.5 }, { x, y })),
          ...endLabels(ends, { x: plot.width + 8, height: plot.height, size: size.text.label }),
        ],
      };
    },
  });
}

const isThere = (result: Result, pool: string, measure: string): boolean =>
  result.series({ pool, measure }).some(({ value }) => value !== 0);

interface Point {
  year: number;
  value: number;
}

function findingOf(gaps: readonly { name: string; gap: number }[], kind: string, year: number, size: Size): string {
  const [largest] = [...gaps].sort((one, other) => other.gap - one.gap);
  if (largest === undefined || roundWhole(largest.gap) <= 0) return `No ${kind} would be short of staff in ${year}`;
  const short = gaps.filter((entry) => roundWhole(entry.gap) > 0).length;
  if (gaps.length === 1) return `${shortName(largest.name, size)} would be ${whole(largest.gap)} FTE short by ${year}`;
  return (
    `${howMany(short, gaps.length)} ${kind}s would be short of staff by ${year}; ` +
    `the largest gap is ${whole(largest.gap)} FTE: ${shortName(largest.name, size)}`
  );
}

/** "3 of 4", "all 4", "both", to begin a sentence with. */
function howMany(some: number, all: number): string {
  if (some < all) return `${some} of ${all}`;
  return all === 2 ? "Both" : `All ${all}`;
}
