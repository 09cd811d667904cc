import ts from "typescript";
import { eachPlace, LaneWriter, onLanes } from "./lanes.ts";
import { type Loop, type LoopSource, refuse } from "./loop-source.ts";
import { NumberTypes } from "./number-types.ts";
import { Pairs } from "./pairs.ts";
import { type Act, type Assignment, actsOf, assignment, bareOf, declared, indexOf, statementsOf } from "./syntax.ts";

/** A name was paired that is needed by itself. */
class Unpaired extends Error {
  readonly first: string;
  constructor(first: string) {
    super(`${first} is needed by itself`);
    this.first = first;
  }
}

/** One loop in AssemblyScript. */
export function writtenLoop(loop: Loop, source: LoopSource): string {
  const refused = new Set<string>();
  for (;;)
    try {
      return new LoopWriter(loop, source, new Pairs(loop.body, refused)).text();
    } catch (error) {
      if (!(error instanceof Unpaired)) throw error;
      refused.add(error.first);
    }
}

/** Writes one function; arrays are pointers in bytes, with their length where it is asked for. */
class LoopWriter {
  private readonly lines: string[] = [];
  private readonly loop: Loop;
  private readonly source: LoopSource;
  private readonly types: NumberTypes;
  private readonly pairs: Pairs;

  constructor(loop: Loop, source: LoopSource, pairs: Pairs) {
    this.loop = loop;
    this.source = source;
    this.types = new NumberTypes(loop, source);
    this.pairs = pairs;
  }

  text(): string {
    const { name, exported, parameters, lengths, returns, body } = this.loop;
    const types = { array: "usize", whole: "i32", number: "f64", flag: "bool" };
    const given = parameters.flatMap((one) => [
      `${one.name}: ${types[one.kind]}`,
      ...(lengths.has(one.name) ? [`${one.name}Length: i32`] : []),
    ]);
    this.block(body.statements);
    const head = `${exported ? "export " : ""}function ${name}(${given.join(", ")}): ${returns ? "f64" : "void"} {`;
    return [head, ...this.lines, "}"].join("\n");
  }

  private block(statements: readonly ts.Statement[]): void {
    const list = actsOf(statements);
    for (let i = 0; i < list.length; i++) {
      const both = this.pairs.paired(list[i]!, list[i + 1]);
      if (both) this.pair(list[i++]!, both);
      else this.act(list[i]!);
    }
  }

  /** What is given to a name and its partner, as one vector. */
  private pair(act: Act, [one, other]: readonly [ts.Expression, ts.Expression]): void {
    const both = this.bothOf(one, other);
    if (act.kind === "declare") this.lines.push(`let ${act.name}: v128 = ${both};`);
    else if (act.kind === "assign") {
      const name = act.assigned.to.getText();
      this.lines.push(`${name} = f64x2.add(${name}, ${both});`);
    }
  }

  private bothOf(one: ts.Expression, other: ts.Expression): string {
    if (this.pairs.further(one, other)) return this.vector(one);
    const [left, right] = [this.pairs.across(one), this.pairs.across(other)];
    if (left && right) return `eachAcross(${this.vector(left)}, ${this.vector(right)})`;
    const [first, second] = [this.number(one, true), this.number(other, true)];
    return first === second ? `f64x2.splat(${first})` : `f64x2.replace_lane(f64x2.splat(${first}), 1, ${second})`;
  }

  private act(act: Act): void {
    if (act.kind === "declare") this.declare(act.name, act.value);
    else if (act.kind === "assign") this.lines.push(`${this.assign(act.assigned)};`);
    else this.statement(act.node);
  }

  private declare(name: string, value: ts.Expression): void {
    this.single(name);
    const float = this.types.isFloat(value) || this.isFloat(name);
    this.lines.push(`let ${name}: ${float ? "f64" : "i32"} = ${this.number(value, float)};`);
  }

