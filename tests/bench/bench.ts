import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ensemble, parseSystem, run, type System } from "cadre";
import { readScenario, readSystem, startWorkers } from "cadre/node";

import { Engine, ensembleEngine } from "../../packages/cadre/src/projection/engine.ts";
import { project } from "../../packages/cadre/src/projection/project.ts";
import { settled } from "../../packages/cadre/src/projection/settle.ts";
import { LANES, reference } from "./reference.ts";
import { resolvedDraws } from "./resolved-draws.ts";
import { responses } from "./responses.ts";
import { cellYearsOf, copied, SURE, until } from "./systems.ts";
import { interleaved, interleavedAsync, out, quantile, ratio } from "./timing.ts";

// Prints how long things take and what they are in proportion to each other; nothing is saved and nothing asserted.
// Ratios are of times taken in turn, so that they hold on a busy machine too.
const show = (what: string, times: readonly number[], cellYears: number, note = "") =>
  out(
    `  ${what.padEnd(44)} ${quantile(times, 0.5).toFixed(3).padStart(9)} ms ` +
      `(${quantile(times, 0.1).toFixed(3)} to ${quantile(times, 0.9).toFixed(3)})  ` +
      `${((quantile(times, 0.5) * 1e6) / cellYears).toFixed(2)} ns a cell-year  ${note}`,
  );

const employers = await readSystem("tests/fixtures/cumbria-employers.yaml");
const byRole = await readSystem("scenarios/cumbria/system.yaml");
const nothing = await readScenario("scenarios/cumbria/do-nothing.yaml");

kernel();
responses("Cumbria by employer", employers);
responses("Cumbria by role", byRole);
runs();
await draws("Cumbria by employer", employers, SURE);
await draws("Cumbria by role, with hiring, a market and courses", byRole, nothing);
await threads();
await growth();
memory();

/** The kernel against the same in C, and against itself. */
function kernel(): void {
  const resolved = settled(employers);
  const cellYears = cellYearsOf(employers);
  const [plain, fast] = [new Engine(resolved), ensembleEngine(resolved, [])];
  const [inC, twoLanes] = [reference(resolved, LANES.widest), reference(resolved, LANES.two)];
  out(`Kernel: ${employers.title}, ${cellYears} cell-years, hazards to coefficients once, 16 years`);
  const works = {
    fast: () => project(resolved, { keep: "totals", engine: fast }),
    again: () => project(resolved, { keep: "totals", engine: fast }),
    plain: () => project(resolved, { keep: "totals", engine: plain }),
    c: typeof inC === "string" ? () => undefined : inC.project,
    two: typeof twoLanes === "string" ? () => undefined : twoLanes.project,
  };
  const times = interleaved(works, 400);
  show("WebAssembly", times.fast, cellYears);
  show("JavaScript", times.plain, cellYears);
  out(`  WebAssembly against itself (null control)      ${ratio(times.again, times.fast).toFixed(2)}`);
  if (typeof inC === "string") out(`  No comparison with C: ${inC}.`);
  else if (typeof twoLanes === "string") out(`  No comparison with C of two lanes: ${twoLanes}.`);
  else {
    show("C, as wide as the processor (-march=native)", times.c, cellYears);
    show("C, two numbers at a time", times.two, cellYears);
    const { supply } = project(resolved).totals;
    const worst = Math.max(...supply.map((fte, i) => Math.abs(fte - inC.out[i]!) / Math.max(1, fte)));
    out(
      `  WebAssembly ÷ C of two lanes                   ${ratio(times.fast, times.two).toFixed(2)}   (target: at most 1.2)`,
    );
    out(
      `  WebAssembly ÷ the widest C                     ${ratio(times.fast, times.c).toFixed(2)}   (target: at most 2)`,
    );
    out(`  JavaScript ÷ the widest C                      ${ratio(times.plain, times.c).toFixed(2)}`);
    out(`  largest difference of supply between them      ${worst.toExponential(1)}`);
  }
  out();
}

function runs(): void {
  for (const [name, system] of [
    ["Cumbria by employer", employers],
    ["Cumbria by role", byRole],
  ] as const) {
    const changes = [{ parameter: "leaving.rate", multiply: 0.9, from: 2022, over: 3 }];
    const times = interleaved(
      {
        // A copy that is not frozen is a system never seen before: nothing is remembered of it.
        whole: () => run({ ...system }),
        again: () => run(system),
        changed: () => run(system, { changes }),
      },
      30,
    );
    out(`run: ${name}, ${Object.keys(system.pools).length} pools`);
    const cellYears = cellYearsOf(system);
    show("with the base year calibrated again", times.whole, cellYears);
    show("again, base year known", times.again, cellYears);
    show("again, with changes", times.changed, cellYears);
    out();
  }
  const text = readFileSync("tests/fixtures/cumbria-employers.yaml", "utf8");
  const reading = interleaved({ read: () => tryParse(text) }, 20);
  out(`Reading a system's text: ${quantile(reading.read, 0.5).toFixed(2)} ms`);
  out();
}

