import type { BaseYear } from "../base-year/base-year.ts";
import { recruitShares } from "../base-year/profiles.ts";
import type { NumberChange } from "../changes/number-change.ts";
import type { ScenarioChanges } from "../changes/scenario-changes.ts";
import { MOST_HIRED } from "../model/pool-parameters.ts";
import type { MarketPlan, RecruitPlan } from "../supply/plan.ts";
import type { Recruitment } from "../system/schema/recruitment.ts";
import type { System } from "../system/types.ts";
import { abroadInBaseYear } from "./abroad-plans.ts";
import { GrowthWithPeople } from "./growth-with-people.ts";
import type { Mutable } from "./mutable.ts";
import { carriedOn } from "./schedule.ts";

/** One pool's recruitment, and what changes make of it. */
interface Recruiting {
  readonly recruitment: Recruitment;
  readonly follow: GrowthWithPeople;
  readonly effort: NumberChange | undefined;
  readonly recruits: NumberChange | undefined;
  readonly weight: NumberChange | undefined;
  readonly hires: readonly (NumberChange | undefined)[];
  /** Planned by the file in each model year, in mode `fixed`. */
  readonly fixed: readonly number[] | undefined;
  readonly plan: Mutable<Omit<RecruitPlan, "planned" | "weight" | "hires">> & {
    readonly planned: number[];
    readonly weight: number[];
    readonly hires: readonly { readonly from: number; readonly share: number; readonly byYear: number[] }[];
  };
}

/** Recruits of a pool in the base year: those that were counted, or those that hold its headcount with those from abroad. */
const baseRecruits = (system: System, baseYear: BaseYear, p: number): number =>
  Object.values(system.pools)[p]!.recruitment.starters?.value ??
  Math.max(0, baseYear.pools[p]!.recruits - abroadInBaseYear(system, p));

/** Whom each pool recruits, year by year; each call writes over what the last one gave. */
export class RecruitPlans {
  private readonly system: System;
  private readonly changes: ScenarioChanges;
  private readonly years: readonly number[];
  private readonly dates: readonly number[];
  private readonly pools: readonly Recruiting[];
  private readonly plans: readonly RecruitPlan[];

  constructor(system: System, changes: ScenarioChanges, dates: readonly number[]) {
    this.system = system;
    this.changes = changes;
    this.years = changes.years;
    this.dates = dates;
    this.pools = Object.values(system.pools).map(({ recruitment }, p) => recruiting(recruitment, p, system, changes));
    this.plans = this.pools.map(({ plan }) => plan);
  }

  at(baseYear: BaseYear): readonly RecruitPlan[] {
    this.pools.forEach((pool, p) => {
      pool.plan.profile = recruitShares(this.system, baseYear, p);
      this.write(pool, baseRecruits(this.system, baseYear, p));
      if (pool.hires.some((change) => change !== undefined)) this.checkHired(pool, p);
    });
    return this.plans;
  }

  /** Changes may raise each share within its limits, and yet leave nobody to recruit from the market. */
  private checkHired({ recruitment, plan }: Recruiting, pool: number): void {
    const y = tooManyHired(plan);
    if (y === undefined) return;
    const id = Object.keys(this.system.pools)[pool]!;
    const sources = Object.keys(recruitment.from?.values ?? {});
    const percent = (share: number) => `${Number((share * 100).toFixed(2))}%`;
    const shares = plan.hires.map(({ byYear }, h) => `${sources[h]} ${percent(byYear[y]!)}`);
    const sum = plan.hires.reduce((total, { byYear }) => total + byYear[y]!, 0);
    throw this.changes.contradiction(
      sources.map((source) => `recruitment.from.${source}` as const),
      pool,
      {
        code: "too-many-hired",
        message: `In ${this.years[y]} "${id}" would draw ${percent(sum)} of its recruits from other pools.`,
        value: shares.join(", "),
        rule: `At most ${percent(MOST_HIRED)} of a pool's recruits come from other pools; the rest come from the labour market.`,
        fix: "Lower one of the shares.",
      },
    );
  }

