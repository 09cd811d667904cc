import ts from "typescript";

/** An expression without the brackets and assurances around it. */
export function bareOf(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) ? bareOf(node.expression) : node;
}

/** A value given to a name, a place of an array, or what both become of what they were. */
export interface Assignment {
  readonly to: ts.Expression;
  /** The operator of `+=` and its like; none for `=`. */
  readonly operator: string;
  readonly value: ts.Expression | number;
  readonly node: ts.Expression;
}

/** An expression as the assignment that it is; `i++` adds 1. */
export function assignment(node: ts.Expression): Assignment | undefined {
  if (ts.isPostfixUnaryExpression(node)) {
    const operator = node.operator === ts.SyntaxKind.PlusPlusToken ? "+" : "-";
    return { to: bareOf(node.operand), operator, value: 1, node };
  }
  if (!ts.isBinaryExpression(node)) return undefined;
  const found = /^([-+*/]?)=$/.exec(node.operatorToken.getText());
  return found ? { to: bareOf(node.left), operator: found[1]!, value: node.right, node } : undefined;
}

/** An index as a sum of something and a fixed number of places. */
export function indexOf(index: ts.Expression): {
  readonly at: ts.Expression | undefined;
  readonly further: number;
} {
  const node = bareOf(index);
  if (ts.isNumericLiteral(node)) return { at: undefined, further: Number(node.text) };
  if (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.PlusToken &&
    ts.isNumericLiteral(node.right)
  )
    return { at: node.left, further: Number(node.right.text) };
  return { at: node, further: 0 };
}

/** A name that is declared, with its first value. */
export interface Declared {
  readonly name: string;
  readonly value: ts.Expression;
}

/** The names of one declaration, `let [a, b] = [1, 2]` among them; undefined where it says something else. */
export function declared(list: ts.VariableDeclarationList): Declared[] | undefined {
  const found: Declared[] = [];
  for (const { name, initializer } of list.declarations) {
    if (!initializer) return undefined;
    if (ts.isIdentifier(name)) found.push({ name: name.text, value: initializer });
    else if (ts.isArrayBindingPattern(name) && ts.isArrayLiteralExpression(initializer)) {
      const values = initializer.elements;
      if (values.length !== name.elements.length) return undefined;
      name.elements.forEach((one, i) => {
        found.push({ name: one.getText(), value: values[i]! });
      });
    } else return undefined;
  }
  return found;
}

/** One thing that a list of statements does. */
export type Act =
  | { readonly kind: "declare"; readonly name: string; readonly value: ts.Expression; readonly node: ts.Node }
  | { readonly kind: "assign"; readonly assigned: Assignment; readonly node: ts.Node }
  | { readonly kind: "other"; readonly node: ts.Statement };

/** What a list of statements does, one thing after the other. */
export function actsOf(statements: readonly ts.Statement[]): Act[] {
  return statements.flatMap((node): Act[] => {
    if (ts.isVariableStatement(node)) {
      const names = declared(node.declarationList);
      if (names) return names.map((one) => ({ kind: "declare", ...one, node }));
    }
    const assigned = ts.isExpressionStatement(node) ? assignment(node.expression) : undefined;
    return [assigned ? { kind: "assign", assigned, node } : { kind: "other", node }];
  });
}

/** The statements of a block, or the one that stands without. */
export const statementsOf = (node: ts.Statement): readonly ts.Statement[] =>
  ts.isBlock(node) ? node.statements : [node];
