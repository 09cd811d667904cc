import type * as z from "zod";
import { CadreError, type Problem } from "../error/cadre-error.ts";
import { suggest } from "../error/suggest.ts";
import { type FieldProblem, fixOfKey, show } from "./field/problem.ts";

/** Most problems of one file that are worth reading at once. */
const MOST_SHOWN = 20;
/** More than anybody mends at once; each needs a place and a search for what was meant. */
const MOST_KEPT = 200;

/** What problems are found in: a file, or data that code has made, which has no lines. */
export interface Examined {
  readonly file: string | undefined;
  readonly content: unknown;
  readonly notes: readonly string[];
  place(
    path: readonly PropertyKey[],
    what?: "key" | "value",
  ): { readonly line?: number | undefined; readonly column?: number | undefined };
}

/** Problems found in one document, thrown together with the first one in front. */
export class Problems {
  private readonly found: Problem[] = [];
  private readonly noted: string[] = [];
  private readonly document: Examined;

  constructor(document: Examined) {
    this.document = document;
  }

  get any(): boolean {
    return this.found.length > 0;
  }

  /** What there is to say of the document that is no fault: words that a later version will not know. */
  get notes(): readonly string[] {
    return [...this.document.notes, ...this.noted];
  }

  note(text: string): void {
    if (!this.noted.includes(text)) this.noted.push(text);
  }

  /** Adds a problem at a path of the document. */
  add(path: readonly PropertyKey[], problem: FieldProblem, what: "key" | "value" = "value"): void {
    if (this.found.length >= MOST_KEPT) return;
    const { known, word, ...said } = problem;
    this.found.push({
      ...said,
      file: this.document.file,
      ...this.document.place(path, what),
      path: path.map(String).join("."),
      didYouMean: known && word !== undefined ? suggest(word, known) : undefined,
    });
  }

  /** Reads another file that this document names; a fault without a line is shown where the document names it. */
  reading<T>(path: readonly PropertyKey[], read: () => T): T {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof CadreError) || error.line !== undefined) throw error;
      const { code, summary: message, value, rule, fix } = error;
      const at = { file: this.document.file, ...this.document.place(path), path: path.map(String).join(".") };
      throw new CadreError({ code, message, value, rule, fix, ...at });
    }
  }

  /** Adds what zod found, in a planner's words. */
  addIssues(issues: readonly z.core.$ZodIssue[]): void {
    for (const issue of issues) this.addIssue(issue);
  }

  throwIfAny(): void {
    // A key that is only misspelt is not missing as well.
    const meant = new Set(
      this.found.flatMap(({ path, didYouMean }) => (path && didYouMean ? [beside(path, didYouMean)] : [])),
    );
    const told = this.found.filter(({ code, path }) => !(code === "missing-key" && path && meant.has(path)));
    const ordered = told.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
    const [first, ...others] = ordered;
    if (first) throw new CadreError(first, others.slice(0, MOST_SHOWN));
  }

  private addIssue(issue: z.core.$ZodIssue): void {
    const path = issue.path;
    const value = show(valueAt(this.document.content, path));
    const name = String(path.at(-1) ?? "the file");
    switch (issue.code) {
      case "custom": {
        const problem = issue.params as FieldProblem | undefined;
        const what = problem?.code === "unknown-key" || problem?.code === "bad-label" ? "key" : "value";
        this.add(path, problem ?? { code: "invalid", message: issue.message, value }, what);
        return;
      }
      case "unrecognized_keys": {
        const known = JSON.parse(issue.message) as string[];
        for (const key of issue.keys) {
          const loose = valueAt(this.document.content, [...path, key]) === null;
          this.add(
            [...path, key],
            {
              code: "unknown-key",
              message: `"${show(key)}" is not a key that belongs here.`,
              value: show(key),
              rule: `Known keys: ${known.join(", ")}.`,
              fix: fixOfKey(key, loose),
              known,
              word: key,
            },
            "key",
          );
        }
        return;
      }
      case "invalid_value": {
        const known = issue.values.map(String);
        const missing = valueAt(this.document.content, path) === undefined;
        this.add(path, {
          code: missing ? "missing-key" : "unknown-word",
          message: missing ? `The key "${name}" is missing.` : `${value} is not known here.`,
          value,
          rule: `${name} is one of ${known.join(", ")}.`,
          fix: `Write one of ${known.join(", ")}.`,
          // Of numbers none is nearer in spelling.
          ...(issue.values.some((allowed) => typeof allowed === "string") && { known, word: value }),
        });
        return;
      }
      case "too_small":
      case "too_big": {
        const small = issue.code === "too_small";
        const things = { array: " entries", string: " letters" }[String(issue.origin)] ?? "";
        const limit = small ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
        const message = things
          ? `There are too ${small ? "few" : "many"}${things} here.`
          : `This number is too ${small ? "small" : "large"} here.`;
        const own = !issue.message.startsWith("Too ");
        this.add(path, {
          code: own ? "wrong-type" : small ? "too-small" : "too-large",
          message: own ? issue.message : message,
          value,
          rule: own ? issue.message : `${name} ${things ? "has" : "is"} ${limit}${things}.`,
          fix: things ? (small ? "Add what is missing." : "Shorten it.") : "Correct the number.",
        });
        return;
      }
      default: {
        const missing = issue.code === "invalid_type" && valueAt(this.document.content, path) === undefined;
        // Where the schema says nothing of its own, the words are for programmers.
        const wrongType = issue.code === "invalid_type" && issue.message.startsWith("Invalid input");
        this.add(path, {
          code: missing ? "missing-key" : "wrong-type",
          message: missing
            ? `The key "${name}" is missing.`
            : wrongType
              ? `This is not ${article(issue.expected)}.`
              : issue.message,
          value,
          rule: issue.code === "invalid_type" ? `${name} is ${article(issue.expected)}.` : issue.message,
          fix: missing
            ? `Add "${name}: …" here.`
            : "Correct the value; the schema named on the file's first line helps in an editor.",
        });
      }
    }
  }
}

const beside = (path: string, key: string): string => [...path.split(".").slice(0, -1), key].join(".");

function article(expected: string): string {
  const words: Record<string, string> = {
    object: "a group of keys",
    record: "a group of keys",
    string: "a text",
    number: "a number",
    array: "a list",
    tuple: "a list of two numbers",
    int: "a whole number",
  };
  return words[expected] ?? `a ${expected}`;
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  let value = content;
  for (const part of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}
