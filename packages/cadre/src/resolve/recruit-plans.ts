import type { MarketPlan, RecruitPlan } from "../supply/plan.ts";
import type { Recruitment } from "../system/joiner-types.ts";
import type { System } from "../system/types.ts";
import type { BaseYear } from "./base-year.ts";
import { Follow } from "./follow.ts";
import type { Lever, Levers } from "./levers.ts";
import { recruitShares } from "./profiles.ts";
import { carriedOn } from "./schedule.ts";

/** One pool's recruitment, and what changes make of it. */
interface Recruiting {
  readonly recruitment: Recruitment;
  readonly follow: Follow;
  readonly effort: Lever | undefined;
  readonly recruits: Lever | undefined;
  readonly weight: Lever | undefined;
  readonly hires: readonly {
    readonly pool: string;
    readonly from: number;
    readonly lever: Lever | undefined;
    readonly byYear: number[];
  }[];
  readonly market: number;
  readonly planned: number[];
  readonly weights: number[];
}

/** Whom each pool recruits, year by year; each call writes over what the last one gave. */
export class RecruitPlans {
  private readonly system: System;
  private readonly years: readonly number[];
  private readonly dates: readonly number[];
  private readonly pools: readonly Recruiting[];

  constructor(system: System, levers: Levers, dates: readonly number[]) {
    const ids = Object.keys(system.pools);
    const marketIds = Object.keys(system.labourMarkets);
    const { years } = levers;
    const noughts = () => years.map(() => 0);
    this.system = system;
    this.years = years;
    this.dates = dates;
    this.pools = Object.values(system.pools).map(({ recruitment }, p) => ({
      recruitment,
      follow: new Follow(),
      effort: levers.lever("recruitment.effort", p),
      recruits: levers.lever("recruitment.recruits", p),
      weight: levers.lever("recruitment.weight", p),
      hires: Object.keys(recruitment.from?.values ?? {}).map((pool) => ({
        pool,
        from: ids.indexOf(pool),
        lever: levers.lever(`recruitment.from.${pool}`, p),
        byYear: noughts(),
      })),
      market: recruitment.market === undefined ? -1 : marketIds.indexOf(recruitment.market),
      planned: noughts(),
      weights: noughts(),
    }));
  }

  at(baseYear: BaseYear): RecruitPlan[] {
    return this.pools.map((pool, p): RecruitPlan => {
      const { recruitment, hires, market, planned, weights: weight } = pool;
      this.plan(pool, baseYear.pools[p].recruits);
      return {
        fill: recruitment.mode === "fill",
        planned,
        profile: recruitShares(this.system, baseYear, p),
        hires: hires.map(({ pool, from, byYear }) => ({ from, share: recruitment.from?.values[pool] ?? 0, byYear })),
        market,
        weight,
      };
    });
  }

  private plan({ recruitment, follow, effort, recruits, weight, ...pool }: Recruiting, before: number): void {
    const { years } = this;
    const { mode, effort: given, weight: attracts, recruits: fixed, from } = recruitment;
    const growth = follow.of(recruitment, this.system.population, this.dates);
    for (let y = 0; y < years.length; y++) {
      const year = years[y];
      const trying = effort ? effort(given.value, year) : given.value;
      const replacing = before * trying * (growth ? growth[y] : 1);
      const wanted = mode === "fixed" ? carriedOn(fixed?.values ?? {}, year) : replacing;
      pool.planned[y] = recruits ? recruits(wanted, year) : wanted;
      pool.weights[y] = weight ? weight(attracts.value, year) : attracts.value;
    }
    for (const { pool: id, lever, byYear } of pool.hires) {
      const share = from?.values[id] ?? 0;
      for (let y = 0; y < years.length; y++) byYear[y] = lever ? lever(share, years[y]) : share;
    }
  }
}

/** How many recruits each labour market has, year by year; each call writes over what the last one gave. */
export class MarketPlans {
  private readonly system: System;
  private readonly years: readonly number[];
  private readonly dates: readonly number[];
  private readonly markets: readonly {
    readonly id: string;
    readonly follow: Follow;
    readonly lever: Lever | undefined;
    readonly capacity: number[];
  }[];

  constructor(system: System, levers: Levers, dates: readonly number[]) {
    this.system = system;
    this.years = levers.years;
    this.dates = dates;
    this.markets = Object.keys(system.labourMarkets).map((id) => ({
      id,
      follow: new Follow(),
      lever: levers.lever(`labourMarkets.${id}.capacity`),
      capacity: levers.years.map(() => 0),
    }));
  }

  at(baseYear: BaseYear, recruits: readonly RecruitPlan[]): MarketPlan[] {
    const { system, years, dates } = this;
    return this.markets.map(({ id, follow, lever, capacity }, m): MarketPlan => {
      const market = system.labourMarkets[id];
      const growth = follow.of(market, system.population, dates);
      const base =
        market.capacity === "base-year"
          ? recruits.reduce(
              (sum, recruit, p) => sum + (recruit.market === m ? marketPart(recruit, baseYear.pools[p].recruits) : 0),
              0,
            )
          : market.capacity.value;
      for (let y = 0; y < years.length; y++) {
        const there = base * (growth ? growth[y] : 1);
        capacity[y] = lever ? lever(there, years[y]) : there;
      }
      return { id, capacity };
    });
  }
}

const marketPart = ({ hires }: RecruitPlan, recruits: number): number =>
  recruits * (1 - hires.reduce((sum, { share }) => sum + share, 0));
