import * as z from "zod";
import { NUMBER_RULES } from "../../model/rules.ts";
import { keyed } from "../field/keyed.ts";
import { quantity } from "../field/quantity.ts";
import { text } from "./texts.ts";

const agencyRead = keyed({
  /** Share of the gap that they fill. */
  fills: quantity(NUMBER_RULES.SHARE).describe("Share of the gap that agency staff fill"),
  /** What they cost above own pay, as a share. */
  premium: quantity(NUMBER_RULES.PREMIUM),
});

/** Temporary staff who fill part of a pool's gap at a price. */
export interface Agency extends z.output<typeof agencyRead> {}

export const agency: z.ZodType<Agency> = agencyRead;

/** Bank staff work extra hours in posts that are empty. */
export interface Bank extends z.output<typeof agencyRead> {}

export const bank: z.ZodType<Bank> = agencyRead;

export const money = quantity(NUMBER_RULES.MONEY);

const COSTS = {
  /** One FTE, a year. */
  pay: money.optional().describe("What one FTE costs a year"),
  /** One person leaving. */
  leaver: money.optional().describe("Cost of one person leaving"),
  /** One joiner, by source. */
  recruit: money.optional().describe("Cost of one recruit from the labour market"),
  abroad: money.optional().describe("Cost of one recruit from abroad"),
  hire: money.optional().describe("Cost of one recruit drawn from another pool"),
  returner: money.optional(),
  graduate: money.optional().describe("Cost of taking on one finisher of a pipeline, beside training"),
};

const costsRead = keyed(COSTS);

/** What people cost, in pounds; a pool's own numbers go before those of the system. */
export interface Costs extends z.output<typeof costsRead> {}

export const costs: z.ZodType<Costs> = costsRead;

const systemCostsRead = keyed({ ...COSTS, discountRate: quantity(NUMBER_RULES.GROWTH).optional() });

/** The costs of a system, and what money later is worth now. */
export interface SystemCosts extends z.output<typeof systemCostsRead> {}

export const systemCosts: z.ZodType<SystemCosts> = systemCostsRead;

export const funding = keyed({
  rules: text.describe("Name of a file in data/funding"),
  payBill: money.describe("A year's pay bill of the employers who pay the levy together"),
  payBillGrowth: quantity(NUMBER_RULES.GROWTH).optional(),
  /** What entered the account in the tax year before the base date; it limits transfers of the first year. */
  fundsYearBefore: money.optional().describe("What entered the account in the tax year before the base date"),
  /** Share of the funds of the tax year before passed to other employers. */
  transfer: quantity(NUMBER_RULES.SHARE)
    .optional()
    .describe("Share of the funds of the tax year before passed to other employers"),
  pays: z.array(text).optional().describe("Pipelines it pays for; all that have a cost when left out"),
});

/** Who pays for training: the levy account of the employers who pay the levy together. */
export interface Funding extends Omit<z.output<typeof funding>, "rules" | "pays"> {
  /** The funding rules, as their file has them. */
  readonly rules: { readonly file: string; readonly text: string };
  /** Ids of the pipelines it pays for. */
  readonly pays: readonly string[];
}
