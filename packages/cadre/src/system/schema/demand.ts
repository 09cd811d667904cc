import * as z from "zod";
import { RULES } from "../../model/rules.ts";
import { historic } from "../field/historic-rate.ts";
import { keyed } from "../field/keyed.ts";
import { quantities } from "../field/quantities.ts";
import { quantity } from "../field/quantity.ts";
import { text } from "./texts.ts";

export const demand = keyed({
  posts: quantity(RULES.POSTS).optional(),
  drivers: z.array(keyed({ population: quantities(RULES.SHARE, "age-bands", { sumTo100: true }) })).default([]),
  growthPerHead: historic("demand.growthPerHead").optional(),
  productivity: historic("demand.productivity").optional(),
  formula: text.optional().describe("Demand in FTE at each reference date, in place of drivers"),
  unmetNeed: quantity(RULES.RATE).optional().describe("Need at the base date beyond the posts, as a share of them"),
  funded: keyed({
    growth: quantity(RULES.GROWTH).optional(),
    posts: quantities(RULES.POSTS, "years").optional().describe("Funded posts at given years; a straight line between"),
  }).optional(),
});

const over = z.int().min(1).max(50).default(1).describe("Years until it works in full");

export const shift = keyed({
  title: text.optional(),
  from: text,
  to: text,
  share: quantity(RULES.SHARE),
  ratio: quantity(RULES.RATIO).prefault(1).describe("FTE of `to` per FTE of `from`"),
  start: z.int(),
  over,
});

export const substitution = keyed({
  title: text.optional(),
  of: text,
  by: text,
  fte: quantity(RULES.POSTS),
  ratio: quantity(RULES.RATIO).prefault(1).describe("FTE of `by` per FTE of `of`"),
  start: z.int(),
  over,
});
