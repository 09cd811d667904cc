import { baseYearOf } from "../plan/resolve.ts";
import type { FittedRate } from "../rates/history.ts";
import type { Uncertainty } from "../scenario/types.ts";
import type { System } from "../system/types.ts";
import { referenceDates } from "../table/dates.ts";
import { Z90 } from "../table/normal-ends.ts";

/** An uncertainty of a leaving rate with a history, and what to call it. */
export interface UncertainLeaving extends Uncertainty {
  readonly id: string;
  readonly title: string;
  /** Whether it is about one year to come, which nobody can find out beforehand. */
  readonly ofYear: boolean;
}

/** What is uncertain of the leaving rates of a system that were fitted to a history; intervals of the file go before. */
export function uncertainHistories(system: System): UncertainLeaving[] {
  const pools = Object.entries(system.pools);
  if (!pools.some(([, { leaving }]) => leaving.rate.fitted)) return [];
  const calibration = baseYearOf(system).pools;
  const base = Number(system.calendar.base.slice(0, 4));
  const years = referenceDates(system.calendar.base, system.calendar.until).map((_, y) => base + y);
  return pools.flatMap(([id, { title, leaving }], p) => {
    const { fitted, p10 } = leaving.rate;
    const { leaving: left, target } = calibration[p]!;
    // Where nothing of the rate is left for leaving, there is nothing that could be drawn.
    if (!fitted || p10 !== undefined || !(left > 0)) return [];
    return uncertainLeaving({ id, title }, fitted, left / target, years.slice(1));
  });
}

/**
 * A fitted leaving rate as uncertainties of a scenario, each 1 on average: one for the level, which holds in every year;
 * one for each year's own noise; and where levels move one for what each year adds for good. Changes act on leaving alone,
 * and a published rate may count retirements and deaths as well; `share`, the part of the rate that is leaving, makes the
 * whole rate differ as much as history says. Method: docs/method/rates-history.md.
 */
function uncertainLeaving(
  pool: { readonly id: string; readonly title: string },
  fitted: FittedRate,
  share: number,
  years: readonly number[],
): UncertainLeaving[] {
  const { level, p90, noise, levelSd, drift } = fitted;
  // Student's tails, by the same factor for all.
  const tails = (Math.log(p90 / level) + drift ** 2 / 2) / (Z90 * Math.hypot(noise, levelSd, drift));
  const change = (what: string, spread: number, when: { from?: number; until?: number } = {}): UncertainLeaving => {
    const sd = (spread * tails) / share;
    return {
      id: `${pool.id} leaving, ${what}`,
      title: `${pool.title}: leaving rate, ${what}`,
      ofYear: when.from !== undefined,
      parameter: "leaving.rate",
      where: { pool: pool.id },
      ...when,
      multiply: { lognormal: { median: Math.exp(-(sd ** 2) / 2), sd } },
    };
  };
  return [
    change("level", levelSd),
    ...years.map((year) => change(`year to ${year}`, noise, { from: year, until: year })),
    ...(drift > 0 ? years.map((year) => change(`from ${year} on`, drift, { from: year })) : []),
  ];
}
