import type { ListRate } from "./rate.ts";

/** How many people, and how much they work. */
export interface StaffCount {
  /** The name of a sex, or "all". */
  readonly sex: string;
  /** `30-34`, or `65+`. */
  readonly age: string;
  readonly headcount: number;
  readonly fte: number;
}

/** The leaving rate of a group by one cause, or by all. */
export interface LeavingRow extends Omit<ListRate, "leavers" | "rate" | "low" | "high"> {
  /** `leaving`, `retirement`, `death`; `leaving or death` where these are too few to be told apart; or `all`. */
  readonly cause: string;
  readonly by: "all" | "age" | "sex" | "tenure";
  /** `30-34`, `female`, `1`; "all" for everybody. */
  readonly group: string;
  /** Undefined where the count is above zero and below the threshold; the rate is then withheld too. */
  readonly leavers: number | undefined;
  readonly rate: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** Why there is no rate: nobody was at risk, or the count is below the threshold. */
  readonly why: "not computable" | "withheld" | undefined;
}

/** A count with what it is of; undefined where it is above zero and below the threshold. */
export interface CountOf {
  readonly name: string;
  readonly count: number | undefined;
}

/** Who joined in one year, and how many of them are still there some year ends later. */
export interface SurvivalRow {
  /** The day on which the year of joining ends. */
  readonly joinedBy: string;
  readonly joined: number | undefined;
  /** Year ends since. */
  readonly after: number;
  /** Share still in the pool; undefined where nobody joined, or the number is below the threshold. */
  readonly inPool: number | undefined;
  /** Share still with an employer of the list. */
  readonly inList: number | undefined;
  readonly why: "not computable" | "withheld" | undefined;
}

/** A group of staff as a staff list shows it. It holds counts of several people, and nothing about one. */
export interface StaffPool {
  readonly id: string;
  readonly title: string;
  readonly employer: string;
  readonly role: string;
  readonly headcount: number;
  readonly fte: number;
  /** Of `fte`, what these people work in other pools. */
  readonly fteElsewhere: number;
  readonly ages: readonly StaffCount[];
  readonly sexes: readonly CountOf[];
  readonly fteBySexAndAge: readonly StaffCount[];
  /** Years in post `0`, `1`, `2`, `3+`. */
  readonly tenure: readonly CountOf[];
  readonly leaving: readonly LeavingRow[];
  readonly joiners: readonly CountOf[];
  readonly joinersByAge: readonly CountOf[];
  /** By the id of the pool people went to. */
  readonly moves: readonly (CountOf & { readonly rate: number | undefined })[];
  readonly survival: readonly SurvivalRow[];
}
