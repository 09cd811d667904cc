import { stream } from "./streams.ts";

/** Draws that share a stream: few, so that a block of draws far down is reached without those before it. */
const BLOCK = 256;

/** Draws `from` to `to` of an id, each a function of the seed, the id and its own number alone. */
export function monteCarloColumn(seed: number | string, id: string, from: number, to: number): Float64Array {
  const column = new Float64Array(to - from);
  for (let block = Math.floor(from / BLOCK); block * BLOCK < to; block++) {
    const next = stream(seed, id, block);
    const end = Math.min(to, (block + 1) * BLOCK);
    for (let d = block * BLOCK; d < end; d++) {
      const share = next();
      if (d >= from) column[d - from] = share;
    }
  }
  return column;
}
