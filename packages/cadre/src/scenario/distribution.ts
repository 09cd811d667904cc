import type { DistributionKeys, SHAPES, ShapeName } from "./effect-keys.ts";
import type { Interval } from "./interval.ts";

/** The numbers of one way to write a distribution. */
type Numbers<Way extends DistributionKeys> = Way extends { readonly further: readonly (infer F extends string)[] }
  ? { readonly [K in Way["wanted"][number]]: number } & { readonly [K in F]?: number }
  : { readonly [K in Way["wanted"][number]]: number };

/** The numbers of a named distribution, in one of the ways to write it. */
export type NumbersOf<Name extends ShapeName> = Numbers<(typeof SHAPES)[Name][number]>;

/** A distribution by its name: `{ normal: { mean, sd } }`. */
type Named = { [Name in ShapeName]: { readonly [N in Name]: NumbersOf<N> } }[ShapeName];

/** A number that is not known exactly, by the shape of what is believed of it. */
export type Distribution =
  | Interval
  | Named
  /** One of a few values, each with its share; shares add up to 1. */
  | { readonly discrete: readonly { readonly value: number; readonly share: number }[] };

/** An effect: a number, or a number that is not known exactly. */
export type Effect = number | Distribution;
