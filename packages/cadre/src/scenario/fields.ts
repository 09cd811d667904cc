import * as z from "zod";
import { reporter } from "../system/field/problem.ts";
import type { Effect } from "./distribution.ts";
import { EFFECT_SCHEMA } from "./effect-schema.ts";
import { readEffect } from "./read-effect.ts";

const effectOf = (options: { readonly factor: boolean }) =>
  z
    .any()
    .meta({
      id: options.factor ? "factor" : "effect",
      description: `${options.factor ? "A factor (0.9 or 90% for a tenth fewer)" : "A number or percentage"}; { p10, p90 }; or a distribution such as { normal: { mean, sd } }.`,
      anyOf: EFFECT_SCHEMA,
    })
    .transform((raw, context): Effect => readEffect(raw, reporter(context), options));

/** A number, a percentage, an 80% interval or a named distribution. */
export const effect = effectOf({ factor: false });

/** The same, to multiply by: a negative factor, or a percentage that was meant as the change, is refused. */
export const factor = effectOf({ factor: true });
