import { POOL_MEASURE_YEAR, RESULT } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import { checkArguments } from "../error/shape.ts";
import { isStock, type Measure } from "../model/measures.ts";
import type { Resolved } from "../plan/resolved.ts";
import { ensembleEngine } from "../projection/engine.ts";
import type { Group } from "../projection/groups.ts";
import { MeasureColumns } from "../projection/measure-columns.ts";
import { numberOf } from "../projection/number-of.ts";
import { project } from "../projection/project.ts";
import type { Result } from "../projection/result.ts";
import { settled } from "../projection/settle.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import type { System } from "../system/types.ts";
import { type Driver, gapDrivers } from "./drivers.ts";
import { evenOrders } from "./orders.ts";
import { playersOf, scenarioBetween } from "./players.ts";

/** What one intervention adds to the difference between two results. */
export interface Contribution {
  /** The id of an intervention; `assumptions` or `evidence` for what else differs. */
  readonly id: string;
  readonly title: string;
  /** Its share of the difference (Shapley value): the mean of what it adds, over every order of adding. */
  readonly value: number;
  /** What it does by itself. */
  readonly alone: number;
  /** Standard error of the share when orders were sampled; 0 when every one was counted. */
  readonly error: number;
}

/** A difference between two results, taken apart. */
export interface Decomposition {
  readonly pool: string;
  readonly measure: Measure;
  readonly year: number;
  readonly before: number;
  readonly after: number;
  /** Parts add up to `after − before`. */
  readonly parts: readonly Contribution[];
  readonly exact: boolean;
  /** Why the gap of each result changes since the base date. */
  readonly drivers: { readonly before: readonly Driver[]; readonly after: readonly Driver[] };
}

/** Up to so many interventions every order is counted: 2¹⁰ runs. */
const MOST_EXACT = 10;
const SAMPLED_ORDERS = 60;

/**
 * What each intervention adds to the difference between two results, by Shapley values: exactly up to ten parts, from
 * sampled orders above, with their error. A part is an intervention that only one of them has or that differs between
 * them; assumptions that differ count as one part, and so does evidence switched on or off. What both have alike stays
 * in place throughout.
 *
 * Throws a `CadreError` when the results are not of the same system, or when some of what differs contradicts the rest (two
 * that set one number, each in one of the results). Method: docs/method/decompose.md.
 *
 * @example
 * ```ts
 * import { decompose, run } from "cadre";
 * import { readSystem } from "cadre/node";
 * const cumbria = await readSystem("scenarios/cumbria/system.yaml");
 * const keep = { id: "keep", title: "Keep people", changes: [{ parameter: "leaving.rate", multiply: 0.9 }] };
 * const find = { id: "find", title: "Find people", changes: [{ parameter: "recruitment.effort", multiply: 1.1 }] };
 * const tried = run(cumbria, { id: "plan", interventions: [keep, find] });
 * decompose(run(cumbria), tried, { year: 2035 }).parts.map(({ value }) => value); // two parts of the difference
 * ```
 */
export function decompose(
  before: Result,
  after: Result,
  question: { pool?: string; measure?: Measure; year?: number } = {},
): Decomposition {
  checkArguments({ before, after, question }, { before: RESULT, after: RESULT, question: POOL_MEASURE_YEAR });
  const { pool = "all", measure = "gap", year } = question;
  const [a, b] = [before.data.resolved, after.data.resolved];
  const when = year ?? after.last;
  if (a.given !== b.given && content(a.given) !== content(b.given))
    throw new CadreError({
      code: "different-systems",
      message: "These results are of different systems.",
      value: `${before.system.id}, ${after.system.id}`,
      rule: "Both results come from the same system. Two files with the same id may hold different numbers.",
      fix: "Run both scenarios on the same system.",
    });
  const players = playersOf(a.scenario, b.scenario);
  const read = readerOf(after, { pool, measure, year: when });
  const values = new Map<string, number>();
  const value = (chosen: readonly boolean[]): number => {
    const key = chosen.map(Number).join("");
    const known = values.get(key);
    if (known !== undefined) return known;
    const found = read(resolvedBetween(b.given, scenarioBetween(a.scenario, b.scenario, players, chosen)));
    values.set(key, found);
    return found;
  };
  const none = players.map(() => false);
  const exact = players.length <= MOST_EXACT;
  const shares = exact ? everySubset(players.length, value) : sampled(players.length, value);
  return {
    pool,
    measure,
    year: when,
    before: value(none),
    after: value(players.map(() => true)),
    parts: players.map(({ id, title }, i) => ({
      id,
      title,
      value: shares[i]!.value,
      alone: value(none.map((_, j) => j === i)) - value(none),
      error: shares[i]!.error,
    })),
    exact,
    drivers: {
      before: gapDrivers(before, { pool, year: when }),
      after: gapDrivers(after, { pool, year: when }),
    },
  };
}

