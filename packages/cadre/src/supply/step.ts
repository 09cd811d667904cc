import type { Coefficients } from "./coefficients.ts";
import { solveJoiners } from "./moves.ts";
import type { MoveRate } from "./rates.ts";
import { lessHeads, lessMoves } from "./removal.ts";

/** Sizes of the flat arrays: pools, (sex, age) entries and tenures. */
export interface Size {
  readonly pools: number;
  /** Number of (sex, age) classes. */
  readonly entries: number;
  readonly tenures: number;
}

/**
 * One step, exactly (model section 3). `heads` by (pool, sex, age, tenure) becomes the closing heads; `joiners` by
 * (pool, sex, age) holds external joiners on entry and all joiners on return; the person-years lived are added to
 * `personYears`. People `taken` out by (pool, sex, age, tenure) leave evenly over the step. Nothing is allocated. Method: docs/method/step.md.
 */
export function step(
  steps: Coefficients,
  size: Size,
  heads: Float64Array,
  joiners: Float64Array,
  personYears: Float64Array,
  taken?: { readonly heads: Float64Array; readonly moves: readonly MoveRate[] },
): void {
  const { stay, joinerStay, lived, joinerLived, network } = steps;
  const { pools, entries, tenures: K } = size;
  const cells = entries * K;
  for (const { from, to, perHead } of network.flows) {
    const N = from * cells;
    const J = to * entries;
    for (let i = 0, c = 0; i < entries; i++) {
      let moved = 0;
      for (let k = 0; k < K; k++, c++) moved += perHead[c] * heads[N + c];
      joiners[J + i] += moved;
    }
  }
  if (taken) lessMoves(taken.moves, steps, size, taken.heads, joiners);
  solveJoiners(network, joiners, entries);
  for (let i = 0, c = 0; i < pools * entries; i++) {
    const J = joiners[i];
    const N = heads[c];
    heads[c] = N * stay[c] + J * joinerStay[i];
    personYears[c] += N * lived[c] + J * joinerLived[i];
    c++;
    for (let k = 1; k < K; k++, c++) {
      const served = heads[c];
      heads[c] = served * stay[c];
      personYears[c] += served * lived[c];
    }
  }
  if (taken) lessHeads(steps, taken.heads, heads, personYears);
}
