import { CadreError, type Problem } from "cadre";

/** The problem that a call throws as the one error of the library. */
export function problemOf(call: () => unknown): Problem {
  try {
    call();
  } catch (error) {
    if (error instanceof CadreError) return { ...error, message: error.summary };
    throw error;
  }
  throw new Error("Nothing was thrown.");
}
