import ts from "typescript";

/** Each rule looks at every file; a file is read once for all of them. */
const parsed = new Map<string, { readonly text: string; readonly file: ts.SourceFile }>();

export function parse(path: string, text: string): ts.SourceFile {
  const known = parsed.get(path);
  if (known?.text === text) return known.file;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  parsed.set(path, { text, file });
  return file;
}

/** Gives back the memory of all files. */
export const forgetParsed = (): void => parsed.clear();

/** Everything a file imports: static, re-exported, dynamic and in types, by the words that name it. */
export function importsOf(file: ts.SourceFile): string[] {
  const found: string[] = [];
  const add = (from: ts.Node | undefined): void => {
    if (from !== undefined && ts.isStringLiteralLike(from)) found.push(from.text);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The path a relative import means, from the root of the repository; undefined for a package. */
export function target(path: string, from: string): string | undefined {
  if (!from.startsWith(".")) return undefined;
  const parts = path.split("/").slice(0, -1);
  for (const part of from.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}
