import { Coefficients } from "../supply/coefficients.ts";
import { Removal } from "../supply/removal.ts";
import { laterAge, leaversByAge } from "../supply/returners.ts";
import { type Size, Stock, step } from "../supply/step.ts";
import type { Pool, System } from "../system/types.ts";
import { type Axes, agesOf, cellsOf, sexAgesOf } from "../table/axes.ts";
import { baseRates } from "./base-rates.ts";
import type { BaseYear, PoolCalibration } from "./base-year.ts";
import { aboveRate, checkProbabilities, noBaseYear } from "./contradictions.ts";
import { fixedPoint } from "./fixed-point.ts";
import { headsBySexAge, headsByTenure, shares, spreadShares, steadyTenure } from "./opening.ts";
import { structureHoldingRecruits } from "./recruits.ts";

/** Rest is reached when nothing changes by more than this share; a result beyond the second is refused. */
const CLOSE = 2e-14;
const CLOSE_ENOUGH = 1e-10;
/** Near a known base year only the difference is wanted, to fewer digits. */
const CLOSE_NEAR = 1e-7;
/** Rounds before a leaving rate that leaves nothing for leaving is taken for a contradiction. */
const ROUNDS_OF_GRACE = 5;

/**
 * Finds the base year. Leaving rates, opening tenure and recruits hang together (joiners leave faster, so recruits
 * depend on tenure and tenure on recruits), so they are improved in turn until nothing changes: the level of leaving
 * until base-year leavers ÷ person-years is the published rate, the recruits until the headcount holds.
 * `near`, the base year of a system that differs little, is a place to start from. Method: docs/method/calibration.md.
 */
