import { CadreError } from "../error/cadre-error.ts";
import { checkArguments, NUMBER, NUMBERS, only, optional, TEXT } from "../error/shape.ts";
import { checkCount, checkMoney, checkShare, readMonth } from "./money.ts";
import { monthText } from "./month.ts";
import { FUNDING_RULES, type FundingRules, ruleIn } from "./rules.ts";

const COURSE = only<Course>({
  start: TEXT,
  months: NUMBER,
  cost: NUMBER,
  inTraining: optional(NUMBERS),
  finishers: optional(NUMBER),
  employerShare: optional(NUMBER),
});

/** Training that falls due in a month. */
export interface TrainingPayment {
  /** `2019-09` */
  readonly month: string;
  /** GBP. */
  readonly cost: number;
  /** The employer's share of what no levy funds pay for; left out: the rule of the month. */
  readonly employerShare?: number;
}

/** A group of apprentices who start a course together. */
export interface Course {
  /** The month of the start. */
  readonly start: string;
  /** Length in months. */
  readonly months: number;
  /** GBP for one learner who finishes. */
  readonly cost: number;
  /** Learners in training in each month of the course; one throughout unless given. */
  readonly inTraining?: readonly number[];
  /** Learners who finish; one unless `inTraining` is given, and then needed. */
  readonly finishers?: number;
  /** As `employerShare` gives it; left out: the rule of the month of the start. */
  readonly employerShare?: number;
}

/**
 * When a course is paid for: evenly over its months for those in training, with a share held back (20% in England) that
 * falls due in the last month for those who finish. Nothing more is paid for those who left.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { coursePayments, parseFundingRules } from "cadre/funding";
 * const england = parseFundingRules(readFileSync("data/funding/england.yaml", "utf8"));
 * const payments = coursePayments({ start: "2019-09", months: 48, cost: 27000 }, england);
 * payments[0].cost; // 450 a month, and 5850 in the last: 450 and the 5400 held back
 * ```
 */
export function coursePayments(course: Course, rules: FundingRules): TrainingPayment[] {
  checkArguments({ course, rules }, { course: COURSE, rules: FUNDING_RULES });
  const start = readMonth(course.start, "The start of the course");
  const months = checkCount(course.months, 240, "The length of the course");
  const cost = checkMoney(course.cost, "The cost of the course");
  const heldBack = ruleIn(rules, "heldBack", start);
  const share = checkShare(course.employerShare ?? ruleIn(rules, "employerShare", start), "The employer's share");
  const { learners, finishers } = learnersOf(course, months);
  return learners.map((learning, i) => ({
    month: monthText(start + i),
    cost: (cost * (1 - heldBack) * learning) / months + (i === months - 1 ? cost * heldBack * finishers : 0),
    employerShare: share,
  }));
}

function learnersOf(course: Course, months: number): { learners: readonly number[]; finishers: number } {
  const learners = course.inTraining ?? Array.from({ length: months }, () => 1);
  const finishers = course.finishers ?? (course.inTraining ? Number.NaN : 1);
  const counts = [...learners, finishers];
  if (learners.length === months && counts.every((count) => Number.isFinite(count) && count >= 0))
    return { learners, finishers };
  throw new CadreError({
    code: "learners-do-not-fit",
    message: "The learners do not fit the course.",
    value: `${learners.length} months of learners, finishers ${course.finishers ?? "(nothing)"}`,
    rule: `One number of learners for each of the ${months} months, zero or more, and how many finish.`,
    fix: "Give inTraining as many numbers as the course has months, and finishers beside it.",
  });
}
