/** Rounds remembered; more gain little and cost memory. */
const MEMORY = 5;
const MOST_ROUNDS = 400;

/**
 * Finds the point that a map leaves where it is, by repeating the map and mixing the last few rounds so that what is
 * left over becomes least (Anderson 1965). `improve` writes the next point into `next` and returns how far from rest
 * the point was. `weight` makes the entries comparable. Returns the last distance.
 */
export function fixedPoint(
  point: Float64Array,
  weight: Float64Array,
  close: number,
  improve: (point: Float64Array, next: Float64Array, round: number) => number,
): number {
  const n = point.length;
  const next = new Float64Array(n);
  const rest = new Float64Array(n);
  const lastNext = new Float64Array(n);
  const lastRest = new Float64Array(n);
  const changes: { rest: Float64Array; next: Float64Array }[] = [];
  let before = Number.POSITIVE_INFINITY;
  let worst = before;
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    worst = improve(point, next, round);
    if (worst < close) break;
    for (let i = 0; i < n; i++) rest[i] = (next[i]! - point[i]!) * weight[i]!;
    // A round that made things much worse says that the memory misleads.
    if (worst > 10 * before) changes.length = 0;
    else if (round > 1) {
      const kept = changes.length === MEMORY ? changes.shift() : undefined;
      const change = kept ?? { rest: new Float64Array(n), next: new Float64Array(n) };
      for (let i = 0; i < n; i++) {
        change.rest[i] = rest[i]! - lastRest[i]!;
        change.next[i] = next[i]! - lastNext[i]!;
      }
      changes.push(change);
    }
    before = worst;
    lastNext.set(next);
    lastRest.set(rest);
    const shares = leastSquares(
      changes.map((change) => change.rest),
      rest,
    );
    for (let i = 0; i < n; i++) {
      let mixed = next[i]!;
      for (let j = 0; j < shares.length; j++) mixed -= shares[j]! * changes[j]!.next[i]!;
      // Levels and counts are never negative; where mixing overshoots, the plain round stands.
      point[i] = mixed >= 0 ? mixed : next[i]!;
    }
  }
  return worst;
}

/** Shares of the columns that come closest to `target`, by the normal equations; columns that add nothing get none. */
function leastSquares(columns: readonly Float64Array[], target: Float64Array): Float64Array {
  const m = columns.length;
  const a = Array.from({ length: m }, () => new Float64Array(m + 1));
  for (let r = 0; r < m; r++) {
    for (let c = 0; c <= r; c++) a[r]![c] = a[c]![r] = dot(columns[r]!, columns[c]!);
    a[r]![m] = dot(columns[r]!, target);
  }
  for (let r = 0; r < m; r++) a[r]![r]! *= 1 + 1e-12;
  const shares = new Float64Array(m);
  for (let p = 0; p < m; p++) {
    if (!(a[p]![p]! > 0)) return shares;
    for (let r = p + 1; r < m; r++) {
      const factor = a[r]![p]! / a[p]![p]!;
      for (let c = p; c <= m; c++) a[r]![c]! -= factor * a[p]![c]!;
    }
  }
  for (let p = m - 1; p >= 0; p--) {
    let value = a[p]![m]!;
    for (let c = p + 1; c < m; c++) value -= a[p]![c]! * shares[c]!;
    shares[p] = value / a[p]![p]!;
  }
  return shares.every(Number.isFinite) ? shares : shares.fill(0);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
