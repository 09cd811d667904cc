import { join } from "node:path";
import { type Ensemble, type InputEffect, type Result, run, type System } from "cadre";
import { POOL_MEASURES } from "cadre/measures";
import { inputEffectsInThread, readSystemOrScenario } from "cadre/node";
import { givenRecord, levyOf, resolvedRecord } from "cadre/results";
import { adjustmentEffects } from "cadre/scenarios";
import type { Command } from "commander";
import { addDrawOptions, type DrawOptions, drawnScenarios, drawWords, spreadText } from "../draws.ts";
import { assumptionsCsv } from "../files/assumptions-csv.ts";
import { changesCsv } from "../files/changes-csv.ts";
import { chartFiles } from "../files/charts.ts";
import { levyCsv } from "../files/levy-csv.ts";
import { observedCsv } from "../files/observed-csv.ts";
import { warningsOf } from "../files/remarks.ts";
import { addFormatOption, type Format, formatWords, resultsFile } from "../files/results-file.ts";
import { madeBy } from "../files/run-record.ts";
import { writeRun } from "../files/write-run.ts";
import { type HeldAgainst, heldAgainst, observedTable, observedText } from "../observed.ts";
import { planText } from "../plan.ts";
import { planTables } from "../plan-tables.ts";
import { balanceRows, extrasTable, gapTable } from "../summary.ts";
import type { Terminal } from "../terminal.ts";
import { wrappedText } from "../text/columns.ts";

/** What `cadre run` can be told. */
interface RunOptions extends DrawOptions {
  readonly out: string;
  readonly charts: boolean;
  readonly effects: boolean;
  readonly stamp?: boolean;
  readonly format?: Format;
  readonly json?: boolean;
}

export function addRun(command: Command, terminal: Terminal): void {
  command
    .argument("<file>", "a system or scenario file, such as scenarios/cumbria/system.yaml")
    .requiredOption("--out <folder>", "where to write; files of an earlier run are replaced, others left alone")
    .option("--no-charts", "leave out charts/ and report.html")
    .option("--no-effects", "leave out what each input does to the gap, which takes longest")
    .option("--json", "print the answer as JSON")
    .option("--stamp", "add the time to run.json, which then differs from run to run");
  addFormatOption(addDrawOptions(command)).action(async (file: string, options: RunOptions) => {
    const { result, outputs, observed, notes, sure } = await runInto(file, options, terminal.progress);
    if (options.json) return terminal.out(JSON.stringify(answerOf(result, outputs, sure), null, 2));
    terminal.out(summaryOf(result, options.out, outputs, observed, sure));
    for (const note of notes) terminal.out(wrappedText(`Note: ${note}`));
  });
}

/** What `--json` prints: the balance of every employer and of all, with its range where there are draws; and the files. */
function answerOf(result: Result, outputs: readonly string[], sure: Ensemble | undefined) {
  const { id, base, last, warnings } = result;
  return {
    system: result.system.id,
    scenario: id,
    base,
    last,
    rows: balanceRows(result, sure),
    warnings,
    files: outputs,
  };
}

