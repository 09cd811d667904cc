import ts from "typescript";
import { type Act, actsOf, bareOf, indexOf } from "./syntax.ts";

/**
 * Names of one function that can be kept in the two lanes of one vector: the second is given, right after the first,
 * what the first is given one place further on. `sum0 += a[c]; sum1 += a[c + 1];` makes `sum0` and `sum1` partners.
 */
export class Pairs {
  /** The second name of each pair by the first. */
  readonly partners = new Map<string, string>();
  private readonly refused: ReadonlySet<string>;

  /** `refused` are first names that cannot be paired. */
  constructor(body: ts.Block, refused: ReadonlySet<string>) {
    this.refused = refused;
    this.look(body);
  }

  /** What a name and its partner are given, when two acts do the same to them. */
  paired(one: Act, other: Act | undefined): readonly [ts.Expression, ts.Expression] | undefined {
    const [first, second] = [given(one), other && given(other)];
    if (!first || !second || one.kind !== other?.kind || this.partners.get(first.name) !== second.name)
      return undefined;
    return [first.value, second.value];
  }

  /** Whether one expression is the other, one place further on; or both add up two lanes. */
  private together(one: ts.Expression, other: ts.Expression): boolean {
    return this.further(one, other) || (this.across(one) !== undefined && this.across(other) !== undefined);
  }

  /** Whether the second expression is the first, one place further on. */
  further(one: ts.Expression, other: ts.Expression): boolean {
    return /[[@]/.test(this.shape(one, 0)) && this.shape(one, 1) === this.shape(other, 0);
  }

  /** The first lane's share of a sum of both lanes: `a[c] + a[c + 1]` is the vector at `a[c]`, added across. */
  across(node: ts.Expression): ts.Expression | undefined {
    const sum = bareOf(node);
    if (!ts.isBinaryExpression(sum) || sum.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
    return this.further(sum.left, sum.right) ? sum.left : undefined;
  }

  private look(node: ts.Node): void {
    if (ts.isBlock(node)) {
      const list = actsOf(node.statements);
      for (let i = 0; i + 1 < list.length; i++) {
        const [first, second] = [given(list[i]!), given(list[i + 1]!)];
        if (!first || !second || list[i]!.kind !== list[i + 1]!.kind || this.refused.has(first.name)) continue;
        if (this.partners.has(first.name) || !this.together(first.value, second.value)) continue;
        this.partners.set(first.name, second.name);
        i++;
      }
    }
    node.forEachChild((child) => this.look(child));
  }

  /** An expression as it is in each lane: `further` on, and the partners instead of names. */
  private shape(node: ts.Expression, further: 0 | 1): string {
    const one = bareOf(node);
    if (ts.isIdentifier(one)) {
      const partner = this.partners.get(one.text);
      if (partner) return `@${further ? partner : one.text}`;
      return [...this.partners.values()].includes(one.text) ? `@${one.text}` : one.text;
    }
    if (ts.isElementAccessExpression(one)) {
      const { at, further: places } = indexOf(one.argumentExpression);
      return `${one.expression.getText()}[${at?.getText() ?? ""}+${places + further}]`;
    }
    if (ts.isBinaryExpression(one))
      return `(${this.shape(one.left, further)}${one.operatorToken.getText()}${this.shape(one.right, further)})`;
    return one.getText();
  }
}

/** What a name is given by an act: at first, or added. */
function given(act: Act): { readonly name: string; readonly value: ts.Expression } | undefined {
  if (act.kind === "declare") return act;
  if (act.kind !== "assign") return undefined;
  const { to, operator, value } = act.assigned;
  if (!ts.isIdentifier(to) || operator !== "+" || typeof value === "number") return undefined;
  return { name: to.text, value };
}
