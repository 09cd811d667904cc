import type { Whole } from "./size.ts";

/** `Σ a × b`. */
export function dot(a: Float64Array, b: Float64Array): number {
  return dotted(a, b, 0, a.length);
}

/** Into `sums`, by pool: leavers by one cause, person-years times hazard. */
export function leave(years: Float64Array, hazard: Float64Array, pools: Whole, sums: Float64Array): void {
  const cells = years.length / pools;
  for (let p = 0, start = 0; p < pools; p++, start += cells) sums[p] = dotted(years, hazard, start, start + cells);
}

/** `Σ a × b` from `start` to `end`, over eight places apart. */
function dotted(a: Float64Array, b: Float64Array, start: Whole, end: Whole): number {
  let [sum0, sum1, sum2, sum3, sum4, sum5, sum6, sum7] = [0, 0, 0, 0, 0, 0, 0, 0];
  const eights = end - ((end - start) % 8);
  let c = start;
  for (; c < eights; c += 8) {
    sum0 += a[c]! * b[c]!;
    sum1 += a[c + 1]! * b[c + 1]!;
    sum2 += a[c + 2]! * b[c + 2]!;
    sum3 += a[c + 3]! * b[c + 3]!;
    sum4 += a[c + 4]! * b[c + 4]!;
    sum5 += a[c + 5]! * b[c + 5]!;
    sum6 += a[c + 6]! * b[c + 6]!;
    sum7 += a[c + 7]! * b[c + 7]!;
  }
  let sum = sum0 + sum2 + (sum4 + sum6) + (sum1 + sum3 + (sum5 + sum7));
  for (; c < end; c++) sum += a[c]! * b[c]!;
  return sum;
}

/** By pool: heads into `sums`, and FTE by `fte` a head of (pool, sex, age) into `fullTime`. */
export function count(
  heads: Float64Array,
  fte: Float64Array,
  tenures: Whole,
  pools: Whole,
  sums: Float64Array,
  fullTime: Float64Array,
): void {
  const entries = fte.length / pools;
  for (let p = 0, i = 0, c = 0; p < pools; p++) {
    const end = i + entries;
    const pairs = end - (entries % 2);
    let [even, odd, evenWorked, oddWorked] = [0, 0, 0, 0];
    if (tenures === 4)
      for (; i < pairs; i += 2, c += 8) {
        const here = heads[c]! + heads[c + 2]! + (heads[c + 1]! + heads[c + 3]!);
        const next = heads[c + 4]! + heads[c + 6]! + (heads[c + 5]! + heads[c + 7]!);
        even += here;
        odd += next;
        evenWorked += here * fte[i]!;
        oddWorked += next * fte[i + 1]!;
      }
    else
      for (; i < pairs; i += 2, c += 2 * tenures) {
        const here = inPost(heads, c, tenures);
        const next = inPost(heads, c + tenures, tenures);
        even += here;
        odd += next;
        evenWorked += here * fte[i]!;
        oddWorked += next * fte[i + 1]!;
      }
    let [all, worked] = [even + odd, evenWorked + oddWorked];
    for (; i < end; i++, c += tenures) {
      const alone = inPost(heads, c, tenures);
      all += alone;
      worked += alone * fte[i]!;
    }
    sums[p] = all;
    fullTime[p] = worked;
  }
}

/** Heads of one sex and age, over tenure. */
function inPost(heads: Float64Array, c: Whole, tenures: Whole): number {
  if (tenures === 4) return heads[c]! + heads[c + 2]! + (heads[c + 1]! + heads[c + 3]!);
  let here = 0;
  for (let k = 0; k < tenures; k++) here += heads[c + k]!;
  return here;
}

/** Into `sums`, by pool: its values added up. */
export function total(values: Float64Array, pools: Whole, sums: Float64Array): void {
  const entries = values.length / pools;
  for (let p = 0, i = 0; p < pools; p++) {
    let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
    const end = i + entries;
    const fours = end - (entries % 4);
    for (; i < fours; i += 4) {
      sum0 += values[i]!;
      sum1 += values[i + 1]!;
      sum2 += values[i + 2]!;
      sum3 += values[i + 3]!;
    }
    let sum = sum0 + sum2 + (sum1 + sum3);
    for (; i < end; i++) sum += values[i]!;
    sums[p] = sum;
  }
}
