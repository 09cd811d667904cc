import { compileFormula } from "./formula.ts";
import type { FormulaContext } from "./formula-words.ts";

const people: Record<string, number> = { "65+": 1200, "16-64": 3000, all: 5000, "90+": 0 };
const people0: Record<string, number> = { "65+": 1000, "16-64": 3100, all: 4900, "90+": 0 };
/** A base of 400 posts, six years on, with people of some ages. */
export const in2025: FormulaContext = {
  base: 400,
  years: 6,
  year: 2025,
  people: (band) => people[band]!,
  people0: (band) => people0[band]!,
};

/** What a formula comes to there. */
export const worth = (text: string): number => compileFormula(text).evaluate(in2025);
