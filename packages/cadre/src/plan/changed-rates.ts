import type { NumberChange } from "../changes/number-change.ts";
import type { ScenarioChanges } from "../changes/scenario-changes.ts";
import { type Cause, rateOf, SCHEDULED_CAUSES, type ScheduledCause } from "../model/causes.ts";
import { parametersThat } from "../model/parameter-of.ts";
import { equalParts } from "../supply/parts.ts";
import { type MoveRate, ScaledRates, type YearRates } from "../supply/rates.ts";
import type { System } from "../system/types.ts";
import type { PublishedRates } from "./published-rates.ts";
import { RatesWrittenOver } from "./rates-written-over.ts";
import { setsOfMove, setsOfSchedule } from "./set-as-in-file.ts";

/** The parameters that the rates of a year depend on. */
const RATE_PARAMETERS = parametersThat(({ dated, parts }) => dated && parts.includes("rates"));

/**
 * Works out the rates of each model year under changes; draws do it again and again, each writing over the last.
 * Churn is the part of leaving that stays in the sector; both change together.
 */
export class ChangedRates {
  private readonly system: System;
  private readonly pools: number;
  /** Leaving rates that changes set, as they are published. */
  private readonly published: PublishedRates;
  private readonly changes: ScenarioChanges;
  private readonly byPool: readonly PoolChanges[];
  private readonly changing: boolean;
  /** For each model year, the place of the first year in a row up to it in which changes of rates work in the same way. */
  private readonly firstLike: readonly number[];
  private readonly memory: RatesWrittenOver[] = [];
  /** Rates that only a factor of each pool changes, in which years no copy of them is needed, and how high leaving is. */
  private readonly scalable: boolean;
  private scaled: ScaledRates[] = [];
  private most: readonly number[] = [];
  private base: YearRates | undefined;
  /** By pool with churn: all who leave, and the share of them who stay in the sector. */
  private all: (LeaversOfPool | undefined)[] = [];

  /** `plain` rates are arrays, to be kept or sent; draws take factors of others where that is all there is. */
  constructor(system: System, changes: ScenarioChanges, published: PublishedRates, plain: boolean) {
    const pools = Object.keys(system.pools).length;
    this.system = system;
    this.published = published;
    this.pools = pools;
    this.changes = changes;
    this.byPool = Array.from({ length: pools }, (_, p) => changesOf(p, changes));
    this.changing = RATE_PARAMETERS.some((parameter) => changes.touches(parameter));
    const beyond = this.byPool.some((one) => one.staying || one.scheduled.length > 0 || one.moves || one.hazard);
    this.scalable = !plain && !beyond;
    this.firstLike = this.changing ? firstYearsLike(changes, published) : [];
  }

  /** One set of rates a model year; years in which nothing new happens share one object. */
  byYear(base: YearRates): YearRates[] {
    const { changes, memory } = this;
    if (!this.changing) return changes.years.map(() => base);
    if (this.base !== base) this.begin(base);
    let used = 0;
    const out: YearRates[] = [];
    changes.years.forEach((year, y) => {
      const like = this.firstLike[y]!;
      if (like < y) {
        changes.repeat(RATE_PARAMETERS, changes.years[like]!, year);
        out.push(out[like]!);
        return;
      }
      const scaled = this.scalable && this.scale(base, year, y);
      if (scaled) {
        out.push(scaled);
        return;
      }
      const now = memory[used] ?? new RatesWrittenOver(base, this.pools, (cause) => this.touched(cause));
      memory[used] = now;
      this.fill(now, base);
      const changed = this.change(year, now);
      out.push(changed ? now.rates : base);
      if (changed) used++;
    });
    return out;
  }

