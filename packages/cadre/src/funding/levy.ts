import { taxYear } from "./month.ts";
import { type FundingRules, ruleIn } from "./rules.ts";

/**
 * Levy due each month, in GBP. Pay bill and allowance add up over the tax year: a month below the allowance leaves the
 * rest of it to the following months. What was paid too much is set against the months that follow in the tax year.
 */
export function levyByMonth(rules: FundingRules, start: number, payBill: readonly number[]): Float64Array {
  const levy = new Float64Array(payBill.length);
  let [due, paid] = [0, 0];
  payBill.forEach((pay, i) => {
    const month = start + i;
    if (i > 0 && taxYear(month) !== taxYear(month - 1)) [due, paid] = [0, 0];
    due += ruleIn(rules, "levyRate", month) * pay - ruleIn(rules, "levyAllowance", month) / 12;
    levy[i] = Math.max(0, due - paid);
    paid += levy[i];
  });
  return levy;
}
