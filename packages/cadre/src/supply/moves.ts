import type { Kernel } from "./kernel.ts";
import { equalParts } from "./parts.ts";
import type { MoveRate } from "./rates.ts";
import type { Size } from "./size.ts";

/** One row taken off another in solving for joiners: `joiners[row] −= factor · joiners[column]`, by (sex, age). */
interface Elimination {
  readonly row: number;
  readonly column: number;
  readonly factor: Float64Array;
}

/** The moves from one pool to another. */
export interface Flow {
  readonly from: number;
  readonly to: number;
  /** By (sex, age, tenure) of the pool left; movers per opening head are of one step. */
  readonly hazard: Float64Array;
  readonly perHead: Float64Array;
}

/**
 * Moves between pools. Joiners may move on within the step, so the joiners of pools that exchange people solve
 * `J_q = b_q + Σ_p μ_pq(0)·Δ·B_p·J_p` for each (sex, age). Every column of that system leaves more on its diagonal
 * than it sends away, so elimination needs no pivoting; which entries of the matrix are not zero is the same for all
 * (sex, age), and only those are kept. Method: docs/method/step.md.
 */
export class MoveNetwork {
  readonly flows: readonly Flow[];
  private readonly byPool: readonly (readonly Flow[])[];
  /** Churn of pools, and what scaled churn is a factor of. */
  private readonly churn: readonly {
    readonly pool: number;
    readonly unscaled: Float64Array;
    readonly hazard: Float64Array;
  }[];
  /** Pools that people move between, and their diagonals of the matrix (inverted, once factored). */
  private readonly pools: readonly number[];
  private readonly inverses: readonly Float64Array[];
  /** Rows taken off below each pool, and off each pool from those after it. */
  private readonly down: readonly Elimination[];
  private readonly up: readonly (readonly Elimination[])[];
  private readonly matrix = new Map<number, Float64Array>();
  private readonly size: Size;
  private readonly kernel: Kernel;

  constructor(moves: readonly MoveRate[], size: Size, kernel: Kernel) {
    const { pools, entries, tenures } = size;
    this.size = size;
    this.kernel = kernel;
    const cells = () => kernel.array(entries * tenures);
    this.flows = moves.map(({ from, to }) => ({ from, to, hazard: cells(), perHead: cells() }));
    this.churn = this.flows.flatMap(({ from, to, hazard }) =>
      from === to ? [{ pool: from, unscaled: cells(), hazard }] : [],
    );
    this.byPool = Array.from({ length: pools }, (_, pool) => this.flows.filter(({ from }) => from === pool));
    this.pools = [...new Set(moves.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
    const has = (row: number, column: number) => this.matrix.has(row * pools + column);
    const entry = (row: number, column: number): Float64Array => {
      const key = row * pools + column;
      const known = this.matrix.get(key) ?? kernel.array(entries);
      this.matrix.set(key, known);
      return known;
    };
    this.inverses = this.pools.map((pool) => entry(pool, pool));
    for (const { from, to } of moves) entry(to, from);
    this.down = this.pools.flatMap((column, p) => {
      const below = this.pools.slice(p + 1);
      return below
        .filter((row) => has(row, column))
        .map((row) => {
          for (const other of below) if (has(column, other)) entry(row, other);
          return { row, column, factor: entry(row, column) };
        });
    });
    this.up = this.pools.map((row) =>
      this.pools
        .filter((column) => column > row && has(row, column))
        .map((column) => ({ row, column, factor: entry(row, column) })),
    );
  }

  /** Takes the hazards of the same moves again, by (sex, age, tenure) of the pool left. */
  setHazards(moves: readonly MoveRate[]): void {
    this.flows.forEach(({ hazard }, m) => {
      hazard.set(moves[m]!.hazard);
    });
  }

  /** Takes the hazards of the same moves again, of which `scaleChurn` then takes churn times a factor. */
  keepHazards(moves: readonly MoveRate[]): void {
    this.setHazards(moves);
    for (const { unscaled, hazard } of this.churn) unscaled.set(hazard);
  }

  scaleChurn(factors: Float64Array): void {
    for (let f = 0; f < this.churn.length; f++) {
      const { pool, unscaled, hazard } = this.churn[f]!;
      this.kernel.times(unscaled, factors[pool]!, hazard);
    }
  }

  /** Works out movers per head and the factors of the matrix from what a step does to heads and joiners. */
  factor(lived: Float64Array, joinerLived: Float64Array): void {
    const { matrix, kernel } = this;
    const { pools, entries, tenures: K } = this.size;
    if (this.flows.length === 0) return;
    const livedOf = equalParts(lived, pools);
    for (const one of matrix.values()) one.fill(0);
    for (const diagonal of this.inverses) diagonal.fill(1);
    for (const { from, to, hazard, perHead } of this.flows) {
      kernel.multiply(hazard, livedOf[from]!, perHead);
      const part = matrix.get(to * pools + from) as Float64Array;
      for (let i = 0, at = from * entries; i < entries; i++) part[i]! -= hazard[i * K]! * joinerLived[at + i]!;
    }
    // LU in place; the diagonals are inverted last, so that solving only multiplies.
    for (const { row, column, factor } of this.down) {
      const pivot = matrix.get(column * pools + column) as Float64Array;
      for (let i = 0; i < entries; i++) factor[i]! /= pivot[i]!;
      for (const other of this.pools) {
        const above = other > column ? matrix.get(column * pools + other) : undefined;
        if (above) kernel.less(factor, above, matrix.get(row * pools + other) as Float64Array);
      }
    }
    for (const diagonal of this.inverses) for (let i = 0; i < entries; i++) diagonal[i] = 1 / diagonal[i]!;
  }

  /** The moves out of a pool. */
  from(pool: number): readonly Flow[] {
    return this.byPool[pool]!;
  }

  /** Adds those who move out of the opening heads to the joiners of the pools they move to; both by pool. */
  addMovers(heads: readonly Float64Array[], joiners: readonly Float64Array[]): void {
    for (const { from, to, perHead } of this.flows)
      this.kernel.move(perHead, heads[from]!, joiners[to]!, this.size.tenures);
  }

  /**
   * Takes off the moves that people taken out evenly over the step no longer make: `taken` by (sex, age, tenure) of one
   * pool, `joinedLived` the years that someone there for part of the step lives.
   */
  takeMovers(pool: number, taken: Float64Array, joinedLived: Float64Array, joiners: readonly Float64Array[]): void {
    for (const { to, hazard } of this.byPool[pool]!) {
      const into = joiners[to]!;
      const K = this.size.tenures;
      for (let i = 0, c = 0; i < into.length; i++) {
        let fewer = 0;
        for (let k = 0; k < K; k++, c++) fewer += hazard[c]! * taken[c]! * joinedLived[c]!;
        into[i]! -= fewer;
      }
    }
  }

  /** Turns the joiners known so far (external and moved from stock) into all joiners, in place, by pool. */
  solve(joiners: readonly Float64Array[]): void {
    const { kernel } = this;
    for (const { row, column, factor } of this.down) kernel.less(factor, joiners[column]!, joiners[row]!);
    // Up from the last pool: what a pool gets from later ones is known by then.
    for (let p = this.pools.length - 1; p >= 0; p--) {
      const own = joiners[this.pools[p]!]!;
      for (const { column, factor } of this.up[p]!) kernel.less(factor, joiners[column]!, own);
      kernel.multiply(own, this.inverses[p]!, own);
    }
  }
}