export function calibrate(system: System, near?: BaseYear): BaseYear {
  const { axes } = system;
  const { convention, stepsPerYear } = system.calendar;
  const ids = Object.keys(system.pools);
  const pools = Object.values(system.pools);
  const P = pools.length;
  const [cells, entries, K] = [cellsOf(axes), sexAgesOf(axes), axes.tenure];
  const ages = agesOf(axes);
  const size: Size = { pools: P, entries, tenures: K };
  const { rates, shapes, targets, fixedLevels, counted, setLevels } = baseRates(system);
  const hires = baseHires(system);
  const returners = pools.flatMap((pool, p) =>
    pool.returners.filter(({ heads }) => !heads).map((plan) => ({ p, plan })),
  );

  const wanted = new Float64Array(P * entries);
  const opening = new Float64Array(P * cells);
  const profiles = pools.map((pool, p) => {
    const left = new Float64Array(cells);
    for (let c = 0; c < cells; c++) left[c] = rates.retirement[p * cells + c]! + rates.death[p * cells + c]!;
    const bySexAge = headsBySexAge(pool, axes, left);
    wanted.set(bySexAge, p * entries);
    if (pool.tenure) opening.set(headsByTenure(system, ids[p]!, pool.tenure, bySexAge), p * cells);
    return recruitProfile(pool, axes, bySexAge);
  });

  // The point to find: levels of leaving by pool, and the share of those staying whom no other pool hires in a year;
  // market recruits, all joiners and (when leavers come back) returners a year by (pool, sex, age).
  const joins = P * entries;
  const point = new Float64Array(2 * P + joins * (returners.length > 0 ? 3 : 2));
  const weight = new Float64Array(point.length).fill(1);
  const parts = (of: Float64Array) => ({
    levels: of.subarray(0, P),
    notHired: of.subarray(P, 2 * P),
    recruits: of.subarray(2 * P, 2 * P + joins),
    joined: of.subarray(2 * P + joins, 2 * P + 2 * joins),
    returning: of.subarray(2 * P + 2 * joins),
  });
  const found = parts(point);
  pools.forEach((pool, p) => {
    found.levels[p] = fixedLevels[p]! ?? targets[p]!;
    found.notHired[p] = 1;
    for (let i = p * entries; i < (p + 1) * entries; i++) {
      found.recruits[i] = wanted[i]! * targets[p]!;
      found.joined[i] = found.recruits[i]!;
      parts(weight).recruits[i] = parts(weight).joined[i] = 1 / Math.max(pool.headcount.value, 1e-300);
      if (returners.length > 0) parts(weight).returning[i] = parts(weight).recruits[i]!;
    }
  });

  if (near?.point.length === point.length) {
    point.set(near.point);
    // A level that the file fixes, or that nobody's leaving can improve, is known and not a place to start from.
    pools.forEach(({ headcount }, p) => {
      found.levels[p] = fixedLevels[p]! ?? (headcount.value > 0 ? found.levels[p]! : targets[p]!);
    });
  }
  const stock = new Stock(size);
  const { heads, joiners, joinersByPool, lived } = stock;
  const closing = new Float64Array(entries);
  const removal = new Removal(size);
  const taken = hires.length > 0 ? removal : undefined;
  const hired = new Float64Array(hires.length);
  const report: PoolCalibration[] = [];
  const steps = new Coefficients(rates, size, 1 / stepsPerYear, convention);

  const improve = (now: Float64Array, after: Float64Array, round: number): number => {
    const { levels, notHired, recruits, joined, returning } = parts(now);
    const next = parts(after);
    setLevels(levels);
    steps.set(rates);
    const year = overYear(steps, K, stepsPerYear);
    pools.forEach((pool, p) => {
      if (pool.tenure) return;
      const part = (array: Float64Array, n: number) => array.subarray(p * n, (p + 1) * n);
      const stay = part(year.stay, cells).map((share) => share * notHired[p]!);
      const joinerStay = part(year.joinerStay, entries);
      opening.set(steadyTenure(axes, part(wanted, entries), stay, joinerStay, part(joined, entries)), p * cells);
    });
    heads.set(opening);
    lived.fill(0);
    next.joined.fill(0);
    next.notHired.fill(1);
    for (let j = 0; j < stepsPerYear; j++) {
      for (let i = 0; i < joiners.length; i++) joiners[i] = (recruits[i]! + (returning[i] ?? 0)) / stepsPerYear;
      hireBetweenPools(recruits, j, next.notHired);
      step(steps, size, stock, taken);
      for (let i = 0; i < joiners.length; i++) next.joined[i]! += joiners[i]!;
    }
    next.returning.fill(0);
    for (const { p, plan } of returners) {
      const left = leaversByAge(p, plan.cause === "retirement" ? rates.retirement : rates.leaving, lived, size);
      for (let i = 0; i < entries; i++)
        next.returning[p * entries + laterAge(i, plan.delay ?? 1, ages)]! += left[i]! * (plan.share?.value ?? 0);
    }
    let worst = 0;
    for (let p = 0; p < P; p++) {
      const left = leaversOf(p, levels[p]!, sum(recruits, p * entries, entries) * hiresFactor(hires, p));
      const fixed = fixedLevels[p];
      if (fixed !== undefined) {
        next.levels[p] = fixed;
        worst = Math.max(worst, recruit(p, year.joinerStay, recruits, next.recruits));
        continue;
      }
      if (left.share < -1e-9 && round > ROUNDS_OF_GRACE) throw aboveRate(system, ids[p]!, report[p]!);
      next.levels[p] = left.now > 0 ? (levels[p]! * Math.max(left.wanted, 0)) / left.now : levels[p]!;
      if (left.now > 0) worst = Math.max(worst, Math.abs(Math.max(left.wanted, 0) / left.now - 1));
      worst = Math.max(worst, recruit(p, year.joinerStay, recruits, next.recruits));
    }
    // Recruits may hold the headcount of a first guess in which nobody comes back or is hired away yet.
    for (let p = 0; p < P; p++) {
      worst = Math.max(worst, Math.abs(next.notHired[p]! - notHired[p]!), change(next.joined, joined, p));
      if (returners.length > 0) worst = Math.max(worst, change(next.returning, returning, p));
    }
    return worst;
  };

  /** How far joiners of a pool moved in a round, as a share of its headcount. */
  function change(next: Float64Array, now: Float64Array, p: number): number {
    const start = sum(wanted, p * entries, entries);
    let total = 0;
    for (let i = p * entries; i < (p + 1) * entries; i++) total += Math.abs(next[i]! - now[i]!);
    return start > 0 ? total / start : 0;
  }

  /** Takes the recruits that pools draw from each other out of one and into the other, for one step. */
  function hireBetweenPools(recruits: Float64Array, j: number, notHired: Float64Array): void {
    if (!taken) return;
    removal.clear();
    if (j === 0) hired.fill(0);
    hires.forEach(({ from, to, perMarketRecruit }, h) => {
      const people = new Float64Array(cells);
      const wish = (sum(recruits, to * entries, entries) * perMarketRecruit) / stepsPerYear;
      hired[h]! += removal.take(from, wish, heads, steps, undefined, people);
      for (let c = 0; c < cells; c++) joinersByPool[to]![Math.floor(c / K)]! += people[c]!;
    });
    // People are hired in proportion to those who would stay, so one share holds for all cells of a pool.
    for (let p = 0; p < P; p++) {
      let [gone, staying] = [0, 0];
      for (let c = 0, N = p * cells; c < cells; c++, N++) {
        gone += (removal.heads[p]![c]! * steps.lived[N]!) / steps.delta;
        staying += heads[N]! * steps.stay[N]!;
      }
      if (gone > 0) notHired[p]! *= 1 - gone / staying;
    }
  }

  /** Base-year leavers of a pool against the published rate; keeps the parts for the explanation. */
  function leaversOf(p: number, level: number, recruits: number): { now: number; wanted: number; share: number } {
    const from = p * cells;
    let [years, leaving, retirement, death, moving] = [0, 0, 0, 0, 0];
    for (let c = from; c < from + cells; c++) {
      const l = lived[c]!;
      years += l;
      leaving += shapes[c]! * l;
      retirement += rates.retirement[c]! * l;
      death += rates.death[c]! * l;
    }
    for (const { hazard } of counted[p]!) for (let c = 0; c < cells; c++) moving += hazard[c]! * lived[from + c]!;
    hires.forEach((hire, h) => {
      if (hire.from === p && hire.counted) moving += hired[h]!;
    });
    const { includes } = pools[p]!.leaving;
    const others =
      (includes.includes("retirement") ? retirement : 0) + (includes.includes("death") ? death : 0) + moving;
    const wantedLeavers = targets[p]! * years - others;
    const rate = (flow: number) => (years > 0 ? flow / years : 0);
    const fixed = fixedLevels[p] !== undefined;
    report[p] = {
      // What a share of joiners comes to in the base year, for all the staff, is a result.
      target: fixed ? rate(level * leaving) : targets[p]!,
      retirement: rate(retirement),
      death: rate(death),
      moving: rate(moving),
      leaving: fixed ? rate(level * leaving) : rate(wantedLeavers),
      scale: level,
      recruits,
    };
    return { now: level * leaving, wanted: wantedLeavers, share: rate(wantedLeavers) };
  }

  /** Improves the recruits of one pool; returns how far they were off, as a share of its headcount. */
  function recruit(p: number, joinerStay: Float64Array, recruits: Float64Array, next: Float64Array): number {
    const at = p * entries;
    const stay = joinerStay.subarray(at, at + entries);
    const start = sum(wanted, at, entries);
    if (start <= 0) return 0;
    closing.fill(0);
    for (let i = 0; i < entries; i++) for (let k = 0; k < K; k++) closing[i]! += heads[p * cells + i * K + k]!;
    const profile = profiles[p];
    if (profile) {
      let kept = 0;
      for (let i = 0; i < entries; i++) kept += profile[i]! * stay[i]!;
      const total = Math.max(0, sum(recruits, at, entries) + (start - sum(closing, 0, entries)) / kept);
      for (let i = 0; i < entries; i++) next[at + i] = total * profile[i]!;
    } else {
      for (let i = 0; i < entries; i++) closing[i]! -= recruits[at + i]! * stay[i]!;
      next.set(structureHoldingRecruits(axes, wanted.subarray(at, at + entries), closing, stay), at);
    }
    return change(next, recruits, p);
  }

  const [close, enough] = near ? [CLOSE_NEAR, CLOSE_NEAR] : [CLOSE, CLOSE_ENOUGH];
  if (fixedPoint(point, weight, close, improve) > enough) throw noBaseYear(system);
  // Rest may be reached, with nothing left for leaving, before the rounds of grace are over.
  report.forEach((pool, p) => {
    if (pool.leaving < -1e-9 && fixedLevels[p] === undefined) throw aboveRate(system, ids[p]!, pool);
  });
  if (convention === "opening-stock") checkProbabilities(system, rates);
  return { opening, rates, shapes, personYears: lived, recruits: found.recruits.slice(), pools: report, point };
}

