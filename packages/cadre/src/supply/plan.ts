import type { AbroadPlan } from "./abroad.ts";
import type { CoursePlan } from "./courses.ts";
import type { PlannedMove } from "./planned-moves.ts";
import type { ReturnerPlan } from "./returners.ts";

/** Whom one pool recruits in each model year. */
export interface RecruitPlan {
  /** `fill` brings FTE to funded demand; the others recruit what is planned. */
  readonly fill: boolean;
  /** Recruits a year, those hired from other pools included, by model year; not used by `fill`. */
  readonly planned: readonly number[];
  /** Shares of market recruits by (sex, age). */
  readonly profile: Float64Array;
  /** Shares of all its recruits drawn from other pools: in the base year, and in each model year. */
  readonly hires: readonly { readonly from: number; readonly share: number; readonly byYear: readonly number[] }[];
  /** Index of its labour market; −1 for one without limit. */
  readonly market: number;
  /** Attractiveness in each model year. */
  readonly weight: readonly number[];
}

/** A labour market: recruits to be had in each model year. */
export interface MarketPlan {
  readonly id: string;
  readonly capacity: readonly number[];
}

/** Everybody who can join: recruits, returners and people in training. */
export interface JoinerPlan {
  readonly recruits: readonly RecruitPlan[];
  readonly markets: readonly MarketPlan[];
  readonly returners: readonly ReturnerPlan[];
  readonly courses: readonly CoursePlan[];
  readonly abroad: readonly AbroadPlan[];
  readonly planned: readonly PlannedMove[];
}
