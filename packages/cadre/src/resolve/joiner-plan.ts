import { populationIndex } from "../demand/demand.ts";
import type { CoursePlan, CourseStart } from "../supply/courses.ts";
import type { MarketPlan, RecruitPlan } from "../supply/plan.ts";
import type { ReturnerPlan } from "../supply/returners.ts";
import type { Pipeline } from "../system/joiner-types.ts";
import type { System } from "../system/types.ts";
import { agesOf, sexAgesOf } from "../table/axes.ts";
import { parseBand } from "../table/band.ts";
import { monthsAfter } from "../table/dates.ts";
import type { QuantityMap } from "../table/quantity.ts";
import type { BaseYear } from "./base-year.ts";
import type { Levers } from "./levers.ts";
import { shares, spreadShares } from "./opening.ts";

/** What joiners are worked out from. */
export interface JoinerSources {
  readonly system: System;
  readonly baseYear: BaseYear;
  readonly levers: Levers;
  readonly years: readonly number[];
  readonly dates: readonly number[];
}

/** People of a band, as an index of those at the base date. */
function indexOf(follows: { readonly population: string } | undefined, { system, dates }: JoinerSources): Float64Array {
  if (!follows) return new Float64Array(dates.length).fill(1);
  const weights = wholeBands.get(follows) ?? { [follows.population]: 1 };
  wholeBands.set(follows, weights);
  return populationIndex(weights, system.population, dates);
}

/** Weights of one band alone, kept so that their index is found again. */
const wholeBands = new WeakMap<object, Readonly<Record<string, number>>>();

/** Whom each pool recruits, year by year; what `same` holds already is kept where `stays` says so. */
export function recruitPlans(
  from: JoinerSources,
  same?: { readonly plans: readonly RecruitPlan[]; stays(parameter: string, pool: number): boolean },
): RecruitPlan[] {
  const { system, baseYear, levers, years } = from;
  const ids = Object.keys(system.pools);
  const marketIds = Object.keys(system.labourMarkets);
  return Object.values(system.pools).map(({ recruitment }, p): RecruitPlan => {
    const { mode, effort, elasticity, follows, market, weight } = recruitment;
    const kept = same?.plans[p];
    const stays = (parameter: string) => kept !== undefined && same?.stays(parameter, p) === true;
    const planned = () => {
      const follow = indexOf(follows, from);
      return years.map((year, y) => {
        const trying = levers.value("recruitment.effort", effort.value, year, p);
        const replacing = baseYear.pools[p].recruits * trying * follow[y] ** elasticity.value;
        const wanted = mode === "fixed" ? carriedOn(recruitment.recruits?.values ?? {}, year) : replacing;
        return levers.value("recruitment.recruits", wanted, year, p);
      });
    };
    const hires = Object.entries(recruitment.from?.values ?? {}).map(([pool, share], h) => ({
      from: ids.indexOf(pool),
      share,
      byYear:
        kept && stays(`recruitment.from.${pool}`)
          ? kept.hires[h].byYear
          : years.map((year) => levers.value(`recruitment.from.${pool}`, share, year, p)),
    }));
    return {
      fill: mode === "fill",
      planned:
        kept && stays("recruitment.effort") && stays("recruitment.recruits") && stays("population")
          ? kept.planned
          : planned(),
      profile: recruitShares(system, baseYear, p),
      hires,
      market: market === undefined ? -1 : marketIds.indexOf(market),
      weight:
        kept && stays("recruitment.weight")
          ? kept.weight
          : years.map((year) => levers.value("recruitment.weight", weight.value, year, p)),
    };
  });
}

/** How many recruits each labour market has, year by year. */
export function marketPlans(from: JoinerSources, recruits: readonly RecruitPlan[]): MarketPlan[] {
  const { system, baseYear, levers, years } = from;
  return Object.entries(system.labourMarkets).map(([id, market], m): MarketPlan => {
    const follow = indexOf(market.follows, from);
    const base =
      market.capacity === "base-year"
        ? recruits.reduce(
            (sum, recruit, p) => sum + (recruit.market === m ? marketPart(recruit, baseYear.pools[p].recruits) : 0),
            0,
          )
        : market.capacity.value;
    return {
      id,
      capacity: years.map((year, y) =>
        levers.value(`labourMarkets.${id}.capacity`, base * follow[y] ** market.elasticity.value, year),
      ),
    };
  });
}

