// Works runs out again in Python, from what their files say and by the method pages alone, and compares every number.
//
//   npm run recompute -- out/cumbria            a folder that `cadre run` wrote
//   npm run recompute -- --places               the six places, doing nothing and with their plans
//   npm run recompute -- --generated 500        so many generated systems with plans
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CadreError, run } from "cadre";
import { readScenario, readSystem } from "cadre/node";
import { type Files, filesOf, recomputed } from "./behaviour.ts";
import { generatedCases } from "./generated.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    generated: { type: "string" },
    seed: { type: "string", default: "1" },
    places: { type: "boolean", default: false },
  },
});
/** So many systems go to one Python. */
const BATCH = 20;
const tally = { runs: 0, refused: 0, bad: 0 };

function check(files: readonly Files[], quiet = false): void {
  if (files.length === 0) return;
  const { code, text } = recomputed(files);
  tally.runs += files.length;
  if (code !== 0) tally.bad++;
  const lines = text.trim().split("\n");
  for (const line of quiet && code === 0 ? [] : lines.filter((one) => !quiet || !one.endsWith(", 0 differ")))
    console.log(line);
}

async function places(folder: string): Promise<void> {
  const named = readdirSync("scenarios", { withFileTypes: true }).filter((one) => one.isDirectory());
  for (const { name } of named) {
    const system = await readSystem(`scenarios/${name}/system.yaml`);
    const plan = await readScenario(`scenarios/${name}/plan.yaml`);
    check([filesOf(run(system), folder, name), filesOf(run(system, plan), folder, `${name} plan`)]);
  }
}

function generated(folder: string, count: number): void {
  let files: Files[] = [];
  generatedCases(count, Number(values.seed)).forEach((read, n) => {
    try {
      const { system, scenario } = read();
      files.push(filesOf(run(system, scenario), folder, `generated-${n}`));
    } catch (error) {
      // A drawn plan may contradict its system, for example when retirements exceed a rate.
      if (!(error instanceof CadreError)) throw error;
      tally.refused++;
    }
    if (files.length < BATCH) return;
    check(files, true);
    files = [];
  });
  check(files, true);
}

const folder = mkdtempSync(join(tmpdir(), "cadre-recompute-"));
try {
  check(positionals.map((out) => ({ given: join(out, "given.json"), results: join(out, "results.csv") })));
  if (values.places) await places(folder);
  if (values.generated) generated(folder, Number(values.generated));
  const refused = tally.refused > 0 ? ` ${tally.refused} drawn plans contradict their system and have no run.` : "";
  console.log(
    `${tally.runs} runs made again; ${tally.bad === 0 ? "every number agrees to 1e-9" : "some differ"}.${refused}`,
  );
  process.exitCode = tally.runs === 0 || tally.bad > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}
