import ts from "typescript";
import { parse } from "./imports.ts";
import type { Tree } from "./rules.ts";

/**
 * Names taken by `import("…")` from a package that is no module: the built command knows such a package by its default
 * alone, so each name would be undefined there, and only there.
 */
export function faultsOfLazy(tree: Tree, isModule: (name: string, from: string) => boolean): string[] {
  const faults: string[] = [];
  for (const [path, text] of tree) {
    if (path.includes(".test.") || !text.includes("import(")) continue;
    const visit = (node: ts.Node): void => {
      const name = loaded(node);
      if (name !== undefined && ts.isObjectBindingPattern(nameOf(node) ?? node) && !isModule(name, path))
        for (const { propertyName, name: own } of (nameOf(node) as ts.ObjectBindingPattern).elements)
          if ((propertyName ?? own).getText() !== "default")
            faults.push(`${path}: ${name} is no module; take its default, or import ${own.getText()} at the top`);
      ts.forEachChild(node, visit);
    };
    visit(parse(path, text));
  }
  return faults;
}

/** Where the names of a declaration stand. */
const nameOf = (node: ts.Node): ts.BindingName | undefined => (ts.isVariableDeclaration(node) ? node.name : undefined);

/** The package outside this repository that a declaration waits for: `const { … } = await import("yaml")`. */
function loaded(node: ts.Node): string | undefined {
  if (!ts.isVariableDeclaration(node) || !node.initializer || !ts.isAwaitExpression(node.initializer)) return undefined;
  const { expression: call } = node.initializer;
  if (!ts.isCallExpression(call) || call.expression.kind !== ts.SyntaxKind.ImportKeyword) return undefined;
  const [from] = call.arguments;
  if (!from || !ts.isStringLiteralLike(from) || /^(\.|node:|cadre|@cadre\/)/.test(from.text)) return undefined;
  return from.text;
}
