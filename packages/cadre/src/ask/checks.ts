import type { Check, Checks } from "../against/checks-file.ts";
import { RESULT } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import { checkArguments, keys, list, TEXT } from "../error/shape.ts";
import { suggest } from "../error/suggest.ts";
import type { Result } from "../projection/result.ts";
import type { Quantity } from "../table/quantity.ts";
import { ratio } from "../table/ratio.ts";
import { selects, type Where } from "../table/where.ts";
import { pick } from "./pick.ts";

/** What became of one statement. */
export interface CheckOutcome {
  readonly id: string;
  readonly says: string;
  readonly passed: boolean;
  /** Undefined where it cannot be worked out, such as a share of nobody; the check then fails. */
  readonly value: number | undefined;
  /** Whether value and bounds read as percentages. */
  readonly percent: boolean;
  /** The bounds in words: `12.83% ± 0.01%`. */
  readonly expected: string;
  /** `file:line:column` of the statement. */
  readonly place: string;
  readonly source?: string;
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
  const statement = keys({ id: TEXT, scenario: TEXT });
  checkArguments({ checks, results }, { checks: keys({ checks: list(statement) }), results: list(RESULT) });
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
    const value = placed(one, () =>
      one.parameter ? meanParameter(result, one.parameter, one) : measured(result, one),
    );
    const { near, within, atLeast, atMost } = one;
    // The last digits of a sum are not the expert's concern.
    const slack = 1e-9 * Math.max(1, Math.abs(value ?? 0));
    const passed =
      value !== undefined &&
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
function placed<T>(check: Check, work: () => T): T {
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

function measured(
  result: Result,
  { measure = "headcount", where, per, year = result.base }: Check,
): number | undefined {
  const value = pick(result, { measure, where, year });
  if (!per || value === undefined) return value;
  // A share is of the same pools: their whole staff unless said otherwise.
  const { sex: _s, age: _a, tenure: _t, ...pools } = where;
  const divisor = pick(result, { measure: per.measure, where: per.where ?? pools, year: per.year ?? year });
  return divisor === undefined ? undefined : ratio(value, divisor);
}

/** Mean of a number that each pool's file gives, weighted by headcount when asked for. */
function meanParameter(
  result: Result,
  parameter: string,
  { where, weightedBy }: { where: Where; weightedBy?: string },
): number | undefined {
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
  return ratio(sum, weights);
}
