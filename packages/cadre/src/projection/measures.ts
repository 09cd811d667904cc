/** What is counted at reference dates. */
export const STOCK_MEASURES = ["headcount", "supply", "demand", "funded", "gap", "vacancyRate"] as const;

/** What is counted over the model year that ends at a reference date. */
export const FLOW_MEASURES = [
  "joiners",
  "joiners.market",
  "joiners.moves",
  "joiners.churn",
  "leavers",
  "leavers.leaving",
  "leavers.retiring",
  "leavers.dying",
  "leavers.moves",
  "churn",
  "personYears",
] as const;

/** A measure of a result, by the name it has in `results.csv`. */
export type Measure = (typeof STOCK_MEASURES)[number] | (typeof FLOW_MEASURES)[number];

/** Causes that people leave a pool by. */
export const CAUSES = ["leaving", "retiring", "dying", "moves", "churn"] as const;
/** One cause of leaving a pool; `churn` is changing employer within the pool. */
export type Cause = (typeof CAUSES)[number];
