import { checkArguments, FUNCTION, list, NUMBER, only, TEXT } from "../error/shape.ts";
import { coverBand } from "../table/band.ts";
import type { FormulaPart } from "./formula-part.ts";
import type { FormulaProblem } from "./formula-problem.ts";
import type { FormulaContext } from "./formula-words.ts";
import { FORMULA, type Formula } from "./open-formula.ts";

const CONTEXT = only<FormulaContext>({
  base: NUMBER,
  years: NUMBER,
  year: NUMBER,
  people: FUNCTION,
  people0: FUNCTION,
});

/**
 * Works a formula out at every reference date and says where it comes to no number of posts: a division by zero
 * anywhere in it, a number beyond reach (a root or logarithm of a negative number, a power too large), or posts below
 * zero. Returns the first problem, naming the year, or undefined.
 *
 * @example
 * ```ts
 * import { checkFormula, compileFormula } from "cadre/formula";
 * const formula = compileFormula("base / (2021 - year)");
 * const nobody = { people: () => 0, people0: () => 0 };
 * const contexts = [0, 1, 2].map((years) => ({ base: 100, years, year: 2019 + years, ...nobody }));
 * checkFormula(formula, contexts)?.message; // "In 2021 the formula divides by zero."
 * ```
 */
export function checkFormula(formula: Formula, contexts: readonly FormulaContext[]): FormulaProblem | undefined {
  checkArguments({ formula, contexts }, { formula: FORMULA, contexts: list(CONTEXT) });
  for (const context of contexts) {
    const problem = unusable(formula.root, context) ?? negative(formula.root, context);
    if (problem) return problem;
  }
  return undefined;
}

/** The deepest piece that comes to no number, looked for even where the outcome hides it: min(1, 1 / 0) is 1. */
function unusable(part: FormulaPart, context: FormulaContext): FormulaProblem | undefined {
  for (const inner of part.parts(context)) {
    const problem = unusable(inner, context);
    if (problem) return problem;
  }
  const value = part.evaluate(context);
  if (part.divisor?.evaluate(context) === 0)
    return {
      code: "formula-division-by-zero",
      message: `In ${context.year} the formula divides by zero.`,
      column: part.divisor.column,
      value: `${part.divisor.text} is 0 in ${part.text}`,
      rule: "What a formula divides by is never zero at a reference date.",
      fix: "Divide by something else, or by max(1, …) if it should be at least one.",
    };
  if (Number.isFinite(value)) return undefined;
  return {
    code: "formula-not-finite",
    message: `In ${context.year} the formula does not give a number.`,
    column: part.column,
    value: `${part.text} is ${Number.isNaN(value) ? "no number" : "infinite"}`,
    rule: "No roots or logarithms of negative numbers, no logarithm of zero, no number beyond 10^308.",
    fix: "Keep the number inside above zero, or use a smaller power.",
  };
}

function negative(part: FormulaPart, context: FormulaContext): FormulaProblem | undefined {
  const value = part.evaluate(context);
  if (value >= 0) return undefined;
  return {
    code: "formula-negative",
    message: `In ${context.year} the formula gives fewer than zero posts.`,
    column: part.column,
    value: `${part.text} is ${Number(value.toPrecision(6))}`,
    rule: "Posts are zero or more at every reference date.",
    fix: "Write max(0, …) if it should stop at zero.",
  };
}

/**
 * The first age band of a formula that a population's own bands do not make up, as a problem; undefined when all do.
 *
 * @example
 * ```ts
 * import { checkFormulaBands, compileFormula } from "cadre/formula";
 * const formula = compileFormula("base * people('70+') / people0('70+')");
 * checkFormulaBands(formula, ["0-15", "16-64", "65+"])?.code; // "formula-band"
 * ```
 */
export function checkFormulaBands(formula: Formula, bands: readonly string[]): FormulaProblem | undefined {
  checkArguments({ formula, bands }, { formula: FORMULA, bands: list(TEXT) });
  const missing = formula.bands.find((band) => !coverBand(bands, band));
  if (missing === undefined) return undefined;
  return {
    code: "formula-band",
    message: `The population does not say how many people are of age ${missing}.`,
    column: Math.max(1, formula.text.search(`['"]\\s*${missing.replace(/[+]/g, "\\+")}\\s*['"]`) + 1),
    value: missing,
    rule: `A band is made up of whole bands of the population: ${bands.join(", ")}.`,
    fix: "Name bands of the population, or give the population in finer bands.",
  };
}
