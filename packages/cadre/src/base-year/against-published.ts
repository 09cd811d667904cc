import { SCHEDULED_CAUSES, type ScheduledCause } from "../model/causes.ts";
import type { System } from "../system/types.ts";
import type { BaseRates } from "./base-rates.ts";
import type { PoolCalibration } from "./base-year.ts";
import type { TrialYear } from "./trial-year.ts";

/** Leavers of the base year by leaving: those at the level tried, and those that the published rate leaves for it. */
export interface LeaversFound {
  readonly now: number;
  readonly wanted: number;
  /** How the pool's rate is made up. */
  readonly parts: PoolCalibration;
}

/** Holds a pool's leavers of a trial year, with leaving at a level, against its published rate. */
export function againstPublished(
  system: System,
  { rates, shapes, targets, fixedLevels, counted }: BaseRates,
  { stock, hires }: TrialYear,
  p: number,
  level: number,
  recruits: number,
): LeaversFound {
  const lived = stock.livedByPool[p]!;
  const from = p * lived.length;
  const { includes } = Object.values(system.pools)[p]!.leaving;
  let [years, leaving] = [0, 0];
  for (let c = 0; c < lived.length; c++) {
    years += lived[c]!;
    leaving += shapes[from + c]! * lived[c]!;
  }
  const flow = (hazard: Float64Array, at: number) => {
    let left = 0;
    for (let c = 0; c < lived.length; c++) left += hazard[at + c]! * lived[c]!;
    return left;
  };
  let moving = 0;
  for (const { hazard } of counted[p]!) moving += flow(hazard, 0);
  moving += hires.countedFrom(p);
  const rate = (heads: number) => (years > 0 ? heads / years : 0);
  const scheduled = {} as Record<ScheduledCause, number>;
  let others = 0;
  for (const cause of SCHEDULED_CAUSES) {
    const left = flow(rates.hazards[cause], from);
    scheduled[cause] = rate(left);
    if (includes.includes(cause)) others += left;
  }
  const wanted = targets[p]! * years - (others + moving);
  const fixed = fixedLevels[p] !== undefined;
  const now = level * leaving;
  const parts: PoolCalibration = {
    // What a share of joiners comes to in the base year, for all the staff, is a result.
    target: fixed ? rate(now) : targets[p]!,
    scheduled,
    moving: rate(moving),
    leaving: fixed ? rate(now) : rate(wanted),
    scale: level,
    recruits,
  };
  return { now, wanted, parts };
}
