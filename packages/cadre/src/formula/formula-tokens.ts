import { checkNeighbours } from "./formula-neighbours.ts";
import { failFormula } from "./formula-problem.ts";
import type { Token } from "./formula-token.ts";
import { NUMBER_FUNCTIONS, NUMBER_NAMES, PEOPLE_FUNCTIONS, WORDS_RULE, wordIn } from "./formula-words.ts";

/** Longer than any formula a planner can check by eye. */
const LONGEST = 500;
/** More brackets inside brackets than a reader can follow. */
const DEEPEST = 20;

const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?/y;
const NAME = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const TEXT = /'[^'\\]*'|"[^"\\]*"/y;
const SIGN = /<=|>=|==|!=|[-+*/^<>?:,()]/y;

/** Characters that planners write, and what a formula writes for them. */
const INSTEAD: Readonly<Record<string, string>> = {
  "×": "*",
  "·": "*",
  "÷": "/",
  "−": "-",
  "–": "-",
  "‘": "'",
  "’": "'",
  "“": "'",
  "”": "'",
  "[": "(",
  "{": "(",
  "]": ")",
  "}": ")",
  "=": "==",
};

/**
 * Cuts a formula into pieces and lets through only what a formula may hold: numbers, the words it knows, operators,
 * and texts as the age band of `people`. Whatever could reach beyond a number (a full stop, a square bracket, an equals
 * sign, a word it does not know) stops here, before any parser sees it.
 */
export function tokensOf(text: string): Token[] {
  if (text.trim() === "")
    failFormula({
      code: "formula-empty",
      message: "The formula is empty.",
      column: 1,
      value: "(nothing)",
      rule: "A formula gives the posts needed, in FTE.",
      fix: "Write it like base * people('65+') / people0('65+').",
    });
  if (text.length > LONGEST)
    failFormula({
      code: "formula-too-long",
      message: `The formula has ${text.length} characters.`,
      column: LONGEST + 1,
      value: text,
      rule: `At most ${LONGEST} characters.`,
      fix: "Shorten it. Some of it may belong in drivers, growthPerHead or productivity.",
    });
  const tokens: Token[] = [];
  let at = 0;
  let depth = 0;
  while (at < text.length) {
    if (/\s/.test(text[at]!)) {
      at++;
      continue;
    }
    const token = next(text, at);
    checkWord(token, text.slice(at + token.text.length));
    if (token.text === "(") depth++;
    if (token.text === ")") depth--;
    if (depth > DEEPEST)
      failFormula({
        code: "formula-too-deep",
        message: "The formula has too many brackets inside brackets.",
        column: at + 1,
        value: text,
        rule: `At most ${DEEPEST} open brackets.`,
        fix: "Take out the brackets that are not needed.",
      });
    tokens.push(token);
    at += token.text.length;
  }
  tokens.forEach(checkNeighbours);
  return tokens;
}

function next(text: string, at: number): Token {
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const column = at + 1;
  const number = match(NUMBER);
  if (number !== undefined) return { kind: "number", text: number, column };
  const name = match(NAME);
  if (name !== undefined) {
    const called = /^\s*\(/.test(text.slice(at + name.length));
    return { kind: called ? "function" : "name", text: name, column };
  }
  const quoted = match(TEXT);
  if (quoted !== undefined) return { kind: "text", text: quoted, column };
  const sign = match(SIGN);
  if (sign !== undefined) return { kind: "sign", text: sign, column };
  return strange(String.fromCodePoint(text.codePointAt(at) as number), column);
}

function strange(character: string, column: number): never {
  const instead = wordIn(INSTEAD, character);
  const percent = character === "%";
  const quote = character === "'" || character === '"';
  return failFormula({
    code: "formula-character",
    message: quote
      ? "A text starts here and does not end."
      : percent
        ? "A formula has no percentages."
        : `"${character}" has no meaning in a formula.`,
    column,
    value: character,
    rule: "A formula is made of numbers, known words, + - * / ^, comparisons (< <= > >= == !=), ? : and round brackets.",
    fix: quote
      ? "Close the quotes: people('65+')."
      : percent
        ? "Write 0.05 for 5%."
        : instead
          ? `Write ${instead} in its place.`
          : "Remove it.",
    ...(instead && { didYouMean: instead }),
  });
}

/** A word has to be known, a number's name used as a number and a function's as a function. */
function checkWord(token: Token, rest: string): void {
  if (token.kind !== "name" && token.kind !== "function") return;
  const called = token.kind === "function";
  const functions = [...Object.keys(PEOPLE_FUNCTIONS), ...Object.keys(NUMBER_FUNCTIONS)];
  const isFunction = functions.includes(token.text);
  const isName = wordIn(NUMBER_NAMES, token.text) !== undefined;
  if (called ? isFunction : isName) return;
  const at = { column: token.column, value: token.text, rule: WORDS_RULE };
  if (isFunction)
    failFormula({
      ...at,
      code: "formula-arguments",
      message: `"${token.text}" is a function and needs its arguments in brackets.`,
      fix: wordIn(PEOPLE_FUNCTIONS, token.text) ? `Write ${token.text}('65+').` : `Write ${token.text}(…).`,
    });
  if (isName)
    failFormula({
      ...at,
      code: "formula-unknown-function",
      message: `"${token.text}" is a number, not a function.`,
      fix: `Put an operator between ${token.text} and the bracket.`,
    });
  const assigned = /^\s*=(?!=)/.test(rest);
  failFormula(
    {
      ...at,
      code: called ? "formula-unknown-function" : "formula-unknown-name",
      message: `"${token.text}" is not a ${called ? "function" : "number"} that a formula knows.`,
      fix: assigned
        ? "A formula cannot define names; write what the name stands for."
        : `Use one of the ${called ? "functions" : "numbers"} above.`,
    },
    called ? functions : Object.keys(NUMBER_NAMES),
  );
}
