/** Folds that judge a fit: each fifth of the draws is predicted from the other four. */
const FOLDS = 5;
/** Pieces a line may be broken into; 0 is the mean, a line that does not depend on the share at all. */
const PIECES = [0, 1, 2, 4, 8, 16, 32];
/** Draws that a piece needs at least. */
const PER_PIECE = 12;

/**
 * What a value is on average where the share is so much: a continuous broken line over (0, 1) fitted by least squares, at
 * every draw. Among a level line and 1, 2, 4 … 32 equal pieces it takes the one that predicts draws it was not fitted to
 * best, so that a value which has nothing to do with the share mostly gets its mean.
 */
export function brokenLine(shares: Float64Array, values: Float64Array): Float64Array {
  const draws = shares.length;
  const fold = folds(shares);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const pieces of PIECES) {
    if (pieces * PER_PIECE > draws) break;
    let error = 0;
    for (let left = 0; left < FOLDS; left++) {
      const knots = fitted(shares, values, pieces, (d) => fold[d] !== left);
      for (let d = 0; d < draws; d++) if (fold[d] === left) error += (values[d]! - lineAt(knots, shares[d]!)) ** 2;
    }
    if (error < least) [best, least] = [pieces, error];
  }
  const knots = fitted(shares, values, best, () => true);
  return shares.map((share) => lineAt(knots, share));
}

/** The fold of each draw: in the order of their shares they go round, so that each fold covers all of (0, 1). */
function folds(shares: Float64Array): Uint8Array {
  const fold = new Uint8Array(shares.length);
  const order = Int32Array.from(shares, (_, d) => d).sort((a, b) => shares[a]! - shares[b]! || a - b);
  order.forEach((d, rank) => {
    fold[d] = rank % FOLDS;
  });
  return fold;
}

/** Heights at the ends of the pieces, by least squares over some of the draws; one height for a level line. */
function fitted(
  shares: Float64Array,
  values: Float64Array,
  pieces: number,
  among: (draw: number) => boolean,
): Float64Array {
  const diagonal = new Float64Array(pieces + 1);
  const beside = new Float64Array(pieces + 1);
  const height = new Float64Array(pieces + 1);
  for (let d = 0; d < shares.length; d++) {
    if (!among(d)) continue;
    const at = Math.max(0, Math.min(Math.floor(shares[d]! * pieces), pieces - 1));
    const right = shares[d]! * pieces - at;
    diagonal[at]! += (1 - right) ** 2;
    height[at]! += (1 - right) * values[d]!;
    if (pieces === 0) continue;
    diagonal[at + 1]! += right ** 2;
    beside[at]! += right * (1 - right);
    height[at + 1]! += right * values[d]!;
  }
  // The normal equations have three diagonals: eliminated downwards, solved upwards.
  for (let i = 1; i <= pieces; i++) {
    const factor = beside[i - 1]! / diagonal[i - 1]!;
    diagonal[i]! -= factor * beside[i - 1]!;
    height[i]! -= factor * height[i - 1]!;
  }
  for (let i = pieces; i >= 0; i--)
    height[i] = (height[i]! - (i < pieces ? beside[i]! * height[i + 1]! : 0)) / diagonal[i]!;
  return height;
}

/** The height of a broken line at a share. */
function lineAt(knots: Float64Array, share: number): number {
  const pieces = knots.length - 1;
  if (pieces === 0) return knots[0]!;
  const at = Math.min(Math.floor(share * pieces), pieces - 1);
  const right = share * pieces - at;
  return (1 - right) * knots[at]! + right * knots[at + 1]!;
}
