import { basename, dirname, join } from "node:path";
import { CadreError, type Decomposition, decompose, type Result } from "cadre";
import { measureNamed } from "cadre/measures";
import { readSystemOrScenario } from "cadre/node";
import type { Command } from "commander";
import { decompositionText } from "../decomposition.ts";
import { type Drawing, drawnFiles } from "../files/drawings.ts";
import { DO_NOTHING } from "../files/find-scenarios.ts";
import { partsCsv } from "../files/parts-csv.ts";
import { runPlace } from "../files/place-scenarios.ts";
import { warningsOf } from "../files/remarks.ts";
import { madeBy } from "../files/run-record.ts";
import { writeRun } from "../files/write-run.ts";
import { planTables } from "../plan-tables.ts";
import type { Terminal } from "../terminal.ts";
import { wholeYear } from "../text/options.ts";

interface DecomposeOptions {
  readonly against: string;
  readonly pool: string;
  readonly measure: string;
  readonly year?: number;
  readonly out?: string;
  readonly json?: boolean;
}

export function addDecompose(command: Command, terminal: Terminal): void {
  command
    .argument("<scenario>", "a scenario file")
    .option("--against <id>", "the scenario to compare it with", DO_NOTHING)
    .option("--pool <id>", "a pool, sector:…, employer:… or level:…", "all")
    .option("--measure <name>", "a measure of the results", "gap")
    .option("--year <year>", "a calendar year in which a model year ends; the last one when left out", wholeYear)
    .option("--out <folder>", "write a table, charts and a page there")
    .option("--json", "print the answer as JSON")
    .action(async (file: string, options: DecomposeOptions) => {
      const { against, pool, year, out, json } = options;
      const measure = measureNamed(options.measure);
      const progress = terminal.progress ?? (() => {});
      try {
        const { scenario } = await readSystemOrScenario(file);
        if (!scenario) throw notAScenario(file);
        const folder = dirname(file);
        const id = basename(file).replace(/\.ya?ml$/, "");
        if (id === against) throw againstItself(file);
        const { results, inputs } = await runPlace(folder, [against, id], progress);
        const named = (wanted: string) => results.find((result) => result.id === wanted) as Result;
        const [before, after] = [named(against), named(id)];
        const count = after.data.resolved.scenario.interventions?.length ?? 0;
        progress(`Taking ${count} interventions apart; this runs the model many times …`);
        const found = decompose(before, after, { pool, measure, ...(year !== undefined && { year }) });
        const written = out === undefined ? [] : ["", `Written to ${out}: parts.csv, charts, run.json.`];
        if (out !== undefined) {
          const files = await filesOf(found, before, after);
          const words = { name: "decompose", path: file, after: wordsOf(options) };
          await writeRun(out, files, madeBy([before, after], { words, inputs, out }));
          written.push(`Open ${join(out, "report.html")} in a browser.`);
        }
        progress("");
        terminal.out(
          json
            ? JSON.stringify(found, null, 2)
            : [decompositionText(found, before, after), ...warningsOf([before, after]), ...written].join("\n"),
        );
      } finally {
        progress("");
      }
    });
}

async function filesOf(found: Decomposition, before: Result, after: Result): Promise<Map<string, string>> {
  const { driverWaterfall, gapWaterfall } = await import("@cadre/charts");
  const { pool, year, drivers } = found;
  const drawings: Drawing[] = [
    { name: "interventions", draw: (width) => gapWaterfall(found, { before, after, width }) },
    {
      name: `drivers-${before.id}`,
      draw: (width) => driverWaterfall(drivers.before, { result: before, pool, year, width }),
    },
    {
      name: `drivers-${after.id}`,
      draw: (width) => driverWaterfall(drivers.after, { result: after, pool, year, width }),
    },
  ];
  const { scenario, given } = after.data.resolved;
  const title = `${after.system.title}: ${after.title}`;
  const intro = `${scenario.question ? `${scenario.question} ` : ""}Compared with “${before.title}”. A positive gap is a shortage.`;
  const page = await drawnFiles([before, after], [...drawings, ...planTables(given, scenario)], { title, intro });
  return new Map([["parts.csv", partsCsv(found)], ...page]);
}

function wordsOf({ against, pool, measure, year }: DecomposeOptions): string[] {
  return [
    ...(against === DO_NOTHING ? [] : ["--against", against]),
    ...(pool === "all" ? [] : ["--pool", pool]),
    ...(measure === "gap" ? [] : ["--measure", measure]),
    ...(year === undefined ? [] : ["--year", String(year)]),
  ];
}

const againstItself = (file: string): CadreError =>
  new CadreError({
    code: "against-itself",
    message: "A scenario must be compared with another one.",
    value: file,
    rule: `It is compared with ${DO_NOTHING} unless --against names another.`,
    fix: "Name another scenario, or another to compare it with.",
  });

const notAScenario = (file: string): CadreError =>
  new CadreError({
    code: "not-a-scenario",
    message: "This is a system, not a scenario.",
    value: file,
    rule: "A scenario file names its system and says what is done.",
    fix: "Name a scenario file, such as those beside it.",
  });
