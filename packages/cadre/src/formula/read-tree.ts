import { parseBand } from "../table/band.ts";
import { failFormula } from "./formula-problem.ts";
import type { Syntax } from "./formula-syntax.ts";
import type { Token } from "./formula-token.ts";
import { columnOf, type FormulaTree, isTruth, textOf } from "./formula-tree.ts";
import {
  COMPARISONS,
  NUMBER_FUNCTIONS,
  NUMBER_NAMES,
  OPERATORS,
  PEOPLE_FUNCTIONS,
  WORDS_RULE,
  wordIn,
} from "./formula-words.ts";

/** Names and age bands that a formula uses, as they are met. */
export interface FormulaUses {
  readonly names: Set<string>;
  readonly bands: Set<string>;
}

/**
 * Turns the syntax of a formula into a tree of our own: numbers, known names, known functions, operators and
 * `condition ? one : other`. Every other kind of node is refused, whatever the tokens let through.
 */
export function readTree(syntax: Syntax, tokens: readonly Token[], uses: FormulaUses): FormulaTree {
  // The syntax has no columns. Its numbers and words come in the order of the text, so they are counted off.
  const words = tokens.filter(({ kind }) => kind !== "sign").values();
  const last = tokens.at(-1)?.column ?? 1;
  const nextColumn = (): number => words.next().value?.column ?? last;
  return number(build(syntax, nextColumn, uses));
}

type NextColumn = () => number;

function build(syntax: Syntax, nextColumn: NextColumn, uses: FormulaUses): FormulaTree {
  switch (syntax.type) {
    case "ConstantNode":
      return constant(syntax.value, syntax.toString(), nextColumn());
    case "SymbolNode":
      return name(syntax.name, nextColumn(), uses);
    case "ParenthesisNode":
      return { kind: "brackets", inside: build(syntax.content, nextColumn, uses) };
    case "OperatorNode":
      return operator(syntax.op, syntax.args, nextColumn, uses);
    case "ConditionalNode":
      return choice(syntax.condition, syntax.trueExpr, syntax.falseExpr, nextColumn, uses);
    case "FunctionNode":
      return call(syntax.fn?.name, syntax.args, nextColumn, uses);
    default:
      return refuse(String(syntax), nextColumn());
  }
}

function refuse(value: string, column: number): never {
  return failFormula({
    code: "formula-not-allowed",
    message: "This has no meaning in a formula.",
    column,
    value,
    rule: "A formula is made of numbers, known words, + - * / ^, comparisons, condition ? one : other, and brackets.",
    fix: "Write it with these.",
  });
}

function constant(value: unknown, text: string, column: number): FormulaTree {
  if (typeof value !== "number") return refuse(text, column);
  if (!Number.isFinite(value))
    return failFormula({
      code: "formula-not-finite",
      message: "This number is too large to work with.",
      column,
      value: text,
      rule: "A number below 10^308.",
      fix: "Write a smaller one.",
    });
  return { kind: "number", value, text, column };
}

function name(word: string, column: number, uses: FormulaUses): FormulaTree {
  if (!wordIn(NUMBER_NAMES, word)) return refuse(word, column);
  uses.names.add(word);
  return { kind: "name", name: word, column };
}

function operator(op: string, args: readonly Syntax[], nextColumn: NextColumn, uses: FormulaUses): FormulaTree {
  const [one, other] = args;
  if (one && args.length === 1 && (op === "-" || op === "+")) {
    const inside = number(build(one, nextColumn, uses));
    return op === "+" ? inside : { kind: "minus", inside };
  }
  const known = wordIn(COMPARISONS, op) ?? wordIn(OPERATORS, op);
  if (!one || !other || args.length !== 2 || !known) return refuse(op, nextColumn());
  const left = number(build(one, nextColumn, uses));
  return { kind: "joined", operator: op, left, right: number(build(other, nextColumn, uses)) };
}

function choice(condition: Syntax, one: Syntax, other: Syntax, nextColumn: NextColumn, uses: FormulaUses): FormulaTree {
  const asked = build(condition, nextColumn, uses);
  if (!isTruth(asked))
    failFormula({
      code: "formula-not-allowed",
      message: "A number is neither yes nor no.",
      column: columnOf(asked),
      value: textOf(asked),
      rule: "A comparison comes before the ?.",
      fix: "Compare it with something: year >= 2025 ? … : …",
    });
  const then = number(build(one, nextColumn, uses));
  return { kind: "choice", condition: asked, one: then, other: number(build(other, nextColumn, uses)) };
}

function call(word: string, args: readonly Syntax[], nextColumn: NextColumn, uses: FormulaUses): FormulaTree {
  const column = nextColumn();
  if (wordIn(PEOPLE_FUNCTIONS, word)) return people(word, args, column, nextColumn, uses);
  const known = wordIn(NUMBER_FUNCTIONS, word);
  if (!known) return refuse(String(word), column);
  const { least, most } = known;
  if (args.length < least || args.length > most)
    failFormula({
      code: "formula-arguments",
      message: `${word} takes ${least === most ? least : `${least} or more`} number${most === 1 ? "" : "s"}, not ${args.length}.`,
      column,
      value: `${word}(${args.map(String).join(", ")})`,
      rule: WORDS_RULE,
      fix: least === most ? `Write ${word}(number).` : `Write ${word}(one, other).`,
    });
  return { kind: "call", name: word, given: args.map((one) => number(build(one, nextColumn, uses))), column };
}

function people(
  word: string,
  args: readonly Syntax[],
  column: number,
  nextColumn: NextColumn,
  uses: FormulaUses,
): FormulaTree {
  const [argument] = args;
  const at = nextColumn();
  if (args.length !== 1 || argument?.type !== "ConstantNode" || typeof argument.value !== "string")
    return refuse(`${word}(${args.map(String).join(", ")})`, column);
  const band = argument.value.trim();
  if (!parseBand(band))
    failFormula({
      code: "formula-band",
      message: `"${band}" is not an age band.`,
      column: at,
      value: band || "(nothing)",
      rule: "An age ('60'), a band ('16-64'), an open band ('65+') or 'all'.",
      fix: `Write ${word}('65+').`,
    });
  uses.bands.add(band);
  return { kind: "people", name: word, band, column };
}

/** Lets numbers pass; the yes or no of a comparison cannot be reckoned with. */
function number(tree: FormulaTree): FormulaTree {
  if (isTruth(tree))
    failFormula({
      code: "formula-not-allowed",
      message: "A comparison gives yes or no, which is not a number.",
      column: columnOf(tree),
      value: textOf(tree),
      rule: "A comparison can only be the condition in condition ? one : other.",
      fix: `Write ${textOf(tree)} ? 1 : 0, or what it should be.`,
    });
  return tree;
}
