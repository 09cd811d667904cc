import { CadreError } from "./cadre-error.ts";

/** Looks through what a program has made; what a proxy throws when it is looked at is told as a `CadreError`. */
export function readable<T>(what: string, look: () => T): T {
  try {
    return look();
  } catch (error) {
    if (error instanceof CadreError) throw error;
    throw new CadreError({
      code: "wrong-argument",
      message: `A part of this ${what} cannot be read.`,
      value: error instanceof Error ? error.message : String(error),
      rule: `A ${what} is made of plain objects, lists, texts and numbers.`,
      fix: "Pass a plain copy of it.",
    });
  }
}
