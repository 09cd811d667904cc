// The loops over cells, in AssemblyScript: two numbers at a time. Each does to the last bit what the function of the same
// name in src/supply/kernel.ts does, in the same order; see there for what it is. Pointers are in bytes.
// biome-ignore-all lint: AssemblyScript is not TypeScript.

const SMALL: f64 = 0.125;

function decayed(hazard: usize, delta: f64, stay: usize, lived: usize, joinedLived: usize, at: usize): void {
  const small = f64x2.splat(SMALL);
  const half = f64x2.splat(0.5);
  const one = f64x2.splat(1);
  let v = f64x2.mul(v128.load(hazard + at), f64x2.splat(delta));
  let count = i64x2.splat(0);
  let most = 0;
  let large = f64x2.gt(v, small);
  while (v128.any_true(large)) {
    v = v128.bitselect(f64x2.mul(v, half), v, large);
    count = i64x2.sub(count, large);
    most++;
    large = f64x2.gt(v, small);
  }
  let B = f64x2.sub(f64x2.splat(1.0 / 3628800.0), f64x2.mul(v, f64x2.splat(1.0 / 39916800.0)));
  B = f64x2.sub(f64x2.splat(1.0 / 362880.0), f64x2.mul(v, B));
  B = f64x2.sub(f64x2.splat(1.0 / 40320.0), f64x2.mul(v, B));
  B = f64x2.sub(f64x2.splat(1.0 / 5040.0), f64x2.mul(v, B));
  B = f64x2.sub(f64x2.splat(1.0 / 720.0), f64x2.mul(v, B));
  B = f64x2.sub(f64x2.splat(1.0 / 120.0), f64x2.mul(v, B));
  B = f64x2.sub(f64x2.splat(1.0 / 24.0), f64x2.mul(v, B));
  B = f64x2.sub(f64x2.splat(1.0 / 6.0), f64x2.mul(v, B));
  B = f64x2.sub(half, f64x2.mul(v, B));
  let A = f64x2.sub(one, f64x2.mul(v, B));
  let S = f64x2.sub(one, f64x2.mul(v, A));
  for (let d = 0; d < most; d++) {
    const more = i64x2.gt_s(count, i64x2.splat(d));
    const longer = f64x2.mul(half, f64x2.add(B, f64x2.mul(f64x2.mul(half, A), A)));
    B = v128.bitselect(longer, B, more);
    A = v128.bitselect(f64x2.mul(A, f64x2.mul(half, f64x2.add(one, S))), A, more);
    S = v128.bitselect(f64x2.mul(S, S), S, more);
  }
  const step = f64x2.splat(delta);
  v128.store(stay + at, S);
  v128.store(lived + at, f64x2.mul(step, A));
  v128.store(joinedLived + at, f64x2.mul(step, B));
}

/** Arrays are padded to an even length. */
export function decay(hazard: usize, delta: f64, stay: usize, lived: usize, joinedLived: usize, length: i32): void {
  const end = (<usize>length) << 3;
  for (let at: usize = 0; at < end; at += 16) decayed(hazard, delta, stay, lived, joinedLived, at);
}

export function close(stay: usize, lived: usize, heads: usize, years: usize, length: i32, first: i32): void {
  const end = (<usize>length) << 3;
  if (first) {
    for (let at: usize = 0; at < end; at += 16) {
      const N = v128.load(heads + at);
      v128.store(years + at, f64x2.mul(N, v128.load(lived + at)));
      v128.store(heads + at, f64x2.mul(N, v128.load(stay + at)));
    }
    return;
  }
  for (let at: usize = 0; at < end; at += 16) {
    const N = v128.load(heads + at);
    v128.store(years + at, f64x2.add(v128.load(years + at), f64x2.mul(N, v128.load(lived + at))));
    v128.store(heads + at, f64x2.mul(N, v128.load(stay + at)));
  }
}

export function join(
  joiners: usize,
  stay: usize,
  lived: usize,
  heads: usize,
  years: usize,
  entries: i32,
  tenures: i32,
): void {
  const stride = (<usize>tenures) << 3;
  let c: usize = 0;
  const end = (<usize>entries) << 3;
  for (let i: usize = 0; i < end; i += 8) {
    const J = load<f64>(joiners + i);
    store<f64>(heads + c, load<f64>(heads + c) + J * load<f64>(stay + i));
    store<f64>(years + c, load<f64>(years + c) + J * load<f64>(lived + i));
    c += stride;
  }
}

export function multiply(a: usize, b: usize, into: usize, length: i32): void {
  let at: usize = 0;
  const even = (<usize>(length & ~1)) << 3;
  for (; at < even; at += 16) v128.store(into + at, f64x2.mul(v128.load(a + at), v128.load(b + at)));
  if (length & 1) store<f64>(into + at, load<f64>(a + at) * load<f64>(b + at));
}

