export type { Check, Checks } from "./against/checks-file.ts";
export { parseChecks } from "./against/parse-checks.ts";
export { type Comparison, compare } from "./apart/compare.ts";
export { type Contribution, type Decomposition, decompose } from "./apart/decompose.ts";
export { type InputEffect, type InputEffectsOptions, inputEffects } from "./apart/input-effects.ts";
export { type CheckOutcome, runChecks } from "./ask/checks.ts";
export { type ExplainQuestion, explain } from "./ask/explain.ts";
export type { Explanation, ExplanationStep } from "./ask/explanation.ts";
export type { PoolCalibration } from "./base-year/base-year.ts";
export type { Input } from "./base-year/log.ts";
export { CadreError, type Place, type Problem } from "./error/cadre-error.ts";
export type {
  AgeMeasure,
  CountedMeasure,
  CountedPoolMeasure,
  Measure,
  PoolMeasure,
  ValueOf,
} from "./model/measures.ts";
export type { PoolInfo } from "./plan/resolved.ts";
export type { Population } from "./population/types.ts";
export type { Group } from "./projection/groups.ts";
export type { Result } from "./projection/result.ts";
export type { ResultData } from "./projection/result-data.ts";
export type { Columns } from "./projection/rows.ts";
export { run } from "./projection/run.ts";
export type { RateKind } from "./rates/kinds.ts";
export type { Schedule } from "./rates/schedule.ts";
export type { Distribution, Effect } from "./scenario/distribution.ts";
export { parseScenario, type ScenarioOptions } from "./scenario/parse.ts";
export type { BroughtCourse } from "./scenario/schema/brought-course.ts";
export type { Change } from "./scenario/schema/change.ts";
export type { AssumedCost, CostEnds, InterventionCost } from "./scenario/schema/cost.ts";
export type { Evidence, Intervention } from "./scenario/schema/intervention.ts";
export type { Scenario, ScenarioKind } from "./scenario/schema/scenario.ts";
export type { Uncertainty } from "./scenario/schema/uncertainty.ts";
export type { FileReader } from "./system/files.ts";
export { type ParseOptions, parseSystem } from "./system/parse.ts";
export type { Demand, Shift, Substitution } from "./system/schema/demand.ts";
export type { Move, PoolLeaving, Response, Returner, Scope, Signal } from "./system/schema/leaving.ts";
export type { Agency, Costs, Funding, SystemCosts } from "./system/schema/money.ts";
export type { Pipeline } from "./system/schema/pipeline.ts";
export type { Pool, Schedules, Vacancies } from "./system/schema/pool.ts";
export type { LabourMarket, Recruitment, RelativePay } from "./system/schema/recruitment.ts";
export type { Source } from "./system/schema/sources.ts";
export type { BacktestFinding, Calendar } from "./system/schema/system-file.ts";
export type * from "./system/types.ts";
export type { Axes } from "./table/axes.ts";
export type { InputKind, Provenance, Quality, Quantity, QuantityMap, Unit } from "./table/quantity.ts";
export type { Where } from "./table/where.ts";
export { type EnsembleOptions, ensemble, ensembles } from "./uncertainty/ensemble.ts";
export type { Ensemble, SpreadColumns, SpreadOf, SpreadQuery } from "./uncertainty/open-ensemble.ts";
export type { Sampling } from "./uncertainty/sampling.ts";
export type { VarianceShare } from "./uncertainty/sensitivity/variance-shares.ts";
export type { Spread } from "./uncertainty/spreads.ts";
export type { UncertainNumber } from "./uncertainty/uncertain.ts";
