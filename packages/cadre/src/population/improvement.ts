import { type CohortProjection, inInterval } from "./cohort-projection.ts";
import type { Survival } from "./survival.ts";

/**
 * Shares of people who live through each interval of a projection, with death rates that fall by a share each year. Where
 * death rates are multiplied by φ, the share living on, exp(−m), becomes its φ-th power. Method: docs/method/population.md.
 */
export function survivalByInterval(
  projection: Pick<
    CohortProjection,
    "survival" | "mortalityImprovement" | "survivalOf" | "from" | "interval" | "people"
  >,
): (step: number) => Survival {
  const { survival, mortalityImprovement, from, survivalOf = from, interval, people } = projection;
  if (mortalityImprovement === undefined) return (step) => inInterval(survival, step);
  const table = inInterval(survival, 0);
  const ages = people.length / table.atBirth.length;
  const lived = table.byAge.map(Math.log);
  const born = table.atBirth.map(Math.log);
  // Logarithms of what is left of the death rates of the life table, at the start of the interval.
  const left = people.map((_, i) => (from - survivalOf) * Math.log(1 - inInterval(mortalityImprovement, 0)[i]!));
  let next = 0;
  return (step) => {
    const byAge = new Float64Array(people.length);
    for (; next <= step; next++) {
      const falling = inInterval(mortalityImprovement, next);
      for (let i = 0; i < left.length; i++) {
        const half = (interval * Math.log(1 - falling[i]!)) / 2;
        // Rates are those of the middle of the interval.
        byAge[i] = Math.exp(left[i]! + half);
        left[i]! += 2 * half;
      }
    }
    const atBirth = born.map((log, s) => powerOf(log, byAge[s * ages]!));
    for (let i = 0; i < byAge.length; i++) byAge[i] = powerOf(lived[i]!, byAge[i]!);
    return { atBirth, byAge };
  };
}

/** A share by its logarithm to a power; nobody stays nobody. */
const powerOf = (log: number, power: number): number => (log === Number.NEGATIVE_INFINITY ? 0 : Math.exp(log * power));
