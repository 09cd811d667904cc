import type { HistoricRate } from "../rates/historic-rate.ts";
import type { Quantity, QuantityMap } from "../table/quantity.ts";

/** What makes the posts needed of one pool grow or shrink. */
export interface Demand {
  /** Posts at the base date in FTE. */
  readonly posts?: Quantity;
  readonly drivers: readonly { readonly population: QuantityMap }[];
  readonly growthPerHead?: HistoricRate;
  readonly productivity?: HistoricRate;
  /** Demand in FTE at each reference date, in place of drivers. */
  readonly formula?: string;
  /** Need at the base date beyond the posts, as a share of them. */
  readonly unmetNeed?: Quantity;
  /** What the budget pays for: growing from the base, or posts at given years. */
  readonly funded?: { readonly growth?: Quantity; readonly posts?: QuantityMap };
}

/** A change of the service model: demand that goes from one pool to another. */
export interface Shift {
  readonly title?: string;
  readonly from: string;
  readonly to: string;
  /** Share of the demand of `from`. */
  readonly share: Quantity;
  /** FTE of `to` per FTE of `from`. */
  readonly ratio: Quantity;
  /** First model year, by the calendar year in which it ends. */
  readonly start: number;
  readonly over: number;
}

/** Skill mix: an FTE of one pool replaced by FTE of another. */
export interface Substitution {
  readonly title?: string;
  readonly of: string;
  readonly by: string;
  /** FTE replaced when it works in full. */
  readonly fte: Quantity;
  readonly ratio: Quantity;
  readonly start: number;
  readonly over: number;
}
