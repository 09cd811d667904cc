import type { FittedRate } from "../rates/history.ts";
import type { Uncertainty } from "../scenario/types.ts";

/**
 * A fitted leaving rate as uncertainties of a scenario: one for the level, which holds in every year, and one for each
 * year's own noise. Changes act on leaving alone, and a published rate may count retirements and deaths as well; `share`,
 * the part of the rate that is leaving, makes the whole rate differ as much as history says.
 */
export function uncertainLeaving(
  pool: string,
  fitted: FittedRate,
  share: number,
  years: readonly number[],
): Uncertainty[] {
  const { level, p90, noise, levelSd } = fitted;
  // Student's tails, by the same factor for the level and the years.
  const tails = Math.log(p90 / level) / (Z90 * Math.hypot(noise, levelSd));
  const change = (id: string, sd: number, year?: number): Uncertainty => ({
    id: `${pool} leaving, ${id}`,
    parameter: "leaving.rate",
    where: { pool },
    ...(year !== undefined && { from: year, until: year }),
    multiply: factorOfLeaving(sd * tails, share),
  });
  return [change("level", levelSd), ...years.map((year) => change(`year to ${year}`, noise, year))];
}

const Z90 = 1.2815515655446004;

/** What leaving has to be multiplied by for the whole rate to be multiplied by a lognormal of median 1. */
function factorOfLeaving(sd: number, share: number): { lognormal: { median: number; sd: number } } {
  const mean = 1 + (Math.exp(sd ** 2 / 2) - 1) / share;
  const own = sd / share;
  return { lognormal: { median: mean * Math.exp(-(own ** 2) / 2), sd: own } };
}
