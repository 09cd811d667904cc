/** Points and which of them are of interest. */
export interface BoxData {
  /** Values of each input, by input, then point. */
  readonly inputs: readonly Float64Array[];
  /** 1 for the points of interest. */
  readonly marked: Uint8Array;
}

/** One bound of a box. */
export interface Bound {
  readonly input: number;
  readonly above?: number;
  readonly below?: number;
}

/** A region of input values in which most points of interest lie. */
export interface Box {
  readonly bounds: readonly Bound[];
  /** Share of the points of interest that lie in it. */
  readonly coverage: number;
  /** Share of the points in it that are of interest. */
  readonly density: number;
}

/** Share of points that one peel takes off, and that a box holds at least. */
const [PEEL, LEAST_SUPPORT] = [0.05, 0.03];
const MOST_BOUNDED = 3;
/** A bound that brings less than this to the balance of coverage and density is left out. */
const WORTH = 0.02;
/** Standard deviations by which points not used to find a box must exceed chance. */
const BEYOND_CHANCE = 4;

type Ends = { low: Float64Array; high: Float64Array };

/**
 * The simplest box of input values in which most points of interest lie (PRIM: Friedman and Fisher 1999). Undefined when
 * there is none: a box found on half of the points has to hold on the other half beyond chance.
 */
export function findBox({ inputs, marked }: BoxData): Box | undefined {
  const n = marked.length;
  const all = Array.from({ length: n }, (_, i) => i);
  const share = all.reduce((sum, i) => sum + marked[i]!, 0) / n;
  if (share === 0 || share === 1 || inputs.length === 0) return undefined;
  const [even, odd] = [all.filter((i) => i % 2 === 0), all.filter((i) => i % 2 === 1)];
  const tried = peeled(inputs, marked, even);
  const held = odd.filter((i) => inside(inputs, tried, i));
  const hits = held.reduce((sum, i) => sum + marked[i]!, 0);
  const expected = held.length * share;
  if (!(hits - expected > BEYOND_CHANCE * Math.sqrt(expected * (1 - share)))) return undefined;
  const ends = peeled(inputs, marked, all);
  const bounds = inputs.flatMap((_, input): Bound[] => {
    const [above, below] = [ends.low[input]!, ends.high[input]!];
    if (!Number.isFinite(above) && !Number.isFinite(below)) return [];
    return [{ input, ...(Number.isFinite(above) && { above }), ...(Number.isFinite(below) && { below }) }];
  });
  const { coverage, density } = measured(inputs, marked, all, ends);
  return bounds.length > 0 ? { bounds, coverage, density } : undefined;
}

function inside(inputs: readonly Float64Array[], { low, high }: Ends, i: number): boolean {
  for (let k = 0; k < inputs.length; k++) if (inputs[k]![i]! < low[k]! || inputs[k]![i]! > high[k]!) return false;
  return true;
}

function measured(inputs: readonly Float64Array[], marked: Uint8Array, points: readonly number[], ends: Ends) {
  let [of, held, hits] = [0, 0, 0];
  for (const i of points) {
    of += marked[i]!;
    if (!inside(inputs, ends, i)) continue;
    held += 1;
    hits += marked[i]!;
  }
  const [coverage, density] = [of === 0 ? 0 : hits / of, held === 0 ? 0 : hits / held];
  // The harmonic mean: a box is as good as the worse of the two.
  return { coverage, density, balance: hits === 0 ? 0 : (2 * coverage * density) / (coverage + density) };
}

/** Peels thin slices off until little is left, takes the best box on the way, widens it and leaves out idle bounds. */
function peeled(inputs: readonly Float64Array[], marked: Uint8Array, points: readonly number[]): Ends {
  const open = (): Ends => ({
    low: new Float64Array(inputs.length).fill(Number.NEGATIVE_INFINITY),
    high: new Float64Array(inputs.length).fill(Number.POSITIVE_INFINITY),
  });
  let ends = open();
  let best = { ends, balance: measured(inputs, marked, points, ends).balance };
  let left = [...points];
  while (left.length > Math.max(10, LEAST_SUPPORT * points.length)) {
    const next = slice(inputs, marked, left, ends);
    if (!next) break;
    ends = next;
    left = left.filter((i) => inside(inputs, ends, i));
    const { balance } = measured(inputs, marked, points, ends);
    if (balance > best.balance) best = { ends, balance };
  }
  return widened(inputs, marked, points, simplified(inputs, marked, points, best.ends));
}

/** The slice whose loss leaves the most points of interest among those that remain. */
function slice(
  inputs: readonly Float64Array[],
  marked: Uint8Array,
  left: readonly number[],
  { low, high }: Ends,
): Ends | undefined {
  let best: { ends: Ends; density: number } | undefined;
  const off = Math.max(1, Math.floor(PEEL * left.length));
  for (const [k, values] of inputs.entries()) {
    const sorted = left.map((i) => values[i]!).sort((a, b) => a - b);
    for (const side of ["low", "high"] as const) {
      const end = side === "low" ? sorted[off]! : sorted[sorted.length - 1 - off]!;
      let [held, hits] = [0, 0];
      for (const i of left)
        if (side === "low" ? values[i]! >= end : values[i]! <= end) {
          held += 1;
          hits += marked[i]!;
        }
      // Values that many points share may leave nothing, or take nothing off.
      if (held === 0 || held === left.length || (best && hits / held <= best.density)) continue;
      const ends = { low: low.slice(), high: high.slice() };
      ends[side][k] = end;
      best = { ends, density: hits / held };
    }
  }
  return best?.ends;
}

/** Leaves out the bounds that bring least, until each that remains brings something and few inputs are bounded. */
function simplified(inputs: readonly Float64Array[], marked: Uint8Array, points: readonly number[], given: Ends): Ends {
  let ends = given;
  for (;;) {
    const now = measured(inputs, marked, points, ends).balance;
    const without = inputs.flatMap((_, k) =>
      (["low", "high"] as const).flatMap((side) => {
        if (!Number.isFinite(ends[side][k]!)) return [];
        const fewer = { low: ends.low.slice(), high: ends.high.slice() };
        fewer[side][k] = side === "low" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
        return [{ fewer, balance: measured(inputs, marked, points, fewer).balance }];
      }),
    );
    const [best] = without.sort((a, b) => b.balance - a.balance);
    const bounded = inputs.filter((_, k) => Number.isFinite(ends.low[k]!) || Number.isFinite(ends.high[k]!)).length;
    if (!best || (bounded <= MOST_BOUNDED && best.balance < now - WORTH)) return ends;
    ends = best.fewer;
  }
}

/** Moves each bound, outward or inward, to where coverage and density are in the best balance. */
function widened(inputs: readonly Float64Array[], marked: Uint8Array, points: readonly number[], given: Ends): Ends {
  let ends = given;
  for (const [k, values] of inputs.entries())
    for (const side of ["low", "high"] as const) {
      if (!Number.isFinite(ends[side][k]!)) continue;
      const sorted = points.map((i) => values[i]!).sort((a, b) => a - b);
      let best = { ends, balance: measured(inputs, marked, points, ends).balance };
      const steps = Math.min(sorted.length, 200);
      for (let step = 0; step < steps; step++) {
        const moved = { low: ends.low.slice(), high: ends.high.slice() };
        moved[side][k] = sorted[Math.floor((step * sorted.length) / steps)]!;
        const { balance } = measured(inputs, marked, points, moved);
        if (balance > best.balance) best = { ends: moved, balance };
      }
      ends = best.ends;
    }
  return ends;
}
