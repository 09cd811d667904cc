import ts from "typescript";

/** Names a file may not reach for unless it declares them itself: a page, a process, the network, the console. */
const foreign = new Set([
  "document",
  "window",
  "navigator",
  "location",
  "localStorage",
  "fetch",
  "XMLHttpRequest",
  "process",
  "Buffer",
  "require",
  "performance",
  "crypto",
  "console",
  "setTimeout",
  "setInterval",
]);

/** Each use of chance, a clock, a page or Node that would make a run depend on more than its input. */
export function impureUses(file: ts.SourceFile): string[] {
  const declared = namesDeclared(file);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      const use = `${node.expression.getText(file)}.${node.name.text}`;
      if (use === "Math.random" || use === "Date.now") found.push(use);
    }
    if (ts.isNewExpression(node) && node.expression.getText(file) === "Date" && !node.arguments?.length)
      found.push("new Date()");
    if (ts.isIdentifier(node) && foreign.has(node.text) && !declared.has(node.text) && isUse(node))
      found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...new Set(found)];
}

/** Every name the file brings in itself, wherever: a local variable called `document` is no page. */
function namesDeclared(file: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const name = (node as { name?: ts.Node }).name;
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node) ||
      ts.isImportClause(node) ||
      ts.isNamespaceImport(node);
    if (declares && name !== undefined && ts.isIdentifier(name)) names.add(name.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

/** A value that is read; not a property's name, a key, or a word in a type. */
function isUse(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  const named = ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent) || ts.isMethodDeclaration(parent);
  return !named && !ts.isMethodSignature(parent) && !ts.isTypeNode(parent) && !ts.isQualifiedName(parent);
}
