import * as z from "zod";
import { CadreError } from "../error/cadre-error.ts";
import { suggest } from "../error/suggest.ts";
import type { Result } from "../projection/result.ts";
import { readDocument } from "../system/document.ts";
import { keyed } from "../system/field/problem.ts";
import { Problems } from "../system/problems.ts";
import { parseNumber, type Quantity } from "../table/quantity.ts";
import { selects, type Where } from "../table/where.ts";
import { pick } from "./pick.ts";

const figure = z
  .union([z.number(), z.string()], { error: "A number or a percentage is wanted here." })
  .transform((raw, context) => {
    const read = typeof raw === "number" ? { value: raw, unit: "", percent: false } : parseNumber(raw);
    if (read && read.unit === "") return { value: read.value, percent: read.percent };
    context.addIssue({ code: "custom", message: `"${raw}" is not a number or a percentage.` });
    return z.NEVER;
  });
const label = z.union([z.string(), z.number()]).transform(String);
const where = keyed({
  pool: z.string().optional(),
  sector: z.string().optional(),
  employer: z.string().optional(),
  role: z.string().optional(),
  level: z.int().optional(),
  sex: z.string().optional(),
  age: label.optional(),
  tenure: label.optional(),
});

const check = keyed({
  id: z.string().min(1),
  says: z.string().min(1).describe("The statement, in the words of whoever makes it"),
  source: z.string().optional(),
  at: z.string().optional(),
  note: z.string().optional(),
  scenario: z.string().default("do-nothing"),
  measure: z.string().optional().describe("A measure of the results, or people"),
  parameter: z.string().optional().describe("An input of each pool, such as leaving.rate, averaged"),
  weightedBy: z.enum(["headcount"]).optional(),
  where: where.default({}),
  per: keyed({ measure: z.string(), where: where.optional(), year: z.int().optional() }).optional(),
  year: z.int().optional(),
  near: figure.optional(),
  within: figure.optional(),
  atLeast: figure.optional(),
  atMost: figure.optional(),
});

/** A checks file as experts write it. */
export const checksFile = keyed({
  cadre: z.literal(1),
  system: z.string().describe("The system file the statements are about"),
  checks: z.array(check).min(1),
});

/** One statement that results have to agree with. */
export type Check = z.output<typeof check> & { readonly place: string };

/** The statements of one checks file. */
export interface Checks {
  readonly file?: string;
  /** Path of the system file as written. */
  readonly system: string;
  readonly checks: readonly Check[];
  /** Words of the file that a later version will not know, one sentence each. */
  readonly notes: readonly string[];
}

/** What became of one statement. */
export interface CheckOutcome {
  readonly id: string;
  readonly says: string;
  readonly passed: boolean;
  readonly value: number;
  /** Whether value and bounds read as percentages. */
  readonly percent: boolean;
  /** The bounds in words: `12.83% ± 0.01%`. */
  readonly expected: string;
  /** `file:line:column` of the statement. */
  readonly place: string;
  readonly source?: string;
}

/**
 * Reads statements that a subject expert wrote down, from the text of a checks file. Throws a `CadreError` with its
 * place when a statement has no measure, no bound, or a key that is not known. Format: docs/guide/system-file.md.
 *
 * @example
 * ```ts
 * import { parseChecks } from "cadre";
 * const checks = parseChecks(`
 *   cadre: 1
 *   system: ./system.yaml
 *   checks:
 *     - id: size
 *       says: We employ about 120 people
 *       measure: headcount
 *       year: 2024
 *       near: 120
 *       within: 5
 * `);
 * checks.checks[0].id; // "size"
 * ```
 */
export function parseChecks(text: string, { file }: { file?: string } = {}): Checks {
  const document = readDocument(text, file);
  const problems = new Problems(document);
  const parsed = checksFile.safeParse(document.content);
  if (!parsed.success) {
    problems.addIssues(parsed.error.issues);
    problems.throwIfAny();
    throw new Error("a failed reading holds at least one issue");
  }
  parsed.data.checks.forEach((one, i) => {
    const bad = (message: string, value: string, rule: string, fix: string) =>
      problems.add(["checks", i], { code: "bad-check", message, value, rule, fix });
    if ((one.measure === undefined) === (one.parameter === undefined))
      bad(
        "A check is about one measure or one parameter.",
        one.id,
        "Exactly one of measure and parameter.",
        "Add measure: headcount, for example.",
      );
    if (one.measure !== undefined && one.year === undefined)
      bad(
        "A check of a measure names a year.",
        one.id,
        "year: the calendar year of the reference date.",
        "Add year: 2035, for example.",
      );
    if ((one.near === undefined) !== (one.within === undefined) || (!one.near && !one.atLeast && !one.atMost))
      bad(
        "A check says what the value has to be.",
        one.id,
        "near with within, or atLeast, or atMost.",
        "Add near: 34% and within: 0.1%, for example.",
      );
  });
  const ids = parsed.data.checks.map(({ id }) => id);
  ids.forEach((id, i) => {
    if (ids.indexOf(id) < i)
      problems.add(["checks", i, "id"], {
        code: "same-id",
        message: "Two checks have the same id.",
        value: id,
        rule: "Each id once.",
        fix: "Change one of them.",
      });
  });
  problems.throwIfAny();
  return {
    ...(file && { file }),
    system: parsed.data.system,
    notes: problems.notes,
    checks: parsed.data.checks.map((one, i) => {
      const { line, column } = document.place(["checks", i]);
      return { ...one, place: `${file ?? "checks"}:${line}:${column}` };
    }),
  };
}

