import { FUNCTION, keys, list, TEXT } from "../error/shape.ts";
import { type FormulaPart, partOf } from "./formula-part.ts";
import type { FormulaData } from "./formula-tree.ts";
import type { FormulaContext } from "./formula-words.ts";

/** What compiling a formula gives. */
export const FORMULA = keys({
  text: TEXT,
  bands: list(TEXT),
  evaluate: FUNCTION,
  root: keys({ evaluate: FUNCTION, parts: FUNCTION }),
});

/** A formula for the posts of a pool, read once and ready to be worked out at any reference date. */
export interface Formula extends Pick<FormulaData, "text" | "names" | "bands"> {
  /** Posts in FTE. Never throws; `checkFormula` says beforehand where the outcome would not be a number of posts. */
  evaluate(context: FormulaContext): number;
  /** The plain data, for the demand of a system that code makes. */
  readonly data: FormulaData;
  /**
   * The formula and the pieces it is made of, for anyone who has to find the piece at fault.
   * @internal
   */
  readonly root: FormulaPart;
}

/** A formula that was read before, ready to be worked out; needs no parser. */
export function openFormula(data: FormulaData): Formula {
  const { text, names, bands, tree } = data;
  const root = partOf(tree);
  return Object.freeze({ text, names, bands, evaluate: root.evaluate, data, root });
}
