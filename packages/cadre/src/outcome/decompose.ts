import { CadreError } from "../error/cadre-error.ts";
import { project } from "../projection/project.ts";
import { openResult, type Result } from "../projection/result.ts";
import { resolve } from "../resolve/resolve.ts";
import type { Intervention, Scenario } from "../scenario/types.ts";
import { type Driver, gapDrivers } from "./drivers.ts";
import { orders } from "./orders.ts";

/** What one intervention adds to the difference between two results. */
export interface Part {
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
  readonly measure: string;
  readonly year: number;
  readonly before: number;
  readonly after: number;
  /** Parts add up to `after − before`. */
  readonly parts: readonly Part[];
  readonly exact: boolean;
  /** Why the gap of each result changes since the base date. */
  readonly drivers: { readonly before: readonly Driver[]; readonly after: readonly Driver[] };
}

/** Up to so many interventions every order is counted: 2¹⁰ runs. */
const MOST_EXACT = 10;
const SAMPLED_ORDERS = 60;
const ASSUMPTIONS = "assumptions";

/**
 * What each intervention of the second result adds to its difference from the first, by Shapley values: exactly up to
 * ten interventions, from sampled orders above, with their error. Assumptions that differ count as one part. Both
 * results are of the same system; interventions of the first one stay in place throughout.
 *
 * Throws a `CadreError` when the systems differ, or the first result has interventions that the second has not.
 * Method: docs/method/decompose.md.
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
  { pool = "all", measure = "gap", year }: { pool?: string; measure?: string; year?: number } = {},
): Decomposition {
  const [a, b] = [before.data.resolved, after.data.resolved];
  const when = year ?? after.years[after.years.length - 1];
  if (before.system.id !== after.system.id || before.years.join() !== after.years.join())
    throw new CadreError({
      code: "different-systems",
      message: "These results are of different systems.",
      value: `${before.system.id}, ${after.system.id}`,
      rule: "Two results are taken apart within one system.",
      fix: "Run both scenarios on the same system.",
    });
  const players = playersOf(a.scenario, b.scenario);
  const system = b.given;
  const values = new Map<string, number>();
  const value = (chosen: readonly boolean[]): number => {
    const key = chosen.map(Number).join("");
    const known = values.get(key);
    if (known !== undefined) return known;
    const resolved = resolve(system, scenarioOf(a.scenario, b.scenario, players, chosen));
    const found = openResult({ resolved, projection: project(resolved) }).at({ pool, measure, year: when });
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
      value: shares[i].value,
      alone: value(none.map((_, j) => j === i)) - value(none),
      error: shares[i].error,
    })),
    exact,
    drivers: {
      before: gapDrivers(before, { pool, year: when }),
      after: gapDrivers(after, { pool, year: when }),
    },
  };
}

interface Player {
  readonly id: string;
  readonly title: string;
}

function playersOf(a: Scenario, b: Scenario): Player[] {
  const known = new Set((a.interventions ?? []).map(({ id }) => id));
  const kept = new Set((b.interventions ?? []).map(({ id }) => id));
  const lost = [...known].filter((id) => !kept.has(id));
  if (lost.length > 0)
    throw new CadreError({
      code: "interventions-lost",
      message: "The first result has interventions that the second has not.",
      value: lost.join(", "),
      rule: "The second scenario adds to the first.",
      fix: "Compare with do-nothing, or swap the two.",
    });
  const assumptions =
    JSON.stringify(plain(a)) === JSON.stringify(plain(b)) ? [] : [{ id: ASSUMPTIONS, title: "Assumptions" }];
  const added = (b.interventions ?? []).filter(({ id }) => !known.has(id));
  return [...assumptions, ...added.map(({ id, title }) => ({ id, title }))];
}

const plain = ({ changes = [], assumptions = [] }: Scenario) => [...changes, ...assumptions];

/** The first scenario with some of what the second adds. */
function scenarioOf(a: Scenario, b: Scenario, players: readonly Player[], chosen: readonly boolean[]): Scenario {
  const on = new Set(players.filter((_, i) => chosen[i]).map(({ id }) => id));
  const from = on.has(ASSUMPTIONS) || players[0]?.id !== ASSUMPTIONS ? b : a;
  const kept = new Set((a.interventions ?? []).map(({ id }) => id));
  const interventions = (b.interventions ?? []).filter(({ id }: Intervention) => kept.has(id) || on.has(id));
  return { ...b, changes: from.changes ?? [], assumptions: from.assumptions ?? [], interventions };
}

/** Shapley values from the value of every subset. */
function everySubset(n: number, value: (chosen: readonly boolean[]) => number): { value: number; error: number }[] {
  const of = (mask: number) => value(Array.from({ length: n }, (_, i) => ((mask >> i) & 1) === 1));
  const weights = Array.from({ length: n }, (_, size) => 1 / (n * choose(n - 1, size)));
  return Array.from({ length: n }, (_, i) => {
    let sum = 0;
    for (let mask = 0; mask < 1 << n; mask++) {
      if ((mask >> i) & 1) continue;
      sum += weights[ones(mask)] * (of(mask | (1 << i)) - of(mask));
    }
    return { value: sum, error: 0 };
  });
}

/** Shapley values from sampled orders, each with its reverse; in every order the parts add up to the whole. */
function sampled(n: number, value: (chosen: readonly boolean[]) => number): { value: number; error: number }[] {
  const sums = Array.from({ length: n }, () => ({ total: 0, squares: 0 }));
  const tried = orders(n, SAMPLED_ORDERS);
  for (const order of tried) {
    const chosen = new Array<boolean>(n).fill(false);
    let before = value(chosen);
    for (const player of order) {
      chosen[player] = true;
      const after = value([...chosen]);
      sums[player].total += after - before;
      sums[player].squares += (after - before) ** 2;
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
