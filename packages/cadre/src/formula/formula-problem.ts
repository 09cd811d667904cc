import type { Problem } from "../error/cadre-error.ts";
import { suggest } from "../error/suggest.ts";

/** What is wrong with a formula. `column` counts characters from 1 within the formula, not within its file. */
export interface FormulaProblem extends Problem {
  readonly column: number;
  readonly value: string;
  readonly rule: string;
  readonly fix: string;
}

/** Carries a problem out of the reading of a formula; it never leaves `readFormula`. */
export class FormulaFault extends Error {
  readonly problem: FormulaProblem;

  constructor(problem: FormulaProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Stops the reading with a problem; `known` are the words among which a mistyped value is looked for. */
export function failFormula(problem: FormulaProblem, known: readonly string[] = []): never {
  const near = problem.didYouMean ?? suggest(problem.value, known);
  const said = { ...problem, value: clip(problem.value) };
  throw new FormulaFault(near === undefined ? said : { ...said, didYouMean: near });
}

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
