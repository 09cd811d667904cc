/**
 * Mean share of a step that those present at its start live through, `A = (1 − e^(−u)) ÷ u`, for a hazard times step
 * length `u ≥ 0`.
 */
export function meanSurvival(u: number): number {
  return u === 0 ? 1 : -Math.expm1(-u) / u;
}

// Below this the direct form of B loses digits; the series then needs few terms.
const SERIES_BELOW = 0.5;

/** Mean share of a step that joiners spread evenly over it live through, `B = (1 − A) ÷ u`; 1/2 as u → 0. */
export function meanSurvivalOfJoiners(u: number): number {
  if (u >= SERIES_BELOW) return (1 - meanSurvival(u)) / u;
  // B = Σ (−u)ⁿ ÷ (n + 2)!
  let term = 0.5;
  let sum = 0.5;
  for (let n = 1; Math.abs(term) > 1e-18; n++) {
    term *= -u / (n + 2);
    sum += term;
  }
  return sum;
}
