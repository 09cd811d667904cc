import ts from "typescript";
import type { Loop, LoopSource } from "./loop-source.ts";

/** Tells whole numbers from others within a function: a name is whole unless something else is put into it. */
export class NumberTypes {
  private readonly floats = new Set<string>();
  private readonly source: LoopSource;

  constructor({ parameters, body }: Loop, source: LoopSource) {
    this.source = source;
    for (const { name, kind } of parameters) if (kind === "number") this.floats.add(name);
    for (const name of source.constants.keys()) this.floats.add(name);
    let known = -1;
    while (known !== this.floats.size) {
      known = this.floats.size;
      this.look(body);
    }
  }

  /** Whether an expression is not a whole number; literals are whole where nothing else says otherwise. */
  isFloat(node: ts.Expression): boolean {
    if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) return this.isFloat(node.expression);
    if (ts.isNumericLiteral(node)) return !Number.isInteger(Number(node.text));
    if (ts.isIdentifier(node)) return this.floats.has(node.text);
    if (ts.isElementAccessExpression(node)) return true;
    if (ts.isPrefixUnaryExpression(node)) return this.isFloat(node.operand);
    if (ts.isConditionalExpression(node)) return this.isFloat(node.whenTrue) || this.isFloat(node.whenFalse);
    if (ts.isBinaryExpression(node)) return this.isFloat(node.left) || this.isFloat(node.right);
    if (ts.isCallExpression(node)) {
      const called = this.source.loops.find(({ name }) => name === node.expression.getText());
      return called ? called.returns : node.arguments.some((one) => this.isFloat(one));
    }
    return false;
  }

  private look(node: ts.Node): void {
    if (ts.isVariableDeclaration(node) && node.initializer) {
      const values =
        ts.isArrayBindingPattern(node.name) && ts.isArrayLiteralExpression(node.initializer)
          ? node.name.elements.map(
              (one, i) => [one, (node.initializer as ts.ArrayLiteralExpression).elements[i]] as const,
            )
          : [[node.name, node.initializer] as const];
      for (const [name, value] of values) if (value && this.isFloat(value)) this.floats.add(name.getText());
    }
    if (ts.isBinaryExpression(node) && ts.isIdentifier(node.left) && /^[-+*/]?=$/.test(node.operatorToken.getText()))
      if (this.isFloat(node.right)) this.floats.add(node.left.text);
    node.forEachChild((child) => this.look(child));
  }
}
