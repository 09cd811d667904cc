import { byLeavers } from "../model/causes.ts";
import { type CountedPoolMeasure, partsOf } from "../model/measures.ts";
import type { STAFF_FLOWS, STAFF_STOCKS } from "../model/staff-measures.ts";
import { type Reader, type Reading, sumOf } from "./reading.ts";

/** How staff and posts, and who comes and goes, are read from a projection. */
export const STAFF_READERS = {
  headcount: ({ projection }) => projection.totals.headcount,
  supply: ({ projection }) => projection.totals.supply,
  demand: (reading, out) => withBackfill(reading, reading.resolved.demand, out()),
  funded: (reading, out) => withBackfill(reading, reading.resolved.funded, out()),
  gap: (reading, out) => {
    const [demand, supply, gap] = [reading.of("demand"), reading.of("supply"), out()];
    for (let r = 0; r < gap.length; r++) gap[r] = demand[r]! - supply[r]!;
    return gap;
  },
  trainees: (reading, out) => traineesAtWork(reading, out().fill(0)),
  available: ({ resolved, of }, out) => {
    const [supply, available] = [of("supply"), out()];
    const { sickness, maternity, participation } = resolved.moneyByYear;
    const pools = resolved.pools.length;
    for (let r = 0; r < available.length; r++) {
      const [date, p] = [Math.floor(r / pools), r % pools];
      available[r] = supply[r]! * participation[date]![p]! * (1 - maternity[date]![p]!) * (1 - sickness[date]![p]!);
    }
    return available;
  },
  bank: (reading, out) => partOfGap(reading, reading.resolved.moneyByYear.bankFills, out()),
  agency: (reading, out) => partOfGap(reading, reading.resolved.moneyByYear.fills, out()),
  joiners: ({ projection }) => projection.joiners,
  "joiners.market": (reading, out) => partOfRecruits(reading, out, (unexplained) => 1 - unexplained),
  "joiners.unexplained": (reading, out) => partOfRecruits(reading, out, (unexplained) => unexplained),
  "joiners.abroad": ({ projection }) => projection.abroad,
  "joiners.hires": ({ projection }) => projection.hires,
  "joiners.pipeline": ({ projection }) => projection.pipeline,
  "joiners.returners": ({ projection }) => projection.returners,
  "joiners.moves": ({ projection }) => projection.totals.movesIn,
  "joiners.churn": ({ projection }) => projection.totals.churn,
  "joiners.wanted": ({ projection }) => projection.wanted,
  leavers: sumOf(partsOf("leavers")),
  ...byLeavers(
    (cause): Reader =>
      ({ projection }) =>
        projection.totals.leavers[cause],
  ),
  "leavers.moves": ({ projection }) => projection.totals.movesOut,
  "leavers.hires": ({ projection }) => projection.hiredAway,
  "leavers.training": ({ projection }) => projection.training,
  "leavers.redundancy": ({ projection }) => projection.redundancy,
  churn: ({ projection }) => projection.totals.churn,
  personYears: ({ projection }) => projection.totals.personYears,
} satisfies Readonly<Record<CountedPoolMeasure & (keyof typeof STAFF_STOCKS | keyof typeof STAFF_FLOWS), Reader>>;

/** The share of each pool's shortage that temporary staff fill, by (date, pool). */
function partOfGap({ resolved, of }: Reading, fills: readonly Float64Array[], out: Float64Array): Float64Array {
  const [demand, supply] = [of("demand"), of("supply")];
  const pools = resolved.pools.length;
  for (let r = 0; r < out.length; r++)
    out[r] = fills[Math.floor(r / pools)]![r % pools]! * Math.max(0, demand[r]! - supply[r]!);
  return out;
}

/** Recruits by (year, pool), or of each pool's the part whom no count of joiners explains. */
function partOfRecruits(
  { resolved, projection: { market } }: Reading,
  out: () => Float64Array,
  part: (unexplained: number) => number,
): Float64Array {
  const parts = resolved.pools.map(({ id }) => part(unexplainedOf(resolved, id)));
  if (parts.every((one) => one === 1)) return market;
  const found = out();
  for (let r = 0; r < found.length; r++) found[r] = market[r]! * parts[r % parts.length]!;
  return found;
}

/** The part of a pool's recruits whom no count of joiners explains. */
export const unexplainedOf = ({ system }: Reading["resolved"], pool: string): number =>
  system.pools[pool]!.recruitment.unexplained?.value ?? 0;

/** Posts by (date, pool) with what trainees add. */
function withBackfill({ projection }: Reading, byPool: readonly Float64Array[], out: Float64Array): Float64Array {
  const { backfill } = projection;
  const pools = byPool.length;
  byPool.forEach((path, p) => {
    for (let d = 0, r = p; d < path.length; d++, r += pools) out[r] = path[d]! + backfill[r]!;
  });
  return out;
}

/** Trainees by (date, pool): those who work in the pool while they train. */
function traineesAtWork({ resolved, projection }: Reading, out: Float64Array): Float64Array {
  const { pools, years, joiners } = resolved;
  joiners.courses.forEach(({ works }, course) => {
    if (!works) return;
    for (let date = 0; date <= years.length; date++)
      out[date * pools.length + works.pool]! += traineesAt(projection, course, date);
  });
  return out;
}

/** People in training in a course at a reference date, the base date being 0. */
export const traineesAt = ({ traineesAtBase, courses }: Reading["projection"], course: number, date: number): number =>
  date === 0 ? traineesAtBase[course]! : courses[date - 1]![course]!.trainees;
