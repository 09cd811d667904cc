import { CAUSE_NAMES, type Cause, measureOf } from "../model/causes.ts";

/** What is counted at reference dates. */
export const STOCK_MEASURES = [
  "headcount",
  "supply",
  "demand",
  "funded",
  "gap",
  "vacancyRate",
  "trainees",
  "agency",
] as const;

/** What is counted over the model year that ends at a reference date. */
export const FLOW_MEASURES = [
  "joiners",
  "joiners.market",
  "joiners.hires",
  "joiners.pipeline",
  "joiners.returners",
  "joiners.moves",
  "joiners.churn",
  "joiners.wanted",
  "leavers",
  ...CAUSE_NAMES.map(measureOf),
  "leavers.moves",
  "leavers.hires",
  "leavers.training",
  "churn",
  "personYears",
  "cost.pay",
  "cost.agency",
  "cost.leavers",
  "cost.recruits",
  "cost.training",
  "cost.interventions",
  "cost.total",
  "cost.discounted",
] as const;

/** What is counted of a pipeline, as a group of its own (`pipeline:…`), beside its trainees. */
export const PIPELINE_MEASURES = [
  "entrants",
  "entrants.missing",
  "dropouts",
  "graduates",
  "graduates.joined",
  "graduates.lost",
  "trainingYears",
  "cost.training",
] as const;

/** A measure of a result, by the name it has in `results.csv`. */
export type Measure =
  | (typeof STOCK_MEASURES)[number]
  | (typeof FLOW_MEASURES)[number]
  | (typeof PIPELINE_MEASURES)[number];

/** Ways of leaving a pool that come with a hazard: a cause, or to another pool; `churn` is to another employer of it. */
export type HazardKind = Cause | "moves" | "churn";
