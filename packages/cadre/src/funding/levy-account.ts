import { CadreError } from "../error/cadre-error.ts";
import { checkArguments, either, list, NUMBER, NUMBERS, only, optional, TEXT } from "../error/shape.ts";
import type { TrainingPayment } from "./course-payments.ts";
import { Ledger } from "./ledger.ts";
import { levyByMonth } from "./levy.ts";
import { checkCount, checkMoney, checkShare, readMonth } from "./money.ts";
import { monthText, taxYear } from "./month.ts";
import { FUNDING_RULES, type FundingRules, ruleIn } from "./rules.ts";

const AMOUNTS = list(only<MonthlyAmount>({ month: TEXT, amount: NUMBER }));
const INPUT = only<LevyAccountInput>({
  rules: FUNDING_RULES,
  start: TEXT,
  months: NUMBER,
  payBill: either(only({ perYear: NUMBER }), only({ perMonth: NUMBERS })),
  training: optional(list(only<TrainingPayment>({ month: TEXT, cost: NUMBER, employerShare: optional(NUMBER) }))),
  transfersOut: optional(either(AMOUNTS, only({ share: NUMBER }))),
  transfersIn: optional(AMOUNTS),
  opening: optional(AMOUNTS),
  fundsOfYearBefore: optional(NUMBER),
});

/** An amount of GBP in a month. */
export interface MonthlyAmount {
  /** `2019-09` */
  readonly month: string;
  readonly amount: number;
}

/** The levy account of one employer, or of employers who share one allowance. All amounts in GBP. */
export interface LevyAccountInput {
  readonly rules: FundingRules;
  /** The first month, `2019-04`. */
  readonly start: string;
  /** How many months. */
  readonly months: number;
  /** The pay bill: a year's, spread evenly, or one amount for each month. */
  readonly payBill: { readonly perYear: number } | { readonly perMonth: readonly number[] };
  /** Own training by the month it falls due (`coursePayments` gives it); months outside the account are left out. */
  readonly training?: readonly TrainingPayment[];
  /** Levy passed to other employers: amounts by month, or a share of the funds of the tax year before, a twelfth a month. */
  readonly transfersOut?: readonly MonthlyAmount[] | { readonly share: number };
  /** Levy that other employers offer for own training; drawn as far as training falls due in the month. */
  readonly transfersIn?: readonly MonthlyAmount[];
  /** What is in the account at the start, by the month it entered; nothing unless given. */
  readonly opening?: readonly MonthlyAmount[];
  /** Funds that entered in the tax year before the start, which limit its transfers; without it none are possible then. */
  readonly fundsOfYearBefore?: number;
}

/** A month of a levy account. Opening + levyPaid + topUp + transferredIn − transferredOut − spent − expired = balance. */
export interface LevyMonth {
  readonly month: string;
  readonly opening: number;
  readonly levyPaid: number;
  readonly topUp: number;
  /** Drawn from what other employers offered, and spent at once. */
  readonly transferredIn: number;
  /** Offered by other employers and not needed. */
  readonly transferUnused: number;
  readonly transferredOut: number;
  /** Asked to be passed on, beyond the limit or beyond what the account held. */
  readonly transferRefused: number;
  /** Training that fell due: spent + coInvestment + government. */
  readonly training: number;
  /** Training paid from the account and from transfers. */
  readonly spent: number;
  /** The employer's share of training that the account could not pay. */
  readonly coInvestment: number;
  /** Government's share of it. */
  readonly government: number;
  readonly expired: number;
  readonly balance: number;
}

/**
 * A levy account month by month: levy and top-up come in, transfers to others go out within their limit, training is paid
 * from transfers received and then from the oldest funds, government and employer share what is left to pay, and what
 * remains of funds past their life expires at the end of the month. Every pound is accounted for in every month.
 *
 * Throws a `CadreError` for amounts or months that cannot be. Method: docs/method/funding.md.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { coursePayments, levyAccount, parseFundingRules } from "cadre/funding";
 * const rules = parseFundingRules(readFileSync("data/funding/england.yaml", "utf8"));
 * const training = coursePayments({ start: "2019-09", months: 18, cost: 12000 }, rules);
 * const account = levyAccount({ rules, start: "2019-04", months: 36, payBill: { perYear: 4_200_000 }, training });
 * account[0].levyPaid; // 500: half a per cent of 350,000 less a twelfth of 15,000; the top-up adds 50
 * ```
 */
