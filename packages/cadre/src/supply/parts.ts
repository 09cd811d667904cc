/** An array cut into so many equal parts, without copying. */
export function equalParts(array: Float64Array, count: number): Float64Array[] {
  const n = array.length / count;
  return Array.from({ length: count }, (_, p) => array.subarray(p * n, (p + 1) * n));
}
