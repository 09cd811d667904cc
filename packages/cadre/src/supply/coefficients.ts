import type { Convention } from "../rates/kinds.ts";
import type { Kernel } from "./kernel.ts";
import { MoveNetwork } from "./moves.ts";
import { parts } from "./parts.ts";
import { plainKernel } from "./plain-kernel.ts";
import { ScaledRates, type YearRates } from "./rates.ts";
import type { Size } from "./step.ts";

/** What a step does to those of one pool, by (sex, age, tenure). */
export interface PoolCoefficients {
  readonly stay: Float64Array;
  readonly lived: Float64Array;
  readonly joinedLived: Float64Array;
}

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
  /** Hazards a year by (pool, sex, age, tenure). */
  readonly leaving: Float64Array;
  readonly retirement: Float64Array;
  readonly death: Float64Array;
  readonly kernel: Kernel;
  private readonly size: Size;
  private readonly convention: Convention;
  private readonly causes: readonly (readonly [Float64Array, Float64Array, Float64Array])[];
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
    this.totals = parts(this.total, size.pools);
    this.leaving = array();
    this.retirement = array();
    this.death = array();
    this.stay = array();
    this.lived = array();
    this.joinedLived = array();
    const byPool = (all: Float64Array) => parts(all, size.pools);
    const [stay, lived, joinedLived] = [byPool(this.stay), byPool(this.lived), byPool(this.joinedLived)];
    this.byPool = stay.map((_, p) => ({ stay: stay[p]!, lived: lived[p]!, joinedLived: joinedLived[p]! }));
    const [leaving, retirement, death] = [byPool(this.leaving), byPool(this.retirement), byPool(this.death)];
    this.causes = leaving.map((_, p) => [leaving[p]!, retirement[p]!, death[p]!] as const);
    this.leavingOf = leaving;
    this.unscaled = array();
    this.unscaledOf = parts(this.unscaled, size.pools);
    this.joinerStay = kernel.array(n);
    this.joinerLived = kernel.array(n);
    this.network = new MoveNetwork(rates.moves, size, kernel);
    this.set(rates);
  }

  /** Hazards of leaving, retirement and death of one pool. */
  causesOf(pool: number): readonly [Float64Array, Float64Array, Float64Array] {
    return this.causes[pool]!;
  }

  /** Works them out anew, in place, for rates with moves between the same pools. */
  set(rates: YearRates): void {
    const { kernel, size, delta, total, stay, lived, joinedLived, joinerStay, joinerLived } = this;
    const { leaving, retirement, death } = this;
    const K = size.tenures;
    if (rates instanceof ScaledRates) this.scale(rates);
    else {
      this.scaledFrom = undefined;
      leaving.set(rates.leaving);
      retirement.set(rates.retirement);
      death.set(rates.death);
      this.network.setHazards(rates.moves);
    }
    total.set(leaving);
    kernel.add(retirement, total);
    kernel.add(death, total);
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
      this.unscaled.set(of.leaving);
      this.retirement.set(of.retirement);
      this.death.set(of.death);
      this.network.keepHazards(of.moves);
      this.scaledFrom = of;
    }
    for (let p = 0; p < leavingOf.length; p++) kernel.times(unscaledOf[p]!, factors[p]!, leavingOf[p]!);
    this.network.scaleChurn(factors);
  }
}

/** All causes together, by (pool, sex, age, tenure). */
export function totalHazard({ leaving, retirement, death, moves }: YearRates, cells: number): Float64Array {
  const total = leaving.map((left, c) => left + retirement[c]! + death[c]!);
  for (const { from, hazard } of moves) {
    const start = from * cells;
    for (let c = 0; c < cells; c++) total[start + c]! += hazard[c]!;
  }
  return total;
}
