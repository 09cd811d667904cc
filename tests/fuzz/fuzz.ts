import { parseArgs } from "node:util";
import { Trial } from "./children.ts";
import { keep } from "./corpus.ts";
import { inputOf, originals } from "./inputs.ts";

// npm run fuzz -- --minutes 30 --seed 7: tries inputs and keeps those that fail in tests/fuzz/corpus.
const { values } = parseArgs({
  options: { minutes: { type: "string", default: "1" }, seed: { type: "string", default: String(Date.now() % 1e6) } },
});
const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
if (!(minutes > 0 && Number.isInteger(seed)))
  throw new Error("Minutes above 0 and a whole seed: --minutes 30 --seed 7");
const until = Date.now() + minutes * 60_000;
const [from, trial] = [originals(), new Trial()];
let [tried, failed] = [0, 0];
for (; Date.now() < until; tried++) {
  const input = inputOf(seed, tried, from);
  const fault = await trial.fault(input);
  if (fault === undefined) continue;
  failed += 1;
  process.stdout.write(`${keep(`${input.kind}-${seed}-${tried}`, input)}: ${fault}\n`);
}
trial.close();
process.stdout.write(`Seed ${seed}: ${tried} inputs tried, ${failed} failed.\n`);
process.exitCode = failed > 0 ? 1 : 0;