/**
 * Holds every statement against the results and returns what became of each, in the order of the file. `results` are
 * the runs by scenario; a statement about a scenario that is not among them is a `CadreError`.
 *
 * @example
 * ```ts
 * import { run, runChecks } from "cadre";
 * import { readChecks, readScenario, readSystem } from "cadre/node";
 * const checks = await readChecks("scenarios/cumbria/checks.yaml");
 * const system = await readSystem(checks.system);
 * const ids = [...new Set(checks.checks.map(({ scenario }) => scenario))];
 * const scenarios = await Promise.all(ids.map((id) => readScenario(`scenarios/cumbria/${id}.yaml`)));
 * runChecks(checks, scenarios.map((scenario) => run(system, scenario))).every(({ passed }) => passed); // true
 * ```
 */
export function runChecks(checks: Checks, results: readonly Result[]): CheckOutcome[] {
  return checks.checks.map((one) => {
    const result = results.find(({ id }) => id === one.scenario);
    if (!result)
      throw new CadreError({
        code: "unknown-scenario",
        message: `There is no result for the scenario "${one.scenario}".`,
        value: one.scenario,
        rule: `Known: ${results.map(({ id }) => id).join(", ")}.`,
        fix: "Correct the scenario's id in the check.",
      });
    const value = placed(one, () => (one.parameter ? meanParameter(result, one.parameter, one) : ratio(result, one)));
    const { near, within, atLeast, atMost } = one;
    // The last digits of a sum are not the expert's concern.
    const slack = 1e-9 * Math.max(1, Math.abs(value));
    const passed =
      (near === undefined || Math.abs(value - near.value) <= (within?.value ?? 0) + slack) &&
      (atLeast === undefined || value >= atLeast.value - slack) &&
      (atMost === undefined || value <= atMost.value + slack);
    const percent = Boolean(near?.percent || atLeast?.percent || atMost?.percent);
    const say = (bound: { value: number }) =>
      percent ? `${Number((bound.value * 100).toFixed(6))}%` : String(bound.value);
    const expected = [
      near && `${say(near)} ± ${say(within ?? { value: 0 })}`,
      atLeast && `at least ${say(atLeast)}`,
      atMost && `at most ${say(atMost)}`,
    ]
      .filter(Boolean)
      .join(", ");
    return {
      id: one.id,
      says: one.says,
      passed,
      value,
      percent,
      expected,
      place: one.place,
      ...(one.source && { source: one.source }),
    };
  });
}

/** An error about a name that a check asks for has the place of the check. */
function placed(check: Check, work: () => number): number {
  try {
    return work();
  } catch (error) {
    const [, file, line, column] = /^(.*):(\d+):(\d+)$/.exec(check.place) ?? [];
    if (!(error instanceof CadreError) || error.line !== undefined || line === undefined) throw error;
    const { code, summary: message, value, rule, fix, didYouMean } = error;
    const at = { file, line: Number(line), column: Number(column), path: `checks.${check.id}` };
    throw new CadreError({ code, message, value, rule, fix, didYouMean, ...at });
  }
}

function ratio(result: Result, { measure = "headcount", where, per, year = result.base }: Check): number {
  const value = pick(result, { measure, where, year });
  if (!per) return value;
  // A share is of the same pools: their whole staff unless said otherwise.
  const { sex: _s, age: _a, tenure: _t, ...pools } = where;
  const divisor = pick(result, { measure: per.measure, where: per.where ?? pools, year: per.year ?? year });
  return value / divisor;
}

/** Mean of a number that each pool's file gives, weighted by headcount when asked for. */
function meanParameter(
  result: Result,
  parameter: string,
  { where, weightedBy }: { where: Where; weightedBy?: string },
): number {
  let [sum, weights] = [0, 0];
  const all = Object.entries(result.data.resolved.system.pools);
  const selected = all.filter(([id, pool]) => selects(where, { id, ...pool }));
  if (selected.length === 0)
    throw new CadreError({
      code: "unknown-pool",
      message: "No pool is selected.",
      value: where.pool ?? JSON.stringify(where),
      rule: `Known: ${all.map(([id]) => id).join(", ")}.`,
      fix: "Correct the selection in the check.",
      didYouMean: suggest(
        where.pool ?? "",
        all.map(([id]) => id),
      ),
    });
  for (const [id, pool] of selected) {
    const given = parameter
      .split(".")
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], pool);
    if (typeof given !== "object" || given === null || !("value" in given))
      throw new CadreError({
        code: "unknown-parameter",
        message: `The pool "${id}" has no number "${parameter}".`,
        value: parameter,
        rule: "A number that every selected pool gives, such as leaving.rate.",
        fix: "Correct the parameter, or select pools that have it.",
      });
    const weight = weightedBy ? pool.headcount.value : 1;
    sum += (given as Quantity).value * weight;
    weights += weight;
  }
  return sum / weights;
}
