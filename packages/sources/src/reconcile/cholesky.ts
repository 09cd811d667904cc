/**
 * Solves `matrix · answer = right` for a symmetric matrix without negative directions, given as its rows. Directions
 * in which the matrix is flat (figures that repeat what others say) get zero. Overwrites the matrix.
 */
export function solveSymmetric(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const n = right.length;
  const flat = new Uint8Array(n);
  for (let j = 0; j < n; j++) {
    const row = matrix[j]!;
    const before = row[j]!;
    let pivot = before;
    for (let k = 0; k < j; k++) pivot -= row[k]! * row[k]!;
    // Far below the rounding error of the sum above: nothing is left in this direction.
    flat[j] = pivot <= 1e-13 * before ? 1 : 0;
    row[j] = flat[j]! ? 1 : Math.sqrt(pivot);
    for (let i = j + 1; i < n; i++) {
      const below = matrix[i]!;
      let value = below[j]!;
      for (let k = 0; k < j; k++) value -= below[k]! * row[k]!;
      below[j] = flat[j]! ? 0 : value / row[j]!;
    }
  }
  const answer = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) answer[i]! -= matrix[i]![k]! * answer[k]!;
    answer[i] = flat[i] ? 0 : answer[i]! / matrix[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) answer[i]! -= matrix[k]![i]! * answer[k]!;
    answer[i] = flat[i] ? 0 : answer[i]! / matrix[i]![i]!;
  }
  return answer;
}
