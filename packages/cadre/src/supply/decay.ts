/** Hazard times step length below which the series needs few terms. */
const SMALL = 0.125;

/**
 * What a step does to those who are in a cell at its start and to those who join evenly over it, for each hazard times
 * step length `u = h·Δ ≥ 0` of `hazard`: into `stay` the share of opening heads still there, `S = e^(−u)`; into `lived`
 * the years an opening head lives, `Δ·A` with `A = (1 − S)/u`; into `joinedLived` the years a joiner lives, `Δ·B` with
 * `B = (1 − A)/u`. A joiner is still there with probability `A`.
 *
 * `B` of a small `v = u/2ʲ` is a series of ten terms, `Σ (−v)ⁿ/(n+2)!`; `A = 1 − vB`, `S = 1 − vA`; and twice the time
 * needs no exponential: `S(2v) = S²`, `A(2v) = A(1 + S)/2`, `B(2v) = (B + A²/2)/2`. Sums of positive numbers throughout,
 * so that no digit is lost. Method: docs/method/step.md.
 */
export function decay(
  hazard: Float64Array,
  delta: number,
  stay: Float64Array,
  lived: Float64Array,
  joinedLived: Float64Array,
): void {
  for (let c = 0; c < hazard.length; c++) {
    let v = hazard[c]! * delta;
    let doublings = 0;
    while (v > SMALL) {
      v *= 0.5;
      doublings++;
    }
    // Horner's scheme: 1/2! − v/3! + v²/4! − … + v⁹/11!
    let B = SEVENTH - v * (EIGHTH - v * (NINTH - v * TENTH));
    B = THIRD - v * (FOURTH - v * (FIFTH - v * (SIXTH - v * B)));
    B = 0.5 - v * (SECOND - v * B);
    let A = 1 - v * B;
    let S = 1 - v * A;
    for (; doublings > 0; doublings--) {
      B = 0.5 * (B + 0.5 * A * A);
      A *= 0.5 * (1 + S);
      S *= S;
    }
    stay[c] = S;
    lived[c] = delta * A;
    joinedLived[c] = delta * B;
  }
}

const SECOND = 1 / 6;
const THIRD = 1 / 24;
const FOURTH = 1 / 120;
const FIFTH = 1 / 720;
const SIXTH = 1 / 5040;
const SEVENTH = 1 / 40320;
const EIGHTH = 1 / 362880;
const NINTH = 1 / 3628800;
const TENTH = 1 / 39916800;
