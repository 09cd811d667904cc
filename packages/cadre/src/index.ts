export type { Check, Checks } from "./against/checks-file.ts";
export { type Observation, type Observed, parseObserved } from "./against/observed-file.ts";
export { parseChecks } from "./against/parse-checks.ts";
export { type Comparison, compare } from "./apart/compare.ts";
export { type Decomposition, decompose, type Part } from "./apart/decompose.ts";
export { type Driver, gapDrivers } from "./apart/drivers.ts";
export { type EffectsOptions, effects, type InputEffect } from "./apart/effects.ts";
export { type ChangeRow, changeRows } from "./ask/change-rows.ts";
export { type CheckOutcome, runChecks } from "./ask/checks.ts";
export { effectShare, evidenceOf } from "./ask/evidence-of.ts";
export { explain, explainable, type Question } from "./ask/explain.ts";
export type { Explanation, ExplanationStep } from "./ask/explanation.ts";
export { howTested } from "./ask/how-tested.ts";
export { levyOf } from "./ask/levy.ts";
export {
  againstObserved,
  type IntervalOf,
  type ObservedAgainst,
} from "./ask/observed.ts";
export { pick } from "./ask/pick.ts";
export { planOf } from "./ask/plan-of.ts";
export { stillInPost } from "./ask/still-in-post.ts";
export type { PoolCalibration } from "./base-year/base-year.ts";
export type { Input } from "./base-year/log.ts";
export { jsonSchemas } from "./decide/schemas.ts";
export { checkFormulaBands, compileFormula, type Formula, type FormulaReading, readFormula } from "./demand/formula.ts";
export { checkFormula } from "./demand/formula-check.ts";
export type { FormulaProblem } from "./demand/formula-problem.ts";
export type { FormulaContext } from "./demand/formula-words.ts";
export { CadreError, describe, type Place, type Problem } from "./error/cadre-error.ts";
export { type Course, coursePayments, type TrainingPayment } from "./funding/course-payments.ts";
export { type LevyAccountInput, type LevyMonth, levyAccount, type MonthlyAmount } from "./funding/levy-account.ts";
export { parseFundingRules } from "./funding/parse-rules.ts";
export type { DatedValue, FundingRule, FundingRules } from "./funding/rules.ts";
export { employerShare, type Learner, type TrainingFunding, trainingFunding } from "./funding/training-funding.ts";
export { isStillInPost, type PickedMeasure, type StillInPost } from "./model/asked-measures.ts";
export {
  CAUSE_NAMES,
  LEAVERS,
  type LeaverKind,
  type LeaverMeasure,
  measureOf,
  RETIREMENT_CAUSES,
} from "./model/causes.ts";
export type { MeasureFacts } from "./model/measure-facts.ts";
export {
  type AgeMeasure,
  type CountedMeasure,
  type CountedPoolMeasure,
  isMeasure,
  isRatio,
  isStock,
  MEASURES,
  type Measure,
  POOL_MEASURES,
  type PoolMeasure,
  partsOf,
  unitOf,
  type ValueOf,
} from "./model/measures.ts";
export { poundsIn, type UnitWords } from "./model/units.ts";
export type { PoolInfo } from "./plan/resolved.ts";
export type { CohortProjection, PerInterval } from "./population/cohort-projection.ts";
export { type Cohorts, projectCohorts } from "./population/cohorts.ts";
export { populationOf } from "./population/cohorts-population.ts";
export { longRunGrowth } from "./population/long-run.ts";
export { personYearsLived, type Survival, survivalRatios } from "./population/survival.ts";
export type { Population } from "./population/types.ts";
export { mixVariants } from "./population/variants.ts";
export type { Group } from "./projection/groups.ts";
export { type ResolvedPool, type ResolvedRecord, resolvedRecord } from "./projection/record.ts";
export { openResult, type Result, type ResultSource } from "./projection/result.ts";
export type { ResultData } from "./projection/result-data.ts";
export type { Columns } from "./projection/rows.ts";
export { run } from "./projection/run.ts";
export { type Convention, leaverRates, type RateKind, rateToHazard } from "./rates/kinds.ts";
export type { Schedule } from "./rates/schedule.ts";
export { stillInPostAfter } from "./rates/still-in-post.ts";
export type { Distribution } from "./scenario/distribution.ts";
export { EVIDENCE_RULES, type EvidenceRule } from "./scenario/evidence.ts";
export { parseIntervention, parseScenario, type ScenarioOptions } from "./scenario/parse.ts";
export type { Change, Effect, Evidence, Intervention, Scenario, ScenarioKind, Uncertainty } from "./scenario/types.ts";
export { scenarioText } from "./scenario/write.ts";
export { shareCapacity } from "./supply/market.ts";
export type * from "./system/cost-types.ts";
export type * from "./system/demand-types.ts";
export type { FileReader } from "./system/files.ts";
export type * from "./system/joiner-types.ts";
export { measureNamed } from "./system/measure-named.ts";
export { type ParseOptions, parseSystem } from "./system/parse.ts";
export type * from "./system/types.ts";
export type { Axes } from "./table/axes.ts";
export { type CsvCell, columnsCsv, csvText, rowsCsv } from "./table/csv-text.ts";
export { withoutFormula } from "./table/no-formula.ts";
export type { InputKind, Provenance, Quality, Quantity, QuantityMap, Unit } from "./table/quantity.ts";
export { spreadBands } from "./table/spread.ts";
export type { Where } from "./table/where.ts";
export { answerDraws, type WorkerScope } from "./uncertainty/answer-draws.ts";
export { asItStands } from "./uncertainty/as-it-stands.ts";
export type { DrawBlock, DrawTask, DrawWork } from "./uncertainty/draws.ts";
export { type EnsembleOptions, ensemble, ensembles, MAIN_MEASURES } from "./uncertainty/ensemble.ts";
export type { MakingDraws } from "./uncertainty/make-draws.ts";
export { mergeEnsembles } from "./uncertainty/merge-ensembles.ts";
export type { Asked } from "./uncertainty/one-number.ts";
export {
  type Ensemble,
  type EnsembleData,
  openEnsemble,
  type SpreadColumns,
  type SpreadOf,
  type SpreadQuery,
} from "./uncertainty/open-ensemble.ts";
export { type PageWorker, type PageWorkersOptions, pageWorkers } from "./uncertainty/page-workers.ts";
export type { Sampling } from "./uncertainty/sampling.ts";
export { type ElementaryEffect, type ScreeningOptions, screening } from "./uncertainty/screening.ts";
export type { VarianceShare } from "./uncertainty/sensitivity/variance-shares.ts";
export { type SobolIndex, type SobolOptions, sobolIndices } from "./uncertainty/sobol-indices.ts";
export type { Spread } from "./uncertainty/spreads.ts";
export { type TornadoBar, tornado } from "./uncertainty/tornado.ts";
export type { UncertainNumber } from "./uncertainty/uncertain.ts";
export type { Cancel, Workers } from "./uncertainty/workers.ts";
export {
  type OptionLoss,
  type WorthMeasuring,
  type WorthOptions,
  worthMeasuring,
} from "./uncertainty/worth-measuring.ts";
