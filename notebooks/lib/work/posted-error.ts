import { CadreError, type Problem } from "cadre";

/** An error as a worker posts it, since it does not keep its own properties on the way. */
export function postedError(error: unknown): { readonly problem: Problem; readonly others: readonly Problem[] } {
  if (error instanceof CadreError) {
    const { code, file, line, column, cell, path, value, rule, fix, didYouMean, others } = error;
    return {
      problem: { code, message: error.summary, file, line, column, cell, path, value, rule, fix, didYouMean },
      others: [...others],
    };
  }
  return {
    problem: { code: "unexpected", message: error instanceof Error ? error.message : String(error) },
    others: [],
  };
}