export function levyAccount(input: LevyAccountInput): LevyMonth[] {
  checkArguments({ input }, { input: INPUT });
  const { rules } = input;
  const start = readMonth(input.start, "The start of the account");
  const months = checkCount(input.months, 1200, "The length of the account");
  const levy = levyByMonth(rules, start, payBillOf(input.payBill, months));
  const training = trainingOf(input, start, months);
  const offered = byMonth(input.transfersIn ?? [], "A transfer received", start, months);
  const wanted = isShare(input.transfersOut)
    ? checkShare(input.transfersOut.share, "The share passed on")
    : byMonth(input.transfersOut ?? [], "A transfer to others", start, months);
  const ledger = openLedger(input.opening ?? [], start);
  let fundsBefore = checkMoney(input.fundsOfYearBefore ?? 0, "What entered in the tax year before");
  let [funds, passedOn] = [0, 0];

  return Array.from(levy, (levyPaid, i): LevyMonth => {
    const month = start + i;
    if (i > 0 && taxYear(month) !== taxYear(month - 1)) [fundsBefore, funds, passedOn] = [funds, 0, 0];
    const opening = ledger.balance;
    const topUp = levyPaid * ruleIn(rules, "topUp", month);
    ledger.enter(month, levyPaid + topUp);
    funds += levyPaid + topUp;

    const asked = typeof wanted === "number" ? (wanted * fundsBefore) / 12 : wanted[i]!;
    const limit = Math.max(0, ruleIn(rules, "transferLimit", month) * fundsBefore - passedOn);
    const transferredOut = ledger.take(Math.min(asked, limit));
    passedOn += transferredOut;

    const { cost, employerPart } = training[i]!;
    const transferredIn = Math.min(offered[i]!, cost);
    const spent = transferredIn + ledger.take(cost - transferredIn);
    const coInvestment = (cost - spent) * employerPart;
    const expired = ledger.expire(month - ruleIn(rules, "expiresAfter", month));
    return Object.freeze({
      month: monthText(month),
      opening,
      levyPaid,
      topUp,
      transferredIn,
      transferUnused: offered[i]! - transferredIn,
      transferredOut,
      transferRefused: asked - transferredOut,
      training: cost,
      spent,
      coInvestment,
      government: cost - spent - coInvestment,
      expired,
      balance: ledger.balance,
    });
  });
}

function payBillOf(payBill: LevyAccountInput["payBill"], months: number): number[] {
  if ("perYear" in payBill) {
    const pay = checkMoney(payBill.perYear, "The pay bill") / 12;
    return Array.from({ length: months }, () => pay);
  }
  if (payBill.perMonth.length === months) return payBill.perMonth.map((pay) => checkMoney(pay, "The pay bill"));
  throw new CadreError({
    code: "months-do-not-fit",
    message: "The pay bill does not have one amount for each month.",
    value: `${payBill.perMonth.length} amounts for ${months} months`,
    rule: "perMonth has as many amounts as the account has months.",
    fix: "Give every month's pay bill, or perYear for an even one.",
  });
}

/** Cost due by month, and the employer's share of what levy funds do not pay: its mean over the payments of the month. */
function trainingOf(input: LevyAccountInput, start: number, months: number): { cost: number; employerPart: number }[] {
  const cost = new Float64Array(months);
  const employers = new Float64Array(months);
  for (const payment of input.training ?? []) {
    const month = readMonth(payment.month, "The month of a training payment");
    const due = checkMoney(payment.cost, "A training payment");
    const i = month - start;
    if (i < 0 || i >= months) continue;
    const share = payment.employerShare ?? ruleIn(input.rules, "employerShare", month);
    cost[i]! += due;
    employers[i]! += due * checkShare(share, "The employer's share");
  }
  return Array.from(cost, (due, i) => ({ cost: due, employerPart: due > 0 ? employers[i]! / due : 0 }));
}

function byMonth(amounts: readonly MonthlyAmount[], what: string, start: number, months: number): Float64Array {
  const sums = new Float64Array(months);
  for (const { month, amount } of amounts) {
    const i = readMonth(month, what) - start;
    if (checkMoney(amount, what) > 0 && i >= 0 && i < months) sums[i]! += amount;
  }
  return sums;
}

const isShare = (transfers: LevyAccountInput["transfersOut"]): transfers is { readonly share: number } =>
  transfers !== undefined && "share" in transfers;

function openLedger(opening: readonly MonthlyAmount[], start: number): Ledger {
  const ledger = new Ledger();
  const lots = opening.map(({ month, amount }) => ({
    month: readMonth(month, "The month of opening funds"),
    amount: checkMoney(amount, "What is in the account at the start"),
  }));
  const early = lots.find(({ month }) => month >= start);
  if (early)
    throw new CadreError({
      code: "not-yet-opening",
      message: "Funds in the account at the start must have entered before it.",
      value: monthText(early.month),
      rule: "Months of opening funds lie before the start of the account.",
      fix: "Give the month in which they entered.",
    });
  for (const { month, amount } of lots.sort((a, b) => a.month - b.month)) ledger.enter(month, amount);
  return ledger;
}
