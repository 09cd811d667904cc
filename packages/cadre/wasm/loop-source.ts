import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";

/** What the loops of `src/supply/loops.ts` are given: an array, a whole number, a number, or yes and no. */
export type Kind = "array" | "whole" | "number" | "flag";

export interface Loop {
  readonly name: string;
  /** Whether the kernel has it; others only serve these. */
  readonly exported: boolean;
  readonly parameters: readonly { readonly name: string; readonly kind: Kind }[];
  /** Whether it returns a number. */
  readonly returns: boolean;
  /** Parameters whose length it asks for. */
  readonly lengths: ReadonlySet<string>;
  readonly body: ts.Block;
}

/** The functions and the numbers with a name that some source is made of. */
export interface LoopSource {
  readonly loops: readonly Loop[];
  readonly constants: ReadonlyMap<string, ts.Expression>;
}

const FILE = fileURLToPath(new URL("../src/supply/loops.ts", import.meta.url));

/** Reads a file of loops, and those that it exports from. */
export function readLoops(file = FILE): LoopSource {
  const loops: Loop[] = [];
  const constants = new Map<string, ts.Expression>();
  const text = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
  for (const statement of text.statements) {
    if (
      ts.isExportDeclaration(statement) &&
      statement.moduleSpecifier &&
      ts.isStringLiteral(statement.moduleSpecifier)
    ) {
      const other = readLoops(fileURLToPath(new URL(statement.moduleSpecifier.text, pathToFileURL(file))));
      loops.push(...other.loops);
      for (const [name, value] of other.constants) constants.set(name, value);
    } else if (ts.isFunctionDeclaration(statement)) loops.push(loopOf(statement));
    else if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations) {
        if (!initializer) throw refuse(name, "a constant has a value");
        constants.set(name.getText(), initializer);
      }
    else if (!ts.isImportDeclaration(statement) && !ts.isTypeAliasDeclaration(statement))
      throw refuse(statement, "only functions and constants are compiled");
  }
  return { loops, constants };
}

function loopOf(node: ts.FunctionDeclaration): Loop {
  const { name, body, type } = node;
  if (!name || !body) throw refuse(node, "a loop has a name and a body");
  const lengths = new Set<string>();
  const look = (at: ts.Node): void => {
    if (ts.isPropertyAccessExpression(at) && at.name.text === "length") lengths.add(at.expression.getText());
    // All of an array is filled as far as it is long.
    if (ts.isCallExpression(at) && at.arguments.length === 1 && /\.fill$/.test(at.expression.getText()))
      lengths.add(at.expression.getText().replace(/\.fill$/, ""));
    at.forEachChild(look);
  };
  look(body);
  return {
    name: name.text,
    exported: node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false,
    parameters: node.parameters.map((one) => ({ name: one.name.getText(), kind: kindOf(one) })),
    returns: type?.getText() === "number",
    lengths,
    body,
  };
}

const KINDS: Readonly<Record<string, Kind>> = {
  Float64Array: "array",
  Whole: "whole",
  number: "number",
  boolean: "flag",
};

function kindOf(parameter: ts.ParameterDeclaration): Kind {
  const kind = KINDS[parameter.type?.getText() ?? ""];
  if (!kind) throw refuse(parameter, `a loop is given ${Object.keys(KINDS).join(", ")}`);
  return kind;
}

/** What cannot be compiled, and where it stands. */
export function refuse(node: ts.Node, why: string): Error {
  const file = node.getSourceFile();
  const { line, character } = file.getLineAndCharacterOfPosition(node.getStart());
  return new Error(`${file.fileName}:${line + 1}:${character + 1}: ${node.getText()}\n  ${why}`);
}
