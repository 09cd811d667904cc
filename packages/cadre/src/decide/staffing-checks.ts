import { CadreError } from "../error/cadre-error.ts";
import { suggest } from "../error/suggest.ts";
import { STAFF_DECISIONS, type StaffChoice, type StaffingQuestion } from "./staffing-question.ts";

/** Checks a question about staff. Throws a `CadreError` for the first number or name that makes no sense. */
export function checkStaffing({ years, pools, moves = [], together = [], budget = {}, least }: StaffingQuestion): void {
  const ids = Object.keys(pools);
  if (years.length === 0 || years.some((year, t) => !Number.isInteger(year) || year !== years[0]! + t))
    throw fault("bad-years", "years", "Years follow each other.", years.join(", "), {
      rule: "Whole years, one after the other, at least one.",
      fix: "Write years: [2025, 2026, 2027], for example.",
    });
  if (least !== "cost") named(least, STAFF_DECISIONS, "least", "decision");
  const numbers = numbersOf(years.length);
  const chosen = (at: string, choice: StaffChoice | undefined) => {
    if (!choice) return;
    numbers(`${at}.price`, choice.price);
    numbers(`${at}.most`, choice.most ?? 0);
  };
  for (const [id, pool] of Object.entries(pools)) {
    const at = `pools.${id}`;
    numbers(`${at}.today`, pool.today);
    numbers(`${at}.need`, pool.need);
    for (const name of ["recruits", "redundancy", "shortTime", "above", "empty"] as const)
      chosen(`${at}.${name}`, pool[name]);
    share(`${at}.leaving`, pool.leaving);
    share(`${at}.leavingNew`, pool.leavingNew ?? 0);
    share(`${at}.shortTime.works`, pool.shortTime?.works ?? 0);
  }
  for (const [i, move] of moves.entries()) {
    const at = `moves.${i}`;
    named(move.from, ids, `${at}.from`, "pool");
    named(move.to, ids, `${at}.to`, "pool");
    if (move.mostOf) named(move.mostOf.pool, ids, `${at}.mostOf.pool`, "pool");
    chosen(at, move);
    share(`${at}.leaving`, move.leaving);
    numbers(`${at}.mostOf.share`, move.mostOf?.share ?? 0);
  }
  for (const [i, { decision, pools: of = [], most }] of together.entries()) {
    named(decision, STAFF_DECISIONS, `together.${i}.decision`, "decision");
    for (const id of of) named(id, ids, `together.${i}.pools`, "pool");
    numbers(`together.${i}.most`, most);
  }
  numbers("budget.perYear", budget.perYear ?? 0);
  numbers("budget.total", budget.total ?? 0);
}

/** A check of numbers that may be given once for all years or year by year. */
function numbersOf(count: number) {
  return (at: string, given: number | readonly number[]): void => {
    const all = typeof given === "number" ? [given] : given;
    const bad = all.find((one) => !(Number.isFinite(one) && one >= 0));
    if (bad !== undefined)
      throw fault("bad-number", at, "This number cannot be used.", String(bad), {
        rule: "Zero or more.",
        fix: "Correct it, or leave it out.",
      });
    if (typeof given === "number" || given.length === count) return;
    throw fault("bad-length", at, "A list has a number for each year.", `${given.length} numbers`, {
      rule: `There are ${count} years.`,
      fix: "Give a number for each year, or one for all of them.",
    });
  };
}

function share(at: string, value: number): void {
  if (value >= 0 && value <= 1) return;
  throw fault("bad-share", at, "This share cannot be used.", String(value), {
    rule: "A share is between 0 and 1.",
    fix: "Correct it.",
  });
}

function named(name: string, known: readonly string[], at: string, what: string): void {
  if (known.includes(name)) return;
  throw new CadreError({
    code: `unknown-${what}`,
    message: `There is no ${what} "${name}".`,
    path: `staffing.${at}`,
    value: name,
    rule: `One of ${known.join(", ")}.`,
    fix: "Correct the name.",
    didYouMean: suggest(name, known),
  });
}

function fault(code: string, at: string, message: string, value: string, more: { rule: string; fix: string }) {
  return new CadreError({ code, message, path: `staffing.${at}`, value, ...more });
}
