import { COMPARISONS, wordIn } from "./formula-words.ts";

/** How the pieces of a formula hang together, as plain data: every piece was checked when the text was read. */
export type FormulaTree =
  | { readonly kind: "number"; readonly value: number; readonly text: string; readonly column: number }
  | { readonly kind: "name"; readonly name: string; readonly column: number }
  | { readonly kind: "people"; readonly name: string; readonly band: string; readonly column: number }
  | { readonly kind: "brackets" | "minus"; readonly inside: FormulaTree }
  | { readonly kind: "joined"; readonly operator: string; readonly left: FormulaTree; readonly right: FormulaTree }
  | {
      readonly kind: "choice";
      readonly condition: FormulaTree;
      readonly one: FormulaTree;
      readonly other: FormulaTree;
    }
  | { readonly kind: "call"; readonly name: string; readonly given: readonly FormulaTree[]; readonly column: number };

/** A formula that was read, as plain data: what a system holds. */
export interface FormulaData {
  readonly text: string;
  /** Which of `base`, `years` and `year` it uses, in the order of the text. */
  readonly names: readonly string[];
  /** The age bands whose people it counts, in the order of the text. */
  readonly bands: readonly string[];
  readonly tree: FormulaTree;
}

/** Whether a piece is the yes or no of a comparison. */
export function isTruth(tree: FormulaTree): boolean {
  if (tree.kind === "brackets") return isTruth(tree.inside);
  return tree.kind === "joined" && wordIn(COMPARISONS, tree.operator) !== undefined;
}

/** A piece as a reader would write it. */
export function textOf(tree: FormulaTree): string {
  switch (tree.kind) {
    case "number":
      return tree.text;
    case "name":
      return tree.name;
    case "people":
      return `${tree.name}('${tree.band}')`;
    case "brackets":
      return `(${textOf(tree.inside)})`;
    case "minus":
      return `-${textOf(tree.inside)}`;
    case "joined":
      return `${textOf(tree.left)} ${tree.operator} ${textOf(tree.right)}`;
    case "choice":
      return `${textOf(tree.condition)} ? ${textOf(tree.one)} : ${textOf(tree.other)}`;
    case "call":
      return `${tree.name}(${tree.given.map(textOf).join(", ")})`;
  }
}

/** The column of the first number or word of a piece. */
export function columnOf(tree: FormulaTree): number {
  switch (tree.kind) {
    case "brackets":
    case "minus":
      return columnOf(tree.inside);
    case "joined":
      return columnOf(tree.left);
    case "choice":
      return columnOf(tree.condition);
    default:
      return tree.column;
  }
}
