import { CadreError } from "../error/cadre-error.ts";
import { JOE_KUO } from "./joe-kuo.ts";
import { stream } from "./streams.ts";

/** As many columns can be drawn from one Sobol sequence. */
export const SOBOL_DIMENSIONS = JOE_KUO.length;

const BITS = 32;

/**
 * Draws `from` to `to` of one dimension of a Sobol sequence, scrambled by a random lower triangular matrix and a random
 * digital shift (J. Matoušek, "On the L2-discrepancy for anchored boxes", Journal of Complexity 14, 1998), both a
 * function of the seed and the id. Scrambling keeps the net and makes every single draw uniform.
 */
export function sobolColumn(
  seed: number | string,
  id: string,
  dimension: number,
  from: number,
  to: number,
): Float64Array {
  if (dimension >= SOBOL_DIMENSIONS)
    throw new CadreError({
      code: "too-many-uncertain",
      message: `There are more uncertain numbers and groups than a Sobol sequence has dimensions here (${SOBOL_DIMENSIONS}).`,
      value: id,
      rule: "Each uncertain number and each group needs a dimension of its own, and Sobol indices need two.",
      fix: "Use sampling latin-hypercube or monte-carlo, or leave out numbers that screening found unimportant.",
    });
  const words = stream(seed, `${id}|scramble`);
  const word = (): number => (words() * 2 ** BITS) >>> 0;
  const directions = scrambled(directionNumbers(dimension), word);
  const shift = word();
  const column = new Float64Array(to - from);
  for (let d = from; d < to; d++) {
    let bits = shift;
    for (let rest = d, k = 0; rest > 0; rest = Math.floor(rest / 2), k++) if (rest % 2) bits ^= directions[k]!;
    column[d - from] = ((bits >>> 0) + 0.5) / 2 ** BITS;
  }
  return column;
}

/** Direction numbers as binary fractions of 32 bits: bit 31 is a half. */
export function directionNumbers(dimension: number): Uint32Array {
  const { polynomial, initial } = JOE_KUO[dimension]!;
  const directions = new Uint32Array(BITS);
  const degree = initial.length;
  for (let k = 0; k < BITS; k++) {
    if (dimension === 0) directions[k] = 2 ** (BITS - 1 - k);
    else if (k < degree) directions[k] = initial[k]! * 2 ** (BITS - 1 - k);
    else {
      let next = directions[k - degree]! ^ (directions[k - degree]! >>> degree);
      for (let i = 1; i < degree; i++) if ((polynomial >>> (degree - i)) & 1) next ^= directions[k - i]!;
      directions[k] = next;
    }
  }
  return directions;
}

/** Direction numbers times a random lower triangular matrix of bits with ones on its diagonal. */
function scrambled(directions: Uint32Array, word: () => number): Uint32Array {
  // Column j of the matrix: its own bit, and random ones of lower value.
  const columns = Uint32Array.from({ length: BITS }, (_, j) => (1 << j) | (word() & ((1 << j) - 1)));
  return directions.map((direction) => {
    let product = 0;
    for (let j = 0; j < BITS; j++) if ((direction >>> j) & 1) product ^= columns[j]!;
    return product;
  });
}