/** Draws, and what they cost beside the kernel that they run. */
async function draws(name: string, system: System, scenario: typeof SURE): Promise<void> {
  const given = resolvedDraws(system, scenario, 50);
  const engine = ensembleEngine(given[0]!, []);
  const cellYears = cellYearsOf(system);
  const DRAWS = 1000;
  const times = await interleavedAsync(
    {
      kernel: async () => {
        for (let d = 0; d < DRAWS; d++) project(given[d % given.length]!, { keep: "totals", engine });
      },
      gap: () => ensemble(system, scenario, { draws: DRAWS, measures: ["gap"] }),
      main: () => ensemble(system, scenario, { draws: DRAWS }),
    },
    9,
  );
  const noisy = await interleavedAsync(
    { noise: () => ensemble(system, scenario, { draws: 100, measures: ["gap"], noise: true }) },
    3,
  );
  out(`ensemble: ${name}, ${DRAWS} draws on one thread`);
  const each = (all: readonly number[], count = DRAWS) => all.map((time) => time / count);
  show("kernel alone, on the numbers of draws", each(times.kernel), cellYears);
  show(
    "a draw of the gap",
    each(times.gap),
    cellYears,
    `${(1000 / quantile(each(times.gap), 0.5)).toFixed(0)} a second`,
  );
  show("a draw of eleven measures", each(times.main), cellYears);
  show("a draw of the gap with careers by chance", each(noisy.noise, 100), cellYears);
  out(
    `  draws of the gap ÷ kernel                      ${ratio(times.gap, times.kernel).toFixed(2)}   (target: at most 1.15)`,
  );
  out(`  draws of eleven measures ÷ kernel              ${ratio(times.main, times.kernel).toFixed(2)}`);
  out();
}

/** One thread and two, beside what the machine gives to two that have nothing to do with each other. */
async function threads(): Promise<void> {
  const [one, other, two] = [startWorkers({ size: 1 }), startWorkers({ size: 1 }), startWorkers({ size: 2 })];
  const draws = 4000;
  const made = (workers: typeof one) => ensemble(byRole, nothing, { draws, measures: ["gap"], workers });
  const times = await interleavedAsync(
    {
      one: () => made(one),
      two: () => made(two),
      apart: () => Promise.all([made(one), made(other)]),
    },
    5,
  );
  await Promise.all([one.close(), other.close(), two.close()]);
  out(`Threads: ${draws} draws of Cumbria by role`);
  out(
    `  one ÷ two                                      ${ratio(times.one, times.two).toFixed(2)}   (target: at least 1.8)`,
  );
  out(`  two ensembles apart, one thread each (control) ${(2 * ratio(times.one, times.apart)).toFixed(2)}`);
  out();
}

/** Whether twice as much takes twice as long. */
async function growth(): Promise<void> {
  out("Growth: time in proportion to size, the smallest being 1 (linear: 1 throughout)");
  const pools = [1, 2, 4, 8].map((copies) => ({ size: copies, system: copied(employers, copies) }));
  const byPools = interleaved(Object.fromEntries(pools.map(({ size, system }) => [size, () => run(system)])), 12);
  fit("pools ×", byPools);
  const years = [2027, 2035, 2051].map((year) => ({ size: year - 2019, system: until(employers, year) }));
  const byYears = interleaved(Object.fromEntries(years.map(({ size, system }) => [size, () => run(system)])), 20);
  fit("years", byYears);
  const byDraws = await interleavedAsync(
    Object.fromEntries(
      [500, 1000, 2000, 4000].map((count) => [
        count,
        () => ensemble(employers, SURE, { draws: count, measures: ["gap"] }),
      ]),
    ),
    3,
  );
  fit("draws", byDraws);
  out();
}

function fit(what: string, times: Record<string, readonly number[]>): void {
  const sizes = Object.keys(times).map(Number);
  const medians = sizes.map((size) => quantile(times[size]!, 0.5));
  const each = medians.map((time, i) => time / sizes[i]! / (medians[0]! / sizes[0]!));
  const [x, y] = [sizes.map(Math.log), medians.map(Math.log)];
  const mean = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0) / of.length;
  const [mx, my] = [mean(x), mean(y)];
  const slope =
    x.reduce((sum, value, i) => sum + (value - mx) * (y[i]! - my), 0) /
    x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
  out(
    `  ${what.padEnd(8)} ${sizes.map((size, i) => `${size}: ${each[i]!.toFixed(2)}`).join("  ")}   exponent ${slope.toFixed(2)}`,
  );
}

/** Peak memory of whole processes, and of repeated runs in this one. */
function memory(): void {
  const peak = (count: number): number => {
    const file = fileURLToPath(new URL("memory.ts", import.meta.url));
    const done = spawnSync(process.execPath, ["--conditions=source", "--import", "tsx", file, String(count)], {
      encoding: "utf8",
    });
    return Number(done.stdout);
  };
  const [few, many] = [peak(1000), peak(100_000)];
  out("Memory");
  out(
    `  peak of 1,000 draws ${few.toFixed(0)} MB, of 100,000 ${many.toFixed(0)} MB: ${(many / few).toFixed(2)}   (target: at most 1.2)`,
  );
  const held = [1, 2, 3].map(() => {
    for (let i = 0; i < 100; i++) run(employers);
    globalThis.gc?.();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return (heapUsed + arrayBuffers) / 1e6;
  });
  out(`  held after 100, 200 and 300 more runs: ${held.map((size) => size.toFixed(1)).join(", ")} MB`);
}

function tryParse(yaml: string): void {
  try {
    parseSystem(yaml);
  } catch {
    // The tables are not given here; reading the text is what is timed.
  }
}
