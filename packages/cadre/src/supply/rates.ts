/** People who leave one pool for another within the step; `from` equal to `to` is churn within the pool's sector. */
export interface MoveRate {
  readonly from: number;
  readonly to: number;
  /** Hazard by (sex, age, tenure) of the pool left. */
  readonly hazard: Float64Array;
}

/**
 * The yearly rates of all pools that hold at one time: hazards (yearly probabilities in the opening-stock convention)
 * by (pool, sex, age, tenure). Years with the same rates share one object.
 */
export interface YearRates {
  /** Leaving for good, beyond what `moves` and churn count. */
  readonly leaving: Float64Array;
  readonly retirement: Float64Array;
  readonly death: Float64Array;
  readonly moves: readonly MoveRate[];
}

/**
 * Rates of which each pool's leaving, churn included, is that of other rates times a factor. Whoever works with them pool
 * by pool needs no other numbers; as arrays they are worked out when somebody asks. Written over by each draw.
 */
export class ScaledRates implements YearRates {
  readonly of: YearRates;
  /** By pool. */
  readonly factors: Float64Array;
  private known: { readonly leaving: Float64Array; readonly moves: readonly MoveRate[] } | undefined;

  constructor(of: YearRates, pools: number) {
    this.of = of;
    this.factors = new Float64Array(pools).fill(1);
  }

  /** Says that the factors are others. */
  changed(): void {
    this.known = undefined;
  }

  get leaving(): Float64Array {
    return this.all().leaving;
  }

  get retirement(): Float64Array {
    return this.of.retirement;
  }

  get death(): Float64Array {
    return this.of.death;
  }

  get moves(): readonly MoveRate[] {
    return this.all().moves;
  }

  private all() {
    const { of, factors } = this;
    const cells = of.leaving.length / factors.length;
    this.known ??= {
      leaving: of.leaving.map((hazard, c) => hazard * factors[Math.floor(c / cells)]!),
      moves: of.moves.map(({ from, to, hazard }) => ({
        from,
        to,
        hazard: from === to ? hazard.map((one) => one * factors[from]!) : hazard,
      })),
    };
    return this.known;
  }
}
