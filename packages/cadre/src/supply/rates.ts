import type { ByCause } from "../model/causes.ts";

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
  /** Of leaving for good by each cause; `leaving` is what `moves` and churn do not count. */
  readonly hazards: ByCause<Float64Array>;
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
  private known: YearRates | undefined;

  constructor(of: YearRates, pools: number) {
    this.of = of;
    this.factors = new Float64Array(pools).fill(1);
  }

  /** Says that the factors are others. */
  changed(): void {
    this.known = undefined;
  }

  get hazards(): ByCause<Float64Array> {
    return this.all().hazards;
  }

  get moves(): readonly MoveRate[] {
    return this.all().moves;
  }

  private all(): YearRates {
    const { of, factors } = this;
    const { leaving } = of.hazards;
    const cells = leaving.length / factors.length;
    this.known ??= {
      hazards: { ...of.hazards, leaving: leaving.map((hazard, c) => hazard * factors[Math.floor(c / cells)]!) },
      moves: of.moves.map(({ from, to, hazard }) => ({
        from,
        to,
        hazard: from === to ? hazard.map((one) => one * factors[from]!) : hazard,
      })),
    };
    return this.known;
  }
}

/** All causes and moves together, by (pool, sex, age, tenure); `cells` are those of one pool. */
export function totalHazard({ hazards, moves }: YearRates, cells: number): Float64Array {
  const [first, ...others] = Object.values(hazards);
  const total = first!.slice();
  for (const hazard of others) for (let c = 0; c < total.length; c++) total[c]! += hazard[c]!;
  for (const { from, hazard } of moves) {
    const start = from * cells;
    for (let c = 0; c < cells; c++) total[start + c]! += hazard[c]!;
  }
  return total;
}
