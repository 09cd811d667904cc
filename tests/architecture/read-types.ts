import ts from "typescript";
import { parse } from "./imports.ts";

const READ = /\bz\.output<|\bSystemFile\b/;

/**
 * Keys that may be left out and that an interface adds to what a schema reads. No file could have such a key, nobody would
 * fill it, and the compiler would not say so.
 */
export function faultsOfReadTypes(tree: ReadonlyMap<string, string>): string[] {
  return [...tree].flatMap(([path, text]) =>
    parse(path, text)
      .statements.filter(ts.isInterfaceDeclaration)
      .flatMap((one) => addedKeys(one).map((key) => `${path}: ${one.name.text}.${key} is not in the schema`)),
  );
}

function addedKeys({ heritageClauses = ts.factory.createNodeArray(), members }: ts.InterfaceDeclaration): string[] {
  const heritage = heritageClauses.map((clause) => clause.getText()).join();
  if (!READ.test(heritage)) return [];
  return members.flatMap(({ questionToken, name }) =>
    questionToken && name && !heritage.includes(`"${name.getText()}"`) ? [name.getText()] : [],
  );
}
