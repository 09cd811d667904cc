import { readFileSync } from "node:fs";
import { parseSystem, run, type System } from "cadre";
import { readSystem } from "cadre/node";

/** Median and spread of a function's time in milliseconds, after warm-up. */
function time(work: () => unknown, rounds = 30): { median: number; low: number; high: number } {
  for (let i = 0; i < 8; i++) work();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))];
  return { median: at(0.5), low: at(0.1), high: at(0.9) };
}

const out = (line = "") => process.stdout.write(`${line}\n`);
const show = (what: string, { median, low, high }: ReturnType<typeof time>, note = "") =>
  out(`${what.padEnd(46)} ${median.toFixed(2).padStart(8)} ms  (${low.toFixed(2)} to ${high.toFixed(2)})  ${note}`);

/** Cell-years of a run: pools, sexes, ages, tenures and years multiplied. */
function cellYearsOf({ axes, calendar, pools }: System): number {
  const years = Number(calendar.until.slice(0, 4)) - Number(calendar.base.slice(0, 4));
  return Object.keys(pools).length * axes.sex.length * (axes.ageMax - axes.ageMin + 1) * axes.tenure * years;
}

const cumbria = await readSystem("tests/fixtures/cumbria-employers.yaml");
const byRole = await readSystem("scenarios/cumbria/system.yaml");
const text = readFileSync("tests/fixtures/cumbria-employers.yaml", "utf8");
const cellYears = cellYearsOf(cumbria);
const poolCount = Object.keys(cumbria.pools).length;

for (const [name, system] of [
  ["Cumbria by employer", cumbria],
  ["Cumbria by role, with hiring, a market and courses", byRole],
] as const) {
  const cells = cellYearsOf(system);
  out(`${name}: ${Object.keys(system.pools).length} pools, ${cells} cell-years`);
  const each = (median: number) => `${((median * 1e6) / cells).toFixed(0)} ns a cell-year`;
  // A copy that is not frozen is a system never seen before: nothing is remembered of it.
  const whole = time(() => run({ ...system }));
  show("run, with the base year calibrated anew", whole, each(whole.median));
  const again = time(() => run(system));
  show("run again, base year known", again, each(again.median));
  const changes = [{ parameter: "leaving.rate", multiply: 0.9, from: 2022, over: 3 }];
  show(
    "run again with changes",
    time(() => run(system, { changes })),
  );
  out();
}
show(
  "read the file's text (without its tables)",
  time(() => tryParse(text)),
);
out();

out("Growth, run with the base year known; time a cell-year, in proportion to one copy of Cumbria:");
const one = time(() => run(cumbria)).median / cellYears;
for (const copies of [2, 4, 8]) {
  const many = copied(cumbria, copies);
  const each = time(() => run(many), 10).median / (cellYears * copies);
  out(`  ${String(poolCount * copies).padStart(3)} pools: ${(each / one).toFixed(2)}`);
}
out();

out("Memory after repeated runs (heap and array buffers, after collection when node runs with --expose-gc):");
for (let block = 1; block <= 4; block++) {
  for (let i = 0; i < 100; i++) run(cumbria);
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  out(`  after ${block * 100} runs: ${((heapUsed + arrayBuffers) / 1e6).toFixed(1)} MB`);
}

function tryParse(yaml: string): void {
  try {
    parseSystem(yaml);
  } catch {
    // The tables are not given here; reading the text is what is timed.
  }
}

function copied(system: System, copies: number): System {
  const pools = Object.entries(system.pools).flatMap(([id, pool]) =>
    Array.from({ length: copies }, (_, i) => [`${id}-${i}`, pool] as const),
  );
  return Object.freeze({ ...system, pools: Object.fromEntries(pools), moves: [], demand: {} });
}
