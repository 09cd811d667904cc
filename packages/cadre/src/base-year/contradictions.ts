import { formulaContexts } from "../demand/demand.ts";
import { CadreError, type Problem } from "../error/cadre-error.ts";
import { checkFormula, checkFormulaBands } from "../formula/formula-check.ts";
import { openFormula } from "../formula/open-formula.ts";
import { factsOf, SCHEDULED_CAUSES } from "../model/causes.ts";
import { totalHazard, type YearRates } from "../supply/rates.ts";
import type { System } from "../system/types.ts";
import { agesOf, cellsOf } from "../table/axes.ts";
import type { TooFewOldEnough } from "../table/fit.ts";
import type { PoolCalibration } from "./base-year.ts";

/** An error about a number of the system's file, with its line and column. */
export function contradiction(system: System, path: readonly string[], problem: Problem): CadreError {
  const [line, column] = system.origin.positions[path.join(".")] ?? [undefined, undefined];
  return new CadreError({ file: system.origin.file, line, column, path: path.join("."), ...problem });
}

/** What a published rate includes is more than the rate itself. */
export function aboveRate(system: System, id: string, found: PoolCalibration): CadreError {
  const percent = (rate: number) => `${(rate * 100).toFixed(2)}%`;
  const { rate, includes } = system.pools[id]!.leaving;
  const counted = SCHEDULED_CAUSES.filter((cause) => includes.includes(cause));
  const scheduled = counted.map((cause) => `${factsOf(cause).doing} ${percent(found.scheduled[cause])}`);
  const parts = [...scheduled, `moving ${percent(found.moving)}`].join(", ");
  const nouns = [counted.map((cause) => factsOf(cause).noun).join(", "), "moves"].filter(Boolean).join(" and ");
  return contradiction(system, ["pools", id, "leaving", "rate"], {
    code: "retirement-above-rate",
    message: `${nouns.charAt(0).toUpperCase()}${nouns.slice(1)} out of "${id}" alone exceed its published leaving rate.`,
    value: `${rate!.written}: of ${percent(found.target)} a year, ${parts}`,
    rule: "What remains for leaving is the published rate less what it includes. It cannot be negative.",
    fix: "Check the retirement schedule and the oldest age band; or correct leaving.includes if the rate leaves retirement out.",
  });
}

/** More staff would have served so long than are old enough for it. */
export function tooFewOldEnough(system: System, id: string, found: TooFewOldEnough): CadreError {
  const percent = (share: number) => `${(share * 100).toFixed(2)}%`;
  const { tenure, age, wanted, possible } = found;
  return contradiction(system, ["pools", id, "tenure"], {
    code: "tenure-against-ages",
    message: `More staff of "${id}" would have ${tenure} years of service or more than are old enough for it.`,
    value: `${percent(wanted)} by tenure; ${percent(possible)} are ${age} or older, so ${percent(wanted - possible)} too many`,
    rule: `Nobody joins before the youngest age, ${system.axes.ageMin}, so that ${tenure} years of service need an age of ${age} or more.`,
    fix: "Correct the tenure shares or the ages, or lower the youngest age in axes: { age: [16, 75] }.",
  });
}

/** The numbers have no base year in common. */
export function noBaseYear(system: System): CadreError {
  const ids = Object.keys(system.pools);
  return contradiction(system, ["pools", ids[0]!], {
    code: "no-base-year",
    message: "No base year could be found that agrees with these rates, shapes and moves.",
    value: ids.join(", "),
    rule: "Leaving, moves and recruits of the base year have to fit together.",
    fix: "Look for unusual rates or shapes, and remove moves one by one.",
  });
}

/** In the opening-stock convention the yearly probabilities of a cell cannot add up to more than one. */
export function checkProbabilities(system: System, rates: YearRates): void {
  const { axes } = system;
  const cells = cellsOf(axes);
  const ids = Object.keys(system.pools);
  totalHazard(rates, cells).forEach((total, c) => {
    if (total <= 1 + 1e-12) return;
    const p = Math.floor(c / cells);
    const age = axes.ageMin + (Math.floor((c % cells) / axes.tenure) % agesOf(axes));
    throw contradiction(system, ["pools", ids[p]!, "leaving", "rate"], {
      code: "probabilities-above-one",
      message: `More than everybody of age ${age} would leave "${ids[p]}" within a year.`,
      value: `${(total * 100).toFixed(1)}% a year`,
      rule: "In the opening-stock convention the yearly probabilities of one cell add up to at most 100%.",
      fix: "Lower the rates or their shapes, or use convention: continuous.",
    });
  });
}

/** A formula names people the population lacks, or comes to no number of posts in some year. */
export function checkFormulas(system: System, posts: ArrayLike<number>, dates: readonly number[]): void {
  const base = Number(system.calendar.base.slice(0, 4));
  Object.keys(system.pools).forEach((id, p) => {
    const { formula: given, unmetNeed } = system.demand[id] ?? {};
    if (!given) return;
    const formula = openFormula(given);
    const need = posts[p]! * (1 + (unmetNeed?.value ?? 0));
    const wrong =
      checkFormulaBands(formula, system.population?.bands ?? []) ??
      checkFormula(formula, formulaContexts(formula, need, system.population, dates, base));
    if (!wrong) return;
    const { column: inside, ...said } = wrong;
    const [line, column] = system.origin.formulas[id] ?? [];
    // A formula folded over several lines is shown where it begins.
    const own = column === undefined ? {} : { line, column: column + inside - 1 };
    throw contradiction(system, ["demand", id, "formula"], { ...said, ...own });
  });
}
