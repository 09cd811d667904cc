import ts from "typescript";
import { parse } from "./imports.ts";
import type { Tree } from "./rules.ts";

const [MOST_LINES_OF_FUNCTION, MOST_LINES_OF_FILE] = [80, 250];

/** Functions and files that are longer than a person can hold; tests are lists and may be longer. */
export function faultsOfSize(tree: Tree): string[] {
  return [...tree]
    .filter(([path]) => !/\.test(-data)?\.ts$/.test(path))
    .flatMap(([path, text]) => {
      const lines = text.trimEnd().split("\n").length;
      const long = longFunctions(parse(path, text)).map(
        ({ name, lines }) => `${name} has ${lines} lines, more than ${MOST_LINES_OF_FUNCTION}: take it apart by idea`,
      );
      const file =
        lines > MOST_LINES_OF_FILE
          ? [`has ${lines} lines, more than ${MOST_LINES_OF_FILE}: take it apart by idea`]
          : [];
      return [...long, ...file].map((fault) => `${path}: ${fault}`);
    });
}

function longFunctions(file: ts.SourceFile): { name: string; lines: number }[] {
  const found: { name: string; lines: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && "body" in node && node.body !== undefined) {
      const lineAt = (place: number) => file.getLineAndCharacterOfPosition(place).line;
      const lines = lineAt(node.end) - lineAt(node.getStart(file)) + 1;
      if (lines > MOST_LINES_OF_FUNCTION) found.push({ name: node.name?.getText(file) ?? "a function", lines });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
