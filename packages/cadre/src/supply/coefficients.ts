import { type ByCause, byCause, CAUSE_NAMES, type Cause } from "../model/causes.ts";
import type { Convention } from "../rates/kinds.ts";
import type { Kernel } from "./kernel.ts";
import { MoveNetwork } from "./moves.ts";
import { equalParts } from "./parts.ts";
import { plainKernel } from "./plain-kernel.ts";
import { ScaledRates, type YearRates } from "./rates.ts";
import type { Size } from "./size.ts";

/** What a step does to those of one pool, by (sex, age, tenure). */
export interface PoolCoefficients {
  readonly stay: Float64Array;
  readonly lived: Float64Array;
  readonly joinedLived: Float64Array;
}

/** A way out of a pool, by (sex, age, tenure): a cause of leaving for good, or a move to a pool. */
export type Exit = { readonly hazard: Float64Array } & (
  | { readonly cause: Cause; readonly to?: undefined }
  | { readonly to: number; readonly cause?: undefined }
);

/**
 * Everything about one set of rates that a step needs, worked out once, so that the loops over steps only multiply
 * and add. By (pool, sex, age, tenure), for opening heads N, joiners J and people R taken out evenly over one step:
 * closing heads `N·stay + (J − R)·lived/Δ`, person-years `N·lived + (J − R)·joinedLived`; joiners are at tenure 0.
 * Method: docs/method/step.md.
 */
export class Coefficients {
  /** Length of the step in years. */
  readonly delta: number;
  readonly stay: Float64Array;
  readonly lived: Float64Array;
  readonly joinedLived: Float64Array;
  /** Those of joiners, at tenure 0, by (pool, sex, age). */
  readonly joinerStay: Float64Array;
  readonly joinerLived: Float64Array;
  readonly network: MoveNetwork;
  /** What a pool's share of these arrays is. */
  readonly byPool: readonly PoolCoefficients[];
  /** Hazards a year of each cause by (pool, sex, age, tenure). */
  readonly hazards: ByCause<Float64Array>;
  readonly kernel: Kernel;
  private readonly size: Size;
  private readonly convention: Convention;
  private readonly total: Float64Array;
  private readonly totals: readonly Float64Array[];
  /** Leaving by pool, and what it is a factor of in scaled rates, with those rates. */
  private readonly leavingOf: readonly Float64Array[];
  private readonly unscaled: Float64Array;
  private readonly unscaledOf: readonly Float64Array[];
  private scaledFrom: YearRates | undefined;

  constructor(rates: YearRates, size: Size, delta: number, convention: Convention, kernel: Kernel = plainKernel) {
    const n = size.pools * size.entries;
    const cells = n * size.tenures;
    const array = () => kernel.array(cells);
    this.size = size;
    this.delta = delta;
    this.convention = convention;
    this.kernel = kernel;
    this.total = array();
    this.totals = equalParts(this.total, size.pools);
    this.hazards = byCause(array);
    this.stay = array();
    this.lived = array();
    this.joinedLived = array();
    const byPool = (all: Float64Array) => equalParts(all, size.pools);
    const [stay, lived, joinedLived] = [byPool(this.stay), byPool(this.lived), byPool(this.joinedLived)];
    this.byPool = stay.map((_, p) => ({ stay: stay[p]!, lived: lived[p]!, joinedLived: joinedLived[p]! }));
    this.leavingOf = equalParts(this.hazards.leaving, size.pools);
    this.unscaled = array();
    this.unscaledOf = equalParts(this.unscaled, size.pools);
    this.joinerStay = kernel.array(n);
    this.joinerLived = kernel.array(n);
    this.network = new MoveNetwork(rates.moves, size, kernel);
    this.set(rates);
  }

  /** Every way out of a pool: each cause, then each move. */
  exits(pool: number): readonly Exit[] {
    const { pools } = this.size;
    return [
      ...CAUSE_NAMES.map((cause) => ({ cause, hazard: equalParts(this.hazards[cause], pools)[pool]! })),
      ...this.network.from(pool).map(({ to, hazard }) => ({ to, hazard })),
    ];
  }

  /** Works them out again, in place, for rates with moves between the same pools. */
  set(rates: YearRates): void {
    const { kernel, size, delta, total, stay, lived, joinedLived, joinerStay, joinerLived } = this;
    const K = size.tenures;
    if (rates instanceof ScaledRates) this.scale(rates);
    else {
      this.scaledFrom = undefined;
      for (const cause of CAUSE_NAMES) this.hazards[cause].set(rates.hazards[cause]);
      this.network.setHazards(rates.moves);
    }
    total.fill(0);
    for (const cause of CAUSE_NAMES) kernel.add(this.hazards[cause], total);
    for (const { from, hazard } of this.network.flows) kernel.add(hazard, this.totals[from]!);
    if (this.convention === "continuous") kernel.decay(total, delta, stay, lived, joinedLived);
    else {
      // Probabilities of the opening stock; whoever joins stays until the year ends.
      for (let c = 0; c < total.length; c++) stay[c] = 1 - total[c]!;
      lived.fill(1);
    }
    for (let i = 0, c = 0; i < joinerStay.length; i++, c += K) {
      joinerStay[i] = lived[c]! / delta;
      joinerLived[i] = joinedLived[c]!;
    }
    this.network.factor(lived, joinerLived);
  }

  private scale({ of, factors }: ScaledRates): void {
    const { kernel, leavingOf, unscaledOf } = this;
    // Other causes are the same for all that are scaled from the same rates.
    if (this.scaledFrom !== of) {
      this.unscaled.set(of.hazards.leaving);
      for (const cause of CAUSE_NAMES) if (cause !== "leaving") this.hazards[cause].set(of.hazards[cause]);
      this.network.keepHazards(of.moves);
      this.scaledFrom = of;
    }
    for (let p = 0; p < leavingOf.length; p++) kernel.times(unscaledOf[p]!, factors[p]!, leavingOf[p]!);
    this.network.scaleChurn(factors);
  }
}
