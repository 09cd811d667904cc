import { checkResult } from "../error/argument.ts";
import { coursePayments } from "../funding/course-payments.ts";
import { type LevyMonth, levyAccount } from "../funding/levy-account.ts";
import { monthText } from "../funding/month.ts";
import { parseFundingRules } from "../funding/parse-rules.ts";
import { ruleIn } from "../funding/rules.ts";
import type { Result } from "../projection/result.ts";
import { type CoursePlan, inTraining } from "../supply/courses.ts";
import { partsOf } from "../table/dates.ts";

/**
 * The levy account of a result, month by month from the base date to the last reference date, in pounds: levy and
 * top-up in, training of the system's pipelines and transfers out, funds that expire, and what employers and government
 * pay beside it. Undefined when the system has no `funding`. Throws a `CadreError` when the funding rules cannot be
 * read. Method: docs/method/funding.md.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { levyOf } from "cadre/results";
 * import { readSystem } from "cadre/node";
 * const account = levyOf(run(await readSystem("scenarios/north-west-academies/system.yaml")));
 * account?.at(-1)?.balance; // pounds in the account at the last reference date
 * ```
 */
export function levyOf(result: Result): LevyMonth[] | undefined {
  checkResult(result);
  const { resolved, projection } = result.data;
  const { system, joiners, years } = resolved;
  const { funding, calendar } = system;
  if (!funding) return undefined;
  const rules = parseFundingRules(funding.rules.text, { file: funding.rules.file });
  // The account begins with the month after the base date.
  const [year, month] = partsOf(calendar.base);
  const start = year * 12 + month;
  const months = years.length * 12;
  const growth = 1 + (funding.payBillGrowth?.value ?? 0);
  const perMonth = Array.from(
    { length: months },
    (_, m) => (funding.payBill.value / 12) * growth ** Math.floor(m / 12),
  );
  const training = projection.intakes.flatMap(({ course, start: began, heads }) => {
    const plan = joiners.courses[course]!;
    const cost = system.pipelines[plan.id]!.cost;
    if (!cost || !funding.pays.includes(plan.id)) return [];
    const month = start + Math.floor(began.month + 1e-9);
    const share = cost.employerShare?.value ?? ruleIn(rules, "employerShare", month);
    const free = (cost.smallEmployers?.value ?? 0) * youngShare(plan, result, ruleIn(rules, "freeToAge", month));
    return coursePayments(
      {
        start: monthText(month),
        ...lengthOf(plan, began.completion, heads),
        cost: cost.perLearner.value,
        employerShare: share * (1 - free),
      },
      rules,
    );
  });
  return levyAccount({
    rules,
    start: monthText(start),
    months,
    payBill: { perMonth },
    training,
    ...(funding.transfer && { transfersOut: { share: funding.transfer.value } }),
    ...(funding.fundsYearBefore && { fundsOfYearBefore: funding.fundsYearBefore.value }),
  });
}

/** Share of a course's entrants from the community who are of an age or younger. */
function youngShare({ profile, community }: CoursePlan, { axes }: Result, oldest: number): number {
  const ages = axes.ageMax - axes.ageMin + 1;
  const young = profile.reduce((sum, share, i) => (axes.ageMin + (i % ages) <= oldest ? sum + share : sum), 0);
  return ages === 1 ? 0 : young * community;
}

/** Whole months of a course, learners in training in each, and finishers. A course of weeks is paid in its one month. */
function lengthOf(plan: CoursePlan, completion: number, heads: number) {
  const months = Math.max(1, Math.round(plan.months));
  const each = Array.from(
    { length: months },
    (_, m) => heads * inTraining(plan.months, completion, (m * plan.months) / months),
  );
  return { months, inTraining: each, finishers: heads * completion };
}
