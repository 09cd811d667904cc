import { CadreError } from "../error/cadre-error.ts";
import { checkArguments, TEXT } from "../error/shape.ts";
import { deepFreeze } from "../table/deep-freeze.ts";
import { FormulaFault, type FormulaProblem } from "./formula-problem.ts";
import { syntaxOf } from "./formula-syntax.ts";
import { tokensOf } from "./formula-tokens.ts";
import { type Formula, openFormula } from "./open-formula.ts";
import { type FormulaUses, readTree } from "./read-tree.ts";

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
    const tree = readTree(syntaxOf(text), tokens, uses);
    return { formula: openFormula(deepFreeze({ text, names: [...uses.names], bands: [...uses.bands], tree })) };
  } catch (error) {
    if (error instanceof FormulaFault) return { problem: error.problem };
    throw error;
  }
}