  private write(
    { recruitment, follow, effort, recruits, weight, hires, fixed, plan }: Recruiting,
    before: number,
  ): void {
    const first = this.years[0]!;
    const { planned } = plan;
    if (fixed) fixed.forEach((heads, y) => (planned[y] = heads));
    else {
      const growth = follow.of(recruitment, this.system.population, this.dates);
      planned.fill(recruitment.effort.value);
      // A pool that fills its posts recruits what they need, whatever the effort.
      if (!plan.fill) effort?.along(planned, first);
      for (let y = 0; y < planned.length; y++) planned[y] = before * planned[y]! * (growth ? growth[y]! : 1);
    }
    if (!plan.fill) recruits?.along(planned, first);
    if (weight || plan.weight[0] !== recruitment.weight.value) plan.weight.fill(recruitment.weight.value);
    weight?.along(plan.weight, first);
    for (let h = 0; h < hires.length; h++) {
      const { share, byYear } = plan.hires[h]!;
      if (hires[h]) byYear.fill(share);
      hires[h]?.along(byYear, first);
    }
  }
}

/** The first year in which a pool draws more of its recruits from other pools than it may. */
function tooManyHired({ hires, planned }: RecruitPlan): number | undefined {
  const sumOf = (y: number) => hires.reduce((sum, { byYear }) => sum + byYear[y]!, 0);
  const y = planned.findIndex((_, year) => sumOf(year) > MOST_HIRED + 1e-9);
  return y < 0 ? undefined : y;
}

function recruiting(recruitment: Recruitment, pool: number, system: System, changes: ScenarioChanges): Recruiting {
  const { years } = changes;
  const ids = Object.keys(system.pools);
  const from = Object.entries(recruitment.from?.values ?? {});
  const { mode, market, recruits } = recruitment;
  return {
    recruitment,
    follow: new GrowthWithPeople(),
    effort: changes.of("recruitment.effort", pool),
    recruits: changes.of("recruitment.recruits", pool),
    weight: changes.of("recruitment.weight", pool),
    hires: from.map(([id]) => changes.of(`recruitment.from.${id}`, pool)),
    fixed: mode === "fixed" ? years.map((year) => carriedOn(recruits?.values ?? {}, year)) : undefined,
    plan: {
      fill: mode === "fill",
      planned: years.map(() => 0),
      profile: NOBODY,
      hires: from.map(([id, share]) => ({ from: ids.indexOf(id), share, byYear: years.map(() => share) })),
      market: market === undefined ? -1 : Object.keys(system.labourMarkets).indexOf(market),
      weight: years.map(() => 0),
    },
  };
}

const NOBODY = new Float64Array(0);

/** How many recruits each labour market has, year by year; each call writes over what the last one gave. */
export class MarketPlans {
  private readonly system: System;
  private readonly years: readonly number[];
  private readonly dates: readonly number[];
  private readonly markets: readonly {
    readonly follow: GrowthWithPeople;
    readonly change: NumberChange | undefined;
    readonly plan: { readonly id: string; readonly capacity: number[] };
  }[];
  private readonly plans: readonly MarketPlan[];

  constructor(system: System, changes: ScenarioChanges, dates: readonly number[]) {
    this.system = system;
    this.years = changes.years;
    this.dates = dates;
    this.markets = Object.keys(system.labourMarkets).map((id) => ({
      follow: new GrowthWithPeople(),
      change: changes.of(`labourMarkets.${id}.capacity`),
      plan: { id, capacity: changes.years.map(() => 0) },
    }));
    this.plans = this.markets.map(({ plan }) => plan);
  }

  at(baseYear: BaseYear, recruits: readonly RecruitPlan[]): readonly MarketPlan[] {
    const { system, years, dates } = this;
    this.markets.forEach(({ follow, change, plan: { id, capacity } }, m) => {
      const market = system.labourMarkets[id]!;
      const growth = follow.of(market, system.population, dates);
      let base = 0;
      if (market.capacity !== "base-year") base = market.capacity.value;
      else
        recruits.forEach((recruit, p) => {
          if (recruit.market === m) base += marketPart(recruit, baseRecruits(system, baseYear, p));
        });
      for (let y = 0; y < capacity.length; y++) capacity[y] = base * (growth ? growth[y]! : 1);
      change?.along(capacity, years[0]!);
    });
    return this.plans;
  }
}

const marketPart = ({ hires }: RecruitPlan, recruits: number): number =>
  recruits * (1 - hires.reduce((sum, { share }) => sum + share, 0));
