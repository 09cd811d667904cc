export type { CohortProjection, PerInterval } from "./population/cohort-projection.ts";
export { type Cohorts, projectCohorts } from "./population/cohorts.ts";
export { populationOf } from "./population/cohorts-population.ts";
export { longRunGrowth } from "./population/long-run.ts";
export { personYearsLived, type Survival, survivalRatios } from "./population/survival.ts";
export { mixVariants } from "./population/variants.ts";
