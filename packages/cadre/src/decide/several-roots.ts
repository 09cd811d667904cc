/** What is searched for: as many things missing as there are levers, and where each lever may go. */
export interface SeveralSearch {
  readonly missing: (values: readonly number[]) => readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly start: readonly number[];
  readonly step: readonly number[];
  readonly whole: readonly boolean[];
  /** As good as zero, and what still counts as met. */
  readonly close: number;
  readonly met: number;
}

const MOST_ROUNDS = 60;
const MOST_HALVINGS = 12;
const MOST_WHOLE_STEPS = 200;

interface State {
  readonly values: readonly number[];
  readonly missing: readonly number[];
}

/**
 * Values of several levers at which nothing is missing: damped Newton steps with slopes measured by runs and kept up to
 * date by Broyden's rule. A lever that has not moved, or stands at an end of its range, while its target is met with
 * something to spare rests there. When nothing comes nearer any more, the values that came nearest.
 */
export function findSeveral(search: SeveralSearch): { met: boolean; values: readonly number[] } {
  const { start, close, whole } = search;
  const at = (values: readonly number[]): State => ({ values, missing: search.missing(values) });
  let now = at(start);
  let slopes = slopesAt(search, now);
  let fresh = true;
  for (let round = 0; round < MOST_ROUNDS && missed(search, now) > close; round++) {
    const free = now.values.flatMap((_, i) => (rests(search, now, i) ? [] : [i]));
    const step = newton(slopes, now, free);
    const next = step && bestAlong(search, now, step, at);
    if (next) {
      broyden(slopes, now, next);
      now = next;
      fresh = false;
    } else if (fresh) break;
    else {
      slopes = slopesAt(search, now);
      fresh = true;
    }
  }
  if (!whole.includes(true)) return { met: missed(search, now) <= search.met, values: now.values };
  return wholeValues(search, now, at);
}

/** A target that is met with something to spare by a lever that has not moved, or cannot, asks nothing more of it. */
function rests({ start, low, high, close }: SeveralSearch, { values, missing }: State, i: number): boolean {
  return missing[i]! < -close && [start[i], low[i], high[i]].includes(values[i]);
}

/** The most that is missing, or had to be left over, in any target. */
function missed(search: SeveralSearch, state: State): number {
  return Math.max(...state.missing.map((one, i) => (rests(search, state, i) ? 0 : Math.abs(one))));
}

function slopesAt({ missing, step, low, high }: SeveralSearch, now: State): number[][] {
  const columns = now.values.map((value, j) => {
    const far = value + step[j]! <= high[j]! ? step[j]! : Math.max(-step[j]!, low[j]! - value);
    const moved = missing(now.values.map((one, k) => (k === j ? value + far : one)));
    return moved.map((one, i) => (one - now.missing[i]!) / far);
  });
  return now.values.map((_, i) => columns.map((column) => column[i]!));
}

/** The step that would leave nothing missing if the slopes held; undefined when there is none. */
function newton(slopes: readonly (readonly number[])[], { missing, values }: State, free: readonly number[]) {
  const rows = free.map((i) => [...free.map((j) => slopes[i]![j]!), -missing[i]!]);
  const n = free.length;
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(rows[r]![c]!) > Math.abs(rows[pivot]![c]!)) pivot = r;
    if (Math.abs(rows[pivot]![c]!) < 1e-12) return undefined;
    [rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!];
    for (let r = 0; r < n; r++) {
      if (r === c) continue;
      const times = rows[r]![c]! / rows[c]![c]!;
      for (let k = c; k <= n; k++) rows[r]![k]! -= times * rows[c]![k]!;
    }
  }
  const step = values.map(() => 0);
  for (const [r, i] of free.entries()) step[i] = rows[r]![n]! / rows[r]![r]!;
  return step;
}

/** The first of ever shorter steps after which less is missing. */
function bestAlong(
  search: SeveralSearch,
  now: State,
  step: readonly number[],
  at: (values: readonly number[]) => State,
): State | undefined {
  const { low, high } = search;
  const before = missed(search, now);
  let share = 1;
  for (let halving = 0; halving < MOST_HALVINGS; halving++, share /= 2) {
    const values = now.values.map((value, i) => Math.min(high[i]!, Math.max(low[i]!, value + share * step[i]!)));
    if (values.every((value, i) => value === now.values[i])) return undefined;
    const next = at(values);
    if (missed(search, next) < before * (1 - 1e-4 * share)) return next;
  }
  return undefined;
}

/** Broyden's update: the slopes that explain the last step, changed as little as possible. */
function broyden(slopes: number[][], before: State, after: State): void {
  const moved = after.values.map((value, j) => value - before.values[j]!);
  const length = moved.reduce((sum, one) => sum + one * one, 0);
  for (const [i, row] of slopes.entries()) {
    const expected = row.reduce((sum, slope, j) => sum + slope * moved[j]!, 0);
    const off = after.missing[i]! - before.missing[i]! - expected;
    for (let j = 0; j < row.length; j++) row[j]! += (off * moved[j]!) / length;
  }
}

/** Whole numbers that will do: rounded away from the start, raised while something is missing, lowered while nothing is. */
function wholeValues(search: SeveralSearch, found: State, at: (values: readonly number[]) => State) {
  const { low, high, start, whole, met } = search;
  const enough = (state: State) => state.missing.every((one) => one <= met);
  const way = found.values.map((value, i) => (value >= start[i]! ? 1 : -1));
  const moved = (values: readonly number[], i: number, by: number) =>
    values.map((value, k) => (k === i ? Math.min(high[i]!, Math.max(low[i]!, value + by)) : value));
  const rounded = found.values.map((value, i) => {
    if (!whole[i]) return value;
    const near = Math.round(value);
    return Math.abs(value - near) < 1e-7 ? near : way[i]! > 0 ? Math.ceil(value) : Math.floor(value);
  });
  let now = at(rounded);
  for (let step = 0; step < MOST_WHOLE_STEPS && !enough(now); step++) {
    const worst = now.missing.indexOf(Math.max(...now.missing));
    const next = at(moved(now.values, worst, way[worst]!));
    if (next.values[worst] === now.values[worst]) break;
    now = next;
  }
  for (let i = 0; i < start.length; i++)
    for (let step = 0; step < MOST_WHOLE_STEPS && whole[i] && enough(now); step++) {
      const next = at(moved(now.values, i, -way[i]!));
      if (next.values[i] === now.values[i] || !enough(next)) break;
      now = next;
    }
  return { met: enough(now), values: now.values };
}
