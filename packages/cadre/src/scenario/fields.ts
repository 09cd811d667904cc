import { z } from "zod";
import { reporter } from "../system/field/problem.ts";
import { EFFECT_SCHEMA } from "./effect-schema.ts";
import { readEffect } from "./read-effect.ts";
import type { Effect } from "./types.ts";

/** A number, a percentage, an 80% interval or a named distribution. */
export const effect = z
  .any()
  .meta({
    id: "effect",
    description: "A number or percentage; { p10, p90 }; or a distribution such as { normal: { mean, sd } }.",
    anyOf: EFFECT_SCHEMA,
  })
  .transform((raw, context): Effect => readEffect(raw, reporter(context)));
