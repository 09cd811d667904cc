import { join } from "node:path";
import { effects, levyOf, type Result, resolvedRecord, run, type System } from "cadre";
import { readSystem } from "cadre/node";
import type { Command } from "commander";
import { assumptionsCsv } from "../files/assumptions-csv.ts";
import { chartFiles } from "../files/charts.ts";
import { levyCsv } from "../files/levy-csv.ts";
import { resultsCsv } from "../files/results-csv.ts";
import { runRecord } from "../files/run-record.ts";
import { writeFolder } from "../files/write-folder.ts";
import { gapTable } from "../summary.ts";
import type { Terminal } from "../terminal.ts";
import { wrapped } from "../text/columns.ts";

/** What `cadre run` can be told. */
interface RunOptions {
  readonly out: string;
  readonly charts: boolean;
  readonly stamp?: boolean;
}

export function addRun(program: Command, terminal: Terminal): void {
  program
    .command("run")
    .description("Projects a system and writes its results, records and charts into a folder.")
    .argument("<system>", "a system file, such as scenarios/cumbria/system.yaml")
    .requiredOption("--out <folder>", "where to write; files of an earlier run are replaced, others left alone")
    .option("--no-charts", "leave out charts/ and report.html")
    .option("--stamp", "add the time to run.json, which then differs from run to run")
    .action(async (file: string, options: RunOptions) => {
      const { result, outputs } = await runInto(file, options);
      terminal.out(summaryOf(result, options.out, outputs));
    });
}

/** Projects a system file and writes everything a run writes; nothing is written unless all of it has been made. */
export async function runInto(
  file: string,
  { out, charts, stamp }: RunOptions,
): Promise<{ system: System; result: Result; outputs: readonly string[] }> {
  const system = await readSystem(file);
  const result = run(system);
  const levy = levyOf(result);
  const files = new Map([
    ["results.csv", resultsCsv(result)],
    ["resolved.json", `${JSON.stringify(resolvedRecord(result))}\n`],
    ["assumptions.csv", assumptionsCsv(result.assumptions, effects(system))],
    ...(levy ? [["levy.csv", levyCsv(levy)] as const] : []),
    ...(charts ? await chartFiles(result) : []),
  ]);
  const outputs = [...files.keys(), "run.json"];
  const record = runRecord(system, result, { file, out, outputs, options: charts ? [] : ["--no-charts"] });
  const finished = stamp ? { finished: new Date().toISOString() } : {};
  files.set("run.json", `${JSON.stringify({ ...record, ...finished }, null, 2)}\n`);
  writeFolder(out, files);
  return { system, result, outputs };
}

function summaryOf(result: Result, out: string, outputs: readonly string[]): string {
  const last = result.years.at(-1) ?? result.base;
  const drawn = outputs.filter((name) => name.startsWith("charts/")).length;
  return [
    wrapped(`${result.system.title}, ${result.referenceDate} ${result.base} to ${last}. ${result.title}.`),
    "",
    gapTable(result),
    "",
    wrapped("A positive gap is a shortage. FTE: full-time equivalents. An employer stands for all its pools."),
    ...result.warnings.map((warning) => wrapped(`Warning: ${warning}`)),
    "",
    `Written to ${out}:`,
    "  results.csv      every measure, pool and year",
    "  assumptions.csv  every number and choice the run rests on",
    "  resolved.json    every number the engine used",
    ...(outputs.includes("levy.csv") ? ["  levy.csv         the levy account month by month"] : []),
    "  run.json         inputs, versions and the command that repeats it",
    ...(drawn > 0
      ? [`  charts/          ${drawn} pictures`, `Open ${join(out, "report.html")} in a browser to see them.`]
      : []),
  ].join("\n");
}
