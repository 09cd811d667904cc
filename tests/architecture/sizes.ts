import ts from "typescript";
import { parse } from "./imports.ts";
import type { Tree } from "./rules.ts";

const [MOST_LINES_OF_FUNCTION, MOST_LINES_OF_FILE] = [80, 250];
const TEXT_CELL = /^ *<script id="\d+" type="text\/markdown">\n[\s\S]*?<\/script>\n/gm;

/**
 * Functions and files of code, styles and pages that are longer than a person can hold. No kind of file is exempt. The
 * text cells of a notebook do not count, as pages of documentation do not: what is read from top to bottom may be long.
 */
export function faultsOfSize(tree: Tree): string[] {
  return [...tree].flatMap(([path, text]) => {
    const code = path.endsWith(".html") ? text.replace(TEXT_CELL, "") : text;
    const lines = code.trimEnd().split("\n").length;
    const long = functionsOf(path, text)
      .filter((one) => one.lines > MOST_LINES_OF_FUNCTION)
      .map(
        ({ name, lines }) => `${name} has ${lines} lines, more than ${MOST_LINES_OF_FUNCTION}: take it apart by idea`,
      );
    const file =
      lines > MOST_LINES_OF_FILE ? [`has ${lines} lines, more than ${MOST_LINES_OF_FILE}: take it apart by idea`] : [];
    return [...long, ...file].map((fault) => `${path}: ${fault}`);
  });
}

interface Sized {
  readonly name: string;
  readonly lines: number;
}

function functionsOf(path: string, text: string): Sized[] {
  if (/\.[jt]s$/.test(path)) return functionsOfScript(parse(path, text));
  return path.endsWith(".py") ? functionsOfPython(text) : [];
}

function functionsOfScript(file: ts.SourceFile): Sized[] {
  const found: Sized[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && "body" in node && node.body !== undefined && !isListOfTests(node)) {
      const lineAt = (place: number) => file.getLineAndCharacterOfPosition(place).line;
      const lines = lineAt(node.end) - lineAt(node.getStart(file)) + 1;
      found.push({ name: node.name?.getText(file) ?? "a function", lines });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What `describe` is given is a list of tests, as a file is: each test in it counts, and the file does. */
function isListOfTests(node: ts.Node): boolean {
  const call = node.parent;
  return ts.isCallExpression(call) && /^describe\b/.test(call.expression.getText());
}

/** A function of Python goes on while lines are indented more than its first. */
function functionsOfPython(text: string): Sized[] {
  const lines = text.trimEnd().split("\n");
  return lines.flatMap((line, start) => {
    const [, indent = "", name] = /^( *)def (\w+)/.exec(line) ?? [];
    if (name === undefined) return [];
    const after = lines.findIndex(
      (other, at) =>
        at > start && other.trim() !== "" && !/^[)\]]/.test(other.trim()) && indentOf(other) <= indent.length,
    );
    const body = lines.slice(start, after < 0 ? undefined : after);
    return [{ name, lines: body.join("\n").trimEnd().split("\n").length }];
  });
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
