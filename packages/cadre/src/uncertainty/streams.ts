import seedrandom from "seedrandom";

/**
 * Numbers between 0 and 1, one a draw: the number of a draw is a function of the seed, the uncertainty's id and the draw
 * alone, so that other uncertainties, scenarios and further draws change nothing.
 */
export function stream(seed: number | string, id: string): () => number {
  const next = seedrandom.alea(`${seed}|${id}`);
  return () => next.double();
}
