/** An array cut into so many equal parts, without copying. */
export function parts(array: Float64Array, count: number): Float64Array[] {
  const n = array.length / count;
  return Array.from({ length: count }, (_, p) => array.subarray(p * n, (p + 1) * n));
}

/** Arrays of so many lengths, one after the other in one piece of memory. */
export function arrays(lengths: readonly number[]): Float64Array[] {
  const { buffer } = new Float64Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  return lengths.map((length) => {
    const made = new Float64Array(buffer, at * 8, length);
    at += length;
    return made;
  });
}