/** Every pipeline, ready to be run; where `same` holds it already, only what becomes of its intakes is worked out. */
export const coursePlans = (
  { system, baseYear, levers }: JoinerSources,
  same?: { readonly plans: readonly CoursePlan[]; stays(pipeline: string): boolean },
): CoursePlan[] =>
  Object.entries(system.pipelines).map(([id, pipeline], c) => {
    const kept = same?.plans[c];
    if (!kept) return coursePlan(system, baseYear, levers, id, pipeline);
    return same.stays(id) ? kept : { ...kept, starts: starts(pipeline, id, system, levers) };
  });

const marketPart = ({ hires }: RecruitPlan, recruits: number): number =>
  recruits * (1 - hires.reduce((sum, { share }) => sum + share, 0));

/** The value of the latest year given up to now; nought before the first. */
export function carriedOn(values: Readonly<Record<string, number>>, year: number): number {
  let latest = Number.NEGATIVE_INFINITY;
  for (const given of Object.keys(values)) if (Number(given) <= year) latest = Math.max(latest, Number(given));
  return values[latest] ?? 0;
}

/** Recruits' shares of a base year, which many scenarios and draws have in common. */
const profiles = new WeakMap<BaseYear, (Float64Array | undefined)[]>();

/** Shares of a pool's market recruits by (sex, age); as the file has them where the base year recruits nobody. */
function recruitShares(system: System, baseYear: BaseYear, p: number): Float64Array {
  const known = profiles.get(baseYear) ?? [];
  profiles.set(baseYear, known);
  known[p] ??= recruitSharesAnew(system, baseYear, p);
  return known[p];
}

function recruitSharesAnew(system: System, baseYear: BaseYear, p: number): Float64Array {
  const entries = sexAgesOf(system.axes);
  const base = baseYear.recruits.slice(p * entries, (p + 1) * entries);
  const { ages, sex } = Object.values(system.pools)[p].recruitment;
  return normalised(base) ?? profileOf(system, ages, sex, staffByAge(system, baseYear, p));
}

/** Heads of a pool by (sex, age) in the opening stock; shares, as the file has them, of a pool that opens empty. */
function staffByAge(system: System, baseYear: BaseYear, p: number): Float64Array {
  const entries = sexAgesOf(system.axes);
  const K = system.axes.tenure;
  const out = new Float64Array(entries);
  for (let i = 0; i < entries; i++) for (let k = 0; k < K; k++) out[i] += baseYear.opening[(p * entries + i) * K + k];
  if (out.some((heads) => heads > 0)) return out;
  const { ages, sex } = Object.values(system.pools)[p];
  const n = agesOf(system.axes);
  const byAge = ages && n > 1 ? spreadShares(ages, system.axes) : new Float64Array(n).fill(1 / n);
  const sexes = shares(sex, system.axes.sex);
  return out.map((_, i) => sexes[Math.floor(i / n)] * byAge[i % n]);
}

function normalised(heads: Float64Array): Float64Array | undefined {
  const total = heads.reduce((sum, n) => sum + n, 0);
  return total > 0 ? heads.map((n) => n / total) : undefined;
}

/** Who comes back to each pool, year by year. */
export function returnerPlans({ system, baseYear, levers }: JoinerSources): ReturnerPlan[] {
  const { years } = levers;
  return Object.values(system.pools).flatMap((pool, p) =>
    pool.returners.map(
      (returner, i): ReturnerPlan => ({
        pool: p,
        ...(returner.cause && !returner.heads && { cause: returner.cause }),
        share: years.map((year) => levers.value(`returners.${i}`, returner.share?.value ?? 0, year, p)),
        delay: returner.delay ?? 1,
        heads: years.map((year) =>
          levers.value(`returners.${i}`, carriedOn(returner.heads?.values ?? {}, year), year, p),
        ),
        profile: profileOf(system, returner.ages, returner.sex, staffByAge(system, baseYear, p)),
      }),
    ),
  );
}

