import { type Document, isCollection, isMap, isNode, isPair, isScalar, isSeq, type Node, type Pair } from "yaml";
import type { TextPath } from "./path.ts";

/**
 * A text of YAML with one thing in it changed and every other letter as it was: what stands at a path is set, added or, where
 * `to` is undefined, taken out. Undefined where that cannot be done by changing only these letters.
 */
export function splicedYaml(text: string, document: Document, path: TextPath, to: unknown): string | undefined {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  if (to === undefined) return isNode(node) ? without(text, document, path) : text;
  if (isNode(node) && node.range) return replaced(text, document, path, node, to);
  let depth = path.length - 1;
  while (depth > 0 && !isCollection(document.getIn(path.slice(0, depth), true))) depth -= 1;
  const above = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
  const value = path.slice(depth + 1).reduceRight<unknown>((inside, key) => ({ [key]: inside }), to);
  const key = path[depth];
  return isCollection(above) && key !== undefined ? added(text, above, key, value) : undefined;
}

function replaced(text: string, document: Document, path: TextPath, node: Node, to: unknown): string | undefined {
  if (!node.range) return undefined;
  const above = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const key = isMap(above) && !above.flow ? above.items.find(({ value }) => value === node)?.key : undefined;
  const start = rangeOf(key)?.[0];
  // A line of the file has room for a number and what is told of it; more gets lines of its own.
  const onLinesOfItsOwn = isCollection(node) && !node.flow;
  if (start === undefined || (typeof to !== "object" && !onLinesOfItsOwn))
    return text.slice(0, node.range[0]) + onOneLine(to) + text.slice(endOf(node));
  const words = indented(lines(to, path.at(-1) ?? ""), start - lineStart(text, start)).trimStart();
  return text.slice(0, start) + words + text.slice(endOf(node));
}

const lineStart = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1;
const indented = (words: string, by: number): string => words.replace(/^(?=.)/gm, " ".repeat(by));

function added(text: string, above: Node, key: string | number, value: unknown) {
  if (!isCollection(above) || !above.range) return undefined;
  const [start, end] = above.range;
  const last = above.items.at(-1);
  if (above.flow) {
    const entry = isSeq(above) ? onOneLine(value) : `${nameOf(key)}: ${onOneLine(value)}`;
    const [open, close] = isSeq(above) ? ["[", "]"] : ["{ ", " }"];
    if (last === undefined) return `${text.slice(0, start)}${open}${entry}${close}${text.slice(end)}`;
    const stop = endOf(last);
    return stop === undefined ? undefined : `${text.slice(0, stop)}, ${entry}${text.slice(stop)}`;
  }
  const stop = last === undefined ? undefined : endOf(last);
  if (stop === undefined) return undefined;
  const line = text.indexOf("\n", stop - 1);
  const at = line < 0 ? text.length : line + 1;
  const words = isSeq(above) ? `- ${onOneLine(value)}` : lines(value, key);
  return `${text.slice(0, at)}${line < 0 ? "\n" : ""}${indented(words, start - lineStart(text, start))}\n${text.slice(at)}`;
}

/** A key with its value: on one line where that is short, else a line for each part of it. */
function lines(value: unknown, key: string | number): string {
  const short = onOneLine(value);
  if (typeof value !== "object" || value === null || Array.isArray(value) || (depthOf(value) < 3 && short.length < 100))
    return `${nameOf(key)}: ${short}`;
  const inside = Object.entries(value).map(([name, part]) => lines(part, name));
  return `${nameOf(key)}:\n${indented(inside.join("\n"), 2)}`;
}

function without(text: string, document: Document, path: TextPath): string | undefined {
  const above = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isCollection(above)) return undefined;
  const at = isMap(above)
    ? above.items.findIndex(({ key }) => String(isScalar(key) ? key.value : key) === String(path.at(-1)))
    : Number(path.at(-1));
  // A collection of nothing says nothing; it goes with its last item.
  if (above.items.length === 1 && path.length > 1) return without(text, document, path.slice(0, -1));
  const item = above.items[at];
  const [start, stop] = [startOf(item), endOf(item)];
  if (start === undefined || stop === undefined) return undefined;
  if (!above.flow) {
    const from = lineStart(text, start);
    const line = text.indexOf("\n", stop - 1);
    return text.slice(0, from) + (line < 0 ? "" : text.slice(line + 1));
  }
  const next = startOf(above.items[at + 1]);
  if (next !== undefined) return text.slice(0, start) + text.slice(next);
  const before = endOf(above.items[at - 1]);
  return before === undefined ? undefined : text.slice(0, before) + text.slice(stop);
}

const startOf = (item: unknown): number | undefined => rangeOf(isPair(item) ? (item as Pair).key : item)?.[0];
/** Where the last letter of it stands. What follows a block up to the next key, comments and empty lines, is not its own. */
function endOf(item: unknown): number | undefined {
  if (isPair(item)) return endOf(item.value) ?? endOf(item.key);
  const last = isCollection(item) && !item.flow ? item.items.at(-1) : undefined;
  return last === undefined ? rangeOf(item)?.[1] : endOf(last);
}
const rangeOf = (node: unknown) => (isNode(node) ? node.range : undefined);

/** A value as the files of places write it: `{ value: 8%, source: our-survey }`. */
function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const parts = Object.entries(value).filter(([, part]) => part !== undefined);
    return parts.length === 0
      ? "{}"
      : `{ ${parts.map(([key, part]) => `${nameOf(key)}: ${onOneLine(part)}`).join(", ")} }`;
  }
  return typeof value === "string" && !PLAIN.test(value) ? JSON.stringify(value) : String(value);
}

/** Words that YAML reads as themselves, also within braces. */
const PLAIN =
  /^(?!(true|false|null|yes|no|on|off)$)[A-Za-z][A-Za-z0-9 _/.'’–-]*[A-Za-z0-9]$|^[A-Za-z]$|^-?\d+(\.\d+)?%( per year)?$|^\d{4}-\d{2}(-\d{2})?$/i;

/** Keys that look like numbers or spans of ages stand in quotes. */
const nameOf = (key: string | number): string =>
  typeof key === "number" || /^[A-Za-z][A-Za-z0-9._-]*$/.test(key) || /^\d{4}$/.test(key)
    ? String(key)
    : JSON.stringify(key);

const depthOf = (value: unknown): number =>
  typeof value === "object" && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
