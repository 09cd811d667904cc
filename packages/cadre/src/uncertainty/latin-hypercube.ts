import { monteCarloColumn } from "./monte-carlo.ts";
import { permutation } from "./permutation.ts";
import { stream } from "./streams.ts";

/** The largest number below 1. */
const BELOW_ONE = 1 - 2 ** -53;

/**
 * Draws `from` to `to` of `draws` of a Latin hypercube (McKay, Beckman and Conover, Technometrics 21, 1979): (0, 1) is cut
 * into as many strata as there are draws, and each stratum holds exactly one, somewhere in it. The order of the strata
 * depends on the seed, the id and the number of draws.
 */
export function latinHypercubeColumn(
  seed: number | string,
  id: string,
  draws: number,
  from: number,
  to: number,
): Float64Array {
  const stratum = permutation(draws, stream(seed, `${id}|strata|${draws}`));
  return monteCarloColumn(seed, id, from, to).map((within, i) =>
    Math.min((stratum(from + i) + within) / draws, BELOW_ONE),
  );
}
