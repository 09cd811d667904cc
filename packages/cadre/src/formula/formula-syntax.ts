import { create, parseDependencies } from "mathjs/number";
import { failFormula } from "./formula-problem.ts";

/** How the pieces of a formula hang together, as mathjs says it: only the kinds that a formula may have. */
export type Syntax = { toString(): string } & (
  | { type: "ConstantNode"; value: unknown }
  | { type: "SymbolNode"; name: string }
  | { type: "ParenthesisNode"; content: Syntax }
  | { type: "OperatorNode"; op: string; args: readonly Syntax[] }
  | { type: "ConditionalNode"; condition: Syntax; trueExpr: Syntax; falseExpr: Syntax }
  | { type: "FunctionNode"; fn: { name: string }; args: readonly Syntax[] }
);

// Only the parser, which a page loads at 40 kB compressed; the whole of mathjs/number would be 110 kB. Neither its
// evaluation nor its compiler is ever called.
// The types of mathjs say of each of its exports that it may be missing.
const { parse } = /* @__PURE__ */ create({ parseDependencies: parseDependencies! }, {});

/**
 * Reads how a formula hangs together. Line breaks count as spaces, so that a long formula may be folded over lines.
 * What mathjs returns may still hold kinds of nodes beyond `Syntax`: whoever walks it refuses what it does not know.
 */
export function syntaxOf(text: string): Syntax {
  try {
    return parse(text.replace(/\s/g, " ")) as unknown as Syntax;
  } catch (error) {
    const said = error instanceof Error ? error.message.replace(/ \(char \d+\)$/, "") : String(error);
    const column = Math.min((error as { char?: number }).char ?? 1, text.length);
    return failFormula({
      code: "formula-syntax",
      message: `The formula cannot be read from here on: ${said.charAt(0).toLowerCase()}${said.slice(1)}.`,
      column,
      value: text.slice(Math.max(0, column - 15), column + 15).trim(),
      rule: "Operators stand between two numbers, every bracket is closed, arguments are separated by commas.",
      fix: "Look for a missing bracket or number, or an operator too many.",
    });
  }
}
