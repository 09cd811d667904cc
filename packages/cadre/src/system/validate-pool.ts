import { SCHEDULED_CAUSES } from "../model/causes.ts";
import type { Problems } from "./problems.ts";
import type { Pool } from "./schema/pool.ts";
import type { System } from "./types.ts";
import { validateVacancies } from "./vacancies.ts";
import { noGap, populationBand } from "./validate-bands.ts";
import { validateClassRates } from "./validate-class-rates.ts";
import { validateFte } from "./validate-fte.ts";
import { validateLeaving, validateSchedule } from "./validate-leaving.ts";
import { validateAges, validateSexes, validateTenures } from "./validate-lists.ts";
import { validateResponses } from "./validate-responses.ts";

/** Checks one pool against the axes of its system. */
export function validatePool(id: string, pool: Pool, system: System, ageless: boolean, problems: Problems): void {
  const at = (...rest: PropertyKey[]) => ["pools", id, ...rest];
  const { leaving, recruitment } = pool;
  if (!pool.ages && !ageless)
    problems.add(at(), {
      code: "missing-key",
      message: `The pool "${id}" has no ages.`,
      value: "(nothing)",
      rule: "Staff by age band decide who retires and when.",
      fix: 'Add ages: { "16-29": …%, "30-49": …%, "50-75": …% }, or axes: { age: none } for a model without ages.',
    });
  for (const [map, path] of [
    [pool.ages, ["ages"]],
    [leaving.byAge, ["leaving", "byAge"]],
    [recruitment.ages, ["recruitment", "ages"]],
  ] as const)
    if (map) validateAges(map, at(...path), system, ageless, problems);
  validateFte(pool, at("fte"), system, ageless, problems);
  validateSexes(pool.sex, at("sex"), system, problems);
  validateSexes(recruitment.sex, at("recruitment", "sex"), system, problems);
  validateSexes(leaving.bySex, at("leaving", "bySex"), system, problems);
  if (!pool.sex && system.axes.sex.length > 1)
    problems.add(at(), {
      code: "missing-key",
      message: `The pool "${id}" has no sex split, and the system counts ${system.axes.sex.join(" and ")}.`,
      value: "(nothing)",
      rule: "Every pool says its shares by sex when axes.sex is given.",
      fix: `Add sex: { ${system.axes.sex.map((sex) => `${sex}: …%`).join(", ")} }.`,
    });
  validateTenures(pool.tenure, at("tenure"), system, problems);
  validateTenures(leaving.byTenure, at("leaving", "byTenure"), system, problems);
  if (pool.ages && !ageless) noGap(pool.ages, at("ages"), problems);
  for (const cause of SCHEDULED_CAUSES) {
    const schedule = pool[cause];
    if (schedule) validateSchedule(schedule, at(cause), system, problems);
  }
  validateLeaving(pool, at("leaving"), system, problems);
  validateClassRates(leaving, at("leaving"), system, ageless, problems);
  validateResponses(id, pool, system, problems);
  validateVacancies(pool, at("vacancies"), problems);
  if (recruitment.mode === "fixed" && !recruitment.recruits)
    problems.add(at("recruitment"), {
      code: "missing-key",
      message: "Fixed recruitment needs the recruits.",
      value: "mode: fixed",
      rule: "recruits: heads a year by model year; the last value continues.",
      fix: `Add recruits: { ${Number(system.calendar.base.slice(0, 4)) + 1}: 100 }.`,
    });
  if (recruitment.mode !== "fixed" && recruitment.recruits)
    problems.add(at("recruitment", "recruits"), {
      code: "mode-contradiction",
      message: "Recruits a year are given, but the mode works them out.",
      value: `mode: ${recruitment.mode}`,
      rule: "recruits belongs to mode: fixed.",
      fix: "Write mode: fixed, or remove recruits.",
    });
  if (recruitment.starters && (recruitment.mode === "fixed" || (recruitment.mode === "fill" && !recruitment.market)))
    problems.add(at("recruitment", "starters"), {
      code: "mode-contradiction",
      message: "Starters of the base year are given, and nothing is worked out from them.",
      value: `mode: ${recruitment.mode}`,
      rule: "starters belongs to mode: replace, or to a pool of a labour market whose capacity is that of the base year.",
      fix: "Write mode: replace, or remove starters.",
    });
  const [bank, agency] = [pool.bank?.fills, pool.agency?.fills];
  if (bank && agency && bank.value + agency.value > 1 + 1e-9)
    problems.add(at("bank", "fills"), {
      code: "shares-above-100",
      message: "Bank and agency staff would fill more than the whole gap.",
      value: `bank: ${bank.written}, agency: ${agency.written}`,
      rule: "Both are shares of the gap; together at most 100%.",
      fix: "Lower one of the shares.",
    });
  if (recruitment.follows)
    populationBand(system, at("recruitment", "follows", "population"), recruitment.follows.population, problems);
}
