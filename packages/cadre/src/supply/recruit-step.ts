import type { Coefficients } from "./coefficients.ts";
import type { HireSource } from "./hire-source.ts";
import type { Kernel } from "./kernel.ts";
import type { RecruitPlan } from "./plan.ts";
import type { Removal } from "./removal.ts";

/** What a step of recruitment goes by. */
export interface RecruitStep {
  readonly steps: Coefficients;
  /** Finishers, returners, people from abroad and people moved as planned by (pool, sex, age), each empty when there never are any. */
  readonly pipeline: Float64Array;
  readonly returners: Float64Array;
  readonly abroad: Float64Array;
  readonly moved: Float64Array;
  /** Whether it is the first step of its model year. */
  readonly first: boolean;
  /** Model year, and FTE that each pool's stock has to come to at the end of the step for `fill`. */
  readonly year: number;
  readonly stepsPerYear: number;
  readonly target: Float64Array;
  /** What recruits are multiplied by, by pool; left out when no pool responds to anything. */
  readonly response?: ArrayLike<number> | undefined;
  /** FTE a head at the end of the step, by (pool, sex, age). */
  readonly fte: Float64Array;
}

/** What recruitment works in, kept between steps and projections. */
export interface RecruitMemory {
  readonly kernel: Kernel;
  /** By (pool, sex, age, tenure), and for each pool. */
  readonly heads: Float64Array;
  readonly headsByPool: readonly Float64Array[];
  readonly lived: Float64Array;
  readonly livedByPool: readonly Float64Array[];
  /** By (pool, sex, age): joiners before anybody is recruited, and all of them. */
  readonly before: Float64Array;
  readonly joiners: Float64Array;
  /** Pools that others hire from, and people taken out before anybody is hired: to train, or as planned. */
  readonly sources: ReadonlyMap<number, HireSource>;
  readonly takenFirst: Removal;
  profilesOf(recruits: readonly RecruitPlan[]): readonly Float64Array[];
}
