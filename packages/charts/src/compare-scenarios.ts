import type { Measure, Result } from "cadre";
import { checkArguments, SHAPES } from "cadre/arguments";
import { planOf } from "cadre/results";
import type { Chart } from "./chart.ts";
import { briefName, groupTitle, shortName } from "./group-title.ts";
import { type ChartLine, endOf, fromFirst, lineChart, valueIn } from "./line-chart.ts";
import { againstFirst } from "./line-layer.ts";
import { inDrawnSize, type MeasureWords, measureWords } from "./measure-words.ts";
import { sourceLine } from "./source-line.ts";
import { statedGap, twoBases } from "./stated.ts";
import { oneLine } from "./text-width.ts";
import { type SizeOptions, sizeOf } from "./theme.ts";
import { greyWords, toldApart } from "./told-apart.ts";
import type { UncertainRun } from "./uncertain-run.ts";
import { milestones } from "./years.ts";

/** Of which pool or group, which measure, and how wide. */
export interface ScenariosSideBySideOptions extends SizeOptions {
  /** A pool's id, `sector:…`, `employer:…` or `all` (the default). */
  pool?: string;
  /** A measure of the results; `gap` when left out. */
  measure?: Measure;
  /** The year that the title speaks of; the last one unless given. */
  year?: number;
  /** Draws of the scenarios that have any: the title then says the median of the gap. */
  sure?: readonly UncertainRun[];
}

/**
 * One measure of a pool in several scenarios over the years, a line each with its name at the end. The first result is
 * what the others are compared with, usually doing nothing, and is drawn in black. The title speaks of the plan (`planOf`).
 * With more than six scenarios the plan and those that end furthest from the first are named and the others drawn in grey;
 * the table holds all.
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
  checkArguments({ results }, { results: SHAPES.list(SHAPES.object, 1) });
  const { pool = "all", measure = "gap", sure = [] } = options;
  const [first] = results as [Result, ...Result[]];
  const { year = first.last } = options;
  // A year that is not there is told as the result tells it.
  first.at({ pool, measure, year });
  const size = sizeOf(options);
  const { lines, say } = linesOf(results, { pool, measure });
  const years = (lines[0]?.points ?? []).map((point) => point.year);
  const chosen = planOf(results);
  const plan = lines[results.indexOf(chosen ?? first)];
  const far = fromFirst(lines);
  const { named, grey } = toldApart(lines, (line) => (line === plan ? Number.POSITIVE_INFINITY : far(line)));
  const name = groupTitle(first, pool);
  const said = chosen ? [first, chosen] : [first];
  const at = (result: Result) =>
    inDrawnSize(measure === "gap" ? statedGap(result, sure, { pool, year }) : result.at({ pool, measure, year }), say);
  const finding = findingOf(
    said.map((result) => ({ name: briefName(oneLine(result.title)), value: at(result) })),
    {
      ...{ name: shortName(name, size), measure, year, say },
      differs: results.some((result) => say.text(at(result)) !== say.text(at(first))),
    },
  );
  const dates = years[0] === first.base ? "at" : "in years that end at";
  const subtitle = [
    `${say.name} in ${say.unit}, ${dates} ${first.referenceDate}` +
      `${measure === "gap" ? ": above zero short of staff, below zero more than needed" : ""}.`,
    ...(measure === "gap" ? twoBases(said, sure, { pool, year }) : []),
    ...greyWords(grey, "scenarios"),
  ].join(" ");
  const told = milestones(years).map(
    (one) => `${one}: ${lines.map((line) => `${line.name} ${say.words(valueIn(line, one))}`).join("; ")}.`,
  );
  return lineChart({
    title: finding,
    subtitle,
    alt: `Line chart of scenarios. ${finding}. ${subtitle} ${told.join(" ")}`,
    source: sourceLine(first),
    table: {
      caption: `${name}: ${say.name.toLowerCase()} in ${say.unit}, by scenario`,
      columns: ["Year", ...lines.map((line) => line.name)],
      rows: years.map((one) => [String(one), ...lines.map((line) => say.text(valueIn(line, one)))]),
    },
    ...{ size, named, grey, style: againstFirst, firstBold: true, mayCut: measure !== "gap" },
    years: { first: years[0] ?? first.base, last: first.last },
    label: (line) => `${say.text(endOf(line))} ${line.name}`,
  });
}

/** A line a result, in the size that is drawn, and how to speak of the measure. */
function linesOf(
  results: readonly Result[],
  query: { pool: string; measure: Measure },
): { lines: ChartLine[]; say: MeasureWords } {
  const raw = results.map((result) => ({ name: oneLine(result.title), points: result.series(query) }));
  const say = measureWords(
    query.measure,
    raw.flatMap(({ points }) => points.map(({ value }) => value)),
    results[0]?.unit(query),
  );
  const scaled = (points: ChartLine["points"]) =>
    points.map(({ year, value }) => ({ year, value: inDrawnSize(value, say) }));
  return { lines: raw.map(({ name, points }) => ({ name, points: scaled(points) })), say };
}

/** What a board should take away: where the plan leads, beside what it is held against; never the scenario that happens to be extreme. */
function findingOf(
  [first, plan]: readonly { name: string; value: number | undefined }[],
  about: { name: string; measure: Measure; year: number; say: MeasureWords; differs: boolean },
): string {
  const { name, measure, year, say, differs } = about;
  if (first === undefined) return "Nothing to compare";
  // A shortage says by itself what it is of.
  const kind = measure === "gap" ? "" : `${say.name.toLowerCase()} `;
  const before = say.words(first.value);
  if (plan === undefined) return `${name}, ${first.name}: ${kind}${before} in ${year}`;
  if (!differs) return `${name}: no scenario differs from “${first.name}” in ${year}, ${before}`;
  const what = measure === "gap" ? `${name}: ` : `${name}, ${say.name.toLowerCase()}: `;
  if (say.text(plan.value) === say.text(first.value))
    return `${what}${before} in ${year}, with “${plan.name}” as with “${first.name}”`;
  return `${what}${say.words(plan.value)} in ${year} with “${plan.name}”, ${before} with “${first.name}”`;
}
