export { type Course, coursePayments, type TrainingPayment } from "./funding/course-payments.ts";
export { type LevyAccountInput, type LevyMonth, levyAccount, type MonthlyAmount } from "./funding/levy-account.ts";
export { parseFundingRules } from "./funding/parse-rules.ts";
export type { DatedValue, FundingRule, FundingRules } from "./funding/rules.ts";
export { employerShare, type Learner, type TrainingFunding, trainingFunding } from "./funding/training-funding.ts";
