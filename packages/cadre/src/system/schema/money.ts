import * as z from "zod";
import { RULES } from "../../model/rules.ts";
import { keyed } from "../field/keyed.ts";
import { quantity } from "../field/quantity.ts";
import { text } from "./texts.ts";

export const agency = keyed({
  fills: quantity(RULES.SHARE).describe("Share of the gap that agency staff fill"),
  premium: quantity(RULES.PREMIUM),
});

export const money = quantity(RULES.MONEY);

const COST_KEYS = {
  pay: money.optional().describe("What one FTE costs a year"),
  leaver: money.optional().describe("Cost of one person leaving"),
  recruit: money.optional().describe("Cost of one recruit from the labour market"),
  hire: money.optional().describe("Cost of one recruit drawn from another pool"),
  returner: money.optional(),
  graduate: money.optional().describe("Cost of taking on one finisher of a pipeline, beside training"),
};

export const costs = keyed(COST_KEYS);

export const systemCosts = keyed({ ...COST_KEYS, discountRate: quantity(RULES.GROWTH).optional() });

export const funding = keyed({
  rules: text.describe("Name of a file in data/funding"),
  payBill: money.describe("A year's pay bill of the employers who pay the levy together"),
  payBillGrowth: quantity(RULES.GROWTH).optional(),
  fundsYearBefore: money.optional().describe("What entered the account in the tax year before the base date"),
  transfer: quantity(RULES.SHARE)
    .optional()
    .describe("Share of the funds of the tax year before passed to other employers"),
  pays: z.array(text).optional().describe("Pipelines it pays for; all that have a cost when left out"),
});
