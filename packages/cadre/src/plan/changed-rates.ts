import type { Lever } from "../changes/lever.ts";
import type { Levers } from "../changes/levers.ts";
import { RATE_PARAMETERS } from "../model/parameters.ts";
import { parts } from "../supply/parts.ts";
import { type MoveRate, ScaledRates, type YearRates } from "../supply/rates.ts";
import type { Writable } from "./writable.ts";

/**
 * Works out the rates of each model year under changes; draws do it again and again, each writing over the last.
 * Churn is the part of leaving that stays in the sector; both change together.
 */
export class ChangedRates {
  private readonly pools: number;
  private readonly levers: Levers;
  private readonly changes: readonly PoolChanges[];
  private readonly changing: boolean;
  /** For each model year, the first of the years up to it in a row in which changes of rates work alike. */
  private readonly alike: readonly number[];
  private readonly memory: WritableRates[] = [];
  /** Rates that only a factor of each pool changes, in which years no copy of them is needed, and how high leaving is. */
  private readonly scalable: boolean;
  private scaled: ScaledRates[] = [];
  private most: readonly number[] = [];
  private base: YearRates | undefined;
  /** By pool with churn: all who leave, and the share of them who stay in the sector. */
  private all: (Leaving | undefined)[] = [];

  /** `plain` rates are arrays, to be kept or sent; draws take factors of others where that is all there is. */
  constructor(pools: number, levers: Levers, plain: boolean) {
    this.pools = pools;
    this.levers = levers;
    this.changes = Array.from({ length: pools }, (_, p) => changesOf(p, levers));
    this.changing = RATE_PARAMETERS.some((parameter) => levers.touches(parameter));
    const beyond = this.changes.some(
      ({ staying, retirement, death, moves }) => staying || retirement || death || moves,
    );
    this.scalable = !plain && !beyond;
    this.alike = this.changing ? yearsAlike(levers) : [];
  }

  /** One set of rates a model year; years in which nothing new happens share one object. */
  byYear(base: YearRates): YearRates[] {
    const { levers, memory } = this;
    if (!this.changing) return levers.years.map(() => base);
    if (this.base !== base) this.begin(base);
    let used = 0;
    const out: YearRates[] = [];
    levers.years.forEach((year, y) => {
      const like = this.alike[y]!;
      if (like < y) {
        levers.repeat(RATE_PARAMETERS, levers.years[like]!, year);
        out.push(out[like]!);
        return;
      }
      const scaled = this.scalable && this.scale(base, year, y);
      if (scaled) {
        out.push(scaled);
        return;
      }
      if (used === memory.length) memory.push(copyOf(base, this.pools, levers));
      this.fill(memory[used]!, base);
      const changed = this.change(year, memory[used]!);
      out.push(changed ? memory[used]!.rates : base);
      if (changed) used++;
    });
    return out;
  }

  private begin(base: YearRates): void {
    const leaving = parts(base.leaving, this.pools);
    this.base = base;
    this.scaled = [];
    this.all = leaving.map((gone, p) => {
      const { rate, staying } = this.changes[p]!;
      const churn = base.moves.find(({ from, to }) => from === p && to === p)?.hazard;
      if (!churn || !(rate || staying)) return undefined;
      const total = gone.map((left, c) => left + churn[c]!);
      const share = total.map((all, c) => (all > 0 ? churn[c]! / all : 0));
      return { total, staying: share, going: share.map((stays) => 1 - stays) };
    });
    this.most = leaving.map((gone, p) =>
      (this.all[p]?.total ?? gone).reduce((most, hazard) => Math.max(most, hazard), 0),
    );
  }

  /** Rates of a year as factors of others, when that is all that changes make of them. */
  private scale(base: YearRates, year: number, y: number): YearRates | undefined {
    this.scaled[y] ??= new ScaledRates(base, this.pools);
    const scaled = this.scaled[y];
    const { factors } = scaled;
    for (let p = 0; p < factors.length; p++) {
      const factor = this.levers.factor("leaving.rate", p, year, this.most[p]!);
      if (factor === undefined) return undefined;
      factors[p] = factor;
    }
    scaled.changed();
    return scaled;
  }

