import { parseArgs } from "node:util";
import { Trial } from "./children.ts";
import { keep } from "./corpus.ts";
import { inputOf, originals } from "./inputs.ts";

// npm run fuzz -- --minutes 30 --seed 7: tries inputs and keeps those that fail in tests/fuzz/corpus.
const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "1" },
    seed: { type: "string", default: String(Date.now() % 1e6) },
    first: { type: "string", default: "0" },
    most: { type: "string", default: "Infinity" },
  },
});
const [minutes, seed, first, most] = [values.minutes, values.seed, values.first, values.most].map(Number) as [
  number,
  number,
  number,
  number,
];
if (!(minutes > 0 && Number.isInteger(seed) && Number.isInteger(first) && most > 0))
  throw new Error("Minutes above 0 and whole numbers: --minutes 30 --seed 7 --first 0 --most 100000");
const until = Date.now() + minutes * 60_000;
const from = originals();
let [tried, failed] = [0, 0];
await new Trial().faults(seed, first, (number, fault) => {
  tried += 1;
  if (fault !== undefined) {
    failed += 1;
    const input = inputOf(seed, number, from);
    process.stdout.write(`${keep(`${input.kind}-${seed}-${number}`, input)}: ${fault}\n`);
  }
  if (tried % 1000 === 0) process.stderr.write(`${tried} tried, ${failed} failed\n`);
  return tried < most && Date.now() < until;
});
process.stdout.write(`Seed ${seed}: ${tried} inputs tried, ${failed} failed.\n`);
process.exitCode = failed > 0 ? 1 : 0;