/** A hiring of one pool from another, for each recruit that it finds on the market. */
interface BaseHire {
  readonly from: number;
  readonly to: number;
  readonly perMarketRecruit: number;
  /** Whether the published rate of the pool left counts it. */
  readonly counted: boolean;
}

function baseHires(system: System): BaseHire[] {
  const ids = Object.keys(system.pools);
  const pools = Object.values(system.pools);
  return pools.flatMap((pool, to) => {
    const shares = Object.entries(pool.recruitment.from?.values ?? {});
    const own = 1 - shares.reduce((sum, [, share]) => sum + share, 0);
    return shares.map(([id, share]): BaseHire => {
      const from = ids.indexOf(id);
      const { scope } = pools[from]!.leaving;
      return {
        from,
        to,
        perMarketRecruit: share / own,
        counted: scope !== "system" && pools[from]![scope] !== pool[scope],
      };
    });
  });
}

/** All recruits of a pool for each one from the market. */
const hiresFactor = (hires: readonly BaseHire[], p: number): number =>
  hires.reduce((factor, hire) => (hire.to === p ? factor + hire.perMarketRecruit : factor), 1);

/** Shares of heads and of joiners still there after all steps of a year. */
function overYear(step: Coefficients, K: number, steps: number): Pick<Coefficients, "stay" | "joinerStay"> {
  if (steps === 1) return step;
  const stay = step.stay.map((share) => share ** steps);
  const joinerStay = step.joinerStay.map((share, i) => {
    let sum = 0;
    for (let j = 0; j < steps; j++) sum += step.stay[i * K]! ** j;
    return (share * sum) / steps;
  });
  return { stay, joinerStay };
}

/** Recruits' shares by (sex, age) when the file gives their ages; undefined when they are to be worked out. */
function recruitProfile(pool: Pool, axes: Axes, bySexAge: Float64Array): Float64Array | undefined {
  const { ages, sex } = pool.recruitment;
  const n = sexAgesOf(axes) / axes.sex.length;
  if (n > 1 && !ages && !sex) return undefined;
  const sexes = shares(sex ?? pool.sex, axes.sex);
  const byAge = ages ? spreadShares(ages, axes) : undefined;
  return bySexAge.map((heads, i) => {
    const s = Math.floor(i / n);
    const ofSex = sum(bySexAge, s * n, n);
    return sexes[s]! * (byAge ? byAge[i % n]! : ofSex > 0 ? heads / ofSex : 1 / n);
  });
}

function sum(values: Float64Array, from: number, length: number): number {
  let total = 0;
  for (let i = from; i < from + length; i++) total += values[i]!;
  return total;
}