  private fill({ rates, byPool, owned }: WritableRates, base: YearRates): void {
    for (const cause of ["leaving", "retirement", "death"] as const)
      if (owned[cause]) rates[cause].set(base[cause]);
      else rates[cause] = base[cause];
    byPool.leaving.forEach((leaving, p) => {
      const all = this.all[p];
      if (all) leaving.set(all.total);
    });
    rates.moves.forEach(({ from, to, hazard }, m) => {
      if (from !== to || !this.all[from]) hazard.set(base.moves[m]!.hazard);
    });
  }

  /** Changes the rates of a year in place; whether anything does. */
  private change(year: number, { rates, byPool }: WritableRates): boolean {
    const { levers } = this;
    let changed = false;
    for (let p = 0; p < this.pools; p++) {
      const { retirement, death, moves } = this.changes[p]!;
      if (retirement && levers.change("retirement.rate", p, year, byPool.retirement[p]!)) changed = true;
      if (death && levers.change("death.rate", p, year, byPool.death[p]!)) changed = true;
      if (this.changeLeaving(p, year, byPool.leaving[p]!, rates.moves)) changed = true;
      if (!moves) continue;
      for (const { from, to, hazard } of rates.moves)
        if (from === p && to !== p && levers.change("moves.rate", p, year, hazard)) changed = true;
    }
    return changed;
  }

  private changeLeaving(p: number, year: number, leaving: Float64Array, moves: readonly MoveRate[]): boolean {
    const { rate, staying } = this.changes[p]!;
    const all = this.all[p];
    const changed = rate && this.levers.change("leaving.rate", p, year, leaving);
    if (!all) return changed || staying !== undefined;
    const churn = (moves.find(({ from, to }) => from === p && to === p) as MoveRate).hazard;
    if (!staying) {
      split(leaving, all, churn);
      return changed;
    }
    for (let c = 0; c < leaving.length; c++) {
      const stays = staying.at(all.staying[c]!, year);
      churn[c] = leaving[c]! * stays;
      leaving[c]! *= 1 - stays;
    }
    return true;
  }
}

/** All who leave a pool, and the shares of them who stay in the sector and who do not, by (sex, age, tenure). */
interface Leaving {
  readonly total: Float64Array;
  readonly staying: Float64Array;
  readonly going: Float64Array;
}

/** Those who stay in the sector become churn. */
function split(leaving: Float64Array, { staying, going }: Leaving, churn: Float64Array): void {
  for (let c = 0; c < leaving.length; c++) {
    const all = leaving[c]!;
    churn[c] = all * staying[c]!;
    leaving[c] = all * going[c]!;
  }
}

/** What of one pool's rates changes are about. */
interface PoolChanges {
  readonly rate: boolean;
  readonly staying: Lever | undefined;
  readonly retirement: boolean;
  readonly death: boolean;
  readonly moves: boolean;
}

const changesOf = (pool: number, levers: Levers): PoolChanges => ({
  rate: levers.touches("leaving.rate", pool),
  staying: levers.lever("leaving.stayingInSector", pool),
  retirement: levers.touches("retirement.rate", pool),
  death: levers.touches("death.rate", pool),
  moves: levers.touches("moves.rate", pool),
});

function yearsAlike(levers: Levers): number[] {
  const keys = levers.years.map((year) => levers.key(RATE_PARAMETERS, year));
  return keys.map((key, y) => {
    let first = y;
    while (first > 0 && keys[first - 1] === key) first--;
    return first;
  });
}

/** Rates that are written to, and each pool's part of them. */
interface WritableRates {
  readonly rates: Writable<YearRates>;
  readonly byPool: Readonly<Record<"leaving" | "retirement" | "death", readonly Float64Array[]>>;
  /** Which causes have memory of their own. */
  readonly owned: Readonly<Record<"leaving" | "retirement" | "death", boolean>>;
}

function copyOf(base: YearRates, pools: number, levers: Levers): WritableRates {
  // Causes that nothing changes are not copied.
  const owned = {
    leaving: true,
    retirement: levers.touches("retirement.rate"),
    death: levers.touches("death.rate"),
  };
  const copy = (cause: keyof typeof owned) => (owned[cause] ? base[cause].slice() : base[cause]);
  const [leaving, retirement, death] = [copy("leaving"), copy("retirement"), copy("death")];
  const moves = base.moves.map(({ from, to, hazard }): MoveRate => ({ from, to, hazard: hazard.slice() }));
  return {
    rates: { leaving, retirement, death, moves },
    byPool: { leaving: parts(leaving, pools), retirement: parts(retirement, pools), death: parts(death, pools) },
    owned,
  };
}
