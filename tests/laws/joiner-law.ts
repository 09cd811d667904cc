import { CadreError, type Result, run } from "cadre";
import fc from "fast-check";
import { test } from "vitest";
import { read, type SystemFile } from "./arbitrary-joiners.ts";
import { filesWithMore } from "./arbitrary-more.ts";

/** Generated numbers may contradict each other, which is an error by design and says nothing about the laws. */
export function tryRun(file: SystemFile): Result {
  const system = read(file);
  try {
    return run(system);
  } catch (error) {
    fc.pre(!(error instanceof CadreError && error.code === "retirement-above-rate"));
    throw error;
  }
}

/** A law of systems with joiners, tried on many of them. */
export function law(says: string, holds: (file: SystemFile) => void, numRuns = 60): void {
  test(says, () => fc.assert(fc.property(filesWithMore, holds), { numRuns, seed: 20190331 }), 60_000);
}

/** The file with every labour market so large that nobody lacks recruits. */
export const ample = (file: SystemFile): SystemFile => ({
  ...file,
  labourMarkets: Object.fromEntries(
    Object.entries(file.labourMarkets).map(([id, market]) => [id, { ...market, capacity: 1e9 }]),
  ),
});

/** Adds up. */
export const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};
