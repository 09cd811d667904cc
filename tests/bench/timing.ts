/** Prints a line. */
export const out = (line = ""): void => void process.stdout.write(`${line}\n`);

/** The value that a share of the values lie below. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

/** Milliseconds that each of some functions takes, called in turn so that whatever slows the machine slows all of them. */
export function interleaved(
  works: Readonly<Record<string, () => unknown>>,
  rounds: number,
  warmUp = Math.ceil(rounds / 4),
): Record<string, number[]> {
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round++)
    for (const [name, work] of Object.entries(works)) {
      const start = performance.now();
      work();
      if (round >= 0) times[name]!.push(performance.now() - start);
    }
  return times;
}

/** The same for functions that take their time in promises. */
export async function interleavedAsync(
  works: Readonly<Record<string, () => Promise<unknown>>>,
  rounds: number,
): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
  for (let round = -1; round < rounds; round++)
    for (const [name, work] of Object.entries(works)) {
      const start = performance.now();
      await work();
      if (round >= 0) times[name]!.push(performance.now() - start);
    }
  return times;
}

/** Median of the ratios of two series that were taken in turn. */
export const ratio = (one: readonly number[], other: readonly number[]): number =>
  quantile(
    one.map((time, i) => time / other[i]!),
    0.5,
  );
