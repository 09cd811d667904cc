import * as z from "zod";
import { keyed } from "../../system/field/keyed.ts";
import { where } from "../../system/field/selection.ts";
import { effect, factor } from "../fields.ts";
import { text, year } from "./texts.ts";

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
  where: where.optional(),
  ...DATES,
  set: effect.optional(),
  multiply: factor.optional(),
  add: effect.optional(),
  /** For `population`: the variant to take. */
  variant: text.optional(),
  note: text.optional(),
};

const read = keyed(CHANGE);

/**
 * One change to one parameter: which staff, which model years, and exactly one of set, multiply and add. Over several
 * years it is phased in along a straight line. A change of the `population` names a variant in place of these.
 */
export interface Change extends z.output<typeof read> {}

export const change: z.ZodType<Change> = read;
