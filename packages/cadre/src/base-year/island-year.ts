import type { System } from "../system/types.ts";
import { sexAgesOf } from "../table/axes.ts";
import { againstPublished } from "./against-published.ts";
import { type BaseRates, baseRates } from "./base-rates.ts";
import { BaseRecruits } from "./base-recruits.ts";
import { type BaseStaff, baseStaff } from "./base-staff.ts";
import type { IslandYear, PoolCalibration } from "./base-year.ts";
import { aboveRate, checkProbabilities, noBaseYear } from "./contradictions.ts";
import { fixedPoint } from "./fixed-point.ts";
import { headsMoved, type PointSize, perHeadOf, pointIn, type SearchPoint, weightsOf } from "./search-point.ts";
import { sum } from "./sum.ts";
import { TrialYear } from "./trial-year.ts";

/** Rest is reached when nothing changes by more than this share; a result beyond the second is refused. */
const CLOSE = 2e-14;
const CLOSE_ENOUGH = 1e-10;
/** Near a known base year only the difference is wanted, to fewer digits. */
const CLOSE_NEAR = 1e-12;
/** A rate left for leaving that is below zero by rounding only. */
const ROUNDING = 1e-9;

/** The base year of an island, and the point at which the search for it came to rest. */
export type IslandFound = Pick<IslandYear, "year" | "point">;

/**
 * Finds the base year of pools that exchange staff. Leaving rates, opening tenure and recruits hang together (joiners
 * leave faster, so recruits depend on tenure and tenure on recruits), so they are improved in turn until nothing changes:
 * the level of leaving until base-year leavers ÷ person-years is the published rate, the recruits until the headcount
 * holds. `near`, where the search for a system that differs little came to rest, is a place to start from.
 */
export function islandYear(system: System, near?: Float64Array): IslandFound {
  const base = baseRates(system);
  const staff = baseStaff(system, base.rates);
  const trial = new TrialYear(system, base, staff);
  const pools = Object.values(system.pools);
  const size = { pools: pools.length, entries: sexAgesOf(system.axes), returning: trial.returning };
  const point = startingPoint(system, base, staff, size, near);
  const perHead = perHeadOf(pools.map(({ headcount }) => headcount.value));
  const search = new Search(system, base, staff, trial, size, perHead);
  const weights = weightsOf(size, perHead);
  const [close, enough] = near ? [CLOSE_NEAR, CLOSE_NEAR] : [CLOSE, CLOSE_ENOUGH];
  // The rounds write over the same two points.
  const points = new Map([[point.all, point]]);
  const pointAt = (memory: Float64Array): SearchPoint => {
    const known = points.get(memory) ?? pointIn(size, memory);
    points.set(memory, known);
    return known;
  };
  const rest = fixedPoint(point.all, weights, close, (now, next) => search.improve(pointAt(now), pointAt(next)));
  // On its way a search may leave nothing for leaving; only where it ends does that say something about the rates.
  search.refuseContradictions();
  if (rest > enough) throw noBaseYear(system);
  if (system.calendar.convention === "opening-stock") checkProbabilities(system, base.rates);
  const year = {
    opening: trial.opening,
    rates: base.rates,
    shapes: base.shapes,
    personYears: trial.stock.lived,
    recruits: point.recruits.slice(),
    pools: search.report,
  };
  return { year, point: point.all };
}

/** Where the search begins: leaving at the published rate, and as many recruits as leavers. */
function startingPoint(
  system: System,
  { targets, fixedLevels }: BaseRates,
  staff: BaseStaff,
  size: PointSize,
  near: Float64Array | undefined,
): SearchPoint {
  const point = pointIn(size);
  const known = near?.length === point.all.length ? near : undefined;
  if (known) point.all.set(known);
  Object.values(system.pools).forEach(({ headcount }, p) => {
    // A level that the file fixes, or that nobody's leaving can improve, is known and not a place to start from.
    if (!known || fixedLevels[p] !== undefined || headcount.value <= 0) point.levels[p] = fixedLevels[p] ?? targets[p]!;
    if (known) return;
    point.notHired[p] = 1;
    staff.byPool[p]!.forEach((heads, i) => {
      const at = p * size.entries + i;
      point.recruits[at] = point.joined[at] = heads * targets[p]!;
    });
  });
  return point;
}

/** The rounds of the search. */
class Search {
  /** How each pool's published rate is made up, by the last round. */
  readonly report: PoolCalibration[] = [];
  private readonly system: System;
  private readonly ids: readonly string[];
  private readonly base: BaseRates;
  private readonly trial: TrialYear;
  private readonly recruits: BaseRecruits;
  private readonly size: PointSize;
  private readonly perHead: readonly number[];

  constructor(
    system: System,
    base: BaseRates,
    staff: BaseStaff,
    trial: TrialYear,
    size: PointSize,
    perHead: readonly number[],
  ) {
    this.system = system;
    this.ids = Object.keys(system.pools);
    this.base = base;
    this.trial = trial;
    this.recruits = new BaseRecruits(system, staff);
    this.size = size;
    this.perHead = perHead;
  }

  /** Writes a better point to `next`; returns how far from rest the point at hand was. */
  improve(now: SearchPoint, next: SearchPoint): number {
    const { trial, perHead } = this;
    trial.run(now, next);
    const [recruits, better] = [now.recruitsByPool, next.recruitsByPool];
    let worst = 0;
    for (let p = 0; p < this.size.pools; p++) {
      worst = Math.max(worst, this.improveLevel(p, recruits[p]!, now, next));
      this.recruits.improve(p, trial.stock.headsByPool[p]!, trial.joinerStay[p]!, recruits[p]!, better[p]!);
    }
    // Recruits may hold the headcount of a first guess in which nobody comes back or is hired away yet.
    const moved = [
      [better, recruits],
      [next.joinedByPool, now.joinedByPool],
      ...(this.size.returning ? [[next.returningByPool, now.returningByPool] as const] : []),
    ] as const;
    for (let p = 0; p < this.size.pools; p++) {
      worst = Math.max(worst, Math.abs(next.notHired[p]! - now.notHired[p]!));
      for (const [after, before] of moved) worst = Math.max(worst, headsMoved(after[p]!, before[p]!) * perHead[p]!);
    }
    return worst;
  }

  /** Throws when the published rate of a pool leaves nothing for leaving. */
  refuseContradictions(): void {
    this.report.forEach((pool, p) => {
      if (pool.leaving < -ROUNDING && this.base.fixedLevels[p] === undefined)
        throw aboveRate(this.system, this.ids[p]!, pool);
    });
  }

  /** Improves the level of leaving of one pool; returns how far it was off, as a share of the published leavers. */
  private improveLevel(p: number, recruits: Float64Array, { levels }: SearchPoint, next: SearchPoint): number {
    const { system, base, trial } = this;
    const level = levels[p]!;
    const all = sum(recruits) * trial.hires.factor(p);
    const { atLevelOne, wanted, published, parts } = againstPublished(system, base, trial, p, level, all);
    this.report[p] = parts;
    const fixed = base.fixedLevels[p];
    next.levels[p] = fixed ?? level;
    if (fixed !== undefined || !(atLevelOne > 0)) return 0;
    // Not in proportion to the level at hand, from which a level of zero would never rise again.
    const left = Math.max(wanted, 0);
    next.levels[p] = left / atLevelOne;
    const off = Math.abs(left - level * atLevelOne);
    return off > 0 ? off / Math.max(published, left, level * atLevelOne) : 0;
  }
}
