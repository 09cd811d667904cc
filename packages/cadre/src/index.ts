export type { Check, Checks } from "./against/checks-file.ts";
export { parseChecks } from "./against/parse-checks.ts";
export { type Comparison, compare } from "./apart/compare.ts";
export { type Contribution, type Decomposition, decompose } from "./apart/decompose.ts";
export { type InputEffect, type InputEffectsOptions, inputEffects } from "./apart/input-effects.ts";
export { type CheckOutcome, runChecks } from "./ask/checks.ts";
export { explain, type Question } from "./ask/explain.ts";
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
export type { Distribution } from "./scenario/distribution.ts";
export { parseScenario, type ScenarioOptions } from "./scenario/parse.ts";
export type { Change, Effect, Evidence, Intervention, Scenario, ScenarioKind, Uncertainty } from "./scenario/types.ts";
export type * from "./system/cost-types.ts";
export type * from "./system/demand-types.ts";
export type { FileReader } from "./system/files.ts";
export type * from "./system/joiner-types.ts";
export { type ParseOptions, parseSystem } from "./system/parse.ts";
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
