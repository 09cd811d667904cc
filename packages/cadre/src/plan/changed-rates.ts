import type { Lever } from "../changes/lever.ts";
import type { Levers } from "../changes/levers.ts";
import { type Cause, rateOf, SCHEDULED_CAUSES, type ScheduledCause } from "../model/causes.ts";
import { parametersThat } from "../model/parameter-of.ts";
import { parts } from "../supply/parts.ts";
import { type MoveRate, ScaledRates, type YearRates } from "../supply/rates.ts";
import { WritableRates } from "./writable-rates.ts";

/** The parameters that the rates of a year depend on. */
const RATE_PARAMETERS = parametersThat(({ dated, parts }) => dated && parts.includes("rates"));

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
    const beyond = this.changes.some(({ staying, scheduled, moves }) => staying || scheduled.length > 0 || moves);
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
      const now = memory[used] ?? new WritableRates(base, this.pools, (cause) => this.touched(cause));
      memory[used] = now;
      this.fill(now, base);
      const changed = this.change(year, now);
      out.push(changed ? now.rates : base);
      if (changed) used++;
    });
    return out;
  }

  private begin(base: YearRates): void {
    const leaving = parts(base.hazards.leaving, this.pools);
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

  /** Whether changes are about the hazards of a cause. */
  private touched(cause: Cause): boolean {
    return cause === "leaving" || this.levers.touches(rateOf(cause));
  }

  private fill(now: WritableRates, base: YearRates): void {
    now.take(base, (pool) => this.all[pool] !== undefined);
    now.byPool.leaving.forEach((leaving, p) => {
      const all = this.all[p];
      if (all) leaving.set(all.total);
    });
  }

  /** Changes the rates of a year in place; whether anything does. */
  private change(year: number, { rates, byPool }: WritableRates): boolean {
    const { levers } = this;
    let changed = false;
    for (let p = 0; p < this.pools; p++) {
      const { scheduled, moves } = this.changes[p]!;
      for (const cause of scheduled) if (levers.change(rateOf(cause), p, year, byPool[cause][p]!)) changed = true;
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
  /** Causes with a schedule of which it is the rate. */
  readonly scheduled: readonly ScheduledCause[];
  readonly moves: boolean;
}

const changesOf = (pool: number, levers: Levers): PoolChanges => ({
  rate: levers.touches("leaving.rate", pool),
  staying: levers.lever("leaving.stayingInSector", pool),
  scheduled: SCHEDULED_CAUSES.filter((cause) => levers.touches(rateOf(cause), pool)),
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
