import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compiledKernel, inAssemblyScript } from "../../wasm/compile.ts";
import { readLoops } from "../../wasm/loop-source.ts";
import { fastKernel } from "./fast-kernel.ts";
import type { Kernel } from "./kernel.ts";
import { equalParts } from "./parts.ts";
import { plainKernel } from "./plain-kernel.ts";

/** Numbers that look random and are the same every time, some of them zero. */
function numbers(length: number, seed: number, scale = 1): Float64Array {
  let state = seed * 7919 + 17;
  return Float64Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    return state % 11 === 0 ? 0 : (state / 2147483647) * scale;
  });
}

/** Everything that a kernel does, on the same numbers. */
function everything(kernel: Kernel, sexes: number, ages: number, tenures: number, pools: number): Float64Array[] {
  const entries = sexes * ages;
  const cells = entries * tenures;
  const array = (length: number, seed: number, scale?: number) => {
    const made = kernel.array(length);
    made.set(numbers(length, seed, scale));
    return made;
  };
  const all = pools * cells;
  const hazard = array(all, 1, 3);
  const [stay, lived, joinedLived] = [array(all, 2), array(all, 3), array(all, 4)];
  kernel.decay(hazard, 0.25, stay, lived, joinedLived);
  const heads = array(all, 5, 50);
  const years = array(all, 6, 50);
  const joiners = array(pools * entries, 7, 10);
  const [joinerStay, joinerLived] = [array(pools * entries, 8), array(pools * entries, 9)];
  kernel.close(stay, lived, heads, years, true);
  kernel.join(joiners, joinerStay, joinerLived, heads, years, tenures);
  kernel.close(stay, lived, heads, years, false);
  const headsOf = equalParts(heads, pools);
  const joinersOf = equalParts(joiners, pools);
  const perHead = array(cells, 10);
  const last = pools - 1;
  kernel.multiply(equalParts(hazard, pools)[last]!, equalParts(lived, pools)[last]!, perHead);
  kernel.add(equalParts(lived, pools)[0]!, perHead);
  kernel.move(perHead, headsOf[last]!, joinersOf[0]!, tenures);
  kernel.less(array(entries, 11), joinersOf[0]!, joinersOf[last]!);
  kernel.addTimes(array(entries, 12), 1.37, joinersOf[0]!);
  kernel.times(array(entries, 13), 0.83, joinersOf[last]!);
  const [sums, fullTime] = [array(pools, 13), array(pools, 18)];
  const found: number[] = [kernel.dot(headsOf[last]!, perHead)];
  kernel.leave(years, hazard, pools, sums);
  found.push(...sums);
  kernel.count(heads, joinerStay, tenures, pools, sums, fullTime);
  found.push(...sums, ...fullTime);
  kernel.total(joiners, pools, sums);
  found.push(...sums);
  const [free, byEntry, gone, lost] = [array(cells, 14), array(entries, 15), array(cells, 16), array(entries, 17)];
  found.push(
    kernel.spare(headsOf[0]!, equalParts(stay, pools)[0]!, equalParts(lived, pools)[0]!, gone, 0.95, free, byEntry),
  );
  kernel.lost(perHead, free, equalParts(joinedLived, pools)[0]!, lost);
  kernel.takeOut(
    free,
    equalParts(lived, pools)[0]!,
    equalParts(joinedLived, pools)[0]!,
    0.3,
    0.25,
    headsOf[0]!,
    equalParts(years, pools)[0]!,
  );
  kernel.ageOneYear(heads, ages, tenures);
  return [stay, lived, joinedLived, heads, years, joiners, perHead, Float64Array.from(found), free, byEntry, lost];
}

test.each([
  [2, 60, 4, 5],
  [1, 7, 4, 3],
  [1, 1, 1, 2],
  [2, 5, 3, 2],
  [1, 9, 1, 3],
  [1, 3, 2, 1],
])("both kernels do the same to the last bit: %i sexes, %i ages, %i tenures, %i pools", (...size) => {
  const plain = everything(plainKernel, ...size);
  const kernel = fastKernel(1e6);
  if (!kernel) return expect.fail("no WebAssembly");
  const fast = everything(kernel, ...size);
  plain.forEach((array, i) => {
    expect([...fast[i]!], `array ${i}`).toEqual([...array]);
  });
});

test("where the memory cannot be had there is no fast kernel, and no error", () => {
  // More than the 4 GB that one memory may grow to.
  expect(fastKernel(1e9)).toBeUndefined();
});

test("the code that is shipped is what its source compiles to (npm run kernel writes it again)", async () => {
  expect(readFileSync(new URL("kernel-code.ts", import.meta.url), "utf8")).toBe(await compiledKernel());
}, 60_000);

test("loops over places and sums of even and odd places take two numbers at a time", () => {
  const written = inAssemblyScript(readLoops());
  const scalar = written.split(/\n(?=export function|function)/).filter((loop) => !/v128|f64x2/.test(loop));
  expect(scalar.map((loop) => /function (\w+)/.exec(loop)?.[1]).filter(Boolean)).toEqual(SCALAR);
});

/** Loops that add up or write out of order, and one that calls another. */
const SCALAR = ["ageOneYear", "dot", "leave", "spare", "lost", "join"];

test("a loop that cannot be compiled is named with its place", () => {
  const file = join(mkdtempSync(join(tmpdir(), "cadre-loops-")), "loops.ts");
  writeFileSync(file, "export function half(a: Float64Array): void {\n  a.sort();\n}\n");
  expect(() => inAssemblyScript(readLoops(file))).toThrow(
    /loops\.ts:2:3: a\.sort\(\)\n {2}only fill\(0\) and copyWithin/,
  );
});
