export type { LeverValue, Solution, SolvedLevers, TargetOutcome } from "./decide/answer.ts";
export { assumedPrices, type WithAssumedPrices } from "./decide/assumed-price.ts";
export { costOfGain, type GainOptions } from "./decide/cost-of-gain.ts";
export { type FrontierPoint, frontier } from "./decide/frontier.ts";
export type { GridLine } from "./decide/futures.ts";
export type { LeverLimits, LeverRange } from "./decide/lever-range.ts";
export type { Obstacle } from "./decide/obstacles.ts";
export { type PlanFile, parsePlan } from "./decide/plan-file.ts";
export type {
  Objective,
  OptionPrice,
  PlanCost,
  PlanLimits,
  PlanOption,
  PlanQuestion,
  Price,
} from "./decide/plan-question.ts";
export type { PlanGoal } from "./decide/plan-rules.ts";
export type { SearchOptions } from "./decide/plan-search.ts";
export { type PlanAnswer, type PlannedPart, type PlanOutcome, portfolio } from "./decide/portfolio.ts";
export type { MissedTarget, StressAnswer, StressedPlan } from "./decide/regret.ts";
export { type Signpost, type SignpostOptions, signposts } from "./decide/signposts.ts";
export { solve } from "./decide/solve.ts";
export { type SolveDrawsOptions, type SolvedDraws, solveDraws } from "./decide/solve-draws.ts";
export { type StaffingAnswer, type StaffingPlan, type StaffStep, staffing } from "./decide/staffing.ts";
export { parseStaffing, type StaffingFile } from "./decide/staffing-file.ts";
export type {
  StaffChoice,
  StaffDecision,
  StaffingPool,
  StaffingQuestion,
  StaffMove,
} from "./decide/staffing-question.ts";
export { type StressQuestion, stress } from "./decide/stress.ts";
export type { Target } from "./decide/target.ts";
export type { SolveQuestion } from "./decide/trials.ts";
export type { CostEach, GainCost, ScenarioTotals } from "./uncertainty/gain-cost.ts";
