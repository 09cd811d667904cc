/** Prints a line. */
export const out = (line = ""): void => void process.stdout.write(`${line}\n`);

/** The value that a share of the values lie below. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

/** Milliseconds that each of some functions takes, called in turn so that whatever slows the machine slows all of them. */
export function interleaved<Name extends string>(
  works: Readonly<Record<Name, () => unknown>>,
  rounds: number,
  warmUp = Math.ceil(rounds / 4),
): Record<Name, number[]> {
  const { names, times } = noTimes(works);
  for (let round = -warmUp; round < rounds; round++)
    for (const name of names) {
      const work = works[name];
      const start = performance.now();
      work();
      if (round >= 0) times[name].push(performance.now() - start);
    }
  return times;
}

/** The same for functions that take their time in promises. */
export async function interleavedAsync<Name extends string>(
  works: Readonly<Record<Name, () => Promise<unknown>>>,
  rounds: number,
): Promise<Record<Name, number[]>> {
  const { names, times } = noTimes(works);
  for (let round = -1; round < rounds; round++)
    for (const name of names) {
      const work = works[name];
      const start = performance.now();
      await work();
      if (round >= 0) times[name].push(performance.now() - start);
    }
  return times;
}

/** The names of some functions, and an empty list of times for each. */
function noTimes<Name extends string>(works: Readonly<Record<Name, unknown>>) {
  const names = Object.keys(works) as Name[];
  return { names, times: Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]> };
}

/** Median of the ratios of two series that were taken in turn. */
export const ratio = (one: readonly number[], other: readonly number[]): number =>
  quantile(
    one.map((time, i) => time / other[i]!),
    0.5,
  );
