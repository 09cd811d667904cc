import ts from "typescript";
import { type Act, type Assignment, actsOf, assignment, bareOf, statementsOf } from "./syntax.ts";

/** A loop over all places of arrays, each by itself: `for (let c = 0; c < end; c++)`. */
export interface EachPlace {
  readonly index: string;
  readonly end: ts.Expression;
  readonly body: readonly ts.Statement[];
}

/** A loop as one over places, when two places can be taken at a time: what is done to one asks nothing of another. */
export function eachPlace(node: ts.ForStatement): EachPlace | undefined {
  const { initializer, condition, incrementor, statement } = node;
  if (!initializer || !ts.isVariableDeclarationList(initializer) || !condition || !incrementor) return undefined;
  const [one, other] = initializer.declarations;
  if (!one || other || one.initializer?.getText() !== "0" || !ts.isBinaryExpression(condition)) return undefined;
  const index = one.name.getText();
  const counts = condition.getText().startsWith(`${index} < `) && incrementor.getText() === `${index}++`;
  const body = statementsOf(statement);
  if (!counts || !(ts.isPropertyAccessExpression(condition.right) || ts.isIdentifier(condition.right)))
    return undefined;
  return apart(body, index) ? { index, end: condition.right, body } : undefined;
}

/** Whether statements use the index for nothing but places, and change nothing but those and names of their own. */
function apart(body: readonly ts.Statement[], index: string): boolean {
  const own = new Set<string>();
  const fine = (node: ts.Node): boolean => {
    if (ts.isElementAccessExpression(node)) return node.argumentExpression.getText() === index;
    if (ts.isIdentifier(node)) return node.text !== index;
    if (ts.isIfStatement(node) || ts.isConditionalExpression(node) || ts.isReturnStatement(node)) return false;
    if (ts.isCallExpression(node)) return node.expression.getText() === "Math.max" && node.arguments.every(fine);
    if (ts.isVariableDeclaration(node)) {
      own.add(node.name.getText());
      return ts.isIdentifier(node.name) && node.initializer !== undefined && fine(node.initializer);
    }
    // A loop within goes on until it ends in every lane; it has no names of its own.
    if (ts.isForStatement(node) && node.initializer) return false;
    const changed = ts.isExpression(node) ? assignment(node) : undefined;
    if (changed && ts.isIdentifier(changed.to) && !own.has(changed.to.text)) return false;
    let all = true;
    node.forEachChild((child) => {
      all &&= fine(child);
    });
    return all;
  };
  return body.every(fine);
}

const OPERATIONS: Readonly<Record<string, string>> = {
  "+": "add",
  "-": "sub",
  "*": "mul",
  "/": "div",
  ">": "gt",
  "<": "lt",
  ">=": "ge",
  "<=": "le",
};

/** The name of an operation on both lanes. */
export function onLanes(operator: string): string | undefined {
  const name = OPERATIONS[operator];
  return name && `f64x2.${name}`;
}

/** Writes what a loop does to two places at once; `at` is where they lie in every array, in bytes. */
export class LaneWriter {
  readonly lines: string[] = [];
  /** Numbers that are the same for all places, by the name of the vector that holds them twice. */
  readonly outside = new Map<string, string>();
  private readonly own = new Set<string>();
  private masks = 0;

  write(body: readonly ts.Statement[], mask?: string): void {
    for (const act of actsOf(body)) this.act(act, mask);
  }

  private act(act: Act, mask: string | undefined): void {
    if (act.kind === "declare") {
      this.own.add(act.name);
      this.lines.push(`let ${act.name}: v128 = ${this.vector(act.value)};`);
    } else if (act.kind === "assign") this.assign(act.assigned, mask);
    else if (ts.isWhileStatement(act.node)) this.until(act.node.expression, act.node.statement);
    else if (ts.isForStatement(act.node) && act.node.condition)
      this.until(act.node.condition, act.node.statement, act.node.incrementor);
    else if (ts.isBlock(act.node)) this.write(act.node.statements, mask);
    else throw new Error(`in two lanes there is no ${act.node.getText()}`);
  }

  /** A loop that ends for each lane at its own time: lanes that have ended keep what they hold. */
  private until(condition: ts.Expression, body: ts.Statement, then?: ts.Expression): void {
    const mask = `mask${this.masks++}`;
    this.lines.push(`let ${mask}: v128 = ${this.vector(condition)};`, `while (v128.any_true(${mask})) {`);
    this.write(statementsOf(body), mask);
    const last = then && assignment(then);
    if (last) this.assign(last, mask);
    this.lines.push(`${mask} = ${this.vector(condition)};`, "}");
  }

  private assign({ to, operator, value }: Assignment, mask: string | undefined): void {
    const given = typeof value === "number" ? `f64x2.splat(${value}.0)` : this.vector(value);
    const before = this.vector(to);
    const after = operator ? `${onLanes(operator)}(${before}, ${given})` : given;
    if (ts.isIdentifier(to)) this.lines.push(`${to.text} = ${mask ? masked(after, before, mask) : after};`);
    else if (!mask) this.lines.push(`v128.store(${this.place(to)}, ${after});`);
    else throw new Error(`in a loop within two lanes nothing is stored: ${to.getText()}`);
  }

  private place(node: ts.Expression): string {
    if (!ts.isElementAccessExpression(node)) throw new Error(`no place in an array: ${node.getText()}`);
    return `${node.expression.getText()} + at`;
  }

  private vector(expression: ts.Expression): string {
    const node = bareOf(expression);
    if (ts.isElementAccessExpression(node)) return `v128.load(${this.place(node)})`;
    if (ts.isIdentifier(node) && this.own.has(node.text)) return node.text;
    if (ts.isIdentifier(node)) {
      this.outside.set(`${node.text}Twice`, node.text);
      return `${node.text}Twice`;
    }
    if (ts.isNumericLiteral(node)) return `f64x2.splat(${Number(node.text).toExponential()})`;
    if (ts.isCallExpression(node)) return `f64x2.max(${node.arguments.map((one) => this.vector(one)).join(", ")})`;
    const operation = ts.isBinaryExpression(node) ? onLanes(node.operatorToken.getText()) : undefined;
    if (ts.isBinaryExpression(node) && operation)
      return `${operation}(${this.vector(node.left)}, ${this.vector(node.right)})`;
    throw new Error(`in two lanes there is no ${node.getText()}`);
  }
}

const masked = (after: string, before: string, mask: string): string => `v128.bitselect(${after}, ${before}, ${mask})`;
