import type { ReturningCause } from "../model/causes.ts";
import { Coefficients } from "../supply/coefficients.ts";
import { equalParts } from "../supply/parts.ts";
import { laterAge, leaversByAge } from "../supply/returners.ts";
import type { Size } from "../supply/size.ts";
import { Stock, step } from "../supply/step.ts";
import type { Pool } from "../system/schema/pool.ts";
import type { System } from "../system/types.ts";
import { agesOf, sexAgesOf } from "../table/axes.ts";
import { BaseHires } from "./base-hires.ts";
import type { BaseRates } from "./base-rates.ts";
import type { BaseStaff } from "./base-staff.ts";
import { steadyTenure } from "./opening.ts";
import { OpeningStaff } from "./opening-staff.ts";
import type { SearchPoint } from "./search-point.ts";

/** Leavers of a pool by a cause, of whom a share comes back to that or another pool after some years. */
interface ComingBack {
  readonly pool: number;
  readonly from: number;
  readonly cause: ReturningCause;
  readonly share: number;
  readonly delay: number;
}

/** Whether a pool's published rate is about those in post at the start of the year alone. */
export const isStability = ({ leaving }: Pool, { calendar }: System): boolean =>
  leaving.rate !== undefined && leaving.kind === "share-leaving-within-year" && calendar.convention === "continuous";

/** The base year, run again and again with other levels of leaving, recruits and joiners. */
export class TrialYear {
  /** Opening heads by (pool, sex, age, tenure), as the last run had them. */
  readonly opening: Float64Array;
  /** At the end of the last run: heads and person-years by (pool, sex, age, tenure), and those of each pool. */
  readonly stock: Stock;
  readonly hires: BaseHires;
  /** Those in post at the start of the year; followed where a published rate is about them alone. */
  readonly openingStaff: OpeningStaff | undefined;
  /** Share of a year's joiners still there at its end, by (sex, age) of each pool. */
  readonly joinerStay: readonly Float64Array[];
  private readonly system: System;
  private readonly size: Size;
  private readonly base: BaseRates;
  private readonly staff: BaseStaff;
  private readonly pools: readonly Pool[];
  private readonly steps: Coefficients;
  /** Shares of heads and of joiners still there after all steps of a year, and the first by pool. */
  private readonly year: OverYear;
  private readonly stayByPool: readonly Float64Array[];
  private readonly openingByPool: readonly Float64Array[];
  private readonly comingBack: readonly ComingBack[];

  constructor(system: System, base: BaseRates, staff: BaseStaff) {
    const { axes, calendar } = system;
    const pools = Object.values(system.pools);
    this.system = system;
    this.size = { pools: pools.length, entries: sexAgesOf(axes), tenures: axes.tenure };
    this.base = base;
    this.staff = staff;
    this.opening = staff.opening.slice();
    this.stock = new Stock(this.size);
    this.hires = new BaseHires(system, this.size);
    this.openingStaff = pools.some((pool) => isStability(pool, system)) ? new OpeningStaff(this.size) : undefined;
    this.steps = new Coefficients(base.rates, this.size, 1 / calendar.stepsPerYear, calendar.convention);
    this.pools = pools;
    const { stay, joinerStay } = this.steps;
    this.year = calendar.stepsPerYear > 1 ? { stay: stay.slice(), joinerStay: joinerStay.slice() } : this.steps;
    this.stayByPool = equalParts(this.year.stay, pools.length);
    this.joinerStay = equalParts(this.year.joinerStay, pools.length);
    this.openingByPool = equalParts(this.opening, pools.length);
    const ids = Object.keys(system.pools);
    this.comingBack = pools.flatMap(({ returners }, pool) =>
      returners.flatMap(({ of, cause, share, delay = 1 }) => {
        const from = of === undefined ? pool : ids.indexOf(of);
        return cause ? [{ pool, from, cause, delay, share: share?.value ?? 0 }] : [];
      }),
    );
  }

  /** Whether leavers come back. */
  get returning(): boolean {
    return this.comingBack.length > 0;
  }

  /** Runs the year from what a point says, and writes what came of it to `next`: who joined, came back, was not hired. */
  run(now: SearchPoint, next: SearchPoint): void {
    const { base, steps, stock, hires, size } = this;
    const { stepsPerYear } = this.system.calendar;
    const { joiners, lived } = stock;
    base.setLevels(now.levels);
    steps.set(base.rates);
    this.openTenure(now);
    stock.heads.set(this.opening);
    lived.fill(0);
    next.joined.fill(0);
    next.notHired.fill(1);
    hires.begin();
    this.openingStaff?.begin(this.opening);
    for (let j = 0; j < stepsPerYear; j++) {
      for (let i = 0; i < joiners.length; i++) joiners[i] = (now.recruits[i]! + (now.returning[i] ?? 0)) / stepsPerYear;
      hires.take(now.recruitsByPool, stepsPerYear, steps, stock, next.notHired);
      this.openingStaff?.before(stock);
      step(steps, size, stock, hires.taken);
      this.openingStaff?.after(stock, steps);
      for (let i = 0; i < joiners.length; i++) next.joined[i]! += joiners[i]!;
    }
    this.comeBack(next.returning);
  }

  /** Opening tenure of pools that do not give theirs, as their leaving and steady recruitment would make it. */
  private openTenure({ notHired, joinedByPool }: SearchPoint): void {
    const { system, size, steps, staff } = this;
    const { stepsPerYear } = system.calendar;
    if (stepsPerYear > 1) overYear(steps, size.tenures, stepsPerYear, this.year);
    const [stay, opening] = [this.stayByPool, this.openingByPool];
    this.pools.forEach(({ tenure }, p) => {
      if (tenure) return;
      const [joinerStay, joined] = [this.joinerStay[p]!, joinedByPool[p]!];
      steadyTenure(system.axes, staff.byPool[p]!, stay[p]!, joinerStay, joined, notHired[p]!, opening[p]!);
    });
  }

  private comeBack(returning: Float64Array): void {
    const { size, base, stock } = this;
    const ages = agesOf(this.system.axes);
    returning.fill(0);
    for (const { pool, from, cause, share, delay } of this.comingBack) {
      const left = leaversByAge(from, base.rates.hazards[cause], stock.lived, size);
      for (let i = 0; i < size.entries; i++)
        returning[pool * size.entries + laterAge(i, delay, ages)]! += left[i]! * share;
    }
  }
}

/** Shares of heads by (pool, sex, age, tenure) and of joiners by (pool, sex, age) still there at the end of a year. */
type OverYear = Pick<Coefficients, "stay" | "joinerStay">;

/** Writes the shares after so many steps to `year`. */
function overYear(step: Coefficients, K: number, steps: number, { stay, joinerStay }: OverYear): void {
  for (let c = 0; c < stay.length; c++) stay[c] = step.stay[c]! ** steps;
  for (let i = 0; i < joinerStay.length; i++) {
    let sum = 0;
    for (let j = 0; j < steps; j++) sum += step.stay[i * K]! ** j;
    joinerStay[i] = (step.joinerStay[i]! * sum) / steps;
  }
}
