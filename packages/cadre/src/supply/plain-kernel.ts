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
      const N = heads[c];
      years[c] += N * lived[c];
      heads[c] = N * stay[c];
    }
  },

  join(joiners, stay, lived, heads, years, tenures) {
    for (let i = 0, c = 0; i < joiners.length; i++, c += tenures) {
      const J = joiners[i];
      heads[c] += J * stay[i];
      years[c] += J * lived[i];
    }
  },

  multiply(a, b, into) {
    for (let c = 0; c < into.length; c++) into[c] = a[c] * b[c];
  },

  add(a, into) {
    for (let c = 0; c < into.length; c++) into[c] += a[c];
  },

  move(perHead, heads, joiners, tenures) {
    if (tenures === 4) {
      for (let i = 0, c = 0; i < joiners.length; i++, c += 4)
        joiners[i] +=
          perHead[c] * heads[c] +
          perHead[c + 2] * heads[c + 2] +
          (perHead[c + 1] * heads[c + 1] + perHead[c + 3] * heads[c + 3]);
      return;
    }
    for (let i = 0, c = 0; i < joiners.length; i++) {
      let moved = 0;
      for (let k = 0; k < tenures; k++, c++) moved += perHead[c] * heads[c];
      joiners[i] += moved;
    }
  },

  less(factor, from, into) {
    for (let i = 0; i < into.length; i++) into[i] -= factor[i] * from[i];
  },

  dot(a, b) {
    let [even, odd] = [0, 0];
    const pairs = a.length - (a.length % 2);
    for (let c = 0; c < pairs; c += 2) {
      even += a[c] * b[c];
      odd += a[c + 1] * b[c + 1];
    }
    const sum = even + odd;
    return pairs < a.length ? sum + a[pairs] * b[pairs] : sum;
  },

  addTimes(a, times, into) {
    for (let c = 0; c < into.length; c++) into[c] += a[c] * times;
  },

  leave(years, leaving, retiring, dying, pools, sums) {
    const cells = years.length / pools;
    for (let p = 0, c = 0; p < pools; p++) {
      let [all0, left0, retired0, died0] = [0, 0, 0, 0];
      let [all1, left1, retired1, died1] = [0, 0, 0, 0];
      const end = (p + 1) * cells;
      for (; c + 1 < end; c += 2) {
        const L = years[c];
        const M = years[c + 1];
        all0 += L;
        all1 += M;
        left0 += L * leaving[c];
        left1 += M * leaving[c + 1];
        retired0 += L * retiring[c];
        retired1 += M * retiring[c + 1];
        died0 += L * dying[c];
        died1 += M * dying[c + 1];
      }
      const at = 4 * p;
      sums[at] = all0 + all1;
      sums[at + 1] = left0 + left1;
      sums[at + 2] = retired0 + retired1;
      sums[at + 3] = died0 + died1;
      if (c === end) continue;
      sums[at] += years[c];
      sums[at + 1] += years[c] * leaving[c];
      sums[at + 2] += years[c] * retiring[c];
      sums[at + 3] += years[c] * dying[c];
      c++;
    }
  },

  count(heads, fte, tenures, pools, sums) {
    const entries = fte.length / pools;
    for (let p = 0, i = 0, c = 0; p < pools; p++) {
      let [all, worked] = [0, 0];
      for (const end = i + entries; i < end; i++) {
        let here = 0;
        if (tenures === 4) {
          here = heads[c] + heads[c + 2] + (heads[c + 1] + heads[c + 3]);
          c += 4;
        } else for (let k = 0; k < tenures; k++, c++) here += heads[c];
        all += here;
        worked += here * fte[i];
      }
      sums[2 * p] = all;
      sums[2 * p + 1] = worked;
    }
  },

  total(values, pools, sums) {
    const entries = values.length / pools;
    for (let p = 0, i = 0; p < pools; p++) {
      let [even, odd] = [0, 0];
      const end = i + entries;
      for (; i + 1 < end; i += 2) {
        even += values[i];
        odd += values[i + 1];
      }
      sums[p] = even + odd;
      if (i < end) sums[p] += values[i++];
    }
  },

  spare(stock, stay, lived, gone, share, free, byEntry) {
    const tenures = free.length / byEntry.length;
    let all = 0;
    for (let i = 0, c = 0; i < byEntry.length; i++) {
      let here = 0;
      for (let k = 0; k < tenures; k++, c++) {
        const left = (share * stock[c] * stay[c]) / lived[c] - gone[c];
        free[c] = Math.max(left, 0);
        here += free[c];
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
      for (let k = 0; k < tenures; k++, c++) moved += hazard[c] * free[c] * joinedLived[c];
      into[i] = moved;
    }
  },

  takeOut(taken, lived, joinedLived, share, delta, heads, years) {
    const perYear = share / delta;
    for (let c = 0; c < taken.length; c++) {
      heads[c] -= taken[c] * lived[c] * perYear;
      years[c] -= taken[c] * joinedLived[c] * share;
    }
  },

  age: ageOneYear,
};
