import { CadreError } from "../error/cadre-error.ts";
import { byName, checkArguments, list, NUMBER, NUMBERS, only, TEXT } from "../error/shape.ts";
import { suggest } from "../error/suggest.ts";
import { ABOUT } from "./cohorts-population.ts";
import type { Population } from "./types.ts";

const POPULATION = only<Population>({
  ...ABOUT,
  years: NUMBERS,
  bands: list(TEXT),
  people: list(NUMBERS),
});

/**
 * Variants of a population projection brought into one: at every year and age band the weighted mean of their people.
 * `weights` are shares of one that add up to 1 (`{ principal: 0.7, high: 0.15, low: 0.15 }`); a variant without a
 * weight counts nothing. The variants hold the same place, day, years and bands.
 *
 * The mix is an assumption, and its note says the weights; its source is the variants', when they share one. Throws a
 * `CadreError` for an unknown variant, weights that do not add up, or variants that differ in more than their people.
 *
 * Method: docs/method/population.md.
 *
 * @example
 * ```ts
 * import { mixVariants } from "cadre/population";
 * const variant = (people: number) => ({
 *   place: "Cumbria", date: "06-30", years: [2035], bands: ["65+"], people: [[people]], kind: "fact" as const,
 * });
 * mixVariants({ principal: variant(140), low: variant(120) }, { principal: 0.75, low: 0.25 }).people; // [[135]]
 * ```
 */
export function mixVariants(
  variants: Readonly<Record<string, Population>>,
  weights: Readonly<Record<string, number>>,
): Population {
  checkArguments({ variants, weights }, { variants: byName(POPULATION), weights: byName(NUMBER) });
  const mixed = mixOf(variants, weights);
  const [{ name: leading, variant: first }] = mixed;
  for (const { name, variant } of mixed) checkAlike(name, variant, leading, first);
  const people = first.people.map((row, year) =>
    Object.freeze(
      row.map((_, band) => mixed.reduce((sum, { weight, variant }) => sum + weight * variant.people[year]![band]!, 0)),
    ),
  );
  const { place, date, years, bands, source } = first;
  const shared = source !== undefined && mixed.every(({ variant }) => variant.source === source);
  return Object.freeze({
    place,
    date,
    years,
    bands,
    people: Object.freeze(people),
    kind: "assumption",
    ...(shared ? { source } : {}),
    note: mixed.map(({ name, weight }) => `${Number((weight * 100).toFixed(6))}% ${name}`).join(", "),
  });
}

/** A variant that counts, with its share of the mix. */
interface Mixed {
  readonly name: string;
  readonly weight: number;
  readonly variant: Population;
}

/** The variants that count, in the order of their weights; what is wrong with the weights is an error. */
function mixOf(
  variants: Readonly<Record<string, Population>>,
  weights: Readonly<Record<string, number>>,
): readonly [Mixed, ...Mixed[]] {
  const known = Object.keys(variants);
  const mixed: Mixed[] = [];
  for (const [name, weight] of Object.entries(weights)) {
    const variant = Object.hasOwn(variants, name) ? variants[name] : undefined;
    if (!variant)
      throw new CadreError({
        code: "unknown-variant",
        message: `There is no population variant "${name}".`,
        path: `population.mix.${name}`,
        value: name,
        rule: `The variants are ${known.join(", ")}.`,
        didYouMean: suggest(name, known),
        fix: "Name one of the variants.",
      });
    if (!(weight >= 0 && weight <= 1))
      throw new CadreError({
        code: "bad-weight",
        message: "A variant's weight must be between 0% and 100%.",
        path: `population.mix.${name}`,
        value: String(weight),
        rule: "Weights are shares of the mix.",
        fix: "Write it like 70%.",
      });
    if (weight > 0) mixed.push({ name, weight, variant });
  }
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  const [first, ...others] = mixed;
  if (!first || Math.abs(sum - 1) > 1e-9)
    throw new CadreError({
      code: "weights-not-whole",
      message: "The weights of the population variants do not add up to 100%.",
      path: "population.mix",
      value: `${Number((sum * 100).toFixed(6))}%`,
      rule: "The weights of a mix add up to 100%.",
      fix: "Change a weight so that they do.",
    });
  return [first, ...others];
}

function checkAlike(name: string, one: Population, leading: string, first: Population): void {
  const differing = (["place", "date", "years", "bands"] as const).find(
    (part) => String(one[part]) !== String(first[part]),
  );
  if (differing)
    throw new CadreError({
      code: "variants-differ",
      message: `The variants "${leading}" and "${name}" do not have the same ${differing}.`,
      path: `population.variants.${name}`,
      value: String(one[differing]),
      rule: `Variants of one mix differ in their people only; "${leading}" has ${String(first[differing])}.`,
      fix: `Give every variant the same ${differing}.`,
    });
}