export function add(a: usize, into: usize, length: i32): void {
  let at: usize = 0;
  const even = (<usize>(length & ~1)) << 3;
  for (; at < even; at += 16) v128.store(into + at, f64x2.add(v128.load(into + at), v128.load(a + at)));
  if (length & 1) store<f64>(into + at, load<f64>(into + at) + load<f64>(a + at));
}

export function move(perHead: usize, heads: usize, joiners: usize, entries: i32, tenures: i32): void {
  if (tenures == 4) {
    for (let i = 0; i < entries; i++) {
      const pairs = f64x2.add(
        f64x2.mul(v128.load(perHead), v128.load(heads)),
        f64x2.mul(v128.load(perHead, 16), v128.load(heads, 16)),
      );
      const moved = f64x2.extract_lane(pairs, 0) + f64x2.extract_lane(pairs, 1);
      store<f64>(joiners, load<f64>(joiners) + moved);
      perHead += 32;
      heads += 32;
      joiners += 8;
    }
    return;
  }
  for (let i = 0; i < entries; i++) {
    let moved: f64 = 0;
    for (let k = 0; k < tenures; k++) {
      moved += load<f64>(perHead) * load<f64>(heads);
      perHead += 8;
      heads += 8;
    }
    store<f64>(joiners, load<f64>(joiners) + moved);
    joiners += 8;
  }
}

export function less(factor: usize, from: usize, into: usize, length: i32): void {
  let at: usize = 0;
  const even = (<usize>(length & ~1)) << 3;
  for (; at < even; at += 16)
    v128.store(into + at, f64x2.sub(v128.load(into + at), f64x2.mul(v128.load(factor + at), v128.load(from + at))));
  if (length & 1) store<f64>(into + at, load<f64>(into + at) - load<f64>(factor + at) * load<f64>(from + at));
}

function across(pair: v128): f64 {
  return f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1);
}

/** `Σ a × b`, over eight places apart. */
function dotted(a: usize, b: usize, length: i32): f64 {
  let sum0 = f64x2.splat(0);
  let sum2 = f64x2.splat(0);
  let sum4 = f64x2.splat(0);
  let sum6 = f64x2.splat(0);
  let at: usize = 0;
  const eights = (<usize>(length & ~7)) << 3;
  for (; at < eights; at += 64) {
    sum0 = f64x2.add(sum0, f64x2.mul(v128.load(a + at), v128.load(b + at)));
    sum2 = f64x2.add(sum2, f64x2.mul(v128.load(a + at, 16), v128.load(b + at, 16)));
    sum4 = f64x2.add(sum4, f64x2.mul(v128.load(a + at, 32), v128.load(b + at, 32)));
    sum6 = f64x2.add(sum6, f64x2.mul(v128.load(a + at, 48), v128.load(b + at, 48)));
  }
  let sum = across(f64x2.add(f64x2.add(sum0, sum2), f64x2.add(sum4, sum6)));
  const end = (<usize>length) << 3;
  for (; at < end; at += 8) sum += load<f64>(a + at) * load<f64>(b + at);
  return sum;
}

export function dot(a: usize, b: usize, length: i32): f64 {
  return dotted(a, b, length);
}

export function leave(years: usize, hazard: usize, cells: i32, pools: i32, sums: usize): void {
  const size = (<usize>cells) << 3;
  for (let p = 0; p < pools; p++) {
    store<f64>(sums, dotted(years, hazard, cells));
    years += size;
    hazard += size;
    sums += 8;
  }
}

export function count(
  heads: usize,
  fte: usize,
  entries: i32,
  tenures: i32,
  pools: i32,
  sums: usize,
  fullTime: usize,
): void {
  const row = (<usize>tenures) << 3;
  for (let p = 0; p < pools; p++) {
    let all = f64x2.splat(0);
    let worked = f64x2.splat(0);
    let i = 0;
    for (; i + 1 < entries; i += 2) {
      const here = twoSummed(heads, tenures);
      all = f64x2.add(all, here);
      worked = f64x2.add(worked, f64x2.mul(here, v128.load(fte)));
      heads += 2 * row;
      fte += 16;
    }
    let sum = across(all);
    let fte0 = across(worked);
    if (i < entries) {
      const here = summed(heads, tenures);
      sum += here;
      fte0 += here * load<f64>(fte);
      heads += row;
      fte += 8;
    }
    store<f64>(sums, sum);
    store<f64>(fullTime, fte0);
    sums += 8;
    fullTime += 8;
  }
}

/** Heads of two sexes and ages that follow each other, over tenure. */
function twoSummed(heads: usize, tenures: i32): v128 {
  if (tenures == 4) {
    const a = f64x2.add(v128.load(heads), v128.load(heads, 16));
    const b = f64x2.add(v128.load(heads, 32), v128.load(heads, 48));
    return f64x2.add(v128.shuffle<f64>(a, b, 0, 2), v128.shuffle<f64>(a, b, 1, 3));
  }
  const here = f64x2.splat(summed(heads, tenures));
  return f64x2.replace_lane(here, 1, summed(heads + ((<usize>tenures) << 3), tenures));
}

