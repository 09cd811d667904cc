import type * as z from "zod";
import { CadreError, type Problem } from "../error/cadre-error.ts";
import { suggest } from "../error/suggest.ts";
import type { FieldProblem } from "./field/problem.ts";
import { issueProblems } from "./issue-problems.ts";

/** Most problems of one file that are worth reading at once. */
const MOST_SHOWN = 20;
/** More than anybody mends at once; each needs a place and a search for what was meant. */
const MOST_KEPT = 200;

/** What problems are found in: a file, or data that code has made, which has no lines. */
export interface ExaminedData {
  readonly file: string | undefined;
  readonly content: unknown;
  readonly notes: readonly string[];
  place(path: readonly PropertyKey[], what?: "key" | "value"): FilePlace;
}

/** A line and a column, as far as they are known. */
interface FilePlace {
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** Problems found in one document, thrown together with the first one in front. */
export class Problems {
  private readonly found: Problem[] = [];
  private readonly noted: string[] = [];
  private readonly document: ExaminedData;

  constructor(document: ExaminedData) {
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

  /** Adds a problem at a path of the document, or at a place within the text that stands there. */
  add(path: readonly PropertyKey[], problem: FieldProblem, what: "key" | "value" = "value", inside?: FilePlace): void {
    if (this.found.length >= MOST_KEPT) return;
    const { known, word, didYouMean, ...said } = problem;
    this.found.push({
      ...said,
      file: this.document.file,
      ...(inside ?? this.document.place(path, what)),
      path: path.map(String).join("."),
      didYouMean: known && word !== undefined ? suggest(word, known) : didYouMean,
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

  /** The content as a schema reads it. Throws what is wrong with it, in a planner's words. */
  contentAs<Schema extends z.ZodType>(schema: Schema): z.output<Schema> {
    const parsed = schema.safeParse(this.document.content);
    if (parsed.success) return parsed.data;
    this.addIssues(parsed.error.issues);
    this.throwIfAny();
    throw new Error("a failed reading holds at least one issue");
  }

  /** Adds what zod found, in a planner's words. */
  addIssues(issues: readonly z.core.$ZodIssue[]): void {
    for (const issue of issues)
      for (const { path, problem, what } of issueProblems(issue, this.document.content)) this.add(path, problem, what);
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
}

const beside = (path: string, key: string): string => [...path.split(".").slice(0, -1), key].join(".");
