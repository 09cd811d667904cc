import * as z from "zod";
import { keyed } from "../../system/field/keyed.ts";
import { where } from "../../system/field/selection.ts";
import { note, text } from "../../system/schema/texts.ts";
import { effect, factor } from "../fields.ts";
import { year } from "./texts.ts";

/** In which model years something works. */
export const DATES = {
  /** First model year, by the calendar year in which it ends; from the start when left out. */
  from: year.optional().describe("First model year, by the calendar year in which it ends"),
  /** Last model year; to the end when left out. */
  until: year.optional().describe("Last model year"),
  /** Years until the change works in full; 1 when left out. */
  over: z.int().min(1).max(50).optional().describe("Years until it works in full"),
};

export const CHANGE = {
  /** What is changed, such as `leaving.rate`. */
  parameter: text.describe("What is changed, such as leaving.rate; cadre explain lists them"),
  where: where.optional().describe("Which staff it is about; everybody when left out"),
  ...DATES,
  set: effect.optional().describe("The number that it becomes"),
  multiply: factor.optional().describe("What it is multiplied by: 0.9 or 90% for a tenth less"),
  add: effect.optional().describe("What is added to it; below zero to take away"),
  /** For `population`: the variant to take. */
  variant: text.optional().describe("For population: the variant to take"),
  note,
};

const read = keyed(CHANGE);

/**
 * One change to one parameter: which staff, which model years, and exactly one of set, multiply and add. Over several
 * years it is phased in along a straight line. A change of the `population` names a variant in place of these.
 */
export interface Change extends z.output<typeof read> {}

export const change: z.ZodType<Change> = read;
