import seedrandom from "seedrandom";

/** Half the step between two numbers a stream can give. */
const HALF_STEP = 2 ** -54;

/**
 * Numbers above 0 and below 1 that depend on the seed, an id and the number of a block alone, so that other ids and
 * other blocks change nothing. The first one is thrown away: between keys that differ in one sign, alea's first numbers
 * are not quite independent.
 */
export function stream(seed: number | string, id: string, block = 0): () => number {
  const next = seedrandom.alea(`${seed}|${block}|${id}`);
  next.double();
  return () => next.double() || HALF_STEP;
}
