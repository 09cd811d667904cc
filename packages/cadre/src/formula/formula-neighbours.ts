import { failFormula } from "./formula-problem.ts";
import type { Token } from "./formula-token.ts";
import { PEOPLE_FUNCTIONS, wordIn } from "./formula-words.ts";

/** Texts belong only into `people`, which takes nothing else; two values need an operator between them. */
export function checkNeighbours(token: Token, i: number, tokens: readonly Token[]): void {
  const [before, after] = [tokens[i - 1], tokens[i + 2]];
  if (takesBand(token) && !(after?.kind === "text" && tokens[i + 3]?.text === ")"))
    failFormula({
      code: "formula-arguments",
      message: `${token.text} needs one age band, in quotes.`,
      column: after?.column ?? token.column,
      value: after?.text ?? token.text,
      rule: `${token.text} counts the people of an age band: '65+', '16-64', '60' or 'all'.`,
      fix: `Write ${token.text}('65+').`,
    });
  if (token.kind === "text" && !takesBand(tokens[i - 2]))
    failFormula({
      code: "formula-not-allowed",
      message: "A text has no meaning here.",
      column: token.column,
      value: token.text,
      rule: "A text can only be the age band of people or people0.",
      fix: "Remove it, or write people('65+').",
    });
  const startsValue = token.kind !== "sign" || token.text === "(";
  const endsValue =
    before !== undefined && before.kind !== "function" && (before.kind !== "sign" || before.text === ")");
  if (startsValue && endsValue)
    failFormula({
      code: "formula-syntax",
      message: "An operator is missing here.",
      column: token.column,
      value: `${before.text} ${token.text}`,
      rule: "Two numbers are joined by + - * / or ^; multiplication is always written.",
      fix: `Write ${before.text} * ${token.text}, or whichever operator is meant.`,
    });
}

const takesBand = (token: Token | undefined): boolean =>
  token?.kind === "function" && wordIn(PEOPLE_FUNCTIONS, token.text) !== undefined;
