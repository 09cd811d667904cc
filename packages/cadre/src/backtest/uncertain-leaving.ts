import type { FittedRate } from "../rates/history.ts";
import type { Uncertainty } from "../scenario/types.ts";

/**
 * A fitted leaving rate as uncertainties of a scenario, each 1 on average: one for the level, which holds in every year;
 * one for each year's own noise; and where levels move one for what each year adds for good. Changes act on leaving alone,
 * and a published rate may count retirements and deaths as well; `share`, the part of the rate that is leaving, makes the
 * whole rate differ as much as history says.
 */
export function uncertainLeaving(
  pool: string,
  fitted: FittedRate,
  share: number,
  years: readonly number[],
): Uncertainty[] {
  const { level, p90, noise, levelSd, drift } = fitted;
  // Student's tails, by the same factor for all.
  const tails = (Math.log(p90 / level) + drift ** 2 / 2) / (Z90 * Math.hypot(noise, levelSd, drift));
  const change = (id: string, spread: number, when: { from?: number; until?: number } = {}): Uncertainty => {
    const sd = (spread * tails) / share;
    return {
      id: `${pool} leaving, ${id}`,
      parameter: "leaving.rate",
      where: { pool },
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

const Z90 = 1.2815515655446004;
