import { CadreError } from "../error/cadre-error.ts";
import { ARRAY, checkArguments, list, NUMBER, oneOf, only, whole } from "../error/shape.ts";

const LIFE_TABLE = only({
  personYears: ARRAY,
  radix: NUMBER,
  interval: oneOf([1, 5]),
  sexes: oneOf([1, 2]),
  ages: whole(1, 200),
});

/** Shares of people alive after one interval of a projection, as a life table gives them; all between 0 and 1. */
export interface Survival {
  /** Of those born within the interval, the share alive at its end; one number a sex. */
  readonly atBirth: Float64Array;
  /** Of each age group, the share alive at the end, one group older; by (sex, age), the open group last. */
  readonly byAge: Float64Array;
}

/**
 * Shares of people who live through one interval, from the person-years of a life table: `L(x+1) ÷ L(x)`, and
 * `L(0) ÷ (interval × radix)` for those born within it.
 *
 * `personYears` is by (sex, age), women first, in age groups as wide as the interval; the last group is open and holds
 * all person-years from its age on (`T`). A table that ends with the same open group as the people (`ages` groups) has
 * one share for the last two groups together, `T(w) ÷ T(w−1)`. A table that goes on to higher ages has each its own,
 * `L(w) ÷ L(w−1)` and `T(w+1) ÷ T(w)`. Throws a `CadreError` when a share would not lie between 0 and 1.
 *
 * Method: docs/method/population.md (Preston, Heuveline and Guillot 2001, chapter 6).
 *
 * @example
 * ```ts
 * import { survivalRatios } from "cadre/population";
 * // Ages 0, 1 and 2+ of one sex; of 100 born, 98 person-years are lived at age 0.
 * const { atBirth, byAge } = survivalRatios({
 *   personYears: Float64Array.of(98, 97, 291), radix: 100, interval: 1, sexes: 1, ages: 3,
 * });
 * atBirth[0]; // 0.98
 * byAge[2]; // 291 ÷ (97 + 291) = 0.75
 * ```
 */
export function survivalRatios(table: {
  personYears: Float64Array;
  /** Births that the table follows: 1 or 100,000. */
  radix: number;
  interval: 1 | 5;
  sexes: 1 | 2;
  /** Age groups of the people to be projected; the table has as many or more. */
  ages: number;
}): Survival {
  checkArguments({ table }, { table: LIFE_TABLE });
  const { personYears, radix, interval, sexes, ages } = table;
  const groups = personYears.length / sexes;
  if (!Number.isInteger(groups) || groups < ages || ages < 2)
    throw new CadreError({
      code: "life-table-too-short",
      message: "The life table does not reach the last age group of the people.",
      value: `${personYears.length} groups of ${sexes === 1 ? "one sex" : "two sexes"}, ${ages} wanted of each`,
      rule: "A life table has, for each sex, as many age groups as the people have, or more; at least two.",
      fix: "Take a table that goes on to higher ages, or close the people's ages earlier.",
    });
  const atBirth = new Float64Array(sexes);
  const byAge = new Float64Array(sexes * ages);
  for (let s = 0; s < sexes; s++) {
    const L = personYears.subarray(s * groups, (s + 1) * groups);
    const w = ages - 1;
    const T = (from: number): number => L.subarray(from).reduce((sum, lived) => sum + lived, 0);
    atBirth[s] = L[0]! / (interval * radix);
    for (let x = 0; x < w; x++) byAge[s * ages + x] = L[x + 1]! / L[x]!;
    byAge[s * ages + w] = groups > ages ? T(w + 1) / T(w) : T(w) / T(w - 1);
    if (groups === ages) byAge[s * ages + w - 1] = T(w) / T(w - 1);
  }
  checkShares(atBirth, "at birth");
  checkShares(byAge, "by age");
  return Object.freeze({ atBirth, byAge });
}

function checkShares(shares: Float64Array, which: string): void {
  const wrong = shares.findIndex((share) => !(share >= 0 && share <= 1));
  if (wrong >= 0)
    throw new CadreError({
      code: "not-a-life-table",
      message: `More people would come out of an age group of the life table than went in (survival ${which}).`,
      path: `personYears[${wrong}]`,
      value: String(shares[wrong]),
      rule: "Person-years fall with age; only the open last group may hold more than the one before.",
      fix: "Check the order of the ages, that the last group is open, and that the radix is the table's own.",
    });
}

/**
 * Person-years lived at each single age of a life table that gives survivors `l(x)`: the mean of those alive at the
 * start and at the end of the year of age. `survivors` is by (sex, age), single ages from 0; `expectation` is what
 * those of the last age have left to live, in years, one number a sex, so that the last group is open:
 * `T = l(x) × e(x)`. Returns person-years by (sex, age), for `survivalRatios`.
 *
 * Method: docs/method/population.md.
 *
 * @example
 * ```ts
 * import { personYearsLived } from "cadre/population";
 * personYearsLived({ survivors: Float64Array.of(100, 90, 80), expectation: [2.5] }); // 95, 85, 200
 * ```
 */
export function personYearsLived(table: { survivors: Float64Array; expectation: readonly number[] }): Float64Array {
  checkArguments({ table }, { table: only({ survivors: ARRAY, expectation: list(NUMBER, 1) }) });
  const { survivors, expectation } = table;
  const ages = survivors.length / expectation.length;
  return survivors.map((alive, i) =>
    (i + 1) % ages === 0 ? alive * expectation[Math.floor(i / ages)]! : (alive + survivors[i + 1]!) / 2,
  );
}