/** What a model comes to in one number, quickly: all of them are projected in one memory, and only totals are kept. */
function readerOf(result: Result, query: { pool: string; measure: Measure; year: number }): (of: Resolved) => number {
  // The result's own error for a name or year that is not there.
  result.at(query);
  const { resolved } = result.data;
  const engine = ensembleEngine(resolved, []);
  const { pool, measure, year } = query;
  const group = result.groups.find(({ id }) => id === pool) as Group;
  const row = year - result.base - (isStock(measure) ? 0 : 1);
  return (of) => {
    const columns = new MeasureColumns(of, project(of, { keep: "totals", engine }));
    return numberOf(columns.of(group, measure)[row], measure, pool, year);
  };
}

/** Some of a difference may contradict the rest: one that sets a number, and another that sets it in its place. */
function resolvedBetween(system: System, scenario: Scenario): Resolved {
  try {
    return settled(system, scenario);
  } catch (error) {
    if (!(error instanceof CadreError)) throw error;
    throw new CadreError({
      code: "no-step-between",
      message: "This difference cannot be divided into parts: some of them contradict the others.",
      value: error.summary,
      rule: "Each part of a difference must work with and without the others.",
      fix: "Compare each of the two with do-nothing.",
    });
  }
}

/** What a system says, wherever it was read from. */
const content = ({ origin: _, ...rest }: System): string => JSON.stringify(rest);

/** Shapley values from the value of every subset. */
function everySubset(n: number, value: (chosen: readonly boolean[]) => number): { value: number; error: number }[] {
  const of = (mask: number) => value(Array.from({ length: n }, (_, i) => ((mask >> i) & 1) === 1));
  const weights = Array.from({ length: n }, (_, size) => 1 / (n * choose(n - 1, size)));
  return Array.from({ length: n }, (_, i) => {
    let sum = 0;
    for (let mask = 0; mask < 1 << n; mask++) {
      if ((mask >> i) & 1) continue;
      sum += weights[ones(mask)]! * (of(mask | (1 << i)) - of(mask));
    }
    return { value: sum, error: 0 };
  });
}

/** Shapley values from sampled orders, each with its reverse; in every order the parts add up to the whole. */
function sampled(n: number, value: (chosen: readonly boolean[]) => number): { value: number; error: number }[] {
  const sums = Array.from({ length: n }, () => ({ total: 0, squares: 0 }));
  const tried = evenOrders(n, SAMPLED_ORDERS);
  for (const order of tried) {
    const chosen = new Array<boolean>(n).fill(false);
    let before = value(chosen);
    for (const player of order) {
      chosen[player] = true;
      const after = value([...chosen]);
      sums[player]!.total += after - before;
      sums[player]!.squares += (after - before) ** 2;
      before = after;
    }
  }
  const m = tried.length;
  return sums.map(({ total, squares }) => ({
    value: total / m,
    error: Math.sqrt(Math.max(0, squares / m - (total / m) ** 2) / (m - 1)),
  }));
}

function ones(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

function choose(n: number, k: number): number {
  let product = 1;
  for (let i = 1; i <= k; i++) product = (product * (n - k + i)) / i;
  return product;
}
