import { INTERVENTION, SCENARIO, SEED } from "../error/argument.ts";
import { byName, either, FLAG, list, NUMBER, numberFrom, oneOf, only, optional, TEXT } from "../error/shape.ts";
import type { Intervention } from "../scenario/schema/intervention.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import { TARGET, type Target } from "./target.ts";

/** A sum of money, or the two ends of what it may be. */
export type Price = number | { readonly low: number; readonly high: number };

/** What an intervention costs; beside or instead of the cost that it has itself. */
export interface OptionPrice {
  /** For each year in which it runs, at its own reach; at another reach in proportion. */
  readonly perYear?: Price;
  /** In its first year, whatever its reach. */
  readonly once?: Price;
  readonly priceYear?: number;
  /** What the price rests on; nothing is done with it. */
  readonly note?: string;
}

/** One thing that may be done: from which years, and at which reaches. */
export interface PlanOption {
  readonly intervention: Intervention;
  /** First model years from which one is chosen. */
  readonly starts: readonly number[];
  /** Shares of the selected people; its own when left out. */
  readonly reaches?: readonly number[];
  /** Its own cost when left out. One with neither is not planned: nothing is free unless you say so with 0. */
  readonly price?: OptionPrice;
  /** What it takes of things there are only so many of, in each year in which it runs, at its own reach. */
  readonly uses?: Readonly<Record<string, number>>;
}

/** What a plan may not do. Interventions go by their ids. */
export interface PlanLimits {
  /** At most one of each list. */
  readonly notBoth?: readonly (readonly string[])[];
  /** The second one needs the first one, begun in an earlier year. */
  readonly first?: readonly (readonly [first: string, then: string])[];
  /** At most so many of a list; of all interventions when `of` is left out. */
  readonly atMost?: readonly { readonly count: number; readonly of?: readonly string[] }[];
  /** How many mentors, training places, staff for backfill or the like there are, in each year or by model year. */
  readonly available?: Readonly<Record<string, number | Readonly<Record<number, number>>>>;
  /** No pool (or none of these) may be shorter of staff in any year than if nothing is done. */
  readonly noWorse?: boolean | readonly string[];
}

/**
 * What is wanted: as little shortage as the money can do, a target for as little money as can be, or as little risk as can
 * be of missing a target.
 */
export type Objective =
  | {
      /** Full-time equivalents short, added up over pools and reference dates; surpluses do not count against it. */
      readonly least: "shortage";
      /** How much a full-time equivalent short counts, by pool; 1 for pools left out. */
      readonly weights?: Readonly<Record<string, number>>;
      readonly from?: number;
      readonly until?: number;
    }
  | { readonly least: "cost"; readonly target: Target }
  | {
      /** The share of draws of everything uncertain in which the target is missed. */
      readonly least: "risk";
      readonly target: Target;
      /** 200 when left out. */
      readonly draws?: number;
      readonly seed?: number | string;
    };

/** What a plan is asked to do. */
export interface PlanQuestion {
  /** What is done anyway; if nothing changes when left out. */
  readonly scenario?: Scenario;
  readonly options: readonly PlanOption[];
  readonly objective: Objective;
  /** Money that the plan may spend in a year (in each, or by model year) and in all. */
  readonly budget?: {
    readonly perYear?: number | Readonly<Record<number, number>>;
    readonly total?: number;
  };
  readonly limits?: PlanLimits;
  /**
   * Costs of the results that count as the plan's money, as far as they exceed those of doing nothing; `cost.interventions`
   * when left out.
   */
  readonly counting?: readonly PlanCost[];
  /** Year of the plan's prices, and an index of prices by year that brings others to it. */
  readonly priceYear?: number;
  readonly prices?: Readonly<Record<number, number>>;
  /** Whether interventions without a price may have the one that the catalogue assumes for them; not when left out. */
  readonly assumedPrices?: boolean;
}

/** Costs of the results that a budget may count. */
export const PLAN_COSTS = [
  "cost.interventions",
  "cost.training",
  "cost.recruits",
  "cost.leavers",
  "cost.agency",
  "cost.pay",
] as const;

/** A cost of the results that a budget may count. */
export type PlanCost = (typeof PLAN_COSTS)[number];

const PRICE = either(NUMBER, only({ low: NUMBER, high: NUMBER }));
const OPTION = only<PlanOption>({
  intervention: INTERVENTION,
  starts: list(NUMBER, 1),
  reaches: optional(list(numberFrom(0, 1))),
  price: optional(
    only<OptionPrice>({
      perYear: optional(PRICE),
      once: optional(PRICE),
      priceYear: optional(NUMBER),
      note: optional(TEXT),
    }),
  ),
  uses: optional(byName(NUMBER)),
});
/** What `portfolio` and `frontier` are asked. */
export const PLAN_QUESTION = only<PlanQuestion>({
  scenario: optional(SCENARIO),
  options: list(OPTION),
  objective: only({
    least: oneOf(["shortage", "cost", "risk"]),
    weights: optional(byName(numberFrom(0))),
    from: optional(NUMBER),
    until: optional(NUMBER),
    target: optional(TARGET),
    draws: optional(NUMBER),
    seed: optional(SEED),
  }),
  budget: optional(only({ perYear: optional(either(NUMBER, byName(NUMBER))), total: optional(NUMBER) })),
  limits: optional(
    only<PlanLimits>({
      notBoth: optional(list(list(TEXT))),
      first: optional(list(list(TEXT, 2))),
      atMost: optional(list(only({ count: numberFrom(0), of: optional(list(TEXT)) }))),
      available: optional(byName(either(NUMBER, byName(NUMBER)))),
      noWorse: optional(either(FLAG, list(TEXT))),
    }),
  ),
  counting: optional(list(oneOf(PLAN_COSTS))),
  priceYear: optional(NUMBER),
  prices: optional(byName(NUMBER)),
  assumedPrices: optional(FLAG),
});
