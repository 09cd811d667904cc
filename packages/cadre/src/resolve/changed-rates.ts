import { parts } from "../supply/parts.ts";
import type { MoveRate, YearRates } from "../supply/rates.ts";
import type { Levers } from "./levers.ts";

/** Causes of their own, by the parameter that planners name. */
const CAUSE_OF = { "retirement.rate": "retiring", "mortality.rate": "dying" } as const;

/** Parameters that the rates of a year depend on. */
export const RATES = ["leaving.rate", "leaving.stayingInSector", "moves.rate", ...Object.keys(CAUSE_OF)];

/** Works out the rates of each model year under changes; draws do it again and again in the same memory. */
export class ChangedRates {
  private readonly pools: number;
  private readonly memory: WritableRates[] = [];
  private alike: readonly number[] = [];

  constructor(pools: number) {
    this.pools = pools;
  }

  /** One set of rates a model year; years in which nothing new happens share one object. `again` writes over the last ones. */
  byYear(base: YearRates, levers: Levers, again = false): YearRates[] {
    if (!RATES.some((parameter) => levers.touches(parameter))) return levers.years.map(() => base);
    // How far changes work in a year is the same for every draw.
    if (!again || this.alike.length === 0) this.alike = yearsAlike(levers);
    let used = 0;
    const out: YearRates[] = [];
    levers.years.forEach((year, y) => {
      const like = this.alike[y];
      if (like < y) {
        levers.repeat(RATES, levers.years[like], year);
        out.push(out[like]);
        return;
      }
      if (!again || used >= this.memory.length) this.memory[used] = copyOf(base, this.pools, levers);
      else fill(this.memory[used], base);
      const changed = changeRates(year, this.memory[used], levers);
      out.push(changed ? this.memory[used].rates : base);
      if (changed) used++;
    });
    return out;
  }
}

/** For each model year, the first of the years up to it in a row in which changes of rates work alike. */
function yearsAlike(levers: Levers): number[] {
  const keys = levers.years.map((year) => levers.key(RATES, year));
  return keys.map((key, y) => {
    let first = y;
    while (first > 0 && keys[first - 1] === key) first--;
    return first;
  });
}

/** Rates that are written to, and each pool's part of them. */
interface WritableRates {
  readonly rates: { -readonly [part in keyof YearRates]: YearRates[part] };
  readonly byPool: Readonly<Record<"leaving" | "retiring" | "dying", readonly Float64Array[]>>;
  /** Which causes have memory of their own. */
  readonly owned: Readonly<Record<"leaving" | "retiring" | "dying", boolean>>;
}

function copyOf(base: YearRates, pools: number, levers: Levers): WritableRates {
  // Causes that nothing changes are not copied.
  const owned = {
    leaving: true,
    retiring: levers.touches("retirement.rate"),
    dying: levers.touches("mortality.rate"),
  };
  const copy = (cause: keyof typeof owned) => (owned[cause] ? base[cause].slice() : base[cause]);
  const [leaving, retiring, dying] = [copy("leaving"), copy("retiring"), copy("dying")];
  const moves = base.moves.map(({ from, to, hazard }): MoveRate => ({ from, to, hazard: hazard.slice() }));
  return {
    rates: { leaving, retiring, dying, moves },
    byPool: { leaving: parts(leaving, pools), retiring: parts(retiring, pools), dying: parts(dying, pools) },
    owned,
  };
}

function fill({ rates, owned }: WritableRates, base: YearRates): void {
  for (const cause of ["leaving", "retiring", "dying"] as const)
    if (owned[cause]) rates[cause].set(base[cause]);
    else rates[cause] = base[cause];
  rates.moves.forEach(({ hazard }, m) => {
    hazard.set(base.moves[m].hazard);
  });
}

/** Changes the rates of a year in place; whether anything does. */
function changeRates(year: number, { rates, byPool }: WritableRates, levers: Levers): boolean {
  let changed = false;
  byPool.leaving.forEach((leaving, p) => {
    for (const [parameter, cause] of Object.entries(CAUSE_OF))
      if (levers.change(parameter, p, year, byPool[cause][p])) changed = true;
    const churn = rates.moves.find(({ from, to }) => from === p && to === p)?.hazard;
    if (changeLeaving(p, year, leaving, churn, levers)) changed = true;
    for (const { from, to, hazard } of rates.moves)
      if (from === p && to !== p && levers.change("moves.rate", p, year, hazard)) changed = true;
  });
  return changed;
}

/** Churn is the part of leaving that stays in the sector; both change together. */
function changeLeaving(
  p: number,
  year: number,
  leaving: Float64Array,
  churn: Float64Array | undefined,
  levers: Levers,
): boolean {
  const restay = levers.touches("leaving.stayingInSector", p);
  if (!churn) return levers.change("leaving.rate", p, year, leaving) || restay;
  if (!restay && !levers.touches("leaving.rate", p)) return false;
  for (let c = 0; c < leaving.length; c++) {
    const total = leaving[c] + churn[c];
    churn[c] = total > 0 ? churn[c] / total : 0;
    leaving[c] = total;
  }
  const changed = levers.change("leaving.rate", p, year, leaving);
  for (let c = 0; c < leaving.length; c++) {
    const staying = restay ? levers.value("leaving.stayingInSector", churn[c], year, p) : churn[c];
    churn[c] = leaving[c] * staying;
    leaving[c] *= 1 - staying;
  }
  return changed || restay;
}
