import { checkResults } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import type { Measure, ValueOf } from "../model/measures.ts";
import type { Result } from "../projection/result.ts";
import type { Columns } from "../projection/rows.ts";
import { difference } from "../table/ratio.ts";

/** A number of one scenario, and what it differs from the first one's by; undefined where it cannot be worked out. */
interface Compared<M extends Measure> {
  readonly id: string;
  readonly title: string;
  readonly value: ValueOf<M>;
  readonly difference: ValueOf<M>;
}

/** Results side by side. */
export interface Comparison {
  readonly results: readonly [Result, ...Result[]];
  /** All numbers of all results in long form, as columns of equal length. */
  rows(): Columns;
  /** One measure of one pool or group in one year, by scenario: its value and the difference from the first one. */
  at<M extends Measure>(query: { pool?: string; measure: M; year: number }): Compared<M>[];
}

/**
 * Puts results of the same system side by side, the first one being what the others are compared with. Throws a
 * `CadreError` when there are none, when they are of different systems, or when two have the same id.
 *
 * @example
 * ```ts
 * import { compare, run } from "cadre";
 * import { readSystem } from "cadre/node";
 * const cumbria = await readSystem("scenarios/cumbria/system.yaml");
 * const kept = run(cumbria, { id: "kept", changes: [{ parameter: "leaving.rate", multiply: 0.9 }] });
 * compare([run(cumbria), kept]).at({ measure: "gap", year: 2035 })[1].difference; // FTE less to find
 * ```
 */
export function compare(results: readonly Result[]): Comparison {
  checkResults(results);
  const [first, ...others] = results;
  const systems = [...new Set(results.map(({ system }) => system.id))];
  const ids = results.map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) < i);
  const fault = (code: string, message: string, value: string, rule: string, fix: string) =>
    new CadreError({ code, message, value, rule, fix });
  if (!first)
    throw fault(
      "nothing-to-compare",
      "There are no results to compare.",
      "(nothing)",
      "A comparison has at least one result, which the others are compared with.",
      "Run a scenario first, and pass its result in the list.",
    );
  if (systems.length > 1)
    throw fault(
      "different-systems",
      "These results are of different systems.",
      systems.join(", "),
      "Results are compared within one system.",
      "Run the scenarios of one place.",
    );
  if (twice !== undefined)
    throw fault(
      "same-id",
      "Two results have the same id.",
      twice,
      "Each scenario is there only once.",
      "Give each scenario its own id.",
    );
  return Object.freeze({
    results: Object.freeze([first, ...others] as const),
    rows: () => {
      const all = results.map((result) => result.rows());
      const column = <K extends keyof Columns>(key: K) => all.flatMap((rows) => rows[key] as unknown[]) as Columns[K];
      return {
        scenario: column("scenario"),
        year: column("year"),
        pool: column("pool"),
        measure: column("measure"),
        value: column("value"),
      };
    },
    at: <M extends Measure>(query: { pool?: string; measure: M; year: number }): Compared<M>[] => {
      const before = first.at(query);
      return results.map((result) => {
        const value = result.at(query);
        return { id: result.id, title: result.title, value, difference: difference(value, before) as ValueOf<M> };
      });
    },
  });
}
