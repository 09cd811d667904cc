import { type Document, isAlias, isCollection, isMap, isNode, isScalar, Lexer, type LineCounter } from "yaml";
import { checkText } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import { workbookInstead } from "./other-format.ts";

/** Files a planner writes are pages, not data dumps; anything larger is a mistake or an attack. */
export const LARGEST_FILE = 2_000_000;
/** Words and signs of a file, spaces included: about nine times those of the largest place. */
export const MOST_TOKENS = 100_000;
/** Groups inside groups. */
export const DEEPEST_GROUPS = 40;

/** Control characters but tab and line ends, and signs that turn the direction of the text around them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Tokens of the lexer that stand for nothing in the text. */
const CONTROLS: ReadonlySet<string> = new Set(["\u0002", "\u0018", "\u001f"]);

type Said = Pick<CadreError, "code" | "rule" | "fix"> & { readonly message: string; readonly value: string };

/** The error for a text beyond the size that is read at all. */
export function tooLarge(size: number, file?: string, most = LARGEST_FILE): CadreError {
  return new CadreError({
    code: "file-too-large",
    file,
    line: 1,
    column: 1,
    message: "This file is too large: planners' files are smaller.",
    value: `${(size / 1e6).toFixed(1)} MB`,
    rule: `At most ${most / 1e6} MB.`,
    fix: "Check that this is the right file; keep large tables as CSV beside it and shorten them to what is needed.",
  });
}

/** Refuses, before it is parsed, a text that would take long or too much memory to parse. Limits: docs/limits.md. */
export function checkSize(text: string, file: string | undefined): void {
  checkText(text);
  const workbook = workbookInstead(text);
  if (workbook) throw new CadreError({ file, line: 1, column: 1, ...workbook });
  if (text.length > LARGEST_FILE) throw tooLarge(text.length, file);
  let [tokens, depth, at] = [0, 0, 0];
  const fail = (said: Said) => {
    const before = text.slice(0, at).split("\n");
    return new CadreError({ ...said, file, line: before.length, column: (before.at(-1) ?? "").length + 1 });
  };
  for (const token of new Lexer().lex(text)) {
    tokens += 1;
    if (token === "[" || token === "{") depth += 1;
    if (token === "]" || token === "}") depth -= 1;
    if (depth > DEEPEST_GROUPS) throw fail(tooDeep("brackets"));
    if (tokens > MOST_TOKENS)
      throw fail({
        code: "file-too-long",
        message: "This file is too long: planners' files have fewer words and signs.",
        value: `more than ${MOST_TOKENS}`,
        rule: `At most ${MOST_TOKENS} words and signs, the spaces between them included.`,
        fix: "Check that this is the right file; keep large tables as CSV beside it.",
      });
    if (!CONTROLS.has(token)) at += token.length;
  }
}

/**
 * Refuses what parses but cannot be read: keys that are given twice, are no words or would vanish; an anchor that
 * repeats itself; groups too deep; signs nobody sees.
 */
export function checkNodes(doc: Document, lines: LineCounter, file: string | undefined): void {
  const anchors = new Map<string, unknown>();
  const open = new Set<unknown>();
  const fail = (node: unknown, said: Said) => {
    const { line, col } = lines.linePos(isNode(node) && node.range ? node.range[0] : 0);
    return new CadreError({ ...said, file, line: Math.max(1, line), column: Math.max(1, col) });
  };
  const visit = (node: unknown): void => {
    if (isAlias(node)) {
      if (open.has(anchors.get(node.source))) throw fail(node, inCircle(node.source));
      return;
    }
    if (isNode(node) && node.anchor) anchors.set(node.anchor, node);
    if (isScalar(node) && typeof node.value === "string" && UNSEEN.test(node.value))
      throw fail(node, unseen(node.value));
    if (!isCollection(node)) return;
    open.add(node);
    if (open.size > DEEPEST_GROUPS) throw fail(node, tooDeep("groups"));
    if (isMap(node)) {
      const keys = new Map<string, unknown>();
      for (const { key, value } of node.items) {
        const named = isAlias(key) ? anchors.get(key.source) : key;
        if (!isScalar(named)) throw fail(key, notAWord());
        const word = String(named.value);
        if (keys.has(word)) throw fail(key, twice(word));
        if (word === "__proto__") throw fail(key, vanishing());
        keys.set(word, key);
        visit(key);
        visit(value);
      }
    } else for (const item of node.items) visit(item);
    open.delete(node);
  };
  visit(doc.contents);
}

const tooDeep = (what: string): Said => ({
  code: "too-deep",
  message: `There are too many ${what} inside ${what} here.`,
  value: `more than ${DEEPEST_GROUPS}`,
  rule: `At most ${DEEPEST_GROUPS} inside each other.`,
  fix: "Look for a bracket that is never closed, or take the groups apart.",
});

const inCircle = (name: string): Said => ({
  code: "anchor-in-circle",
  message: `*${name} is inside what it repeats, so it would never end.`,
  value: `*${name}`,
  rule: "An alias (*name) repeats an anchor (&name) that ends before it.",
  fix: "Write what you mean in full.",
});

const notAWord = (): Said => ({
  code: "bad-key",
  message: "A list or a group of keys cannot be a key.",
  value: "(a list or a group)",
  rule: "A key is a word or a number, followed by a colon.",
  fix: "Write a word before the colon; put a text that begins with [ or { in quotes.",
});

const twice = (word: string): Said => ({
  code: "not-yaml",
  message: `This is not valid YAML: the key "${visibleText(word)}" is twice in one group.`,
  value: visibleText(word),
  rule: "A file is YAML (or JSON): `key: value`, indented with spaces, each key once.",
  fix: "Rename or remove one of the two.",
});

const vanishing = (): Said => ({
  code: "unknown-key",
  message: '"__proto__" cannot be a key.',
  value: "__proto__",
  rule: "This name means something else to the language that reads the file.",
  fix: "Choose another name.",
});

const unseen = (text: string): Said => ({
  code: "unseen-character",
  message: "This text holds a character that cannot be seen and can change how the text around it is shown.",
  value: visibleText(text),
  rule: "A text has no control characters and none that reverse the direction of writing.",
  fix: "Type the text again; it may have been copied from a web page or another program.",
});

/** Signs that cannot be seen, as their numbers; a long text shortened. */
export const visibleText = (text: string): string => {
  const short = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  return Array.from(short, (sign) =>
    UNSEEN.test(sign) ? `<U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}>` : sign,
  ).join("");
};
