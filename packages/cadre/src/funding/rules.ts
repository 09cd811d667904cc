import { CadreError } from "../error/cadre-error.ts";
import { keys, list, NUMBER, TEXT } from "../error/shape.ts";
import type { Source } from "../system/schema/sources.ts";
import type { Provenance } from "../table/quantity.ts";
import { monthNumber, monthText } from "./month.ts";

/** What each rule's number means. Shares are fractions of one. */
export const RULE_MEANINGS = {
  levyRate: "share of the pay bill that is levied, before the allowance",
  levyAllowance: "GBP a year taken off the levy, a twelfth each month",
  topUp: "what government adds each month, as a share of the levy",
  expiresAfter: "months after which what is left of a month's funds is taken back",
  transferLimit: "share of the funds of the tax year before that may be passed on in a tax year",
  employerShare: "employer's share of training that no levy funds pay for, by the month of the start",
  smallEmployerBelow: "staff below which an employer is small",
  freeToAge: "age up to which apprentices of small employers cost them nothing",
  freeToAgeWithPlan: "the same with an education, health and care plan, or from care",
  heldBack: "share of the cost that is paid when the apprentice finishes",
} as const;

/** The name of a funding rule. */
export type FundingRule = keyof typeof RULE_MEANINGS;

/** The rules whose number is a share, at most 100%. */
export const SHARE_RULES: ReadonlySet<FundingRule> = new Set([
  "levyRate",
  "topUp",
  "transferLimit",
  "employerShare",
  "heldBack",
]);

/** The value of a rule from the first day of a month on, until the next one of the same rule. */
export interface DatedValue extends Provenance {
  /** `2019-04` */
  readonly from: string;
  readonly value: number;
}

/** Dated rules of apprenticeship funding, each with its source; `parseFundingRules` reads them from their file. */
export interface FundingRules {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly sources: Readonly<Record<string, Source>>;
  /** By rule, the values in order of date. */
  readonly rules: Readonly<Record<FundingRule, readonly DatedValue[]>>;
}

/** The value of a rule in a counted month; a `CadreError` for a month before the rule's first date. */
export function ruleIn(rules: FundingRules, rule: FundingRule, month: number): number {
  const values = rules.rules[rule];
  for (let i = values.length - 1; i >= 0; i--) if (startOf(values[i]!) <= month) return values[i]!.value;
  throw new CadreError({
    code: "before-funding-rules",
    message: `The rule ${rule} of "${rules.id}" does not reach back so far.`,
    value: monthText(month),
    rule: `${rule} (${RULE_MEANINGS[rule]}) is known from ${values[0]!.from} on.`,
    fix: "Start later, or add the earlier value with its date to the rules file.",
  });
}

const startOf = (value: DatedValue): number => monthNumber(value.from) as number;

/** What parsing funding rules gives. */
export const FUNDING_RULES = keys({
  id: TEXT,
  rules: keys(
    Object.fromEntries(Object.keys(RULE_MEANINGS).map((rule) => [rule, list(keys({ from: TEXT, value: NUMBER }), 1)])),
  ),
});
