import type { Resolved } from "../plan/resolved.ts";
import type { Projection } from "./projection.ts";
import type { Tally } from "./tally.ts";

/** Agency staff at reference dates, and what the workforce costs in each model year, by (date or year, pool). */
export interface CostTally {
  readonly agency: Float64Array;
  readonly "cost.pay": Float64Array;
  readonly "cost.agency": Float64Array;
  readonly "cost.leavers": Float64Array;
  readonly "cost.recruits": Float64Array;
  readonly "cost.training": Float64Array;
  readonly "cost.total": Float64Array;
  readonly "cost.discounted": Float64Array;
}

/**
 * What the workforce costs, in pounds at the prices of the file. Staff and agency staff are paid for the mean of the two
 * reference dates of a year; agency staff fill their share of a shortage. Method: docs/method/costs.md.
 */
export function costTally(resolved: Resolved, projection: Projection, tally: Tally): CostTally {
  const { system, years, moneyByYear: money } = resolved;
  const P = resolved.pools.length;
  const byYear = () => new Float64Array(years.length * P);
  const [pay, temporary, leavers, recruits] = [byYear(), byYear(), byYear(), byYear()];
  const [training, total, discounted] = [byYear(), byYear(), byYear()];
  const [supply, leaving] = [tally.of("supply"), tally.of("leavers")];
  const agency = tally.of("demand").map((demand, r) => {
    const fills = money.fills[Math.floor(r / P)]![r % P]!;
    return fills * Math.max(0, demand - supply[r]!);
  });

  const rate = 1 + (system.costs.discountRate?.value ?? 0);
  const market = tally.of("joiners.market");
  const hires = tally.of("joiners.hires");
  const returners = tally.of("joiners.returners");
  const graduates = tally.of("joiners.pipeline");
  for (let y = 0, r = 0; y < years.length; y++) {
    // Prices hold from the base year on, which is none of the model years.
    const priced = y + 1;
    const [salary, premium, leaver] = [money.pay[priced]!, money.premium[priced]!, money.leaver[priced]!];
    const [recruit, hire] = [money.recruit[priced]!, money.hire[priced]!];
    const [returner, graduate] = [money.returner[priced]!, money.graduate[priced]!];
    for (let p = 0; p < P; p++, r++) {
      pay[r] = ((supply[r]! + supply[r + P]!) / 2) * salary[p]!;
      temporary[r] = ((agency[r]! + agency[r + P]!) / 2) * salary[p]! * (1 + premium[p]!);
      leavers[r] = leaving[r]! * leaver[p]!;
      recruits[r] =
        market[r]! * recruit[p]! + hires[r]! * hire[p]! + returners[r]! * returner[p]! + graduates[r]! * graduate[p]!;
    }
  }
  courseCosts(resolved, projection).forEach((byYear, course) => {
    const { joins } = resolved.joiners.courses[course]!;
    const shares = joins.reduce((sum, { share }) => sum + share, 0);
    byYear.forEach((cost, y) => {
      for (const { pool, share } of joins) training[y * P + pool]! += (cost * share) / shares;
    });
  });
  for (let y = 0, r = 0; y < years.length; y++) {
    // The middle of the first model year is half a year from the base date.
    const later = rate ** (y + 0.5);
    for (let p = 0; p < P; p++, r++) {
      total[r] = pay[r]! + temporary[r]! + leavers[r]! + recruits[r]! + training[r]!;
      discounted[r] = total[r]! / later;
    }
  }
  return {
    agency,
    "cost.pay": pay,
    "cost.agency": temporary,
    "cost.leavers": leavers,
    "cost.recruits": recruits,
    "cost.training": training,
    "cost.total": total,
    "cost.discounted": discounted,
  };
}

/** What each course costs in each model year: its price spread over its length, so that early leavers cost less. */
export function courseCosts({ system, joiners }: Resolved, { courses }: Projection): number[][] {
  return joiners.courses.map(({ id, months }, course) => {
    const price = system.pipelines[id]!.cost?.perLearner.value ?? 0;
    return courses.map((year) => (year[course]!.years * price * 12) / months);
  });
}

/** What the scenario's interventions cost in each model year: a yearly sum while they run, and once when they begin. */
export function interventionCosts({ scenario, years }: Resolved): Float64Array {
  const out = new Float64Array(years.length);
  const first = years[0]!;
  for (const { cost, from = first, until = Number.POSITIVE_INFINITY } of scenario.interventions ?? [])
    years.forEach((year, y) => {
      if (year >= from && year <= until) out[y]! += cost?.perYear ?? 0;
      if (year === Math.max(from, first)) out[y]! += cost?.once ?? 0;
    });
  return out;
}
