import type { Quantity } from "../table/quantity.ts";

/** Temporary staff who fill part of a pool's gap at a price. */
export interface Agency {
  /** Share of the gap that they fill. */
  readonly fills: Quantity;
  /** What they cost above own pay, as a share. */
  readonly premium: Quantity;
}

/** What people cost, in pounds; a pool's own numbers go before those of the system. */
export interface Costs {
  /** One FTE, a year. */
  readonly pay?: Quantity;
  /** One person leaving. */
  readonly leaver?: Quantity;
  /** One joiner, by source. */
  readonly recruit?: Quantity;
  readonly hire?: Quantity;
  readonly returner?: Quantity;
  readonly graduate?: Quantity;
}

/** The costs of a system, and what money later is worth now. */
export interface SystemCosts extends Costs {
  readonly discountRate?: Quantity;
}

/** Who pays for training: the levy account of the employers who pay the levy together. */
export interface Funding {
  /** The funding rules, as their file has them. */
  readonly rules: { readonly file: string; readonly text: string };
  readonly payBill: Quantity;
  readonly payBillGrowth?: Quantity;
  /** What entered the account in the tax year before the base date; it limits transfers of the first year. */
  readonly fundsYearBefore?: Quantity;
  /** Share of the funds of the tax year before passed to other employers. */
  readonly transfer?: Quantity;
  /** Ids of the pipelines it pays for. */
  readonly pays: readonly string[];
}
