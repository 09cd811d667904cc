import { type ByCause, byCause, CAUSE_NAMES, type Cause } from "../model/causes.ts";
import { equalParts } from "../supply/parts.ts";
import type { MoveRate, YearRates } from "../supply/rates.ts";

/** Rates that are written to, and each pool's part of them. Causes that nothing changes are those of the base. */
export class RatesWrittenOver {
  /** Plain data, which may be kept and sent. */
  readonly rates: YearRates;
  readonly byPool: ByCause<readonly Float64Array[]>;
  private readonly hazards: Record<Cause, Float64Array>;
  private readonly owned: ReadonlySet<Cause>;

  constructor(base: YearRates, pools: number, changes: (cause: Cause) => boolean) {
    this.owned = new Set(CAUSE_NAMES.filter(changes));
    this.hazards = byCause((cause) => (this.owned.has(cause) ? base.hazards[cause].slice() : base.hazards[cause]));
    this.byPool = byCause((cause) => equalParts(this.hazards[cause], pools));
    const moves = base.moves.map(({ from, to, hazard }): MoveRate => ({ from, to, hazard: hazard.slice() }));
    this.rates = { hazards: this.hazards, moves };
  }

  /** Takes the rates of a base again, except churn of the pools for which it is worked out again. */
  take(base: YearRates, anew: (pool: number) => boolean): void {
    for (const cause of CAUSE_NAMES)
      if (this.owned.has(cause)) this.hazards[cause].set(base.hazards[cause]);
      else this.hazards[cause] = base.hazards[cause];
    this.rates.moves.forEach(({ from, to, hazard }, m) => {
      if (from !== to || !anew(from)) hazard.set(base.moves[m]!.hazard);
    });
  }
}
