import seedrandom from "seedrandom";

/** Half the step between two numbers a stream can give. */
const HALF_STEP = 2 ** -54;

/**
 * Numbers above 0 and below 1 that depend on the seed, an id and the number of a block alone, so that other ids and
 * other blocks change nothing. The first one is thrown away: between keys that differ in one sign, alea's first numbers
 * are not quite independent.
 */
export function stream(seed: number | string, id: string, block = 0): () => number {
  const { s0, s1, s2, c } = seedrandom.alea(`${seed}|${block}|${id}`, { state: true }).state();
  const state = Float64Array.of(s0, s1, s2, c);
  double(state);
  return () => double(state) || HALF_STEP;
}

/**
 * Two numbers of Baagøe's Alea as one with all 53 digits, as seedrandom's `double` makes it. The state is in an array,
 * because careers by chance ask for a hundred thousand numbers a draw, which cost a tenth less so.
 */
function double(state: Float64Array): number {
  const first = MULTIPLIER * state[0]! + state[3]! * STEP;
  const carried = first | 0;
  const high = first - carried;
  const second = MULTIPLIER * state[1]! + carried * STEP;
  state[3] = second | 0;
  state[0] = state[2]!;
  state[1] = high;
  state[2] = second - state[3]!;
  return high + ((state[2]! * 2 ** 21) | 0) * 2 ** -53;
}

const MULTIPLIER = 2091639;
/** Seedrandom has it to 17 digits, which is 2⁻³² to the last bit. */
const STEP = 2 ** -32;
