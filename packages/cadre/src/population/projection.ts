import { parseBand } from "../table/band.ts";
import { type Cohorts, projectCohorts } from "./cohorts.ts";
import { rowsOf } from "./cohorts-population.ts";
import type { Survival } from "./survival.ts";
import type { Population, Projection } from "./types.ts";

/** The values of the numbers that are drawn, one after the other. */
export const projectedWith = (
  of: Pick<Projection, "improvementRealised" | "fertilityGrowth" | "moreMigrants">,
): readonly number[] =>
  [of.improvementRealised, of.fertilityGrowth, ...Object.values(of.moreMigrants)].map(({ value }) => value);

/** People by year and age group, as a projection has them with the numbers it holds now. */
export const projectedRows = (projection: Projection): Population["people"] => rowsOf(projectedCohorts(projection));

/** The projection worked out with the numbers it holds now. */
export function projectedCohorts(projection: Projection): Cohorts {
  const { from, interval, years, migrantsAge, sexRatioAtBirth, survivalOf } = projection;
  const { fertilityGrowth, improvementRealised } = projection;
  const { people, survival, fertility, migration, improvement, movers } = inMemory(projection);
  const growth = 1 + fertilityGrowth.value;
  const more = Object.values(projection.moreMigrants).map(({ value }) => value);
  return projectCohorts({
    ...{ from, interval, years, migrantsAge, sexRatioAtBirth, survivalOf, people, survival },
    // Births of an interval are those of its middle.
    fertility:
      growth === 1
        ? fertility
        : Array.from({ length: years / interval }, (_, step) => {
            const grown = growth ** ((step + 0.5) * interval);
            return fertility.map((births) => births * grown);
          }),
    migration,
    mortalityImprovement:
      improvement.length > 0
        ? improvement.map((falls) => falls.map((fall) => fall * improvementRealised.value))
        : undefined,
    moreMigrants: more.some((share) => share !== 0) ? movers.map((group) => more[group] ?? 0) : undefined,
  });
}

/** The arrays of a projection as the calculation takes them. */
interface InMemory {
  readonly people: Float64Array;
  readonly survival: Survival;
  readonly fertility: Float64Array;
  readonly migration: Float64Array | undefined;
  readonly improvement: readonly Float64Array[];
  /** The group of movers that each (sex, age) belongs to. */
  readonly movers: Float64Array;
}

/** By the people they start with, which no draw changes. */
const arrays = new WeakMap<readonly number[], InMemory>();

function inMemory(projection: Projection): InMemory {
  const { counted, survival, migration } = projection;
  const known = arrays.get(counted);
  if (known) return known;
  const bands = Object.keys(projection.moreMigrants).map(parseBand);
  const ages = projection.fertility.length;
  const made = {
    people: Float64Array.from(counted),
    survival: { atBirth: Float64Array.from(survival.atBirth), byAge: Float64Array.from(survival.byAge) },
    fertility: Float64Array.from(projection.fertility),
    migration: migration && Float64Array.from(migration),
    improvement: projection.mortalityImprovement.map((falls) => Float64Array.from(falls)),
    movers: Float64Array.from(counted, (_, i) => {
      const age = (i % ages) * projection.interval;
      return bands.findIndex((band) => band !== undefined && band.from <= age && age <= band.to);
    }),
  };
  arrays.set(counted, made);
  return made;
}
