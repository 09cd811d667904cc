import { join } from "node:path";
import { slug } from "@cadre/sources";
import { type Comparison, compare, type Ensemble, type Measure } from "cadre";
import { costOfGain, type GainCost } from "cadre/decide";
import { POOL_MEASURES } from "cadre/measures";
import { gapDrivers } from "cadre/results";
import type { Command } from "commander";
import { ASSUMED_PRICES, AssumedPrices } from "../assumed-prices.ts";
import { comparisonText } from "../comparison.ts";
import { drawnScenarios } from "../draws.ts";
import { comparisonCsv, comparisonRows } from "../files/comparison-csv.ts";
import { type Drawing, drawnFiles } from "../files/drawings.ts";
import { placeFolder } from "../files/find-scenarios.ts";
import { observedCsv } from "../files/observed-csv.ts";
import { type PlaceRuns, runPlace } from "../files/place-scenarios.ts";
import { tellBroken, warningsOf } from "../files/remarks.ts";
import { addFormatOption, type Format, formatWords, resultsFile } from "../files/results-file.ts";
import { madeBy } from "../files/run-record.ts";
import { writeRun } from "../files/write-run.ts";
import { gainText, pricedRuns } from "../gain-text.ts";
import { type HeldAgainst, heldAgainst, observedTable, observedText } from "../observed.ts";
import type { Outcome } from "../outcome.ts";
import { planTables } from "../plan-tables.ts";
import type { Terminal } from "../terminal.ts";
import { wrappedText } from "../text/columns.ts";
import { count, wholeYear } from "../text/options.ts";

/** Scenarios beyond these get no chart of their difference; their files would be too many to look at. */
const MOST_DIFFERENCES = 6;

interface CompareOptions {
  readonly pool: string;
  readonly year?: number;
  readonly out?: string;
  readonly draws?: number;
  readonly assumedPrices?: boolean;
  readonly format?: Format;
  readonly json?: boolean;
}

export function addCompare(command: Command, terminal: Terminal, outcome: Outcome): void {
  addFormatOption(command)
    .argument("<place>", "a folder with scenarios, or the name of one below scenarios/")
    .argument("[ids...]", "scenarios by id; all of the folder when left out")
    .option("--pool <id>", "a pool, sector:…, employer:… or level:…", "all")
    .option("--year <year>", "one year instead of the milestones", wholeYear)
    .option("--out <folder>", "write tables, charts and a page there")
    .option(
      "--draws <number>",
      "draws for how sure each difference is, and for the interval of observed figures",
      count,
    )
    .option("--assumed-prices", ASSUMED_PRICES)
    .option("--json", "print the answer as JSON")
    .action(async (place: string, ids: string[], options: CompareOptions) => {
      const { pool, year, out, draws = 0, json } = options;
      const progress = terminal.progress ?? (() => {});
      try {
        const folder = placeFolder(place);
        const prices = new AssumedPrices(options.assumedPrices);
        const runs = await runPlace(folder, ids, progress, prices.ready);
        const comparison = compare(runs.results);
        const scenarios = runs.results.map(({ data }) => data.resolved.scenario);
        const sure = await drawnScenarios(runs.system, scenarios, { draws }, POOL_MEASURES, progress);
        const gains = await gainsOf(runs, { pool, year, draws }, progress);
        const observed = await heldAgainst(runs.file, runs.results, sure);
        const text = comparisonText(comparison, { pool, sure, ...(year !== undefined && { years: [year] }) });
        const rows = observed?.rows ?? [];
        const files = out === undefined ? undefined : await filesOf(comparison, { rows, sure }, options, progress);
        if (out !== undefined && files) {
          const inputs = observed ? [...runs.inputs, observed.input] : runs.inputs;
          const words = { name: "compare", path: folder, file: runs.file, before: ids, after: wordsOf(options) };
          await writeRun(out, files, madeBy(runs.results, { words, inputs, out, draws }));
        }
        progress("");
        if (json) terminal.out(JSON.stringify({ ...answerOf(comparison, pool, year, rows), gains }, null, 2));
        else {
          for (const note of observed?.notes ?? []) terminal.out(wrappedText(`Note: ${note}`));
          const written = out === undefined ? [] : writtenText(out, [...(files?.keys() ?? [])][0] ?? "");
          const said = [...warningsOf(runs.results), ...countedText(comparison, rows), ...written];
          const costs = gainText(gains, year ?? runs.results[0].last);
          terminal.out([text, ...(costs.length > 0 ? ["", ...costs] : []), ...prices.words(), ...said].join("\n"));
        }
        tellBroken(runs.broken, terminal, outcome);
      } finally {
        progress("");
      }
    });
}

