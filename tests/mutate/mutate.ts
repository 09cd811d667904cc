import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { diceOf } from "../fuzz/mutate.ts";
import { type Mutant, mutantsOf, planted } from "./mutants.ts";

// npm run mutate -- packages/cadre/src/rates --count 20 --seed 1 --tests packages/cadre/src/rates,tests/laws: plants small
// faults one at a time and runs the tests, those beside the file first; prints which no test saw.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    tests: {
      type: "string",
      default: "packages/cadre/src,tests/laws,tests/recompute.test.ts,tests/scenario-answers.test.ts",
    },
  },
});
const [folder] = positionals;
if (!folder) throw new Error("Name a folder: npm run mutate -- packages/cadre/src/rates --count 20 --seed 1");
const dice = diceOf(Number(values.seed));

const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !/\.test(-data)?\.ts$/.test(name))
  .map((name) => join(folder, name));
const all = files.flatMap((file) => mutantsOf(readFileSync(file, "utf8")).map((mutant) => ({ file, mutant })));
const sample = all
  .map((one) => ({ one, place: dice(1e9) }))
  .sort((a, b) => a.place - b.place)
  .slice(0, Number(values.count))
  .map(({ one }) => one);

const workplace = mkdtempSync(join(tmpdir(), "cadre-mutate-"));
const text = join(workplace, "mutant.ts");

/** Whether some test fails with a fault planted. */
function seen(file: string, mutant: Mutant, tests: readonly string[]): boolean {
  writeFileSync(text, planted(readFileSync(file, "utf8"), mutant));
  const { status } = spawnSync(
    "npx",
    ["vitest", "run", "--config", "tests/mutate/vitest.config.ts", "--bail=1", "--passWithNoTests", ...tests],
    { env: { ...process.env, MUTATED_FILE: resolve(file), MUTATED_TEXT: text }, encoding: "utf8", timeout: 600_000 },
  );
  return status !== 0;
}

let missed = 0;
try {
  for (const { file, mutant } of sample) {
    const beside = file.slice(0, file.lastIndexOf("/"));
    const found = [[beside], values.tests.split(",")].some((tests) => seen(file, mutant, tests));
    if (found) continue;
    missed += 1;
    process.stdout.write(`${file}:${mutant.line}: ${mutant.was} → ${mutant.is}\n`);
  }
} finally {
  rmSync(workplace, { recursive: true });
}
process.stdout.write(
  `${folder}, seed ${values.seed}: ${sample.length} of ${all.length} faults tried, ${sample.length - missed} found, ${missed} missed (some of them may change nothing).\n`,
);
