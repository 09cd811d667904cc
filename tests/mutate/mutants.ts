import ts from "typescript";

/** A small fault that may be planted in a file: what stands at a place, and what is put there instead. */
export interface Mutant {
  readonly start: number;
  readonly end: number;
  readonly was: string;
  readonly is: string;
  readonly line: number;
}

const K = ts.SyntaxKind;
const OPERATORS = new Map<ts.SyntaxKind, string>([
  ...([
    [K.PlusToken, "-"],
    [K.MinusToken, "+"],
    [K.AsteriskToken, "/"],
    [K.SlashToken, "*"],
    [K.LessThanToken, "<="],
    [K.LessThanEqualsToken, "<"],
    [K.GreaterThanToken, ">="],
    [K.GreaterThanEqualsToken, ">"],
    [K.EqualsEqualsEqualsToken, "!=="],
    [K.ExclamationEqualsEqualsToken, "==="],
    [K.AmpersandAmpersandToken, "||"],
    [K.BarBarToken, "&&"],
    [K.PlusEqualsToken, "-="],
    [K.MinusEqualsToken, "+="],
    [K.AsteriskEqualsToken, "/="],
    [K.SlashEqualsToken, "*="],
  ] as const),
]);
const FUNCTIONS: Readonly<Record<string, string>> = { min: "max", max: "min", floor: "ceil", ceil: "floor" };

/** Every small fault that may be planted in a text: another operator, number, condition or function, or a step left out. */
export function mutantsOf(text: string): Mutant[] {
  const source = ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest, true);
  const found: Mutant[] = [];
  const put = (node: ts.Node, is: string) => {
    const [start, end] = [node.getStart(source), node.getEnd()];
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    found.push({ start, end, was: text.slice(start, end), is, line });
  };
  const visit = (node: ts.Node): void => {
    // Types are no part of what runs, and words are read by people.
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isBinaryExpression(node)) {
      const other = OPERATORS.get(node.operatorToken.kind);
      const joinsWords = [node.left, node.right].some(
        (side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side),
      );
      if (other && !joinsWords) put(node.operatorToken, other);
    }
    if (ts.isNumericLiteral(node)) put(node, node.text === "0" ? "1" : `(${node.text} + 1)`);
    if (ts.isIfStatement(node) || ts.isWhileStatement(node))
      put(node.expression, `!(${node.expression.getText(source)})`);
    if (ts.isConditionalExpression(node)) put(node.condition, `!(${node.condition.getText(source)})`);
    if (ts.isPropertyAccessExpression(node) && node.expression.getText(source) === "Math") {
      const other = FUNCTIONS[node.name.text];
      if (other) put(node.name, other);
    }
    if (
      ts.isExpressionStatement(node) &&
      (ts.isCallExpression(node.expression) || ts.isBinaryExpression(node.expression))
    )
      put(node, ";");
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** A text with a fault planted in it. */
export const planted = (text: string, { start, end, is }: Mutant): string =>
  text.slice(0, start) + is + text.slice(end);
