import { quantilesOf } from "./quantiles-of.ts";

/** Draws kept one by one for each number; up to here its quantiles are exact. */
export const KEPT_DRAWS = 1000;

/** What many draws say of one number; `T` is `number | undefined` for what not every draw may be able to work out. */
export interface Spread<T = number> {
  readonly mean: T;
  /** One draw in ten lies below it. */
  readonly p10: T;
  readonly p50: T;
  /** One draw in ten lies above it. */
  readonly p90: T;
}

/** The draws of many numbers as plain data: kept one by one, or counted in bins after the first thousand. */
export interface SpreadsData {
  readonly draws: number;
  /** Draws kept of each number. */
  readonly capacity: number;
  /** By number, then draw; once counted, the same memory holds counts by number, then bin (32 bits each). */
  readonly values: Float64Array;
  readonly sums: Float64Array;
  /** Where the first bin begins and how wide bins are, and the extremes, by number; empty while draws are kept. */
  readonly low: Float64Array;
  readonly step: Float64Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** By number: values that many draws share exactly, with their counts; these are in no bin. */
  readonly shared: readonly (ReadonlyMap<number, number> | undefined)[];
}

/** A value that so many of the first thousand draws share is counted by itself, so that it is reported exactly. */
const SHARED_BY = 10;

/** Counts below and above all bins have a place each. */
const BINS = 2 * KEPT_DRAWS - 2;

/**
 * Gathers draws of many numbers in memory that does not grow with their count. The first thousand are kept and their
 * quantiles are exact (with a straight line between neighbours). Beyond, each number's draws are counted in 1,998 equal
 * bins over twice the range of the first thousand, in the memory that held those; a quantile is then off by less than
 * one bin, a thousandth of that range. Values that a hundredth of the first thousand share, such as those of a discrete
 * distribution, are counted by themselves and stay exact. Means are exact. Method: docs/method/uncertainty.md.
 */
export class Spreads {
  private readonly width: number;
  private readonly draws: number;
  private readonly capacity: number;
  private readonly values: Float64Array;
  private readonly sums: Float64Array;
  private low = new Float64Array(0);
  private step = new Float64Array(0);
  private least = new Float64Array(0);
  private most = new Float64Array(0);
  private shared: (Map<number, number> | undefined)[] = [];
  private done = 0;

  constructor(width: number, draws: number) {
    this.width = width;
    this.draws = draws;
    this.capacity = Math.min(draws, KEPT_DRAWS);
    this.values = new Float64Array(width * this.capacity);
    this.sums = new Float64Array(width);
  }

  /** Adds the next `count` draws of all numbers: `block` by draw, then number. */
  add(block: Float64Array, count: number): void {
    const { width, capacity, values, sums } = this;
    const kept = Math.min(count, capacity - Math.min(this.done, capacity));
    for (let row = 0; row < width; row++) {
      let sum = sums[row]!;
      let at = row;
      for (let d = 0, to = row * capacity + this.done; d < kept; d++, at += width) {
        const value = block[at]!;
        sum += value;
        values[to + d] = value;
      }
      for (let d = kept; d < count; d++, at += width) sum += block[at]!;
      sums[row] = sum;
    }
    if (kept < count) {
      if (this.low.length === 0) this.beginCounting();
      for (let row = 0; row < width; row++) this.count(row, block, kept * width + row, width, count - kept);
    }
    this.done += count;
  }

  data(): SpreadsData {
    const { draws, capacity, values, sums, low, step, least, most, shared } = this;
    return { draws, capacity, values, sums, low, step, least, most, shared };
  }

  /** Turns the draws kept of each number into counts, in their own memory. */
  private beginCounting(): void {
    const { width, capacity } = this;
    const ends = () => new Float64Array(width);
    [this.low, this.step, this.least, this.most] = [ends(), ends(), ends(), ends()];
    for (let row = 0; row < width; row++) {
      const kept = this.values.slice(row * capacity, (row + 1) * capacity);
      const [least, most] = [kept.reduce((a, b) => Math.min(a, b)), kept.reduce((a, b) => Math.max(a, b))];
      this.least[row] = least;
      this.most[row] = most;
      this.low[row] = least - (most - least) / 2;
      this.step[row] = (2 * (most - least)) / BINS;
      this.shared[row] = sharedValues(kept);
      this.values.fill(0, row * capacity, (row + 1) * capacity);
      this.count(row, kept, 0, 1, kept.length);
    }
  }

  /** Counts `count` draws of a number, which stand in `from` every `stride` places from `start`. */
  private count(row: number, from: Float64Array, start: number, stride: number, count: number): void {
    const counts = countsOf(this.values, row, this.capacity);
    const [low, step, shared] = [this.low[row]!, this.step[row]!, this.shared[row]];
    let [least, most] = [this.least[row]!, this.most[row]!];
    for (let d = 0, at = start; d < count; d++, at += stride) {
      const value = from[at]!;
      if (value < least) least = value;
      if (value > most) most = value;
      const alike = shared?.get(value);
      if (alike === undefined) counts[binOf(value, low, step)]!++;
      else shared?.set(value, alike + 1);
    }
    this.least[row] = least;
    this.most[row] = most;
  }
}

