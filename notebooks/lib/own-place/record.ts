import { type Document, isCollection, isMap, isNode, isScalar, isSeq, parseDocument } from "yaml";
import type { SystemText } from "../system-text.ts";
import type { TextEdit, TextPath } from "./path.ts";
import { splicedYaml } from "./spliced.ts";

/** Such a note marks a number that nobody has given yet. */
const ASSUMED = /^(ASSUMED|EXAMPLE)\b/;

/**
 * The text of a place, which is the one record: forms, files and the text field are views of it. Forms change it through its
 * YAML document, so that comments and the order of lines stay.
 */
export class PlaceRecord {
  #now: SystemText;
  #document: Document | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(given: SystemText) {
    this.#now = given;
    this.#document = documentOf(given.text);
  }

  get value(): SystemText {
    return this.#now;
  }

  /** Whether the text is YAML at all; forms cannot change one that is not. */
  get readable(): boolean {
    return this.#document !== undefined;
  }

  /** What stands at a path, as plain data; undefined where nothing does. */
  at(path: TextPath): unknown {
    const found = this.#document && nodeAt(this.#document, path);
    return isNode(found) && this.#document ? found.toJS(this.#document) : found;
  }

  /** The number or words at a path without what is told of them. */
  valueAt(path: TextPath): unknown {
    const found = this.at(path);
    return isRecord(found) && "value" in found ? found.value : found;
  }

  /** Where the parts of a number stand: below `value` where more is told of them. */
  partsPath(path: TextPath): TextPath {
    const found = this.at(path);
    return isRecord(found) && "value" in found ? [...path, "value"] : path;
  }

  /** Whether a number is there that nobody has given yet. */
  isAssumed(path: TextPath): boolean {
    const found = this.at(path);
    return isRecord(found) && ASSUMED.test(String(found.note ?? ""));
  }

  /** The keys of a map in their order; none where there is no map. */
  keysAt(path: TextPath): string[] {
    const found = this.#document && nodeAt(this.#document, path);
    return isMap(found) ? found.items.map(({ key }) => wordsOf(key)) : [];
  }

  /** Changes the text by a form. */
  change(edits: readonly TextEdit[]): void {
    if (this.#document !== undefined) this.replace({ ...this.#now, text: this.textWith(edits) });
  }

  /** The text as it would be with changes. */
  textWith(edits: readonly TextEdit[]): string {
    return edits.reduce(edited, this.#now.text);
  }

  /** Takes another text, typed or opened. */
  replace(next: SystemText): void {
    if (JSON.stringify(next) === JSON.stringify(this.#now)) return;
    this.#now = next;
    this.#document = documentOf(next.text);
    for (const tell of this.#listeners) tell();
  }

  /** Tells of every change from now on. */
  listen(tell: () => void): void {
    this.#listeners.add(tell);
  }
}

/** Changes that put a number of one's own at a path: what was told of an assumed one goes, other words about it stay. */
export function numberEdits(record: PlaceRecord, path: TextPath, to: string | number): TextEdit[] {
  const before = record.at(path);
  if (!isRecord(before) || !("value" in before)) return [{ path, to }];
  const { value: _, note, ...told } = before;
  const kept = { ...told, ...(note !== undefined && !ASSUMED.test(String(note)) && { note }) };
  return [{ path, to: Object.keys(kept).length === 0 ? to : { value: to, ...kept } }];
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function documentOf(text: string): Document | undefined {
  const document = parseDocument(text);
  return document.errors.length === 0 && isMap(document.contents) ? document : undefined;
}

/** A text with one change. Where not every other letter can stay as it was, the document is written anew. */
function edited(text: string, { path: asked, to }: TextEdit): string {
  const document = documentOf(text);
  if (document === undefined) return text;
  const path = pathIn(document, asked);
  const wanted = document.clone();
  if (to !== undefined) wanted.setIn(path, wanted.createNode(to));
  else if (wanted.hasIn(path)) remove(wanted, path);
  const short = splicedYaml(text, document, path, to);
  const same = short !== undefined && isSame(documentOf(short)?.toJS(), wanted.toJS());
  return same ? short : wanted.toString({ lineWidth: 0 });
}

/** A path with its keys as the file has them: years are numbers there. */
function pathIn(document: Document, path: TextPath): TextPath {
  let at: unknown = document.contents;
  return path.map((key) => {
    const pair = isMap(at) ? at.items.find((one) => wordsOf(one.key) === String(key)) : undefined;
    at = pair ? pair.value : isSeq(at) ? at.items[Number(key)] : undefined;
    return pair && isScalar(pair.key) ? (pair.key.value as string | number) : key;
  });
}

const nodeAt = (document: Document, path: TextPath): unknown =>
  path.length === 0 ? document.contents : document.getIn(pathIn(document, path), true);

const wordsOf = (key: unknown): string => String(isScalar(key) ? key.value : key);

/** Plain data of a file, in which the order of keys counts as it does for a reader. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Takes something out, and what is empty without it. */
function remove(document: Document, path: TextPath): void {
  document.deleteIn(path);
  const above = document.getIn(path.slice(0, -1), true);
  if (path.length > 1 && isCollection(above) && above.items.length === 0) remove(document, path.slice(0, -1));
}
