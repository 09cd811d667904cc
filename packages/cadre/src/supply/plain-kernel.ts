import { ageOneYear } from "./ageing.ts";
import { decay } from "./decay.ts";
import type { Kernel } from "./kernel.ts";

/** The kernel in JavaScript. */
export const plainKernel: Kernel = {
  array: (length) => new Float64Array(length),
  decay,

  close(stay, lived, heads, years, first) {
    if (first) years.fill(0);
    for (let c = 0; c < heads.length; c++) {
      const N = heads[c]!;
      years[c]! += N * lived[c]!;
      heads[c] = N * stay[c]!;
    }
  },

  join(joiners, stay, lived, heads, years, tenures) {
    for (let i = 0, c = 0; i < joiners.length; i++, c += tenures) {
      const J = joiners[i]!;
      heads[c]! += J * stay[i]!;
      years[c]! += J * lived[i]!;
    }
  },

  multiply(a, b, into) {
    for (let c = 0; c < into.length; c++) into[c] = a[c]! * b[c]!;
  },

  add(a, into) {
    for (let c = 0; c < into.length; c++) into[c]! += a[c]!;
  },

  move(perHead, heads, joiners, tenures) {
    if (tenures === 4) {
      for (let i = 0, c = 0; i < joiners.length; i++, c += 4)
        joiners[i]! +=
          perHead[c]! * heads[c]! +
          perHead[c + 2]! * heads[c + 2]! +
          (perHead[c + 1]! * heads[c + 1]! + perHead[c + 3]! * heads[c + 3]!);
      return;
    }
    for (let i = 0, c = 0; i < joiners.length; i++) {
      let moved = 0;
      for (let k = 0; k < tenures; k++, c++) moved += perHead[c]! * heads[c]!;
      joiners[i]! += moved;
    }
  },

  less(factor, from, into) {
    for (let i = 0; i < into.length; i++) into[i]! -= factor[i]! * from[i]!;
  },

  dot(a, b) {
    return dotOf(a, b, 0, a.length);
  },

  times(a, times, into) {
    for (let i = 0; i < into.length; i++) into[i] = a[i]! * times;
  },

  addTimes(a, times, into) {
    for (let c = 0; c < into.length; c++) into[c]! += a[c]! * times;
  },

  leave(years, hazard, pools, sums) {
    const cells = years.length / pools;
    for (let p = 0; p < pools; p++) sums[p] = dotOf(years, hazard, p * cells, (p + 1) * cells);
  },

  count(heads, fte, tenures, pools, sums, fullTime) {
    const entries = fte.length / pools;
    for (let p = 0; p < pools; p++) {
      const [start, end] = [p * entries, (p + 1) * entries];
      const pairs = end - (entries % 2);
      let [even, odd, evenWorked, oddWorked] = [0, 0, 0, 0];
      for (let i = start; i < pairs; i += 2) {
        const [here, next] = [summed(heads, i, tenures), summed(heads, i + 1, tenures)];
        even += here;
        odd += next;
        evenWorked += here * fte[i]!;
        oddWorked += next * fte[i + 1]!;
      }
      let [all, worked] = [even + odd, evenWorked + oddWorked];
      if (pairs < end) {
        const here = summed(heads, pairs, tenures);
        all += here;
        worked += here * fte[pairs]!;
      }
      sums[p] = all;
      fullTime[p] = worked;
    }
  },

  total(values, pools, sums) {
    const entries = values.length / pools;
    for (let p = 0, i = 0; p < pools; p++) {
      let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
      const end = i + entries;
      for (; i + 3 < end; i += 4) {
        sum0 += values[i]!;
        sum1 += values[i + 1]!;
        sum2 += values[i + 2]!;
        sum3 += values[i + 3]!;
      }
      let sum = sum0 + sum2 + (sum1 + sum3);
      for (; i < end; i++) sum += values[i]!;
      sums[p] = sum;
    }
  },

  spare(stock, stay, lived, gone, share, free, byEntry) {
    const tenures = free.length / byEntry.length;
    let all = 0;
    for (let i = 0, c = 0; i < byEntry.length; i++) {
      let here = 0;
      for (let k = 0; k < tenures; k++, c++) {
        const left = (share * stock[c]! * stay[c]!) / lived[c]! - gone[c]!;
        free[c] = Math.max(left, 0);
        here += free[c]!;
      }
      byEntry[i] = here;
      all += here;
    }
    return all;
  },

  lost(hazard, free, joinedLived, into) {
    const tenures = free.length / into.length;
    for (let i = 0, c = 0; i < into.length; i++) {
      let moved = 0;
      for (let k = 0; k < tenures; k++, c++) moved += hazard[c]! * free[c]! * joinedLived[c]!;
      into[i] = moved;
    }
  },

  takeOut(taken, lived, joinedLived, share, delta, heads, years) {
    const perYear = share / delta;
    for (let c = 0; c < taken.length; c++) {
      heads[c]! -= taken[c]! * lived[c]! * perYear;
      years[c]! -= taken[c]! * joinedLived[c]! * share;
    }
  },

  age: ageOneYear,
};

/** `Σ a × b` from `start` to `end`, over eight places apart. */
function dotOf(a: Float64Array, b: Float64Array, start: number, end: number): number {
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

/** Heads of one sex and age, over tenure. */
function summed(heads: Float64Array, entry: number, tenures: number): number {
  const c = entry * tenures;
  if (tenures === 4) return heads[c]! + heads[c + 2]! + (heads[c + 1]! + heads[c + 3]!);
  let here = 0;
  for (let k = 0; k < tenures; k++) here += heads[c + k]!;
  return here;
}
