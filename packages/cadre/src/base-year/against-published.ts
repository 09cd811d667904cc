import { SCHEDULED_CAUSES, type ScheduledCause } from "../model/causes.ts";
import type { System } from "../system/types.ts";
import type { BaseRates } from "./base-rates.ts";
import type { PoolCalibration } from "./base-year.ts";
import { sum } from "./sum.ts";
import { isStability, type TrialYear } from "./trial-year.ts";

/** Leavers of the base year by leaving: those at level one, and those that the published rate leaves for it. */
export interface LeaversFound {
  readonly atLevelOne: number;
  readonly wanted: number;
  /** All leavers that the published rate stands for. */
  readonly published: number;
  /** How the pool's rate is made up. */
  readonly parts: PoolCalibration;
}

/**
 * Holds a pool's leavers of a trial year, with leaving at a level, against its published rate: leavers for each
 * person-year lived, or (where the share of those in post at the start is published) leavers among them.
 */
export function againstPublished(
  system: System,
  base: BaseRates,
  trial: TrialYear,
  p: number,
  level: number,
  recruits: number,
): LeaversFound {
  const { stock, hires, openingStaff, opening } = trial;
  const pool = Object.values(system.pools)[p]!;
  const lived = stock.livedByPool[p]!;
  const from = p * lived.length;
  const all = flowsOf(base, p, from, lived);
  const hired = hires.countedFrom(p);
  const years = sum(lived);
  const rate = (heads: number) => (years > 0 ? heads / years : 0);
  const included = ({ scheduled, moving }: Flows) =>
    moving + hired + pool.leaving.includes.reduce((total, cause) => total + scheduled[cause], 0);
  let published = base.targets[p]! * years;
  let { leaving } = all;
  let wanted = published - included(all);
  const stability = openingStaff !== undefined && isStability(pool, system);
  if (stability) {
    const theirs = flowsOf(base, p, from, openingStaff.lived.subarray(from, from + lived.length));
    leaving = theirs.leaving;
    published = pool.leaving.rate!.value * sum(opening.subarray(from, from + lived.length));
    wanted = published - included(theirs);
  }
  // What a share of joiners or of opening staff comes to in the base year, for all the staff, is a result.
  const found = base.fixedLevels[p] !== undefined || stability;
  const parts: PoolCalibration = {
    target: found ? rate(level * all.leaving + (stability ? included(all) : 0)) : base.targets[p]!,
    scheduled: mapCauses(all.scheduled, rate),
    moving: rate(all.moving + hired),
    leaving: found && (wanted >= 0 || !stability) ? rate(level * all.leaving) : rate(wanted),
    scale: level,
    recruits,
  };
  return { atLevelOne: leaving, wanted, published, parts };
}

/** Leavers of a pool among people who lived so many years: at level one by leaving, by each schedule, and by moves that count. */
interface Flows {
  readonly leaving: number;
  readonly scheduled: Readonly<Record<ScheduledCause, number>>;
  readonly moving: number;
}

function flowsOf({ rates, shapes, counted }: BaseRates, p: number, from: number, lived: Float64Array): Flows {
  const flow = (hazard: Float64Array, at: number) => {
    let left = 0;
    for (let c = 0; c < lived.length; c++) left += hazard[at + c]! * lived[c]!;
    return left;
  };
  let moving = 0;
  for (const { hazard } of counted[p]!) moving += flow(hazard, 0);
  const scheduled = {} as Record<ScheduledCause, number>;
  for (const cause of SCHEDULED_CAUSES) scheduled[cause] = flow(rates.hazards[cause], from);
  return { leaving: flow(shapes, from), scheduled, moving };
}

function mapCauses(
  of: Readonly<Record<ScheduledCause, number>>,
  change: (value: number) => number,
): Record<ScheduledCause, number> {
  const out = {} as Record<ScheduledCause, number>;
  for (const cause of SCHEDULED_CAUSES) out[cause] = change(of[cause]);
  return out;
}
