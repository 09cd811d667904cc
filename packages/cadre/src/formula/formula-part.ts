import { columnOf, type FormulaTree, isTruth, textOf } from "./formula-tree.ts";
import {
  COMPARISONS,
  type FormulaContext,
  NUMBER_FUNCTIONS,
  NUMBER_NAMES,
  OPERATORS,
  PEOPLE_FUNCTIONS,
} from "./formula-words.ts";

/** A formula or a piece of one, ready to be worked out. */
export interface FormulaPart {
  /** A number, or the yes or no of a comparison as 1 or 0. */
  evaluate(context: FormulaContext): number;
  /** The piece as a reader would write it, and the column of its first number or word. */
  readonly text: string;
  readonly column: number;
  /** The pieces this one is made of, those that count in a given context. */
  parts(context: FormulaContext): readonly FormulaPart[];
  /** What a division divides by. */
  readonly divisor?: FormulaPart;
}

type Working = Omit<FormulaPart, "text" | "column">;

/** Turns a piece of a formula, which was read and checked, into functions of our own. */
export const partOf = (tree: FormulaTree): FormulaPart => ({
  ...workingOf(tree),
  text: textOf(tree),
  column: columnOf(tree),
});

const noParts = (): readonly FormulaPart[] => [];

function workingOf(tree: FormulaTree): Working {
  switch (tree.kind) {
    case "number":
      return { evaluate: () => tree.value, parts: noParts };
    case "name":
      return { evaluate: NUMBER_NAMES[tree.name]!, parts: noParts };
    case "people": {
      const count = PEOPLE_FUNCTIONS[tree.name]!;
      return { evaluate: (context) => count(context, tree.band), parts: noParts };
    }
    case "brackets":
      return workingOf(tree.inside);
    case "minus": {
      const part = partOf(tree.inside);
      return { evaluate: (context) => -part.evaluate(context), parts: () => [part] };
    }
    case "joined":
      return joined(tree.operator, tree.left, tree.right, isTruth(tree));
    case "choice": {
      const [asked, one, other] = [partOf(tree.condition), partOf(tree.one), partOf(tree.other)];
      const chosen = (context: FormulaContext) => (asked.evaluate(context) === 1 ? one : other);
      return {
        evaluate: (context) => chosen(context).evaluate(context),
        parts: (context) => [asked, chosen(context)],
      };
    }
    case "call": {
      const { apply } = NUMBER_FUNCTIONS[tree.name]!;
      const parts = tree.given.map(partOf);
      return { evaluate: (context) => apply(...parts.map((part) => part.evaluate(context))), parts: () => parts };
    }
  }
}

function joined(operator: string, one: FormulaTree, other: FormulaTree, compares: boolean): Working {
  const [left, right] = [partOf(one), partOf(other)];
  const [holds, join] = [COMPARISONS[operator]!, OPERATORS[operator]!];
  const apply = compares ? (a: number, b: number) => (holds(a, b) ? 1 : 0) : join;
  return {
    evaluate: (context) => apply(left.evaluate(context), right.evaluate(context)),
    parts: () => [left, right],
    ...(operator === "/" && { divisor: right }),
  };
}
