import type { BaseYear } from "../base-year/base-year.ts";
import type { ScenarioChanges } from "../changes/scenario-changes.ts";
import type { AbroadPlan } from "../supply/abroad.ts";
import type { CoursePlan } from "../supply/courses.ts";
import type { MarketPlan, RecruitPlan } from "../supply/plan.ts";
import type { PlannedMove } from "../supply/planned-moves.ts";
import type { YearRates } from "../supply/rates.ts";
import { leaversOf, type ReturnerPlan } from "../supply/returners.ts";
import type { Size } from "../supply/size.ts";
import { fteBySexAge } from "../system/staff-by-age.ts";
import type { System } from "../system/types.ts";
import { sexAgesOf } from "../table/axes.ts";
import { referenceDates } from "../table/dates.ts";
import { abroadPlans } from "./abroad-plans.ts";
import { ChangedRates } from "./changed-rates.ts";
import { CoursePlans } from "./course-plans.ts";
import { DemandPaths } from "./demand-paths.ts";
import { moneyByYear } from "./money.ts";
import { plannedMoves } from "./planned-moves.ts";
import { PublishedRates } from "./published-rates.ts";
import { MarketPlans, RecruitPlans } from "./recruit-plans.ts";
import type { Resolved, UnsettledRates } from "./resolved.ts";
import { ResponsePlans, type Responses } from "./response-plans.ts";
import { returnerPlans } from "./returner-plans.ts";

/** What a scenario makes of a system, part by part. */
type Parts = Pick<
  Resolved,
  | "system"
  | "opening"
  | "rates"
  | "joiners"
  | "responses"
  | "leaversBefore"
  | "fte"
  | "demand"
  | "funded"
  | "moneyByYear"
>;

/**
 * The parts of a model that a scenario changes, each worked out by itself, again and again for draws: what one call gives
 * is written over by the next of the same part.
 */
export class ModelParts {
  readonly system: System;
  readonly published: PublishedRates;
  private readonly changes: ScenarioChanges;
  private readonly changedRates: ChangedRates;
  private readonly recruitPlans: () => RecruitPlans;
  private readonly marketPlans: () => MarketPlans;
  private readonly responsePlans: () => ResponsePlans;
  private readonly coursePlans: () => CoursePlans;
  private readonly demandPaths: () => DemandPaths;

  /**
   * `plain` parts are data that can be kept and sent; draws need not be. Each is made ready when it is first asked for: a
   * number that is tried touches few of them.
   */
  constructor(system: System, changes: ScenarioChanges, plain = true) {
    const dates = datesOf(system);
    this.system = system;
    this.changes = changes;
    this.published = new PublishedRates(system, changes);
    this.changedRates = new ChangedRates(system, changes, this.published, plain);
    this.recruitPlans = once(() => new RecruitPlans(system, changes, dates));
    this.marketPlans = once(() => new MarketPlans(system, changes, dates));
    this.responsePlans = once(() => new ResponsePlans(system, changes));
    this.coursePlans = once(() => new CoursePlans(system, changes));
    this.demandPaths = once(() => new DemandPaths(system, changes, dates));
  }

  /** All of them. */
  every(baseYear: BaseYear): Parts {
    const { system } = this;
    const fte = this.fte();
    const recruits = this.recruits(baseYear);
    const returners = this.returners(baseYear);
    this.checkDemand(baseYear.opening, fte[0]!);
    return {
      system,
      opening: baseYear.opening,
      fte,
      ...this.demand(baseYear.opening, fte[0]!),
      rates: this.rates(baseYear),
      joiners: {
        recruits,
        markets: this.markets(baseYear, recruits),
        returners,
        courses: this.courses(baseYear),
        abroad: this.abroad(baseYear),
        planned: this.planned(),
      },
      responses: this.responses(),
      leaversBefore: leaversBefore(system, baseYear, returners),
      moneyByYear: this.money(),
    };
  }

  /** What has to be said of numbers that `every` held at a limit. */
  warnings(): string[] {
    return [...this.demandPaths().warnings(), ...this.coursePlans().warnings()];
  }

  rates(baseYear: BaseYear): YearRates[] {
    this.published.begin(baseYear);
    return this.changedRates.byYear(baseYear.rates);
  }

  /** The published rates that the scenario sets, whose levels are still to be found; none where it sets none. */
  unsettled(baseYear: BaseYear): UnsettledRates | undefined {
    const { published } = this;
    return published.all.length > 0 ? { published, rates: () => this.changedRates.byYear(baseYear.rates) } : undefined;
  }

  recruits(baseYear: BaseYear): readonly RecruitPlan[] {
    return this.recruitPlans().at(baseYear);
  }

  markets(baseYear: BaseYear, recruits: readonly RecruitPlan[]): readonly MarketPlan[] {
    return this.marketPlans().at(baseYear, recruits);
  }

  responses(): Responses | undefined {
    return this.responsePlans().at();
  }

  courses(baseYear: BaseYear): readonly CoursePlan[] {
    return this.coursePlans().at(baseYear);
  }

  abroad(baseYear: BaseYear): AbroadPlan[] {
    return abroadPlans(this.system, this.changes, baseYear);
  }

  planned(): PlannedMove[] {
    return plannedMoves(this.system, this.changes);
  }

  returners(baseYear: BaseYear): ReturnerPlan[] {
    return returnerPlans(this.system, this.changes, baseYear);
  }

  /** Posts needed and paid for, by pool at each reference date; `opening` heads by cell and FTE a head at the first. */
  demand(opening: Float64Array, fte: Float64Array): Pick<Resolved, "demand" | "funded"> {
    return this.demandPaths().at(opening, fte);
  }

  /** Throws a `CadreError` when a formula comes to no number of posts. */
  checkDemand(opening: Float64Array, fte: Float64Array): void {
    this.demandPaths().check(opening, fte);
  }

  /** FTE a head by (pool, sex, age) at each reference date; dates alike share one array. */
  fte(): Float64Array[] {
    return fteByDate(this.system, this.changes);
  }

  money(): Resolved["moneyByYear"] {
    return moneyByYear(this.system, this.changes, Number(this.system.calendar.base.slice(0, 4)));
  }
}

/** What is made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The reference dates of a system, in years. */
export const datesOf = ({ calendar }: System): number[] => referenceDates(calendar.base, calendar.until);

/** Base-year leavers by (sex, age) of each plan of returners. */
export function leaversBefore(
  { axes, pools }: System,
  { rates, personYears }: BaseYear,
  plans: readonly ReturnerPlan[],
) {
  const size: Size = { pools: Object.keys(pools).length, entries: sexAgesOf(axes), tenures: axes.tenure };
  return leaversOf(plans, rates.hazards, personYears, size);
}

function fteByDate(system: System, changes: ScenarioChanges): Float64Array[] {
  const { axes } = system;
  const entries = sexAgesOf(axes);
  const pools = Object.values(system.pools);
  const base = new Float64Array(pools.length * entries);
  pools.forEach((pool, p) => {
    base.set(fteBySexAge(pool, axes), p * entries);
  });
  const changed = changes.years.map((year) => {
    if (!changes.touches("fte")) return base;
    const now = base.slice();
    const works = pools.map((_, p) =>
      changes.changeCells("fte", p, year, now.subarray(p * entries, (p + 1) * entries), { tenures: axes.tenure }),
    );
    return works.includes(true) ? now : base;
  });
  return [base, ...changed];
}
