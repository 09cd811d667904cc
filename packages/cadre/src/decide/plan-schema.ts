import * as z from "zod";
import { POOL_MEASURES } from "../model/measures.ts";
import { intervention } from "../scenario/schema/intervention.ts";
import { keyed } from "../system/field/keyed.ts";
import { note, text, version } from "../system/schema/texts.ts";
import { MOST_DRAWS } from "../uncertainty/most-draws.ts";
import { number, year } from "./file-fields.ts";
import { PLAN_COSTS } from "./plan-question.ts";

const price = z.union(
  [
    z.number(),
    keyed({ low: z.number().describe("Low end, in pounds"), high: z.number().describe("High end, in pounds") }),
  ],
  {
    error: "Pounds: a number, or { low: …, high: … }.",
  },
);
const byYear = z.record(z.string().regex(/^\d{4}$/), z.number());

const option = keyed({
  use: text.optional().describe("An entry of the catalogue"),
  intervention: intervention.optional().describe("Or an intervention written out"),
  starts: z.array(year).min(1).describe("Years from which one is chosen"),
  reaches: z.array(number).min(1).optional().describe("Shares of the selected people from which one is chosen"),
  price: keyed({
    perYear: price.optional().describe("Pounds for each year in which it runs"),
    once: price.optional().describe("Pounds in its first year"),
    priceYear: year.optional().describe("The year whose prices these are"),
    note,
  })
    .optional()
    .describe("Pounds; nothing is planned without a price"),
  uses: z.record(z.string(), z.number()).optional().describe("What it takes of limits.available, in each year"),
});

const target = keyed({
  pool: text.optional().describe("Which staff: a pool's id, all, sector:…; all when left out"),
  measure: z.enum(POOL_MEASURES).optional().describe("What is measured; the gap when left out"),
  year: year.describe("By when: the calendar year in which the model year ends"),
  atMost: number.optional().describe("Not above this"),
  atLeast: number.optional().describe("Not below this"),
  of: z
    .enum(["today", "unchanged"])
    .optional()
    .describe("The number is a share of the value of today, or of what comes if nothing is done"),
});

/** A plan file as planners write it. */
export const planFile = keyed({
  cadre: version,
  id: text.describe("Short name of the plan"),
  title: text.describe("Name of the plan, as results show it"),
  system: text.describe("Path of the system file"),
  scenario: text.optional().describe("The scenario beside the system that is done anyway"),
  note,
  objective: keyed({
    least: z.enum(["shortage", "cost", "risk"]).describe("What is to be as small as can be"),
    weights: z
      .record(z.string(), z.number().min(0))
      .optional()
      .describe("How much a missing full-time post of each pool counts; 1 when left out"),
    from: year.optional().describe("First model year that counts"),
    until: year.optional().describe("Last model year that counts"),
    target: target.optional().describe("What is to be reached, for the least cost or the least risk"),
    draws: z.int().min(1).max(MOST_DRAWS).optional().describe("For the least risk: draws of what is uncertain"),
    seed: z.union([z.number(), z.string()]).optional().describe("The same seed gives the same draws"),
  }).describe("What is wanted of the plan"),
  budget: keyed({
    perYear: z
      .union([z.number(), byYear], { error: "Pounds a year: a number, or years with numbers." })
      .optional()
      .describe("Pounds a year: a number, or years with numbers"),
    total: z.number().optional().describe("Pounds over all years"),
  })
    .optional()
    .describe("How much there is to spend"),
  limits: keyed({
    notBoth: z.array(z.array(text)).optional().describe("Options of which only one may be chosen"),
    first: z
      .array(z.tuple([text, text]))
      .optional()
      .describe("Pairs of options: the second needs the first, begun in an earlier year"),
    atMost: z
      .array(
        keyed({
          count: z.number().describe("How many may be chosen"),
          of: z.array(text).optional().describe("Of these options; of all when left out"),
        }),
      )
      .optional()
      .describe("How many options may be chosen at most"),
    available: z
      .record(
        z.string(),
        z
          .union([z.number(), byYear], { error: "A number, or years with numbers." })
          .describe("How many there are: a number, or years with numbers"),
      )
      .optional()
      .describe("How many mentors, places or staff for backfill there are"),
    noWorse: z
      .union([z.boolean(), z.array(text)], { error: "true, or a list of pools." })
      .optional()
      .describe("true, or a list of pools that may not be shorter of staff in any year than if nothing is done"),
  })
    .optional()
    .describe("What the plan has to keep to"),
  counting: z.array(z.enum(PLAN_COSTS)).optional().describe("Which costs count beside those of the options"),
  priceYear: year.optional().describe("The year in whose prices the answer is given"),
  prices: byYear.optional().describe("The level of prices by year, such as a price index"),
  assumedPrices: z
    .boolean()
    .optional()
    .describe("Whether interventions without a price have the one that the catalogue assumes; not when left out"),
  options: z.array(option).min(1).describe("The interventions to choose from"),
});
