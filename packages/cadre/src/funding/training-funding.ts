import { checkArguments, FLAG, NUMBER, only, optional, TEXT } from "../error/shape.ts";
import { checkMoney, readMonth } from "./money.ts";
import { FUNDING_RULES, type FundingRules, ruleIn } from "./rules.ts";

const LEARNER = only({
  date: TEXT,
  age: NUMBER,
  employerSize: NUMBER,
  plan: optional(FLAG),
  cost: optional(NUMBER),
  funds: optional(NUMBER),
});

/** An apprentice and the employer, as far as funding asks. */
export interface Learner {
  /** The date the apprenticeship starts; the rules of its month hold for the whole course. */
  readonly date: string;
  /** Age at the start, in completed years. */
  readonly age: number;
  /** Staff of the employer. */
  readonly employerSize: number;
  /** With an education, health and care plan, or from care. */
  readonly plan?: boolean;
}

/** Who pays for a course, in GBP; the three add up to its cost. */
export interface TrainingFunding {
  readonly levy: number;
  readonly government: number;
  readonly employer: number;
}

/**
 * The employer's share of training that no levy funds pay for, as a fraction of one: nothing for the youngest apprentices
 * of small employers, otherwise 10% for those who started before April 2019 and 5% from then, under the rules of England.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { employerShare, parseFundingRules } from "cadre/funding";
 * const england = parseFundingRules(readFileSync("data/funding/england.yaml", "utf8"));
 * employerShare({ date: "2019-03-31", age: 30, employerSize: 20 }, england); // 0.1
 * employerShare({ date: "2019-04-01", age: 30, employerSize: 20 }, england); // 0.05
 * employerShare({ date: "2019-04-01", age: 18, employerSize: 20 }, england); // 0
 * ```
 */
export function employerShare(learner: Learner, rules: FundingRules): number {
  checkArguments({ learner, rules }, { learner: LEARNER, rules: FUNDING_RULES });
  const month = readMonth(learner.date, "The date of the start");
  const small = learner.employerSize < ruleIn(rules, "smallEmployerBelow", month);
  const young = learner.age <= ruleIn(rules, learner.plan ? "freeToAgeWithPlan" : "freeToAge", month);
  return small && young ? 0 : ruleIn(rules, "employerShare", month);
}

/**
 * Who pays for an apprentice's course: levy funds as far as there are any (`funds`, none unless given), and for the rest
 * government and employer together. `cost` and all amounts are in GBP for the whole course.
 *
 * Method: docs/method/funding.md.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { parseFundingRules, trainingFunding } from "cadre/funding";
 * const england = parseFundingRules(readFileSync("data/funding/england.yaml", "utf8"));
 * const nurse = { date: "2019-09-01", age: 24, employerSize: 80, cost: 27000 };
 * trainingFunding(nurse, england); // government 25650, employer 1350
 * trainingFunding({ ...nurse, funds: 20000 }, england); // levy 20000, government 6650, employer 350
 * ```
 */
export function trainingFunding(
  learner: Learner & { readonly cost: number; readonly funds?: number },
  rules: FundingRules,
): TrainingFunding {
  checkArguments({ learner, rules }, { learner: LEARNER, rules: FUNDING_RULES });
  const cost = checkMoney(learner.cost, "The cost of the course");
  const levy = Math.min(cost, checkMoney(learner.funds ?? 0, "What the levy account holds"));
  const employer = (cost - levy) * employerShare(learner, rules);
  return { levy, government: cost - levy - employer, employer };
}