  private isFloat(name: string): boolean {
    return this.types.isFloat(ts.factory.createIdentifier(name));
  }

  private statement(node: ts.Statement): void {
    if (ts.isBlock(node)) this.within("{", node);
    else if (ts.isIfStatement(node)) {
      this.within(`if (${this.condition(node.expression)}) {`, node.thenStatement);
      if (node.elseStatement) this.within("else {", node.elseStatement);
    } else if (ts.isForStatement(node)) this.for(node);
    else if (ts.isWhileStatement(node)) this.within(`while (${this.condition(node.expression)}) {`, node.statement);
    else if (ts.isReturnStatement(node))
      this.lines.push(node.expression ? `return ${this.number(node.expression, this.loop.returns)};` : "return;");
    else if (ts.isContinueStatement(node)) this.lines.push("continue;");
    else if (ts.isExpressionStatement(node)) this.lines.push(`${this.moved(node.expression)};`);
    else throw refuse(node, "this statement is not compiled");
  }

  private within(head: string, body: ts.Statement): void {
    this.lines.push(head);
    this.block(statementsOf(body));
    this.lines.push("}");
  }

  private for(node: ts.ForStatement): void {
    const places = eachPlace(node);
    if (places) {
      const lanes = new LaneWriter();
      lanes.write(places.body);
      const end = this.number(places.end, false);
      this.lines.push("{");
      for (const [twice, name] of lanes.outside) this.lines.push(`const ${twice} = f64x2.splat(${name});`);
      this.lines.push(`const pairs = <usize>(${end} & ~1) << 3;`, "for (let at: usize = 0; at < pairs; at += 16) {");
      this.lines.push(...lanes.lines, "}", `if (${end} & 1) {`, `const ${places.index} = ${end} - 1;`);
      this.block(places.body);
      this.lines.push("}", "}");
      return;
    }
    const { initializer, condition, incrementor } = node;
    this.lines.push("{");
    if (initializer && ts.isVariableDeclarationList(initializer))
      for (const { name, value } of declared(initializer) ?? []) this.declare(name, value);
    else if (initializer) throw refuse(initializer, "a loop begins with names of its own");
    const steps = incrementor ? this.steps(incrementor) : "";
    this.within(`for (; ${condition ? this.condition(condition) : ""}; ${steps}) {`, node.statement);
    this.lines.push("}");
  }

