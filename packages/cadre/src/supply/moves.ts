import { type Axes, cellsOf, sexAgesOf } from "../table/axes.ts";
import type { MoveRate } from "./rates.ts";

/** Pools that exchange people among themselves, with the factored equations of their joiners for each (sex, age). */
interface Component {
  readonly pools: Int32Array;
  /** LU factors, one m × m matrix a (sex, age), row-major. */
  readonly factors: Float64Array;
  readonly work: Float64Array;
}

/** The moves of one set of rates, ready for the steps. */
export interface MoveNetwork {
  /** Movers per opening head by (sex, age, tenure), a list a move. */
  readonly flows: readonly { readonly from: number; readonly to: number; readonly perHead: Float64Array }[];
  readonly components: readonly Component[];
}

/**
 * Joiners may move on within the step, so the joiners of pools that exchange people solve
 * `J_q = b_q + Σ_p μ_pq(0)·Δ·B_p·J_p` for each (sex, age). Every column of that system leaves more on its diagonal
 * than it sends away, so elimination needs no pivoting and the factors are worked out once.
 */
export function factorMoves(
  moves: readonly MoveRate[],
  pools: number,
  axes: Axes,
  lived: Float64Array,
  joinerLived: Float64Array,
): MoveNetwork {
  const cells = cellsOf(axes);
  const entries = sexAgesOf(axes);
  const flows = moves.map(({ from, to, hazard }) => {
    const perHead = new Float64Array(cells);
    for (let c = 0; c < cells; c++) perHead[c] = hazard[c] * lived[from * cells + c];
    return { from, to, perHead };
  });
  const components = connected(moves, pools).map((members): Component => {
    const m = members.length;
    const factors = new Float64Array(entries * m * m);
    const place = new Map(members.map((pool, index) => [pool, index]));
    for (let i = 0; i < entries; i++) {
      const at = i * m * m;
      for (let r = 0; r < m; r++) factors[at + r * m + r] = 1;
      for (const { from, to, hazard } of moves) {
        const column = place.get(from);
        const row = place.get(to);
        if (column === undefined || row === undefined) continue;
        factors[at + row * m + column] -= hazard[i * axes.tenure] * joinerLived[from * entries + i];
      }
      eliminate(factors, at, m);
    }
    return { pools: Int32Array.from(members), factors, work: new Float64Array(m) };
  });
  return { flows, components };
}

/** Turns the joiners known so far (external and moved from stock) into all joiners, in place, by (pool, sex, age). */
export function solveJoiners(network: MoveNetwork, joiners: Float64Array, entries: number): void {
  for (const { pools, factors, work } of network.components) {
    const m = pools.length;
    for (let i = 0; i < entries; i++) {
      const at = i * m * m;
      for (let r = 0; r < m; r++) {
        let sum = joiners[pools[r] * entries + i];
        for (let c = 0; c < r; c++) sum -= factors[at + r * m + c] * work[c];
        work[r] = sum;
      }
      for (let r = m - 1; r >= 0; r--) {
        let sum = work[r];
        for (let c = r + 1; c < m; c++) sum -= factors[at + r * m + c] * work[c];
        work[r] = sum / factors[at + r * m + r];
      }
      for (let r = 0; r < m; r++) joiners[pools[r] * entries + i] = work[r];
    }
  }
}

function eliminate(a: Float64Array, at: number, m: number): void {
  for (let p = 0; p < m; p++)
    for (let r = p + 1; r < m; r++) {
      const factor = a[at + r * m + p] / a[at + p * m + p];
      a[at + r * m + p] = factor;
      if (factor !== 0) for (let c = p + 1; c < m; c++) a[at + r * m + c] -= factor * a[at + p * m + c];
    }
}

/** Groups of pools that moves join, in order; pools without moves are in none. */
function connected(moves: readonly MoveRate[], pools: number): number[][] {
  const group = Array.from({ length: pools }, (_, pool) => pool);
  const root = (pool: number): number => (group[pool] === pool ? pool : root(group[pool]));
  const moved = new Set<number>();
  for (const { from, to } of moves) {
    moved.add(from).add(to);
    group[Math.max(root(from), root(to))] = Math.min(root(from), root(to));
  }
  const members = new Map<number, number[]>();
  for (const pool of [...moved].sort((a, b) => a - b)) {
    const key = root(pool);
    members.set(key, [...(members.get(key) ?? []), pool]);
  }
  return [...members.values()];
}
