import type { ReturningCause } from "../model/causes.ts";
import type { HistoricRate } from "../rates/historic-rate.ts";
import type { Quantity, QuantityMap } from "../table/quantity.ts";

/** What people respond to: the vacancy rate, or the posts there are for each one in post. */
export type Signal = "vacancyRate" | "workload";

/** How people respond to what happened in their pool some years before; the base year is without response. */
export interface Response {
  readonly to: Signal;
  /** Whose signal: the pool's own, or that of all pools together. */
  readonly of: "pool" | "all";
  /** Recruits, or the leaving rate, go with the signal's ratio to its value at the base date, to this power. */
  readonly power: Quantity;
  /** Whole years until it shows, 1 or more. */
  readonly delay: number;
}

/** What a pool pays against other jobs, and how people go by it. */
export interface RelativePay {
  /** At the base date; scenarios change it by year. */
  readonly relative: Quantity;
  /** Recruits, and the leaving rate, go with pay's ratio to the base date, to these powers. */
  readonly recruits?: Quantity;
  readonly leaving?: Quantity;
}

/** Whom a pool recruits, and where from. */
export interface Recruitment {
  readonly mode: "replace" | "fixed" | "fill";
  /** The labour market that its recruits come from; without one it finds all it wants. */
  readonly market?: string;
  /** Attractiveness in that market. */
  readonly weight: Quantity;
  /** Shares of its recruits drawn from other pools. */
  readonly from?: QuantityMap;
  /** `fixed`: heads a year by model year; the last value carries on. */
  readonly recruits?: QuantityMap;
  /** `replace`: multiplies the base-year recruits. */
  readonly effort: HistoricRate;
  /** `replace`: the recruits follow a population. */
  readonly follows?: { readonly population: string };
  readonly elasticity: Quantity;
  /** `replace`, `fixed`: how recruits respond to the pool's vacancies. */
  readonly responds?: Response;
  readonly ages?: QuantityMap;
  readonly sex?: QuantityMap;
}

/** People who come back: a share of leavers after some years, or heads a year. */
export interface Returner {
  readonly title?: string;
  readonly cause?: ReturningCause;
  readonly share?: Quantity;
  /** Whole years until they come back. */
  readonly delay?: number;
  /** Heads a year by model year; the last value carries on. */
  readonly heads?: QuantityMap;
  readonly ages?: QuantityMap;
  readonly sex?: QuantityMap;
}

/** Recruits to be had in a year, shared by the pools that name the market. */
export interface LabourMarket {
  readonly title?: string;
  /** As many as its pools recruit in the base year, or a number a year. */
  readonly capacity: "base-year" | Quantity;
  readonly follows?: { readonly population: string };
  readonly elasticity: Quantity;
}

/** A course or programme: intake, length, completion and conversion. */
export interface Pipeline {
  readonly title: string;
  readonly level?: number;
  /** Entrants by calendar year of the start; the last value carries on. */
  readonly intake: QuantityMap;
  /** Months of the year in which courses start; the intake is spread equally over them. */
  readonly months: readonly number[];
  /** Shares of entrants from the `community` and from pools. */
  readonly entrants: QuantityMap;
  readonly ages?: QuantityMap;
  readonly sex?: QuantityMap;
  /** Length in months. */
  readonly lasts: number;
  /** Share of entrants who finish. */
  readonly completion: Quantity;
  /** Shares of finishers who join each pool; the rest are lost to the system. */
  readonly joins: QuantityMap;
  /** Shares of those who leave early who join each pool. */
  readonly earlyLeaversJoin?: QuantityMap;
  readonly worksWhileTraining?: { readonly pool: string; readonly fte: Quantity };
  /** FTE of demand that one trainee adds. */
  readonly backfill?: { readonly pool: string; readonly fte: Quantity };
  readonly cost?: {
    readonly perLearner: Quantity;
    /** The employer's share of what no levy pays; that of the funding rules when left out. */
    readonly employerShare?: Quantity;
    /** Share of learners with small employers, who pay nothing for the youngest. */
    readonly smallEmployers?: Quantity;
    readonly priceYear?: number;
  };
}
