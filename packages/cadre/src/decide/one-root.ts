/** Where a function of one number is zero or less, and where it comes nearest if nowhere. */
export interface RootFound {
  readonly met: boolean;
  readonly at: number;
  readonly value: number;
}

/** What is searched for and where. */
export interface RootSearch {
  /** What is still missing at a value; met when it is zero or less. */
  readonly missing: (x: number) => number;
  readonly low: number;
  readonly high: number;
  /** Where the search begins. */
  readonly start: number;
  /** The first step away from it. */
  readonly step: number;
  /** As good as zero. */
  readonly close: number;
}

const WIDEN = 8;
const MOST_ROUNDS = 200;
/** A share of what is missing that more of a lever has to take away to count. */
const NOTICEABLE = 1e-9;

/**
 * The value nearest to `start` at which nothing is missing any more: steps that widen on either side until it is met,
 * then bracketing. When it is met nowhere: the least step away from `start` that brings as much as any.
 */
export function findOne({ missing, low, high, start, step, close }: RootSearch): RootFound {
  const begin = { at: start, value: missing(start) };
  if (begin.value <= close) return { met: true, ...begin };
  const tried = [begin];
  const sides = [high, low].filter((end) => end !== start);
  for (const end of sides) {
    const way = Math.sign(end - start);
    let before = begin;
    for (let far = step; ; far *= WIDEN) {
      const at = way * (start + way * far - end) >= 0 ? end : start + way * far;
      const next = { at, value: missing(at) };
      if (next.value <= close) return { met: true, ...zeroCrossing(missing, before, next, close) };
      tried.push(next);
      before = next;
      if (at === end) break;
    }
  }
  return { met: false, ...leastOf(missing, begin, tried) };
}

interface Point {
  readonly at: number;
  readonly value: number;
}

/** Where a function crosses zero between a point where something is missing and one where nothing is (Chandrupatla 1997). */
export function zeroCrossing(missing: (x: number) => number, unmet: Point, met: Point, close: number): Point {
  // `a` is the latest point, `b` the other end of the bracket, `c` the one before.
  let [a, b, c]: [Point, Point, Point] = [met, unmet, unmet];
  let share = 0.5;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const at = a.at + share * (b.at - a.at);
    const next = { at, value: missing(at) };
    if (next.value > 0 === a.value > 0) c = a;
    else [c, b] = [b, a];
    a = next;
    const best = Math.abs(a.value) < Math.abs(b.value) ? a : b;
    const width = Math.abs(b.at - a.at);
    const finest = 4 * Number.EPSILON * Math.max(Math.abs(a.at), Math.abs(b.at));
    if (Math.abs(best.value) <= close || width <= finest) return best.value <= close ? best : a.value <= 0 ? a : b;
    const xi = (a.at - b.at) / (c.at - b.at);
    const phi = (a.value - b.value) / (c.value - b.value);
    const quadratic = phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi;
    share = quadratic
      ? (a.value / (b.value - a.value)) * (c.value / (b.value - c.value)) +
        ((c.at - a.at) / (b.at - a.at)) * (a.value / (c.value - a.value)) * (b.value / (c.value - b.value))
      : 0.5;
    const least = finest / width / 2;
    share = Math.min(1 - least, Math.max(least, share));
  }
  return a.value <= 0 ? a : b;
}

/** The point with least missing, and of points alike the one nearest to where the search began. */
function leastOf(missing: (x: number) => number, begin: Point, tried: readonly Point[]): Point {
  const least = Math.min(...tried.map(({ value }) => value));
  const enough = least + NOTICEABLE * Math.max(1, Math.abs(begin.value));
  if (begin.value <= enough) return begin;
  const away = (point: Point) => Math.abs(point.at - begin.at);
  const best = tried.filter(({ value }) => value <= enough).sort((one, other) => away(one) - away(other))[0]!;
  const side = Math.sign(best.at - begin.at);
  let inner = tried
    .filter((one) => one === begin || (Math.sign(one.at - begin.at) === side && away(one) < away(best)))
    .sort((one, other) => away(other) - away(one))[0]!;
  let outer = best;
  for (let round = 0; round < 60 && Math.abs(outer.at - inner.at) > 1e-6 * Math.max(1, away(outer)); round++) {
    const at = (inner.at + outer.at) / 2;
    const middle = { at, value: missing(at) };
    if (middle.value <= enough) outer = middle;
    else inner = middle;
  }
  return outer;
}
