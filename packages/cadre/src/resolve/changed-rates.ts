import type { MoveRate, YearRates } from "../supply/rates.ts";
import type { Levers } from "./levers.ts";

/** Causes of their own, by the parameter that planners name. */
const CAUSE_OF = { "retirement.rate": "retiring", "mortality.rate": "dying" } as const;
const RATES = ["leaving.rate", "leaving.stayingInSector", "moves.rate", ...Object.keys(CAUSE_OF)];

/** The rates of each model year under the changes; years in which nothing new happens share one object. */
export function changedRates(base: YearRates, levers: Levers, pools: number): YearRates[] {
  if (!RATES.some((parameter) => levers.touches(parameter))) return levers.years.map(() => base);
  let last: { key: string; year: number; rates: YearRates } | undefined;
  return levers.years.map((year) => {
    const key = levers.key(RATES, year);
    if (key === last?.key) levers.repeat(RATES, last.year, year);
    else last = { key, year, rates: ratesIn(year, base, levers, pools) };
    return last.rates;
  });
}

function ratesIn(year: number, base: YearRates, levers: Levers, pools: number): YearRates {
  const cells = base.leaving.length / pools;
  const rates = { leaving: base.leaving.slice(), retiring: base.retiring.slice(), dying: base.dying.slice() };
  const moves = base.moves.map(({ from, to, hazard }): MoveRate => ({ from, to, hazard: hazard.slice() }));
  let changed = false;
  for (let p = 0; p < pools; p++) {
    for (const [parameter, name] of Object.entries(CAUSE_OF)) {
      const change = levers.cells(parameter, p, year);
      if (!change) continue;
      changed = true;
      for (let c = 0; c < cells; c++) rates[name][p * cells + c] = change(rates[name][p * cells + c], c);
    }
    const leaving = levers.cells("leaving.rate", p, year);
    const restay = levers.touches("leaving.stayingInSector", p);
    if (leaving || restay) {
      changed = true;
      // Churn is the part of leaving that stays in the sector; both change together.
      const churn = moves.find(({ from, to }) => from === p && to === p)?.hazard;
      for (let c = 0; c < cells; c++) {
        const total = rates.leaving[p * cells + c] + (churn?.[c] ?? 0);
        const stays = total > 0 ? (churn?.[c] ?? 0) / total : 0;
        const now = leaving ? leaving(total, c) : total;
        const staying = restay ? levers.value("leaving.stayingInSector", stays, year, p) : stays;
        rates.leaving[p * cells + c] = now * (1 - staying);
        if (churn) churn[c] = now * staying;
      }
    }
    const moving = levers.cells("moves.rate", p, year);
    if (!moving) continue;
    changed = true;
    for (const { from, to, hazard } of moves)
      if (from === p && to !== p) for (let c = 0; c < cells; c++) hazard[c] = moving(hazard[c], c);
  }
  return changed ? { ...rates, moves } : base;
}