/** Heads of one sex and age, over tenure. */
function summed(heads: usize, tenures: i32): f64 {
  if (tenures == 4) return across(f64x2.add(v128.load(heads), v128.load(heads, 16)));
  let here: f64 = 0;
  for (let k = 0; k < tenures; k++) here += load<f64>(heads + ((<usize>k) << 3));
  return here;
}

export function addTimes(a: usize, times: f64, into: usize, length: i32): void {
  const pair = f64x2.splat(times);
  let at: usize = 0;
  const even = (<usize>(length & ~1)) << 3;
  for (; at < even; at += 16)
    v128.store(into + at, f64x2.add(v128.load(into + at), f64x2.mul(v128.load(a + at), pair)));
  if (length & 1) store<f64>(into + at, load<f64>(into + at) + load<f64>(a + at) * times);
}

export function times(a: usize, times: f64, into: usize, length: i32): void {
  const pair = f64x2.splat(times);
  let at: usize = 0;
  const even = (<usize>(length & ~1)) << 3;
  for (; at < even; at += 16) v128.store(into + at, f64x2.mul(v128.load(a + at), pair));
  if (length & 1) store<f64>(into + at, load<f64>(a + at) * times);
}

export function total(values: usize, entries: i32, pools: i32, sums: usize): void {
  const fours = (<usize>(entries & ~3)) << 3;
  const end = (<usize>entries) << 3;
  for (let p = 0; p < pools; p++) {
    let sum0 = f64x2.splat(0);
    let sum2 = f64x2.splat(0);
    let at: usize = 0;
    for (; at < fours; at += 32) {
      sum0 = f64x2.add(sum0, v128.load(values + at));
      sum2 = f64x2.add(sum2, v128.load(values + at, 16));
    }
    let sum = across(f64x2.add(sum0, sum2));
    for (; at < end; at += 8) sum += load<f64>(values + at);
    store<f64>(sums, sum);
    sums += 8;
    values += end;
  }
}

export function spare(
  stock: usize,
  stay: usize,
  lived: usize,
  gone: usize,
  share: f64,
  free: usize,
  byEntry: usize,
  entries: i32,
  tenures: i32,
): f64 {
  let all: f64 = 0;
  for (let i = 0; i < entries; i++) {
    let here: f64 = 0;
    for (let k = 0; k < tenures; k++) {
      const left = max<f64>((share * load<f64>(stock) * load<f64>(stay)) / load<f64>(lived) - load<f64>(gone), 0);
      store<f64>(free, left);
      here += left;
      stock += 8;
      stay += 8;
      lived += 8;
      gone += 8;
      free += 8;
    }
    store<f64>(byEntry, here);
    byEntry += 8;
    all += here;
  }
  return all;
}

export function lost(hazard: usize, free: usize, lived: usize, into: usize, entries: i32, tenures: i32): void {
  for (let i = 0; i < entries; i++) {
    let moved: f64 = 0;
    for (let k = 0; k < tenures; k++) {
      moved += load<f64>(hazard) * load<f64>(free) * load<f64>(lived);
      hazard += 8;
      free += 8;
      lived += 8;
    }
    store<f64>(into, moved);
    into += 8;
  }
}

export function takeOut(
  taken: usize,
  lived: usize,
  joinedLived: usize,
  share: f64,
  perYear: f64,
  heads: usize,
  years: usize,
  length: i32,
): void {
  for (let c = 0; c < length; c++) {
    store<f64>(heads, load<f64>(heads) - load<f64>(taken) * load<f64>(lived) * perYear);
    store<f64>(years, load<f64>(years) - load<f64>(taken) * load<f64>(joinedLived) * share);
    taken += 8;
    lived += 8;
    joinedLived += 8;
    heads += 8;
    years += 8;
  }
}

export function age(heads: usize, ages: i32, tenures: i32, blocks: i32): void {
  const K = tenures;
  const row = (<usize>K) << 3;
  const size = row * <usize>ages;
  for (let b = 0; b < blocks; b++) {
    const last = heads + size - row;
    for (let k = K - 1; k > 0; k--) {
      const to = last + ((<usize>k) << 3);
      const older = load<f64>(to - 8);
      store<f64>(to, k == K - 1 ? load<f64>(to) + older : older);
    }
    if (K > 1) store<f64>(last, 0);
    if (ages > 1) {
      const older = last - row;
      for (let k = 0; k < K; k++) {
        const to = last + ((<usize>min(k + 1, K - 1)) << 3);
        store<f64>(to, load<f64>(to) + load<f64>(older + ((<usize>k) << 3)));
      }
      if (K == 1) memory.copy(heads + 8, heads, older - heads);
      else {
        memory.copy(heads + row + 8, heads, older - heads);
        store<f64>(heads + row, 0);
        for (let at = heads + row; at < last; at += row) {
          const longest = at + row - 8;
          store<f64>(longest, load<f64>(longest) + load<f64>(at + row));
          store<f64>(at + row, 0);
        }
      }
      memory.fill(heads, 0, row);
    }
    heads += size;
  }
}
