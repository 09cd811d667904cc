const ROUNDS = 8;

/**
 * A shuffle of 0 … n−1 that tells the place of any one without the others: a Feistel network over the next even power of
 * two, walked until it lands inside (J. Black and P. Rogaway, "Ciphers with arbitrary finite domains", CT-RSA 2002). `next`
 * gives the keys.
 */
export function permutation(n: number, next: () => number): (i: number) => number {
  const half = Math.max(1, Math.ceil(Math.log2(n) / 2));
  const mask = 2 ** half - 1;
  const keys = Uint32Array.from({ length: ROUNDS }, () => next() * 2 ** 32);
  return (i) => {
    let at = i;
    do {
      let left = Math.floor(at / (mask + 1));
      let right = at & mask;
      for (let r = 0; r < ROUNDS; r++) {
        const stirred = left ^ (mix(right ^ keys[r]!) & mask);
        left = right;
        right = stirred;
      }
      at = left * (mask + 1) + right;
    } while (at >= n);
    return at;
  };
}

/** Stirs 32 bits: the finish of MurmurHash3 (Austin Appleby, public domain). */
function mix(bits: number): number {
  let stirred = bits;
  stirred = Math.imul(stirred ^ (stirred >>> 16), 0x85ebca6b);
  stirred = Math.imul(stirred ^ (stirred >>> 13), 0xc2b2ae35);
  return stirred ^ (stirred >>> 16);
}
