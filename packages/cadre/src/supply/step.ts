import type { Coefficients } from "./coefficients.ts";
import { equalParts } from "./parts.ts";
import type { Removal } from "./removal.ts";
import type { Size } from "./size.ts";

/**
 * Heads and person-years by (pool, sex, age, tenure), joiners by (pool, sex, age), and the same arrays for each pool.
 */
export class Stock {
  readonly heads: Float64Array;
  readonly headsByPool: readonly Float64Array[];
  readonly joiners: Float64Array;
  readonly joinersByPool: readonly Float64Array[];
  readonly lived: Float64Array;
  readonly livedByPool: readonly Float64Array[];

  constructor({ pools, entries, tenures }: Size) {
    this.heads = new Float64Array(pools * entries * tenures);
    this.headsByPool = equalParts(this.heads, pools);
    this.joiners = new Float64Array(pools * entries);
    this.joinersByPool = equalParts(this.joiners, pools);
    this.lived = new Float64Array(this.heads.length);
    this.livedByPool = equalParts(this.lived, pools);
  }
}

/**
 * One step, exactly (model section 3): opening heads become closing heads, external joiners all joiners, and the
 * person-years lived are added. People `taken` out leave evenly over the step. Method: docs/method/step.md.
 */
export function step(
  steps: Coefficients,
  size: Size,
  { heads, headsByPool, joiners, joinersByPool, lived, livedByPool }: Stock,
  taken?: Removal,
): void {
  const { network, byPool } = steps;
  network.addMovers(headsByPool, joinersByPool);
  const goners = taken ? [...taken.pools].map((pool) => ({ pool, gone: taken.heads[pool]! })) : [];
  for (const { pool, gone } of goners) network.takeMovers(pool, gone, byPool[pool]!.joinedLived, joinersByPool);
  network.solve(joinersByPool);
  close(steps, size, heads, joiners, lived, false);
  for (const { pool, gone } of goners) {
    const { lived: share, joinedLived } = byPool[pool]!;
    steps.kernel.takeOut(gone, share, joinedLived, 1, steps.delta, headsByPool[pool]!, livedByPool[pool]!);
  }
}

/**
 * Closes a step, exactly (model section 3): `heads` by (pool, sex, age, tenure) become the closing heads, from all
 * `joiners` by (pool, sex, age), and the person-years lived are added to `years`, or begin them in the `first` step of a year. Nothing is allocated. Method:
 * docs/method/step.md.
 */
export function close(
  { kernel, stay, lived, joinerStay, joinerLived }: Coefficients,
  { tenures }: Size,
  heads: Float64Array,
  joiners: Float64Array,
  years: Float64Array,
  first: boolean,
): void {
  kernel.close(stay, lived, heads, years, first);
  kernel.join(joiners, joinerStay, joinerLived, heads, years, tenures);
}
