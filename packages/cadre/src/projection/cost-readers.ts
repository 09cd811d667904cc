import type { COST_MEASURES } from "../model/cost-measures.ts";
import { partsOf, type SystemMeasure } from "../model/measures.ts";
import type { Resolved } from "../plan/resolved.ts";
import { type Reader, type Reading, sumOf } from "./reading.ts";

/**
 * What the workforce costs in each model year, in pounds at the prices of the file. Staff and agency staff are paid for
 * the mean of the two reference dates of a year. Method: docs/method/costs.md.
 */
export const COST_READERS = {
  "cost.pay": (reading, out) => {
    const { pay } = reading.resolved.moneyByYear;
    const supply = reading.of("supply");
    return byYear(reading, out(), (r, year, p, pools) => ((supply[r]! + supply[r + pools]!) / 2) * pay[year]![p]!);
  },
  "cost.bank": (reading, out) => {
    const { bankPremium } = reading.resolved.moneyByYear;
    return temporary(reading, reading.of("bank"), bankPremium, out());
  },
  "cost.agency": (reading, out) => {
    const { premium } = reading.resolved.moneyByYear;
    return temporary(reading, reading.of("agency"), premium, out());
  },
  "cost.leavers": (reading, out) => {
    const { leaver } = reading.resolved.moneyByYear;
    const leavers = reading.of("leavers");
    return byYear(reading, out(), (r, year, p) => leavers[r]! * leaver[year]![p]!);
  },
  "cost.recruits": (reading, out) => {
    const { recruit, abroad, hire, returner, graduate } = reading.resolved.moneyByYear;
    // Whoever joins unseen has been recruited by somebody.
    const { market, abroad: foreign } = reading.projection;
    const hires = reading.of("joiners.hires");
    const [returners, graduates] = [reading.of("joiners.returners"), reading.of("joiners.pipeline")];
    return byYear(
      reading,
      out(),
      (r, year, p) =>
        market[r]! * recruit[year]![p]! +
        foreign[r]! * abroad[year]![p]! +
        hires[r]! * hire[year]![p]! +
        returners[r]! * returner[year]![p]! +
        graduates[r]! * graduate[year]![p]!,
    );
  },
  "cost.training": ({ resolved, projection }, out) => {
    const training = out().fill(0);
    const pools = resolved.pools.length;
    courseCosts({ resolved, projection }).forEach((costs, course) => {
      // Training is paid for where finishers go.
      const { joins } = resolved.joiners.courses[course]!;
      const shares = joins.reduce((sum, { share }) => sum + share, 0);
      costs.forEach((cost, y) => {
        for (const { pool, share } of joins) training[y * pools + pool]! += (cost * share) / shares;
      });
    });
    return training;
  },
  // Interventions are paid for by the system as a whole.
  "cost.interventions": (_, out) => out().fill(0),
  "cost.total": sumOf(partsOf("cost.total")),
  "cost.discounted": (reading, out) => {
    const [total, rate] = [reading.of("cost.total"), discountOf(reading.resolved)];
    return byYear(reading, out(), (r, year) => total[r]! / later(rate, year - 1));
  },
} satisfies Readonly<Record<keyof typeof COST_MEASURES, Reader>>;

/** What the system pays for in each model year that belongs to no pool. */
export const SYSTEM_READERS: Readonly<Record<SystemMeasure, (resolved: Resolved) => Float64Array>> = {
  "cost.interventions": interventionCosts,
  "cost.total": interventionCosts,
  "cost.discounted": (resolved) => {
    const rate = discountOf(resolved);
    return interventionCosts(resolved).map((cost, y) => cost / later(rate, y));
  },
};

/** Temporary staff by (date, pool), paid for the mean of two dates with a premium on own pay. */
const temporary = (
  reading: Reading,
  staff: Float64Array,
  premium: readonly Float64Array[],
  out: Float64Array,
): Float64Array => {
  const { pay } = reading.resolved.moneyByYear;
  return byYear(
    reading,
    out,
    (r, year, p, pools) => ((staff[r]! + staff[r + pools]!) / 2) * pay[year]![p]! * (1 + premium[year]![p]!),
  );
};

const discountOf = ({ system }: Resolved): number => 1 + (system.costs.discountRate?.value ?? 0);

/** The middle of the first model year is half a year from the base date. */
const later = (rate: number, year: number): number => rate ** (year + 0.5);

/** Writes what each pool costs in each model year; prices are of the years from the base year on, which is none of them. */
function byYear(
  { resolved: { years, pools } }: Reading,
  out: Float64Array,
  cost: (row: number, priced: number, pool: number, pools: number) => number,
): Float64Array {
  for (let y = 0, r = 0; y < years.length; y++)
    for (let p = 0; p < pools.length; p++, r++) out[r] = cost(r, y + 1, p, pools.length);
  return out;
}

/** What each course costs in each model year: its price spread over its length, so that early leavers cost less. */
export function courseCosts({ resolved, projection }: Pick<Reading, "resolved" | "projection">): number[][] {
  const { system, joiners } = resolved;
  return joiners.courses.map(({ id, months }, course) => {
    const price = system.pipelines[id]!.cost?.perLearner.value ?? 0;
    return projection.courses.map((year) => (year[course]!.years * price * 12) / months);
  });
}

/** What the scenario's interventions cost in each model year: a yearly sum while they run, and once when they begin. */
function interventionCosts({ scenario, years }: Resolved): Float64Array {
  const out = new Float64Array(years.length);
  const first = years[0]!;
  for (const { cost, from = first, until = Number.POSITIVE_INFINITY } of scenario.interventions ?? [])
    years.forEach((year, y) => {
      if (year >= from && year <= until) out[y]! += cost?.perYear ?? 0;
      if (year === Math.max(from, first)) out[y]! += cost?.once ?? 0;
    });
  return out;
}