  private begin(base: YearRates): void {
    const leaving = equalParts(base.hazards.leaving, this.pools);
    this.base = base;
    this.scaled = [];
    this.all = leaving.map((gone, p) => {
      const { rate, hazard, staying } = this.byPool[p]!;
      const churn = base.moves.find(({ from, to }) => from === p && to === p)?.hazard;
      if (!churn || !(rate || hazard || staying)) return undefined;
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
      const factor = this.changes.factorOfAll("leaving.rate", p, year, this.most[p]!);
      if (factor === undefined) return undefined;
      factors[p] = factor;
    }
    scaled.changed();
    return scaled;
  }

  /** Whether changes are about the hazards of a cause. */
  private touched(cause: Cause): boolean {
    return cause === "leaving" || this.changes.touches(rateOf(cause));
  }

  private fill(now: RatesWrittenOver, base: YearRates): void {
    now.take(base, (pool) => this.all[pool] !== undefined);
    now.byPool.leaving.forEach((leaving, p) => {
      const all = this.all[p];
      if (all) leaving.set(all.total);
    });
  }

  /** Changes the rates of a year in place; whether anything does. */
  private change(year: number, { rates, byPool }: RatesWrittenOver): boolean {
    const { changes } = this;
    let changed = false;
    for (let p = 0; p < this.pools; p++) {
      const { scheduled, moves } = this.byPool[p]!;
      for (const cause of scheduled) {
        const sets = setsOfSchedule(this.system, changes, p, cause);
        if (changes.changeCells(rateOf(cause), p, year, byPool[cause][p]!, { sets })) changed = true;
      }
      if (this.changeLeaving(p, year, byPool.leaving[p]!, rates.moves)) changed = true;
      if (!moves) continue;
      for (const { from, to, hazard } of rates.moves) {
        if (from !== p || to === p) continue;
        const sets = setsOfMove(this.system, changes, from, to);
        if (changes.changeCells("moves.rate", p, year, hazard, { sets })) changed = true;
      }
    }
    return changed;
  }

  private changeLeaving(p: number, year: number, leaving: Float64Array, moves: readonly MoveRate[]): boolean {
    const { rate, hazard, staying } = this.byPool[p]!;
    const all = this.all[p];
    const sets = this.published.setsOf(p, year);
    const changes = [
      rate && this.changes.changeCells("leaving.rate", p, year, leaving, { sets }),
      hazard && this.changes.changeCells("leaving.hazard", p, year, leaving),
    ];
    const changed = changes.includes(true);
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
interface LeaversOfPool {
  readonly total: Float64Array;
  readonly staying: Float64Array;
  readonly going: Float64Array;
}

/** Those who stay in the sector become churn. */
function split(leaving: Float64Array, { staying, going }: LeaversOfPool, churn: Float64Array): void {
  for (let c = 0; c < leaving.length; c++) {
    const all = leaving[c]!;
    churn[c] = all * staying[c]!;
    leaving[c] = all * going[c]!;
  }
}

/** What of one pool's rates changes are about. */
interface PoolChanges {
  readonly rate: boolean;
  readonly hazard: boolean;
  readonly staying: NumberChange | undefined;
  /** Causes with a schedule of which it is the rate. */
  readonly scheduled: readonly ScheduledCause[];
  readonly moves: boolean;
}

const changesOf = (pool: number, changes: ScenarioChanges): PoolChanges => ({
  rate: changes.touches("leaving.rate", pool),
  hazard: changes.touches("leaving.hazard", pool),
  staying: changes.of("leaving.stayingInSector", pool),
  scheduled: SCHEDULED_CAUSES.filter((cause) => changes.touches(rateOf(cause), pool)),
  moves: changes.touches("moves.rate", pool),
});

function firstYearsLike(changes: ScenarioChanges, { all }: PublishedRates): number[] {
  // A published rate that is set has a level of its own in each year.
  const ownYears = new Set(all.map(({ year }) => year));
  const keys = changes.years.map(
    (year, y) => `${ownYears.has(y) ? year : ""} ${changes.phasesIn(year, RATE_PARAMETERS)}`,
  );
  return keys.map((key, y) => {
    let first = y;
    while (first > 0 && keys[first - 1] === key) first--;
    return first;
  });
}