/** What each of those costs whom scenarios with prices gain beside the first one. */
async function gainsOf(
  { system, results }: PlaceRuns,
  { pool, year, draws }: { pool: string; year: number | undefined; draws: number },
  progress: (text: string) => void,
): Promise<GainCost[]> {
  const priced = pricedRuns(results);
  if (priced.length < 2) return [];
  const scenarios = priced.map(({ id, data }) => ({ ...data.resolved.scenario, id }));
  return costOfGain(system, scenarios, {
    ...{ pool, draws, ...(year !== undefined && { by: year }) },
    progress: (done, all) => progress(`What a gain costs: ${done} of ${all} draws …`),
  });
}

async function filesOf(
  comparison: Comparison,
  { rows: observed, sure }: { rows: readonly HeldAgainst[]; sure: readonly Ensemble[] | undefined },
  { pool, year, format }: CompareOptions,
  progress: (text: string) => void,
): Promise<Map<string, string | Uint8Array>> {
  progress("Drawing …");
  const { boardTable, driverWaterfall, planLessNothing, scenariosSideBySide } = await import("@cadre/charts");
  const { results } = comparison;
  const [first] = results;
  const last = year ?? first.last;
  const sideBySide = (name: string, measure: Measure): Drawing => ({
    name,
    draw: (width) => scenariosSideBySide(results, { pool, measure, year: last, width }),
  });
  const costs = results.some((result) => result.series({ pool, measure: "cost.total" }).some(({ value }) => value > 0));
  const gap = sideBySide("scenarios-gap", "gap");
  const differences = results.slice(1, 1 + MOST_DIFFERENCES).map((plan, i): Drawing => {
    const [before, after] = [sure?.[0], sure?.[i + 1]];
    const draws = before && after && { sure: [before, after] as const };
    return {
      name: `what-${slug(plan.id)}-changes`,
      draw: (width) => planLessNothing({ before: first, plan, pool, year: last, width, ...draws }),
    };
  });
  const others: Drawing[] = [
    ...differences,
    sideBySide("scenarios-supply", "supply"),
    ...(costs ? [sideBySide("scenarios-cost", "cost.total")] : []),
    {
      name: "gap-drivers",
      draw: (width) =>
        driverWaterfall(gapDrivers(first, { pool, year: last }), { result: first, pool, year: last, width }),
    },
  ];
  const board = { title: "The scenarios on one page", table: boardTable(comparison, { pool, year: last }) };
  const parts = [
    board,
    gap,
    ...(observed.length > 0 ? [observedTable(observed)] : []),
    ...others,
    ...results.flatMap(({ data: { resolved } }) =>
      planTables(resolved.given, resolved.scenario, resolved.scenario.question),
    ),
  ];
  const intro = `${results.length} scenarios, ${first.referenceDate} ${first.base} to ${first.last}. A positive gap is a shortage.`;
  const drawn = await drawnFiles(results, parts, { title: first.system.title, intro });
  return new Map<string, string | Uint8Array>([
    await resultsFile([comparison], format),
    ["comparison.csv", comparisonCsv(comparison, pool)],
    ...(observed.length > 0 ? [["observed-against.csv", observedCsv(observed)] as const] : []),
    ...drawn,
  ]);
}

/** Figures counted since, scenario by scenario. */
function countedText({ results }: Comparison, rows: readonly HeldAgainst[]): string[] {
  return results.flatMap(({ id, title }) => {
    const own = rows.filter(({ scenario }) => scenario === id);
    return own.length === 0 ? [] : ["", `Counted since, against “${title}”`, observedText(own)];
  });
}

/** What `--json` prints: the rows of `comparison.csv`, of one year when it is named. */
function answerOf(comparison: Comparison, pool: string, only: number | undefined, observed: readonly HeldAgainst[]) {
  const rows = comparisonRows(comparison, pool).filter(({ year }) => only === undefined || year === only);
  const warnings = [...new Set(comparison.results.flatMap((result) => result.warnings))];
  return { rows, ...(observed.length > 0 && { observed }), warnings };
}

function writtenText(out: string, results: string): string[] {
  return [
    "",
    wrappedText(`Written to ${out}: ${results}, comparison.csv, charts, run.json.`),
    `Open ${join(out, "report.html")} in a browser.`,
  ];
}

function wordsOf({ pool, year, draws, format, assumedPrices }: CompareOptions): string[] {
  return [
    ...(assumedPrices ? ["--assumed-prices"] : []),
    ...(pool === "all" ? [] : ["--pool", pool]),
    ...(year === undefined ? [] : ["--year", String(year)]),
    ...(draws === undefined ? [] : ["--draws", String(draws)]),
    ...formatWords(format),
  ];
}
