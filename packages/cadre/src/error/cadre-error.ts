/** Where in a file a problem stands; lines and columns count from 1. */
export interface Place {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** Where in a workbook, instead of line and column: `Staff!D7`. */
  readonly cell?: string | undefined;
}

/** What a planner needs in order to mend one problem. */
export interface Problem extends Place {
  /** A stable name of the rule, such as `unknown-key`. */
  readonly code: string;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** Where in the data: `pools.home-care.headcount`. */
  readonly path?: string | undefined;
  /** The offending value as it was written. */
  readonly value?: string | undefined;
  /** The rule it breaks. */
  readonly rule?: string | undefined;
  /** What to do about it. */
  readonly fix?: string | undefined;
  /** The nearest known word. */
  readonly didYouMean?: string | undefined;
}

/**
 * The one error the library throws: bad input, said so that a planner can mend it. It carries the file, line and
 * column, the value, the rule it breaks and what to do; `others` holds further problems found in the same reading.
 * It is always thrown before a run starts, never from inside one.
 *
 * @example
 * ```ts
 * import { CadreError, parseSystem } from "cadre";
 * try {
 *   parseSystem("cadre: 1\nid: home\nheadcoun: 12");
 * } catch (error) {
 *   if (error instanceof CadreError) error.code; // "unknown-key"
 * }
 * ```
 */
export class CadreError extends Error implements Problem {
  override readonly name = "CadreError";
  /** What is wrong, in one sentence; `message` adds the place, the value, the rule and what to do. */
  readonly summary: string;
  readonly code: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly cell?: string | undefined;
  readonly path?: string | undefined;
  readonly value?: string | undefined;
  readonly rule?: string | undefined;
  readonly fix?: string | undefined;
  readonly didYouMean?: string | undefined;
  readonly others: readonly Problem[];

  constructor(problem: Problem, others: readonly Problem[] = []) {
    super(describe(problem));
    this.summary = problem instanceof CadreError ? problem.summary : problem.message;
    this.code = problem.code;
    this.file = problem.file;
    this.line = problem.line;
    this.column = problem.column;
    this.cell = problem.cell;
    this.path = problem.path;
    this.value = problem.value;
    this.rule = problem.rule;
    this.fix = problem.fix;
    this.didYouMean = problem.didYouMean;
    this.others = others;
  }
}

/** One problem as text of a few lines: its place, what is wrong, the value, the rule and what to do. */
function describe(problem: Problem): string {
  const where = [problem.file, problem.line, problem.column, problem.cell]
    .filter((part) => part !== undefined)
    .join(":");
  const what = problem instanceof CadreError ? problem.summary : problem.message;
  const lines = [`${where ? `${where}: ` : ""}${what}`];
  if (problem.path) lines.push(`  at:    ${problem.path}`);
  if (problem.value !== undefined) lines.push(`  value: ${problem.value}`);
  if (problem.rule) lines.push(`  rule:  ${problem.rule}`);
  if (problem.didYouMean) lines.push(`  did you mean "${problem.didYouMean}"?`);
  if (problem.fix) lines.push(`  to do: ${problem.fix}`);
  return lines.join("\n");
}
