import { checkArguments } from "../error/shape.ts";
import type { Optimum } from "./programme.ts";
import { checkStaffing } from "./staffing-checks.ts";
import { type StaffAim, StaffingModel } from "./staffing-model.ts";
import { STAFFING_QUESTION, type StaffDecision, type StaffingQuestion } from "./staffing-question.ts";

/** One decision of a staffing plan. */
export interface StaffStep {
  readonly decision: StaffDecision;
  readonly pool: string;
  /** Where people go who move. */
  readonly to?: string;
  readonly year: number;
  /** Heads, or posts where posts are above need or empty. */
  readonly heads: number;
  readonly pounds: number;
}

/** A staffing plan. */
export interface StaffingPlan {
  /** What is done, by year; what is not done is left out. */
  readonly steps: readonly StaffStep[];
  /** Staff at the end of each year, by pool. */
  readonly staff: Readonly<Record<string, readonly number[]>>;
  /** What was to be as little as possible: pounds, or heads over all years. */
  readonly value: number;
  /** Pounds by year, and in all. */
  readonly money: readonly number[];
  readonly total: number;
}

/**
 * What was found: a `plan` that is proven to be the best, or `cannot-be-met` with the plan that comes nearest and the posts
 * it misses.
 */
export type StaffingAnswer =
  | ({ readonly kind: "plan" } & StaffingPlan)
  | ({
      readonly kind: "cannot-be-met";
      /** Posts short, and staff above need that nobody has allowed. */
      readonly misses: readonly {
        readonly pool: string;
        readonly year: number;
        readonly short: number;
        readonly over: number;
      }[];
    } & StaffingPlan);

/**
 * How many people to recruit, retrain, downgrade, make redundant or put on short time in each year, and how many posts to
 * keep above need or leave empty, so that need is met at the least cost (or with the fewest redundancies). The answer is
 * exact: with fixed rates of leaving, staff are linear in what is decided, and a linear programme over all years finds the
 * optimum. Heads are not whole numbers.
 *
 * A pool may do only what it gives a price for. Throws a `CadreError` for numbers and names that make no sense. Method:
 * docs/method/staffing.md.
 *
 * @example
 * ```ts
 * import { staffing } from "cadre/decide";
 * const answer = await staffing({
 *   years: [2025, 2026],
 *   least: "cost",
 *   pools: {
 *     assistants: { today: 60, need: [40, 36], leaving: 0.1, redundancy: { price: 8_000 } },
 *     nurses: { today: 20, need: [24, 30], leaving: 0.05, recruits: { price: 6_000, most: 5 }, above: { price: 30_000 } },
 *   },
 *   moves: [{ kind: "retraining", from: "assistants", to: "nurses", price: 9_000, most: 10, leaving: 0.2 }],
 * });
 * answer.steps.filter(({ decision }) => decision === "retraining"); // who is retrained, when, at what price
 * ```
 */
export async function staffing(question: StaffingQuestion): Promise<StaffingAnswer> {
  checkArguments({ question }, { question: STAFFING_QUESTION });
  checkStaffing(question);
  const { least } = question;
  const found = await solved(question, { least });
  if (!found) return nearest(question);
  if (least === "cost") return { kind: "plan", ...planOf(question, found) };
  // Of plans with as few heads the cheapest, so that the same question gives the same plan.
  const heads = found.optimum.cost;
  const cheapest = await solved(question, {
    least: "cost",
    within: { decision: least, heads: heads + ROUNDING * Math.max(1, heads) },
  });
  return { kind: "plan", ...planOf(question, cheapest ?? found), value: heads };
}

/** What a solver may be wrong by, and heads below which nothing is done. */
const [ROUNDING, NOBODY] = [1e-10, 1e-9];

interface Solved {
  readonly model: StaffingModel;
  readonly optimum: Optimum;
}

async function solved(question: StaffingQuestion, aim: StaffAim): Promise<Solved | undefined> {
  const model = new StaffingModel(question, aim);
  const optimum = await model.least();
  return optimum && { model, optimum };
}

async function nearest(question: StaffingQuestion): Promise<StaffingAnswer> {
  checkArguments({ question }, { question: STAFFING_QUESTION });
  const found = await solved(question, { least: "misfit" });
  if (!found) throw new Error("doing nothing is always possible when need may be missed");
  const { model, optimum } = found;
  const missed = (pool: string, t: number, over: boolean) => {
    const one = model.misfits.find((misfit) => misfit.pool === pool && misfit.t === t && misfit.over === over);
    return one ? optimum.values[one.variable]! : 0;
  };
  const misses = Object.keys(question.pools).flatMap((pool) =>
    question.years.flatMap((year, t) => {
      const [short, over] = [missed(pool, t, false), missed(pool, t, true)];
      return short > NOBODY || over > NOBODY ? [{ pool, year, short, over }] : [];
    }),
  );
  return { kind: "cannot-be-met", misses, ...planOf(question, found) };
}

function planOf({ years, pools, least }: StaffingQuestion, { model, optimum }: Solved): StaffingPlan {
  const money = years.map(() => 0);
  let value = 0;
  const steps = model.variables.flatMap(({ decision, pool, to, t, price, variable }): StaffStep[] => {
    const heads = optimum.values[variable]!;
    if (heads <= NOBODY) return [];
    money[t]! += heads * price;
    if (least === decision) value += heads;
    return [{ decision, pool, ...(to !== undefined && { to }), year: years[t]!, heads, pounds: heads * price }];
  });
  const total = money.reduce((sum, pounds) => sum + pounds, 0);
  const staff = Object.fromEntries(Object.keys(pools).map((id) => [id, model.staffOf(id, optimum)]));
  return { steps, staff, value: least === "cost" ? total : value, money, total };
}