  private steps(node: ts.Expression): string {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.CommaToken)
      return `${this.steps(node.left)}, ${this.steps(node.right)}`;
    const one = assignment(node);
    if (!one) throw refuse(node, "after each round a loop changes its names");
    return this.assign(one);
  }

  private assign({ to, operator, value, node }: Assignment): string {
    const float = this.types.isFloat(to);
    const given = typeof value === "number" ? (float ? `${value}.0` : `${value}`) : this.number(value, float);
    if (ts.isIdentifier(to)) {
      this.single(to.text);
      return `${to.text} ${operator}= ${given}`;
    }
    if (!ts.isElementAccessExpression(to)) throw refuse(node, "this cannot be given a value");
    const after = operator ? `${this.number(to, true)} ${operator} (${given})` : given;
    return `store<f64>(${this.place(to)}, ${after}${this.further(to)})`;
  }

  /** Arrays that are filled with nothing, or moved along within themselves. */
  private moved(expression: ts.Expression): string {
    const call = ts.isCallExpression(expression) ? expression : undefined;
    const [, array, method] = /^(\w+)\.(\w+)$/.exec(call?.expression.getText() ?? "") ?? [];
    if (!call || !array) throw refuse(expression, "only fill(0) and copyWithin are compiled");
    const whole = (node: ts.Expression) => `(<usize>(${this.number(node, false)}) << 3)`;
    const [first, second, third] = call.arguments;
    if (method === "copyWithin" && first && second && third)
      return `memory.copy(${array} + ${whole(first)}, ${array} + ${whole(second)}, ${whole(third)} - ${whole(second)})`;
    if (method !== "fill" || first?.getText() !== "0")
      throw refuse(expression, "only fill(0) and copyWithin are compiled");
    if (second && third) return `memory.fill(${array} + ${whole(second)}, 0, ${whole(third)} - ${whole(second)})`;
    return `memory.fill(${array}, 0, <usize>${array}Length << 3)`;
  }

  private condition(expression: ts.Expression): string {
    const node = bareOf(expression);
    if (ts.isIdentifier(node)) return node.text;
    if (!ts.isBinaryExpression(node)) throw refuse(node, "this condition is not compiled");
    const float = this.types.isFloat(node.left) || this.types.isFloat(node.right);
    const operator = node.operatorToken.getText().replace(/^([=!])==$/, "$1=");
    return `${this.number(node.left, float)} ${operator} ${this.number(node.right, float)}`;
  }

  private number(expression: ts.Expression, float: boolean): string {
    const node = bareOf(expression);
    const whole = float && !this.types.isFloat(node);
    if (ts.isNumericLiteral(node)) return whole ? `${node.text}.0` : node.text;
    if (whole) return `<f64>(${this.number(node, false)})`;
    const across = this.pairs.across(node);
    if (across) return `across(${this.vector(across)})`;
    if (ts.isIdentifier(node)) {
      this.single(node.text);
      return node.text;
    }
    if (ts.isElementAccessExpression(node)) return `load<f64>(${this.place(node)}${this.further(node)})`;
    if (ts.isPropertyAccessExpression(node) && node.name.text === "length") return `${node.expression.getText()}Length`;
    if (ts.isBinaryExpression(node))
      return `(${this.number(node.left, float)} ${node.operatorToken.getText()} ${this.number(node.right, float)})`;
    if (ts.isCallExpression(node)) return this.call(node, float);
    throw refuse(node, "this expression is not compiled");
  }

  private call(node: ts.CallExpression, float: boolean): string {
    const name = node.expression.getText();
    const [, least] = /^Math\.(min|max)$/.exec(name) ?? [];
    if (least)
      return `${least}<${float ? "f64" : "i32"}>(${node.arguments.map((one) => this.number(one, float)).join(", ")})`;
    const called = this.source.loops.find((one) => one.name === name);
    if (!called || called.lengths.size > 0) throw refuse(node, "only loops that ask for no length are called");
    const given = called.parameters.map(({ kind }, i) =>
      kind === "array" ? node.arguments[i]!.getText() : this.number(node.arguments[i]!, kind === "number"),
    );
    return `${name}(${given.join(", ")})`;
  }

  /** The same in both lanes: one place further on in the second, and partners. */
  private vector(expression: ts.Expression): string {
    const node = bareOf(expression);
    if (ts.isElementAccessExpression(node)) return `v128.load(${this.place(node)}${this.further(node)})`;
    if (ts.isIdentifier(node) && this.pairs.partners.has(node.text)) return node.text;
    const operation = ts.isBinaryExpression(node) ? onLanes(node.operatorToken.getText()) : undefined;
    if (ts.isBinaryExpression(node) && operation)
      return `${operation}(${this.vector(node.left)}, ${this.vector(node.right)})`;
    return `f64x2.splat(${this.number(node, true)})`;
  }

  private place(node: ts.ElementAccessExpression): string {
    const { at } = indexOf(node.argumentExpression);
    const array = node.expression.getText();
    return at ? `${array} + (<usize>(${this.number(at, false)}) << 3)` : array;
  }

  private further(node: ts.ElementAccessExpression): string {
    const { further } = indexOf(node.argumentExpression);
    return further > 0 ? `, ${further * 8}` : "";
  }

  /** A name that is used by itself has no partner. */
  private single(name: string): void {
    for (const [first, second] of this.pairs.partners) if (name === first || name === second) throw new Unpaired(first);
  }
}
