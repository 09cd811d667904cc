import * as z from "zod";
import { PLAUSIBLE } from "../../model/plausible.ts";
import { NUMBER_RULES } from "../../model/rules.ts";
import { keyed } from "../field/keyed.ts";
import { populationSpread } from "../field/population-spread.ts";
import { provenanceKeys } from "../field/provenance.ts";
import { quantities } from "../field/quantities.ts";
import { quantity } from "../field/quantity.ts";
import { record, text } from "./texts.ts";

const people = record(record(z.number().min(0))).describe("People by year and age band, in place of a table");

const day = z
  .string()
  .regex(/^\d{2}-\d{2}$/, { error: "A day of the year is written mm-dd, such as 06-30." })
  .default("06-30")
  .describe("Day of the year the figures hold for; mid-year by default");

const whose = {
  table: text.optional().describe("A CSV file: place,year,age,people"),
  people: people.optional(),
  place: text.optional().describe("The place's name in the table, when it differs from the system's"),
};

const variant = keyed({ ...whose, ...provenanceKeys });

const { least: fewestBoys, most: mostBoys } = PLAUSIBLE.sexRatio;

/** A share of boys s is the ratio s ÷ (1 − s). */
const boys = ({ input }: { input?: unknown }): string =>
  `There are ${fewestBoys} to ${mostBoys} boys for each girl born.${typeof input === "number" && input > 0.45 && input < 0.56 ? ` If ${input} is the share of boys, write ${(input / (1 - input)).toFixed(2)}.` : ""}`;

const sexRatio = z.number().min(fewestBoys, { error: boys }).max(mostBoys, { error: boys });

const projection = keyed({
  people: text.describe("A CSV file: sex,age,people at the start; single ages or five-year groups, the last one open"),
  from: z.int().min(1900).max(2200).describe("Year that the people are counted in"),
  years: z.int().min(1).max(100).describe("Years to project"),
  interval: z.literal([1, 5]).default(1).describe("Years of a step, and of an age group"),
  mortality: text.describe("A CSV file of a life table: sex,age,survivors,expectation, or sex,age,personYears"),
  mortalityOf: z.int().min(1900).max(2200).optional().describe("Middle year of the life table; `from` when left out"),
  mortalityImprovement: text
    .optional()
    .describe(
      "A CSV file: age,improvement, and sex and from (a year) where it differs; how much death rates fall a year",
    ),
  improvementRealised: quantity(NUMBER_RULES.REALISED)
    .optional()
    .describe("How much of the improvement happens; 100% by default"),
  fertilityGrowth: quantity(NUMBER_RULES.GROWTH)
    .optional()
    .describe("Growth of births a woman a year; none by default"),
  moreMigrants: record(quantity(NUMBER_RULES.BEYOND))
    .optional()
    .describe("Net migrants a year beyond `migration`, by age, for each person there; none by default"),
  radix: z.number().positive().default(100_000).describe("Births that the life table follows"),
  fertility: text.describe("A CSV file: age,rate; births a woman a year"),
  migration: text.optional().describe("A CSV file: sex,age,people; net migrants a year"),
  migrantsAge: z
    .enum(["moving", "end"])
    .default("moving")
    .describe("Whether migrants are counted at their age when they move, or at the end of the step"),
  sexRatioAtBirth: sexRatio.default(1.05).describe("Boys born for each girl"),
});

export const population = keyed({
  ...whose,
  variants: record(variant.describe("A variant of the projection"))
    .optional()
    .describe("Variants of a projection, each a table or people"),
  mix: quantities(NUMBER_RULES.SHARE, "variants", { sumTo100: true }).optional().describe("Shares of the variants"),
  projection: projection.optional().describe("A cohort-component projection worked out by the library"),
  spread: populationSpread().optional(),
  countedUntil: z
    .int()
    .min(1900)
    .max(2200)
    .optional()
    .describe("The last year that was counted; the first of the table when left out"),
  date: day,
  ...provenanceKeys,
});
