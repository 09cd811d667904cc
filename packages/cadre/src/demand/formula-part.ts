import { parseBand } from "../table/band.ts";
import { failFormula } from "./formula-problem.ts";
import type { Syntax } from "./formula-syntax.ts";
import type { Token } from "./formula-token.ts";
import {
  COMPARISONS,
  type FormulaContext,
  NUMBER_FUNCTIONS,
  NUMBER_NAMES,
  OPERATORS,
  PEOPLE_FUNCTIONS,
  WORDS_RULE,
  wordIn,
} from "./formula-words.ts";

/** A formula or a piece of one, ready to be worked out. */
export interface FormulaPart {
  /** A number, or the yes or no of a comparison as 1 or 0. */
  evaluate(context: FormulaContext): number;
  readonly truth: boolean;
  /** The piece as a reader would write it, and the column of its first number or word. */
  readonly text: string;
  readonly column: number;
  /** The pieces this one is made of, those that count in a given context. */
  parts(context: FormulaContext): readonly FormulaPart[];
  /** What a division divides by. */
  readonly divisor?: FormulaPart;
}

/** Names and age bands that a formula uses, as they are met. */
export interface FormulaUses {
  readonly names: Set<string>;
  readonly bands: Set<string>;
}

/**
 * Turns the syntax of a formula into closures of our own: numbers, known names, known functions, operators and
 * `condition ? one : other`. Every other kind of node is refused, whatever the tokens let through.
 */
export function partOf(syntax: Syntax, tokens: readonly Token[], uses: FormulaUses): FormulaPart {
  // The syntax has no columns. Its numbers and words come in the order of the text, so they are counted off.
  const words = tokens.filter(({ kind }) => kind !== "sign").values();
  const last = tokens.at(-1)?.column ?? 1;
  const nextColumn = (): number => words.next().value?.column ?? last;
  return number(build(syntax, nextColumn, uses));
}

type NextColumn = () => number;

function build(syntax: Syntax, nextColumn: NextColumn, uses: FormulaUses): FormulaPart {
  switch (syntax.type) {
    case "ConstantNode":
      return constant(syntax.value, syntax.toString(), nextColumn());
    case "SymbolNode":
      return name(syntax.name, nextColumn(), uses);
    case "ParenthesisNode":
      return bracketed(build(syntax.content, nextColumn, uses));
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

const noParts = (): readonly FormulaPart[] => [];

function constant(value: unknown, text: string, column: number): FormulaPart {
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
  return { evaluate: () => value, truth: false, text, column, parts: noParts };
}

function name(word: string, column: number, uses: FormulaUses): FormulaPart {
  const evaluate = wordIn(NUMBER_NAMES, word);
  if (!evaluate) return refuse(word, column);
  uses.names.add(word);
  return { evaluate, truth: false, text: word, column, parts: noParts };
}

const bracketed = (part: FormulaPart): FormulaPart => ({ ...part, text: `(${part.text})` });

function operator(op: string, args: readonly Syntax[], nextColumn: NextColumn, uses: FormulaUses): FormulaPart {
  const [one, other] = args;
  if (one && args.length === 1 && (op === "-" || op === "+")) {
    const part = number(build(one, nextColumn, uses));
    if (op === "+") return part;
    const { evaluate } = part;
    return { ...part, evaluate: (context) => -evaluate(context), text: `-${part.text}`, parts: () => [part] };
  }
  const holds = wordIn(COMPARISONS, op);
  const join = holds ? (a: number, b: number) => (holds(a, b) ? 1 : 0) : wordIn(OPERATORS, op);
  if (!one || !other || args.length !== 2 || !join) return refuse(op, nextColumn());
  const left = number(build(one, nextColumn, uses));
  const right = number(build(other, nextColumn, uses));
  return {
    evaluate: (context) => join(left.evaluate(context), right.evaluate(context)),
    truth: holds !== undefined,
    text: `${left.text} ${op} ${right.text}`,
    column: left.column,
    parts: () => [left, right],
    ...(op === "/" && { divisor: right }),
  };
}

function choice(condition: Syntax, one: Syntax, other: Syntax, nextColumn: NextColumn, uses: FormulaUses): FormulaPart {
  const asked = build(condition, nextColumn, uses);
  if (!asked.truth)
    failFormula({
      code: "formula-not-allowed",
      message: "A number is neither yes nor no.",
      column: asked.column,
      value: asked.text,
      rule: "A comparison comes before the ?.",
      fix: "Compare it with something: year >= 2025 ? … : …",
    });
  const [then, otherwise] = [number(build(one, nextColumn, uses)), number(build(other, nextColumn, uses))];
  const chosen = (context: FormulaContext): FormulaPart => (asked.evaluate(context) === 1 ? then : otherwise);
  return {
    evaluate: (context) => chosen(context).evaluate(context),
    truth: false,
    text: `${asked.text} ? ${then.text} : ${otherwise.text}`,
    column: asked.column,
    parts: (context) => [asked, chosen(context)],
  };
}

function call(word: string, args: readonly Syntax[], nextColumn: NextColumn, uses: FormulaUses): FormulaPart {
  const column = nextColumn();
  const count = wordIn(PEOPLE_FUNCTIONS, word);
  if (count) return people(word, count, args, column, nextColumn, uses);
  const known = wordIn(NUMBER_FUNCTIONS, word);
  if (!known) return refuse(String(word), column);
  const { least, most, apply } = known;
  if (args.length < least || args.length > most)
    failFormula({
      code: "formula-arguments",
      message: `${word} takes ${least === most ? least : `${least} or more`} number${most === 1 ? "" : "s"}, not ${args.length}.`,
      column,
      value: `${word}(${args.map(String).join(", ")})`,
      rule: WORDS_RULE,
      fix: least === most ? `Write ${word}(number).` : `Write ${word}(one, other).`,
    });
  const parts = args.map((argument) => number(build(argument, nextColumn, uses)));
  return {
    evaluate: (context) => apply(...parts.map((part) => part.evaluate(context))),
    truth: false,
    text: `${word}(${parts.map(({ text }) => text).join(", ")})`,
    column,
    parts: () => parts,
  };
}

function people(
  word: string,
  count: (context: FormulaContext, band: string) => number,
  args: readonly Syntax[],
  column: number,
  nextColumn: NextColumn,
  uses: FormulaUses,
): FormulaPart {
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
  return { evaluate: (c) => count(c, band), truth: false, text: `${word}('${band}')`, column, parts: noParts };
}

/** Lets numbers pass; the yes or no of a comparison cannot be reckoned with. */
function number(part: FormulaPart): FormulaPart {
  if (part.truth)
    failFormula({
      code: "formula-not-allowed",
      message: "A comparison gives yes or no, which is not a number.",
      column: part.column,
      value: part.text,
      rule: "A comparison can only be the condition in condition ? one : other.",
      fix: `Write ${part.text} ? 1 : 0, or what it should be.`,
    });
  return part;
}
