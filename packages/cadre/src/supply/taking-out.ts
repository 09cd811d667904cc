/**
 * Who of one pool can be taken out evenly over a step beyond those `gone`, at most `share` (times the step's length) of
 * those there at its end: into `free` by (sex, age, tenure), into `byEntry` by (sex, age). Returns all of them.
 */
export function spare(
  stock: Float64Array,
  stay: Float64Array,
  lived: Float64Array,
  gone: Float64Array,
  share: number,
  free: Float64Array,
  byEntry: Float64Array,
): number {
  const tenures = free.length / byEntry.length;
  let all = 0;
  for (let i = 0, c = 0; i < byEntry.length; i++) {
    let here = 0;
    for (let k = 0; k < tenures; k++, c++) {
      const left = Math.max((share * stock[c]! * stay[c]!) / lived[c]! - gone[c]!, 0);
      free[c] = left;
      here += left;
    }
    byEntry[i] = here;
    all += here;
  }
  return all;
}

/** Into `into` by (sex, age): movers that pools lack when all of `free` are taken out. */
export function lost(hazard: Float64Array, free: Float64Array, joinedLived: Float64Array, into: Float64Array): void {
  const tenures = free.length / into.length;
  for (let i = 0, c = 0; i < into.length; i++) {
    let moved = 0;
    for (let k = 0; k < tenures; k++, c++) moved += hazard[c]! * free[c]! * joinedLived[c]!;
    into[i] = moved;
  }
}

/** Takes a `share` of `taken` out of the closing heads of one pool, and the years they no longer live there. */
export function takeOut(
  taken: Float64Array,
  lived: Float64Array,
  joinedLived: Float64Array,
  share: number,
  delta: number,
  heads: Float64Array,
  years: Float64Array,
): void {
  const perYear = share / delta;
  for (let c = 0; c < taken.length; c++) {
    heads[c]! -= taken[c]! * lived[c]! * perYear;
    years[c]! -= taken[c]! * joinedLived[c]! * share;
  }
}
