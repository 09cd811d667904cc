export { compileFormula, type FormulaReading, readFormula } from "./formula/formula.ts";
export { checkFormula, checkFormulaBands } from "./formula/formula-check.ts";
export type { FormulaProblem } from "./formula/formula-problem.ts";
export type { FormulaData, FormulaTree } from "./formula/formula-tree.ts";
export type { FormulaContext } from "./formula/formula-words.ts";
export type { Formula } from "./formula/open-formula.ts";
