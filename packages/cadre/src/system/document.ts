import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Pair,
  parseDocument,
  type YAMLMap,
} from "yaml";
import { CadreError } from "../error/cadre-error.ts";
import { checkNodes, checkSize, visibleText } from "./document-limits.ts";
import { takeNewWords } from "./new-words.ts";
import { oldWordNote } from "./old-words.ts";

/** Repeats of one anchor; more than any honest file has, fewer than a file that explodes. */
const MOST_ALIASES = 100;

/** A parsed YAML or JSON text that remembers where each value stood. */
export interface Document {
  readonly file: string | undefined;
  readonly content: unknown;
  /** Words that a later version will not know, one sentence each. */
  readonly notes: readonly string[];
  /** Line and column of the value at a path, or of the nearest thing above it. */
  place(path: readonly PropertyKey[], what?: "key" | "value"): { line: number; column: number };
  /** Line and column of every value, by path with dots. */
  positions(): Record<string, readonly [number, number]>;
  /** Line and column of a text's first letter; undefined where the file does not hold the text letter for letter. */
  firstLetter(path: readonly string[]): readonly [number, number] | undefined;
}

/** What to do about slips of writing whose own message does not name the cause. */
const FIXES: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: "Indent with spaces; YAML takes no tabs there.",
  BLOCK_AS_IMPLICIT_KEY:
    'A colon and a space begin a value. Put a text that has them in quotes, such as title: "Care: at home".',
  BAD_INDENT: "Keys that belong together begin in the same column: count the spaces before each.",
};

/** Reads YAML or JSON; syntax errors, an empty text and a text too large are one `CadreError` with its place. */
export function readDocument(text: string, file?: string): Document {
  checkSize(text, file);
  const lines = new LineCounter();
  // Keys that stand twice are found by `checkNodes`, in a time that grows with their number and not its square.
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: true, uniqueKeys: false });
  // A warning is a tag or a directive that YAML does not have; its value would be taken for a text.
  const syntax = doc.errors[0] ?? doc.warnings[0];
  if (syntax) {
    const at = syntax.linePos?.[0];
    throw new CadreError({
      code: "not-yaml",
      file,
      line: at?.line ?? 1,
      column: at?.col ?? 1,
      message: `This is not valid YAML: ${saidOf(syntax.message)}`,
      value: excerpt(text, at?.line ?? 1),
      rule: "A file is YAML (or JSON): `key: value`, indented with spaces, each key once.",
      fix: FIXES[syntax.code] ?? "Correct the line named here; compare with the example in docs/guide.",
    });
  }
  const place = (path: readonly PropertyKey[], what: "key" | "value" = "value") => {
    const at = lines.linePos(offset(doc.contents, path, what));
    return { line: Math.max(1, at.line), column: Math.max(1, at.col) };
  };
  if (doc.contents === null) {
    throw new CadreError({
      code: "empty-file",
      file,
      line: 1,
      column: 1,
      message: "The file is empty.",
      value: "(nothing)",
      rule: "A file starts with `cadre: 1`, an `id` and a `title`.",
      fix: "Start one with `cadre new`, or copy an example from scenarios/.",
    });
  }
  checkNodes(doc, lines, file);
  const notes = newWords(doc.contents, (node) => lines.linePos(start(node)).line, file);
  const positions = () => {
    const found: Record<string, readonly [number, number]> = {};
    const keep = (path: string, node: unknown): void => {
      const at = lines.linePos(start(node));
      found[path] = [at.line, at.col];
      // What an alias repeats stands where its anchor is.
      if (isAlias(node)) collect(node.resolve(doc), path, (under, child) => under !== path && keep(under, child));
    };
    collect(doc.contents, "", keep);
    return found;
  };
  const firstLetter = (path: readonly string[]): readonly [number, number] | undefined => {
    const node = doc.getIn(path, true);
    if (!isScalar(node) || typeof node.value !== "string" || !node.range) return undefined;
    const [from, to] = node.range;
    const written = text.slice(from, to);
    const quoted = written === node.value ? 0 : written.slice(1, -1) === node.value ? 1 : undefined;
    if (quoted === undefined) return undefined;
    const at = lines.linePos(from + quoted);
    return [at.line, at.col];
  };
  return { file, content: content(doc, file), notes, place, positions, firstLetter };
}

/** Reads words of the version before as those of this one; returns what there is to say of it. */
function newWords(root: unknown, lineOf: (node: unknown) => number, file: string | undefined): string[] {
  const found = new Map<string, { was: string; is: string; places: string[] }>();
  takeNewWords(root, (was, is, node) => {
    const places = found.get(was)?.places ?? [];
    places.push(`${file ? `${file}, ` : ""}line ${lineOf(node)}`);
    found.set(was, { was, is, places });
  });
  return [...found.values()].map(({ was, is, places }) => oldWordNote(was, is, places));
}

/** What the parser says, without the place it repeats and without the names of its own parts. */
function saidOf(message: string): string {
  if (message.includes("call stack")) return "There are too many groups inside groups";
  const said = message.split("\n")[0]!.replace(/ at line \d+, column \d+:?$/, "");
  return said.startsWith("Source contains multiple documents") ? "A line --- begins a second file in this one" : said;
}

function collect(node: unknown, path: string, keep: (path: string, node: unknown) => void): void {
  if (path) keep(path, node);
  const under = path ? `${path}.` : "";
  if (isMap(node)) {
    for (const pair of node.items)
      if (isScalar(pair.key)) collect(pair.value ?? pair.key, `${under}${String(pair.key.value)}`, keep);
  } else if (isCollection(node)) node.items.forEach((item, index) => collect(item, `${under}${index}`, keep));
}

function content(doc: ReturnType<typeof parseDocument>, file: string | undefined): unknown {
  try {
    return doc.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    throw new CadreError({
      code: "too-many-aliases",
      file,
      line: 1,
      column: 1,
      message: "The file repeats an anchor (&name, *name) so often that it would grow without limit.",
      value: error instanceof Error ? error.message : String(error),
      rule: `At most ${MOST_ALIASES} repeats of an anchor.`,
      fix: "Write the values out, or remove the aliases.",
    });
  }
}

function excerpt(text: string, line: number): string {
  const found = text.split("\n", line)[line - 1] ?? "";
  return visibleText(found.trim());
}

/** Character offset of the deepest existing node on a path. */
function offset(root: unknown, path: readonly PropertyKey[], what: "key" | "value"): number {
  let node: unknown = root;
  let at = start(root);
  for (const [depth, part] of path.entries()) {
    if (isMap(node)) {
      const pair = pairsOf(node).get(String(part));
      if (!pair) break;
      const last = depth === path.length - 1;
      at = (last && what === "key") || !isNode(pair.value) ? start(pair.key) : start(pair.value);
      node = pair.value;
    } else if (isCollection(node) && typeof part === "number") {
      const item: unknown = node.items[part];
      if (item === undefined) break;
      at = start(item);
      node = item;
    } else break;
  }
  return at;
}

const start = (node: unknown): number => (isNode(node) && node.range ? node.range[0] : 0);

/** Pairs of a group by their key, found once: a file with many faults asks for many places. */
const pairs = new WeakMap<YAMLMap, Map<string, Pair>>();

function pairsOf(map: YAMLMap): Map<string, Pair> {
  const found =
    pairs.get(map) ??
    new Map(map.items.flatMap((item) => (isScalar(item.key) ? [[String(item.key.value), item]] : [])));
  pairs.set(map, found);
  return found;
}
