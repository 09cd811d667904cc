import { ageLabel, FLOW_BANDS, STOCK_BANDS, TENURE_BANDS, tenureLabel } from "./age-bands.ts";
import { isoDay } from "./day.ts";
import { type Band, isSmall, joinBands, poolSmall, roundSmall } from "./disclosure.ts";
import { leavingRows } from "./leaving-rows.ts";
import type { ShownCounts } from "./showing.ts";
import type { CountOf, StaffCount, StaffPool, SurvivalRow } from "./staff-pool.ts";
import { type Tally, TENURES } from "./tally.ts";

/** What is known of a pool, with small counts put together. */
export function countPool(
  one: Tally,
  named: Pick<StaffPool, "id" | "title" | "employer" | "role">,
  showing: ShownCounts,
): StaffPool {
  const { threshold, window, sexes, idOf } = showing;
  const personYears = one.days.sum({}) / window.daysOfYear;
  const moves = new Map([...one.moves].map(([to, count]) => [idOf(to), count]));
  return {
    ...named,
    headcount: one.heads.sum({}),
    fte: tidy(one.fte.sum({})),
    fteElsewhere: tidy(one.fteElsewhere),
    ages: agesOf(one, STOCK_BANDS, ["all"], threshold),
    sexes: sexes.map((name) => ({ name, count: roundSmall(one.heads.sum({ sex: name }), threshold) })),
    fteBySexAndAge: fteBySexAndAge(one, sexes, threshold),
    tenure: tenureOf(one, threshold),
    leaving: leavingRows(one, showing),
    joiners: poolSmall(one.sources, threshold, "other sources").map(({ name, count }) => ({
      name: name === "" ? "not said" : name,
      count,
    })),
    joinersByAge: joinersByAge(one, threshold),
    moves: poolSmall(moves, threshold, "other pools").map(({ name, count }) => ({
      name,
      count,
      rate: count === undefined || personYears === 0 ? undefined : count / personYears,
    })),
    survival: survivalOf(one, threshold),
  };
}

const tidy = (fte: number): number => Math.round(fte * 100) / 100;

function agesOf(one: Tally, bands: readonly Band[], sexes: readonly string[], threshold: number): StaffCount[] {
  const cells = (band: Band, sex: string) => ({ ages: [band.from, band.to] as const, ...(sex !== "all" && { sex }) });
  const heads = (band: Band, sex: string): number => one.heads.sum(cells(band, sex));
  const joined = joinBands(bands, (band) => sexes.map((sex) => heads(band, sex)), threshold);
  return sexes.flatMap((sex) =>
    joined.map((band) => ({
      sex,
      age: ageLabel(band),
      headcount: heads(band, sex),
      fte: tidy(one.fte.sum(cells(band, sex))),
    })),
  );
}

/** By sex only where both sexes are many enough; one of them alone would give the other away. */
function fteBySexAndAge(one: Tally, sexes: readonly string[], threshold: number): StaffCount[] {
  const shown = sexes.some((sex) => isSmall(one.heads.sum({ sex }), threshold)) ? [] : sexes;
  return agesOf(one, FLOW_BANDS, shown.length > 0 ? shown : ["all"], threshold);
}

function tenureOf(one: Tally, threshold: number): CountOf[] {
  const heads = ({ from, to }: Band): number =>
    TENURES.reduce((sum, _, k) => (k >= from && k <= to ? sum + one.heads.sum({ tenure: k }) : sum), 0);
  return joinBands(TENURE_BANDS, (band) => [heads(band)], threshold).map((band) => ({
    name: tenureLabel(band),
    count: heads(band),
  }));
}

function joinersByAge(one: Tally, threshold: number): CountOf[] {
  const joined = ({ from, to }: Band): number => one.joiners.sum({ ages: [from, to] });
  const bands = joinBands(FLOW_BANDS, (band) => [joined(band)], threshold);
  return bands.map((band) => ({
    name: ageLabel(band),
    count: isSmall(joined(band), threshold) ? undefined : joined(band),
  }));
}

/** Of those who joined in a year, the share still there; those who are and those who are not must both be many enough. */
function survivalOf(one: Tally, threshold: number): SurvivalRow[] {
  return [...one.cohorts].reverse().flatMap(({ joinedBy, joined, inPool, inList }) =>
    inPool.map((_, after): SurvivalRow => {
      const share = (still: number): number | undefined =>
        joined === 0 || isSmall(joined, threshold) || isSmall(still, threshold) || isSmall(joined - still, threshold)
          ? undefined
          : still / joined;
      const [pool, list] = [share(inPool[after]!), share(inList[after]!)];
      const withheld = pool === undefined || list === undefined;
      return {
        joinedBy: isoDay(joinedBy),
        joined: isSmall(joined, threshold) ? undefined : joined,
        after,
        inPool: pool,
        inList: list,
        why: joined === 0 ? "not computable" : withheld ? "withheld" : undefined,
      };
    }),
  );
}