/** Shares by (sex, age) from ages and sexes as given; what is not given is as among `staff`. */
function profileOf(
  system: System,
  ages: QuantityMap | undefined,
  sex: QuantityMap | undefined,
  staff: Float64Array,
): Float64Array {
  const { axes } = system;
  const n = agesOf(axes);
  const total = (of: Float64Array) => of.reduce((sum, heads) => sum + heads, 0);
  const bySex = axes.sex.map((_, s) => staff.slice(s * n, (s + 1) * n));
  const sexes = sex ? shares(sex, axes.sex) : bySex.map((heads) => total(heads) / total(staff));
  const everybody = bySex[0].map((_, a) => bySex.reduce((sum, heads) => sum + heads[a], 0));
  // A sex that the staff lack has the ages of all.
  const byAge = bySex.map((heads) =>
    ages && n > 1 ? spreadShares(ages, axes) : (normalised(heads) ?? (normalised(everybody) as Float64Array)),
  );
  return staff.map((_, i) => sexes[Math.floor(i / n)] * byAge[Math.floor(i / n)][i % n]);
}

function coursePlan(system: System, baseYear: BaseYear, levers: Levers, id: string, pipeline: Pipeline): CoursePlan {
  const ids = Object.keys(system.pools);
  const { axes } = system;
  const byPool = (map: QuantityMap | undefined) =>
    Object.entries(map?.values ?? {}).map(([pool, share]) => ({ pool: ids.indexOf(pool), share }));
  const joins = byPool(pipeline.joins);
  // Published shares are rounded; together they are all entrants.
  const all = Object.values(pipeline.entrants.values).reduce((sum, share) => sum + share, 0);
  const entrants = byPool({ ...pipeline.entrants, values: without(pipeline.entrants.values, "community") });
  const joined = staffByAge(system, baseYear, joins[0].pool);
  const works = pipeline.worksWhileTraining;
  const { backfill } = pipeline;
  return {
    id,
    title: pipeline.title,
    starts: starts(pipeline, id, system, levers),
    months: pipeline.lasts,
    community: (pipeline.entrants.values.community ?? 0) / all,
    profile: profileOf(system, pipeline.ages, pipeline.sex, joined),
    pools: entrants.map(({ pool, share }) => ({ pool, share: share / all })),
    ...(pipeline.ages && agesOf(axes) > 1 && { ages: entriesIn(system, pipeline.ages) }),
    joins,
    early: byPool(pipeline.earlyLeaversJoin),
    ...(works && { works: { pool: ids.indexOf(works.pool), fte: works.fte.value } }),
    ...(backfill && { backfill: { pool: ids.indexOf(backfill.pool), fte: backfill.fte.value } }),
  };
}

/** Months after a base date, by date and month; the same for every draw. */
const monthsKnown = new Map<string, number>();

function monthOf(base: string, year: number, month: number): number {
  const known = monthsKnown.get(base) ?? monthsAfter(base, 0, 1);
  monthsKnown.set(base, known);
  return known + 12 * year + month - 1;
}

/**
 * Every start of a course that can still matter, in order: from the first intake given to the last year of the run. A
 * change of the intake, completion or conversion holds for the courses that start in its years.
 */
function starts(
  { intake, months, lasts, completion, joins }: Pipeline,
  id: string,
  system: System,
  levers: Levers,
): CourseStart[] {
  const { base, until } = system.calendar;
  const first = Math.min(...Object.keys(intake.values).map(Number));
  const ids = Object.keys(system.pools);
  const found: CourseStart[] = [];
  for (let year = first; year <= Number(until.slice(0, 4)); year++) {
    const heads = levers.value(`pipelines.${id}.intake`, carriedOn(intake.values, year), year);
    const finish = levers.value(`pipelines.${id}.completion`, completion.value, year);
    const shares = ids.map((pool, p) => ({
      pool: p,
      share: levers.value(`pipelines.${id}.joins.${pool}`, joins.values[pool] ?? 0, year),
    }));
    const sum = shares.reduce((total, { share }) => total + share, 0);
    // Changes may raise several shares at once; nobody joins twice.
    const into = shares
      .filter(({ share }) => share > 0)
      .map(({ pool, share }) => ({ pool, share: share / Math.max(1, sum) }));
    for (const month of months) {
      const at = monthOf(base, year, month);
      // Whoever finished before the base date is in the opening stock.
      if (at + lasts < 0 || heads === 0) continue;
      found.push({ month: at, heads: heads / months.length, completion: finish, joins: into });
    }
  }
  return found;
}

function entriesIn(system: System, ages: QuantityMap): Uint8Array {
  const bands = Object.keys(ages.values).map(parseBand);
  const n = agesOf(system.axes);
  return Uint8Array.from({ length: sexAgesOf(system.axes) }, (_, i) => {
    const age = system.axes.ageMin + (i % n);
    return bands.some((band) => band && age >= band.from && age <= band.to) ? 1 : 0;
  });
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
