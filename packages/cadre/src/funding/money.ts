import { CadreError } from "../error/cadre-error.ts";
import { monthNumber } from "./month.ts";

/** Refuses an amount that no account could hold. `what` names it in the error. */
export function checkMoney(amount: number, what: string): number {
  if (Number.isFinite(amount) && amount >= 0) return amount;
  throw new CadreError({
    code: "not-an-amount",
    message: `${what} is not an amount of money.`,
    value: String(amount),
    rule: "GBP, zero or more.",
    fix: "Correct the amount.",
  });
}

/** Reads a month or date; anything else is an error. `what` names it. */
export function readMonth(text: string, what: string): number {
  const month = monthNumber(text);
  if (month !== undefined) return month;
  throw new CadreError({
    code: "bad-date",
    message: `${what} is not a month.`,
    value: text,
    rule: "Year and month, such as 2019-04; a day may follow.",
    fix: "Write it like 2019-04.",
  });
}

/** Refuses a count that is no whole number of one or more. */
export function checkCount(count: number, most: number, what: string): number {
  if (Number.isInteger(count) && count >= 1 && count <= most) return count;
  throw new CadreError({
    code: "not-a-count",
    message: `${what} is not a number of months.`,
    value: String(count),
    rule: `A whole number from 1 to ${most}.`,
    fix: "Correct the number.",
  });
}

/** Refuses what is no share of one. */
export function checkShare(share: number, what: string): number {
  if (share >= 0 && share <= 1) return share;
  throw new CadreError({
    code: "not-a-share",
    message: `${what} is not a share.`,
    value: String(share),
    rule: "A fraction between 0 and 1: 0.05 for 5%.",
    fix: "Correct the share.",
  });
}
