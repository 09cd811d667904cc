import type { Result } from "cadre";
import type { Chart } from "./chart.ts";
import { type Spoken, spoken } from "./compare-measures.ts";
import { endLabels, endLabelsHeight } from "./end-labels.ts";
import { frame } from "./frame.ts";
import { briefName, groupTitle, shortName } from "./group-title.ts";
import { againstFirst, GREY, lineLayer } from "./line-layer.ts";
import { roundWhole } from "./number.ts";
import { scaleOf } from "./scale.ts";
import { sourceLine } from "./source-line.ts";
import { oneLine, wrapText } from "./text-width.ts";
import { LINES, type SizeOptions, sizeOf } from "./theme.ts";
import { valueAxis, valueAxisWidth } from "./value-axis.ts";
import { yearAxis } from "./year-axis.ts";
import { milestones } from "./years.ts";

/** Of which pool or group, which measure, and how wide. */
export interface ScenariosSideBySideOptions extends SizeOptions {
  /** A pool's id, `sector:…`, `employer:…` or `all` (the default). */
  pool?: string;
  /** A measure of the results; `gap` when left out. */
  measure?: string;
}

/** More lines than this are not told apart; those furthest from the first scenario keep their colours. */
const MOST = LINES.length;

interface Line {
  name: string;
  points: readonly { year: number; value: number }[];
  end: number;
}

/**
 * One measure of a pool in several scenarios over the years, a line each with its name at the end. The first result is
 * what the others are compared with, usually doing nothing, and is drawn in black. With more than six scenarios those
 * that end furthest from the first are named and the others drawn in grey; the table holds all.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { scenariosSideBySide, toSvg } from "@cadre/charts";
 * const cumbria = await readSystem("scenarios/cumbria/system.yaml");
 * const kept = run(cumbria, { id: "kept", title: "Keep people", changes: [{ parameter: "leaving.rate", multiply: 0.9 }] });
 * const svg = await toSvg(scenariosSideBySide([run(cumbria), kept], { pool: "independent-care" }));
 * ```
 */
export function scenariosSideBySide(results: readonly Result[], options: ScenariosSideBySideOptions = {}): Chart {
  const { pool = "all", measure = "gap" } = options;
  const [first] = results;
  if (first === undefined) throw new RangeError("scenarios side by side need at least one result");
  const size = sizeOf(options);
  const raw = results.map((result) => result.series({ pool, measure }));
  const say = spoken(
    measure,
    raw.flatMap((points) => points.map(({ value }) => value)),
  );
  const lines = results.map((result, i): Line => {
    const points = (raw[i] ?? []).map(({ year, value }) => ({ year, value: value / say.per }));
    return { name: oneLine(result.title), points, end: points.at(-1)?.value ?? 0 };
  });
  const years = (lines[0]?.points ?? []).map(({ year }) => year);
  const last = first.last;
  const start = lines[0]?.end ?? 0;
  const [base, ...others] = lines;
  const ranked = [...others].sort((one, other) => Math.abs(other.end - start) - Math.abs(one.end - start));
  const named = [...(base ? [base] : []), ...others.filter((line) => ranked.indexOf(line) < MOST - 1)];
  const grey = others.filter((line) => !named.includes(line));
  const name = groupTitle(first, pool);
  const finding = findingOf(lines, shortName(name, size), measure, last, say);
  const flows = raw[0] !== undefined && raw[0][0]?.year !== first.base;
  const subtitle =
    `${say.name} in ${say.unit}, ${flows ? `in years that end at ${first.referenceDate}` : `at ${first.referenceDate}`}` +
    `${measure === "gap" ? ": above zero short of staff, below zero more than needed" : ""}.` +
    `${grey.length === 0 ? "" : ` Grey: ${grey.length} further scenarios, in the table.`}`;
  const valueIn = (line: Line, year: number) => line.points.find((point) => point.year === year)?.value ?? 0;
  const told = milestones(years).map(
    (year) => `${year}: ${lines.map((line) => `${line.name} ${say.words(valueIn(line, year))}`).join("; ")}.`,
  );
  const values = lines.flatMap((line) => line.points.map(({ value }) => value));
  const mayCut = measure !== "gap";
  const labelWidth = Math.round(size.width < 520 ? size.width * 0.36 : 190);
  const labels = named.map((line, i) =>
    wrapText(`${say.text(line.end)} ${line.name}`, {
      width: labelWidth - 12,
      size: size.text.label,
      bold: i === 0,
      most: named.length > 4 ? 2 : 3,
    }),
  );
  return frame({
    title: finding,
    subtitle,
    alt: `Line chart of scenarios. ${finding}. ${subtitle} ${told.join(" ")}`,
    source: sourceLine(first),
    table: {
      caption: `${name}: ${say.name.toLowerCase()} in ${say.unit}, by scenario`,
      columns: ["Year", ...lines.map((line) => line.name)],
      rows: years.map((year) => [String(year), ...lines.map((line) => say.text(valueIn(line, year)))]),
    },
    size,
    left: valueAxisWidth(scaleOf(values, 250, { mayCut }), size.text.label),
    right: labelWidth,
    bottom: 28,
    lowest: endLabelsHeight(labels, size.text.label),
    draw(plot) {
      const scale = scaleOf(values, plot.height, { mayCut });
      const x = yearAxis("year", { first: years[0] ?? first.base, last }, plot);
      const y = valueAxis("value", scale);
      const ends = named.map((line, i) => ({
        at: scale.y(line.end),
        lines: labels[i] ?? [],
        colour: againstFirst(i).colour,
        bold: i === 0,
      }));
      return {
        layers: [
          ...grey.map((line) => lineLayer(line.points, GREY, { x, y })),
          ...named.map((line, i) => lineLayer(line.points, againstFirst(i), { x, y })),
          ...endLabels(ends, { x: plot.width + 8, height: plot.height, size: size.text.label }),
        ],
        ...(scale.cut ? { remark: "The vertical axis does not start at zero." } : {}),
      };
    },
  });
}

/** What a board should take away: for the gap, which scenario leaves the least; else how far scenarios lie apart. */
function findingOf(lines: readonly Line[], name: string, measure: string, last: number, say: Spoken): string {
  const [first, ...others] = lines;
  if (first === undefined) return "Nothing to compare";
  if (others.length === 0) return `${name}, ${briefName(first.name)}: ${say.words(first.end)} in ${last}`;
  const ordered = [...lines].sort((one, other) => one.end - other.end);
  const [low, high] = [ordered[0] ?? first, ordered.at(-1) ?? first];
  if (roundWhole(low.end) === roundWhole(high.end))
    return `${name}: no scenario differs from “${briefName(first.name)}” in ${last}, ${say.words(first.end)}`;
  if (measure !== "gap")
    return `${name}, ${last}: ${say.name.toLowerCase()} from ${say.words(low.end)} (${briefName(low.name)}) to ${say.words(high.end)} (${briefName(high.name)})`;
  if (roundWhole(low.end) === roundWhole(first.end))
    return `${name}: no scenario leaves a smaller gap in ${last} than “${briefName(first.name)}”, ${say.words(first.end)}`;
  return `${name}: ${say.words(low.end)} in ${last} with “${briefName(low.name)}”, ${say.words(first.end)} with “${briefName(first.name)}”`;
}