/** Projects a system or scenario file and writes everything a run writes; nothing unless all of it has been made. */
export async function runInto(
  file: string,
  { out, charts, effects: tried, stamp, format, ...draw }: RunOptions,
  progress: (text: string) => void = () => {},
): Promise<Written> {
  const { system, scenario, inputs } = await readSystemOrScenario(file);
  const result = run(system, scenario);
  // Goes on beside all that follows; its fault is told where its answer is awaited.
  const trying: Promise<InputEffect[]> = tried ? inputEffectsInThread(system, scenario) : Promise.resolve([]);
  trying.catch(() => undefined);
  const levy = levyOf(result);
  let counted: readonly HeldAgainst[] = [];
  let notes: readonly string[] = [];
  let sure: Ensemble | undefined;
  const files = new Map<string, string | Uint8Array>([
    await resultsFile([result], format),
    ["given.json", `${JSON.stringify(givenRecord(result))}\n`],
    ["resolved.json", `${JSON.stringify(resolvedRecord(result))}\n`],
    ...(scenario ? [["changes.csv", changesCsv(system, scenario)] as const] : []),
    ...(levy ? [["levy.csv", levyCsv(levy)] as const] : []),
  ]);
  try {
    const draws = await drawnScenarios(system, [scenario ?? {}], draw, POOL_MEASURES, progress);
    sure = draws?.[0];
    if (draws) files.set(...(await resultsFile(draws, format)));
    const observed = await heldAgainst(scenario?.system ?? file, [result], draws);
    if (observed) {
      counted = observed.rows;
      notes = observed.notes;
      inputs.push(observed.input);
      files.set("observed-against.csv", observedCsv(counted));
    }
    if (charts) progress("Drawing …");
    const tables = [
      ...(scenario ? planTables(system, scenario) : []),
      ...(counted.length > 0 ? [observedTable(counted)] : []),
    ];
    const pictures = charts ? await chartFiles(result, tables, sure) : new Map<string, string>();
    if (tried) progress(`Trying out what each of ${result.assumptions.length} inputs does to the gap …`);
    const judged = scenario ? adjustmentEffects(system, scenario) : [];
    files.set("assumptions.csv", assumptionsCsv(result.assumptions, await trying, judged));
    for (const [name, text] of pictures) files.set(name, text);
  } finally {
    progress("");
  }
  const words = {
    name: "run",
    path: file,
    after: [
      ...(charts ? [] : ["--no-charts"]),
      ...(tried ? [] : ["--no-effects"]),
      ...formatWords(format),
      ...drawWords(draw),
    ],
  };
  const { draws = 0, seed } = draw;
  const made = madeBy([result], { words, inputs, out, draws, ...(seed !== undefined && { seed }) });
  const outputs = await writeRun(out, files, made, { stamp: stamp === true });
  return { system, result, outputs, observed: counted, notes, sure };
}

/** What a run came to, and the files it wrote. */
interface Written {
  readonly system: System;
  readonly result: Result;
  readonly outputs: readonly string[];
  readonly observed: readonly HeldAgainst[];
  /** Words of the table of observed figures that a later version will not know. */
  readonly notes: readonly string[];
  readonly sure: Ensemble | undefined;
}

function summaryOf(
  result: Result,
  out: string,
  outputs: readonly string[],
  observed: readonly HeldAgainst[],
  sure: Ensemble | undefined,
): string {
  const last = result.last;
  const extras = extrasTable(result);
  const { scenario } = result.data.resolved;
  const plan = scenario.file === undefined ? "" : planText(scenario);
  const drawn = outputs.filter((name) => name.startsWith("charts/")).length;
  return [
    wrappedText(`${result.system.title}, ${result.referenceDate} ${result.base} to ${last}. ${result.title}.`),
    "",
    ...(plan === "" ? [] : [plan, ""]),
    gapTable(result),
    "",
    ...(sure ? [spreadText(sure), ""] : []),
    ...(extras === "" ? [] : ["Training, hiring and agency staff, all pools", extras, ""]),
    ...(observed.length === 0 ? [] : ["Counted since", observedText(observed), ""]),
    wrappedText("A positive gap is a shortage. FTE: full-time equivalents. An employer stands for all its pools."),
    ...warningsOf([result]),
    "",
    `Written to ${out}:`,
    `  ${outputs[0]!.padEnd(15)}  ${sure ? "every measure of staff, pool and year: mean, p10, p50 and p90" : "every measure, pool and year"}`,
    "  assumptions.csv  every number and choice the run depends on",
    "  given.json       what the files say, before anything is worked out",
    "  resolved.json    every number the engine used",
    ...(outputs.includes("changes.csv") ? ["  changes.csv      every change of the scenario and its evidence"] : []),
    ...(outputs.includes("observed-against.csv") ? ["  observed-against.csv  later figures, compared with these"] : []),
    ...(outputs.includes("levy.csv") ? ["  levy.csv         the levy account month by month"] : []),
    "  inputs/          copies of the files it was made from",
    "  run.json         fingerprints, versions and the command that repeats it",
    ...(drawn > 0
      ? [`  charts/          ${drawn} pictures`, `Open ${join(out, "report.html")} in a browser to see them.`]
      : []),
  ].join("\n");
}
