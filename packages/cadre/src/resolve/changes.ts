import { CadreError } from "../error/cadre-error.ts";
import { suggest } from "../error/suggest.ts";
import { type Change, effect, phase } from "../scenario/change.ts";
import type { MoveRate, YearRates } from "../supply/rates.ts";
import type { System } from "../system/types.ts";
import { cellsOf } from "../table/axes.ts";
import { cellMask, selects } from "../table/where.ts";

/** Causes of their own, by the parameter that planners name. */
const CAUSE_OF = { "retirement.rate": "retiring", "mortality.rate": "dying" } as const;

/** Everything a change may name. */
export const CHANGEABLE = ["leaving.rate", ...Object.keys(CAUSE_OF), "moves.rate", "recruitment.recruits"];

/** A change checked against a system. */
export interface ReadyChange {
  readonly change: Change;
  readonly pools: readonly number[];
  readonly cells: Uint8Array;
}

/** Changes checked against a system, ready to be applied to its base-year numbers. */
export function readyChanges(system: System, changes: readonly Change[]): ReadyChange[] {
  return changes.map((change) => {
    const fail = (code: string, message: string, value: string, rule: string, known?: readonly string[]): never => {
      throw new CadreError({
        code,
        message,
        value,
        rule,
        fix: "Correct the change.",
        didYouMean: known ? suggest(value, known) : undefined,
      });
    };
    if (!CHANGEABLE.includes(change.parameter))
      fail(
        "unknown-parameter",
        `"${change.parameter}" cannot be changed.`,
        change.parameter,
        `Known: ${CHANGEABLE.join(", ")}.`,
        CHANGEABLE,
      );
    const given = [change.set, change.multiply, change.add].filter((value) => value !== undefined);
    if (given.length !== 1 || !Number.isFinite(given[0]))
      fail(
        "bad-change",
        `The change of ${change.parameter} has to say what it does.`,
        JSON.stringify(change),
        "Exactly one of set, multiply and add, a number.",
      );
    const where = change.where ?? {};
    const pools = Object.entries(system.pools).flatMap(([id, pool], p) => (selects(where, { id, ...pool }) ? [p] : []));
    if (pools.length === 0)
      fail(
        "empty-selection",
        "The change selects no pool.",
        where.pool ?? JSON.stringify(where),
        `Pools: ${Object.keys(system.pools).join(", ")}.`,
        Object.keys(system.pools),
      );
    const cells = cellMask(system.axes, where);
    if (!cells?.includes(1))
      return fail(
        "empty-selection",
        "The change selects no age, sex or tenure.",
        JSON.stringify(where),
        "Classes of the system's axes.",
      );
    return { change, pools, cells };
  });
}

/** The rates of each model year under the changes; years in which nothing new happens share one object. */
export function changedRates(
  system: System,
  base: YearRates,
  ready: readonly ReadyChange[],
  years: readonly number[],
): YearRates[] {
  const cells = cellsOf(system.axes);
  const about = ready.filter(({ change }) => change.parameter !== "recruitment.recruits");
  let last: { key: string; rates: YearRates } = { key: about.map(() => 0).join(), rates: base };
  return years.map((year) => {
    const shares = about.map(({ change }) => phase(change, year, years[0]));
    const key = shares.join();
    if (key === last.key) return last.rates;
    last = { key, rates: shares.every((share) => share === 0) ? base : apply(base, about, shares, cells) };
    return last.rates;
  });
}

/** Recruits of one pool in one model year under the changes. */
export function changedRecruits(
  recruits: number,
  pool: number,
  ready: readonly ReadyChange[],
  year: number,
  firstYear: number,
): number {
  let [factor, addition] = [1, 0];
  for (const { change, pools } of ready) {
    if (change.parameter !== "recruitment.recruits" || !pools.includes(pool)) continue;
    const part = effect(change, phase(change, year, firstYear));
    factor *= part.factor;
    addition += part.addition;
  }
  return Math.max(0, recruits * factor + addition);
}

function apply(base: YearRates, ready: readonly ReadyChange[], shares: readonly number[], cells: number): YearRates {
  /** Factor and addition of a parameter by cell of a pool; undefined when nothing touches it. */
  const partsOf = (pool: number, parameter: string) => {
    const about = ready.flatMap((one, i) =>
      one.change.parameter === parameter && one.pools.includes(pool)
        ? [{ mask: one.cells, part: effect(one.change, shares[i]) }]
        : [],
    );
    return about.length === 0
      ? undefined
      : (value: number, c: number): number => {
          let [factor, addition] = [1, 0];
          for (const { mask, part } of about)
            if (mask[c]) {
              factor *= part.factor;
              addition += part.addition;
            }
          return Math.max(0, value * factor + addition);
        };
  };
  const rates = { leaving: base.leaving.slice(), retiring: base.retiring.slice(), dying: base.dying.slice() };
  const moves = base.moves.map(({ from, to, hazard }): MoveRate => ({ from, to, hazard: hazard.slice() }));
  const pools = base.leaving.length / cells;
  for (let p = 0; p < pools; p++) {
    for (const [parameter, name] of Object.entries(CAUSE_OF)) {
      const change = partsOf(p, parameter);
      if (change) for (let c = 0; c < cells; c++) rates[name][p * cells + c] = change(rates[name][p * cells + c], c);
    }
    const leaving = partsOf(p, "leaving.rate");
    if (leaving) {
      // Churn is the part of leaving that stays in the sector; both change together and keep their proportion.
      const churn = moves.find(({ from, to }) => from === p && to === p)?.hazard;
      for (let c = 0; c < cells; c++) {
        const lost = rates.leaving[p * cells + c];
        const total = lost + (churn?.[c] ?? 0);
        const staying = total > 0 ? (churn?.[c] ?? 0) / total : 0;
        const now = leaving(total, c);
        rates.leaving[p * cells + c] = now * (1 - staying);
        if (churn) churn[c] = now * staying;
      }
    }
    const moving = partsOf(p, "moves.rate");
    if (moving)
      for (const { from, to, hazard } of moves)
        if (from === p && to !== p) for (let c = 0; c < cells; c++) hazard[c] = moving(hazard[c], c);
  }
  return { ...rates, moves };
}
