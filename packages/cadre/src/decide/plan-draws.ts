import type { PoolMeasure } from "../model/measures.ts";
import { groupsOf } from "../projection/groups.ts";
import type { Result } from "../projection/result.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import type { System } from "../system/types.ts";
import { type MakingDraws, makeDraws, newKey } from "../uncertainty/make-draws.ts";
import { sampledShares } from "../uncertainty/sampling.ts";
import { type Uncertain, uncertainties } from "../uncertainty/uncertain.ts";

/** Which draws of which plans, and the measures they tell. */
export interface PlanDraws extends MakingDraws {
  readonly plans: readonly Scenario[];
  /** A run of one of the plans. */
  readonly central: Result;
  readonly measures: readonly PoolMeasure[];
  readonly draws: number;
  readonly seed: number | string;
}

/** A number of one draw of one plan: of a pool or group, at a reference date or in the model year that ends there. */
export type DrawnNumber = (pool: string, measure: PoolMeasure, year: number) => number;

/** Everything uncertain in the plans, and where each number lies in each draw. */
export interface DrawnInputs {
  readonly known: readonly Uncertain[];
  /** Shares of the distributions, by draw, then number. */
  readonly drawn: Float64Array;
}

/** Runs plans over the same draws of everything uncertain, and tells `add` each draw of each plan. */
export async function drawPlans(
  system: System,
  { plans, central, measures, draws, seed, ...making }: PlanDraws,
  add: (plan: number, draw: number, number: DrawnNumber) => void,
): Promise<DrawnInputs> {
  const known = [...new Map(plans.flatMap((plan) => uncertainties(system, plan)).map((one) => [one.id, one])).values()];
  const ids = known.map(({ id }) => id);
  const drawn = sampledShares({ ids, groups: known.map(({ membership }) => membership), draws, seed });
  const dates = central.years.length + 1;
  const groups = groupsOf(central.data.resolved).filter((group) => group.pools.length > 0);
  const rows = new Map(groups.map(({ id }, g) => [id, g]));
  const columns = new Map(measures.map((measure, m) => [measure, m]));
  const work = { key: newKey(), system, scenarios: plans, ids, measures, noise: false, seed };
  const sharesOf = (from: number, to: number) => drawn.slice(from * ids.length, to * ids.length);
  await makeDraws(work, draws, sharesOf, making, ({ values }, from, count) => {
    for (const [s, of] of values.entries()) {
      const width = of.length / count;
      for (let d = 0; d < count; d++)
        add(s, from + d, (pool, measure, year) => {
          const row = rows.get(pool)! * measures.length + columns.get(measure)!;
          return of[d * width + row * dates + year - central.base]!;
        });
    }
  });
  return { known, drawn };
}