/** Values that many draws share, none counted yet; undefined when there are none. */
function sharedValues(kept: Float64Array): Map<number, number> | undefined {
  const sorted = kept.slice().sort();
  const found = new Map<number, number>();
  for (let i = 0; i + SHARED_BY <= sorted.length; i++)
    if (sorted[i] === sorted[i + SHARED_BY - 1]) found.set(sorted[i]!, 0);
  return found.size > 0 ? found : undefined;
}

/** Counts of a number: below all bins, in each, above all. */
const countsOf = (values: Float64Array, row: number, capacity: number): Uint32Array =>
  new Uint32Array(values.buffer, values.byteOffset + row * capacity * 8, BINS + 2);

function binOf(value: number, low: number, step: number): number {
  // A number that was the same in all of the first draws has bins without width.
  if (step === 0) return value < low ? 0 : value > low ? BINS + 1 : 1;
  const bin = Math.floor((value - low) / step);
  return bin < 0 ? 0 : bin >= BINS ? BINS + 1 : bin + 1;
}

/** Whether a number could be worked out in every draw. */
const isComputed = ({ sums }: SpreadsData, row: number): boolean => !Number.isNaN(sums[row]);

/** Mean and quantiles of one number, undefined where a draw could not work it out. */
export function spreadOf(data: SpreadsData, row: number): Spread<number | undefined> {
  if (!isComputed(data, row)) return { mean: undefined, p10: undefined, p50: undefined, p90: undefined };
  const quantile = data.low.length === 0 ? keptQuantiles(data, row) : countedQuantiles(data, row);
  return { mean: meanOf(data, row), p10: quantile(0.1), p50: quantile(0.5), p90: quantile(0.9) };
}

/** A mean lies within its draws, whatever the rounding of their sum. */
function meanOf(data: SpreadsData, row: number): number {
  const mean = data.sums[row]! / data.draws;
  if (data.low.length > 0) return Math.min(data.most[row]!, Math.max(data.least[row]!, mean));
  const kept = data.values.subarray(row * data.capacity, (row + 1) * data.capacity);
  let [least, most] = [kept[0]!, kept[0]!];
  for (const value of kept) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return Math.min(most, Math.max(least, mean));
}

/** Share of the draws of one number that are at most so much; undefined where a draw could not work it out. */
export function shareAtMost(data: SpreadsData, row: number, most: number): number | undefined {
  if (!isComputed(data, row)) return undefined;
  const { draws, capacity, values } = data;
  if (data.low.length === 0) {
    let below = 0;
    for (const value of values.subarray(row * capacity, (row + 1) * capacity)) if (value <= most) below++;
    return below / draws;
  }
  let below = 0;
  for (const { from, to, count } of piecesOf(data, row)) {
    if (from > most) break;
    below += to <= most ? count : (count * (most - from)) / (to - from);
  }
  return below / draws;
}

const keptQuantiles = ({ values, capacity }: SpreadsData, row: number): ((share: number) => number) =>
  quantilesOf(values.subarray(row * capacity, (row + 1) * capacity));

function countedQuantiles(data: SpreadsData, row: number): (share: number) => number {
  const pieces = piecesOf(data, row);
  return (share) => {
    // Of equal draws in a piece, each stands in the middle of its part of it.
    const rank = share * (data.draws - 1) + 0.5;
    let below = 0;
    for (const { from, to, count } of pieces) {
      if (below + count >= rank) return from + ((to - from) * (rank - below)) / count;
      below += count;
    }
    return data.most[row]!;
  };
}

/** Draws that lie evenly between two values, or share one. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** The counted draws of a number from the lowest up. A bin around a shared value is cut there. */
function piecesOf(data: SpreadsData, row: number): Piece[] {
  const counts = countsOf(data.values, row, data.capacity);
  const shared = [...(data.shared[row] ?? [])].sort(([one], [other]) => one - other);
  const pieces: Piece[] = [];
  let next = 0;
  const add = (from: number, to: number, count: number): void => {
    if (count > 0) pieces.push({ from, to, count });
  };
  for (let bin = 0; bin <= BINS + 1; bin++) {
    let [from, to] = edges(data, row, bin);
    let count = counts[bin]!;
    for (; next < shared.length && (shared[next]![0] < to || bin === BINS + 1); next++) {
      const [value, alike] = shared[next]!;
      const part = to > from ? (count * Math.max(0, value - from)) / (to - from) : 0;
      add(from, value, part);
      add(value, value, alike);
      from = Math.max(from, value);
      count -= part;
    }
    add(from, to, count);
  }
  return pieces;
}

/** Where a bin begins and ends, no further than the draws reach. */
function edges(data: SpreadsData, row: number, bin: number): [number, number] {
  const [low, step, least, most] = [data.low[row]!, data.step[row]!, data.least[row]!, data.most[row]!];
  if (bin === 0) return [least, Math.min(low, most)];
  if (bin === BINS + 1) return [Math.max(low + step * BINS, least), most];
  return [Math.max(low + (bin - 1) * step, least), Math.min(low + bin * step, most)];
}
