export { checkFormulaBands, compileFormula, type Formula, type FormulaReading, readFormula } from "./demand/formula.ts";
export { checkFormula } from "./demand/formula-check.ts";
export type { FormulaProblem } from "./demand/formula-problem.ts";
export type { FormulaContext } from "./demand/formula-words.ts";
