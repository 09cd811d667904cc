import type { Source } from "cadre";
import type { AgeRates, LeavingRates } from "./list-rates.ts";
import type { StaffProblem } from "./problems.ts";
import type { StaffPool } from "./staff-pool.ts";

/** What a staff list says, as counts of several people. Nothing in it is about one person. */
export interface StaffList {
  readonly asOf: string;
  readonly since: string;
  /** Years from `since` to `asOf`. */
  readonly years: number;
  readonly threshold: number;
  readonly rows: {
    readonly read: number;
    readonly used: number;
    /** Rows that could not be used; `problems` lists them. */
    readonly leftOut: number;
    readonly notCounted: number;
    readonly notYet: number;
  };
  readonly problems: readonly StaffProblem[];
  /** What was assumed or left aside, a sentence each. */
  readonly notes: readonly string[];
  readonly sexes: readonly string[];
  readonly sector: string;
  readonly pools: readonly StaffPool[];
  /** All pools together. */
  readonly all: StaffPool;
  /** Retirement and death by age, from all pools together. */
  readonly ageRates: readonly AgeRates[];
  /** Leaving for other reasons, raw and drawn toward all pools, by the pools' ids. */
  readonly leaving: LeavingRates;
  /** Ready to stand under `sources` of a system file. */
  readonly source: Source;
}
