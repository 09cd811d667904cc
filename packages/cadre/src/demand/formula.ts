import { CadreError } from "../error/cadre-error.ts";
import { checkArguments, FUNCTION, keys, list, TEXT } from "../error/shape.ts";
import { coverBand } from "../table/band.ts";
import { type FormulaPart, type FormulaUses, partOf } from "./formula-part.ts";
import { FormulaFault, type FormulaProblem } from "./formula-problem.ts";
import { syntaxOf } from "./formula-syntax.ts";
import { tokensOf } from "./formula-tokens.ts";
import type { FormulaContext } from "./formula-words.ts";

/** What compiling a formula gives. */
export const FORMULA = keys({
  text: TEXT,
  bands: list(TEXT),
  evaluate: FUNCTION,
  root: keys({ evaluate: FUNCTION, parts: FUNCTION }),
});

/** A formula for the posts of a pool, read once and ready to be worked out at any reference date. */
export interface Formula {
  readonly text: string;
  /** Which of `base`, `years` and `year` it uses, in the order of the text. */
  readonly names: readonly string[];
  /** The age bands whose people it counts, in the order of the text. */
  readonly bands: readonly string[];
  /** Posts in FTE. Never throws; `checkFormula` says beforehand where the outcome would not be a number of posts. */
  evaluate(context: FormulaContext): number;
  /**
   * The formula and the pieces it is made of, for anyone who has to find the piece at fault.
   * @internal
   */
  readonly root: FormulaPart;
}

/** A formula, or what is wrong with its text. */
export type FormulaReading =
  | { readonly formula: Formula; readonly problem?: undefined }
  | { readonly formula?: undefined; readonly problem: FormulaProblem };

/**
 * Reads a formula for the posts a pool needs, such as `base * people('65+') / people0('65+') * 1.01 ^ years`. It may
 * use numbers, `base`, `years`, `year`, the people of an age band now and at the base date, `+ - * / ^`, brackets, `min`,
 * `max`, `sqrt`, `exp`, `log`, `abs`, `round`, and `condition ? one : other`; nothing in it is ever run as code.
 *
 * Throws a `CadreError` whose column counts within the formula, with what it breaks and what to do; `readFormula` gives
 * the same as data. Method: docs/method/formula.md.
 *
 * @example
 * ```ts
 * import { compileFormula } from "cadre/formula";
 * const formula = compileFormula("base * people('65+') / people0('65+') * 1.01 ^ years");
 * formula.bands; // ["65+"]
 * formula.evaluate({ base: 200, years: 1, year: 2020, people: () => 110, people0: () => 100 }); // 222.2
 * ```
 */
export function compileFormula(text: string): Formula {
  const { formula, problem } = readFormula(text);
  if (!formula) throw new CadreError(problem);
  return formula;
}

/**
 * Reads a formula as `compileFormula` does and gives its first problem as data, so that a caller who knows the file and
 * line can add them.
 *
 * @example
 * ```ts
 * import { readFormula } from "cadre/formula";
 * readFormula("base * yeers").problem?.didYouMean; // "years", at column 8
 * ```
 */
export function readFormula(text: string): FormulaReading {
  checkArguments({ text }, { text: TEXT });
  try {
    const tokens = tokensOf(text);
    const uses: FormulaUses = { names: new Set(), bands: new Set() };
    const root = partOf(syntaxOf(text), tokens, uses);
    const formula = { text, names: [...uses.names], bands: [...uses.bands], evaluate: root.evaluate, root };
    return { formula: Object.freeze(formula) };
  } catch (error) {
    if (error instanceof FormulaFault) return { problem: error.problem };
    throw error;
  }
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
