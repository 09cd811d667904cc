/**
 * The loops over cells, written once: JavaScript runs them as they stand here, and `npm run kernel` compiles them to
 * WebAssembly, which takes two numbers at a time. Both do the same to the last bit, so sums are taken over even and odd
 * places apart. What may be written here is told in CONTRIBUTING.md; `parts` of one array are all the arrays may share.
 */
import type { Whole } from "./size.ts";

export { ageOneYear } from "./ageing.ts";
export { decay } from "./decay.ts";
export { count, dot, leave, total } from "./sums.ts";
export { lost, spare, takeOut } from "./taking-out.ts";

/** Opening heads become closing heads; their person-years are added, or begin anew in the `first` step of a year. */
export function close(
  stay: Float64Array,
  lived: Float64Array,
  heads: Float64Array,
  years: Float64Array,
  first: boolean,
): void {
  if (first) {
    for (let c = 0; c < heads.length; c++) {
      const N = heads[c]!;
      years[c] = N * lived[c]!;
      heads[c] = N * stay[c]!;
    }
    return;
  }
  for (let c = 0; c < heads.length; c++) {
    const N = heads[c]!;
    years[c]! += N * lived[c]!;
    heads[c] = N * stay[c]!;
  }
}

/** Joiners by (pool, sex, age) are added to heads and person-years at tenure 0. */
export function join(
  joiners: Float64Array,
  stay: Float64Array,
  lived: Float64Array,
  heads: Float64Array,
  years: Float64Array,
  tenures: Whole,
): void {
  for (let i = 0, c = 0; i < joiners.length; i++, c += tenures) {
    const J = joiners[i]!;
    heads[c]! += J * stay[i]!;
    years[c]! += J * lived[i]!;
  }
}

/** `into = a × b`, place by place. */
export function multiply(a: Float64Array, b: Float64Array, into: Float64Array): void {
  for (let c = 0; c < into.length; c++) into[c] = a[c]! * b[c]!;
}

/** `into += a`. */
export function add(a: Float64Array, into: Float64Array): void {
  for (let c = 0; c < into.length; c++) into[c]! += a[c]!;
}

/** `into −= factor × from`. */
export function less(factor: Float64Array, from: Float64Array, into: Float64Array): void {
  for (let c = 0; c < into.length; c++) into[c]! -= factor[c]! * from[c]!;
}

/** `into += a × times`. */
export function addTimes(a: Float64Array, times: number, into: Float64Array): void {
  for (let c = 0; c < into.length; c++) into[c]! += a[c]! * times;
}

/** `into = a × times`. */
export function times(a: Float64Array, factor: number, into: Float64Array): void {
  for (let c = 0; c < into.length; c++) into[c] = a[c]! * factor;
}

/** Movers per head times heads by (sex, age, tenure), added up over tenure, to joiners by (sex, age). */
export function move(perHead: Float64Array, heads: Float64Array, joiners: Float64Array, tenures: Whole): void {
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
}
