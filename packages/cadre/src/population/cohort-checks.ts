import { CadreError } from "../error/cadre-error.ts";
import { ARRAY, checkArguments, either, list, NUMBER, oneOf, only, optional } from "../error/shape.ts";
import { type CohortProjection, valuesOf } from "./cohort-projection.ts";
import type { Survival } from "./survival.ts";

const SURVIVAL = only<Survival>({ atBirth: ARRAY, byAge: ARRAY });
const PROJECTION = only<CohortProjection>({
  from: NUMBER,
  years: NUMBER,
  interval: oneOf([1, 5]),
  people: ARRAY,
  survival: either(SURVIVAL, list(SURVIVAL)),
  fertility: either(ARRAY, list(ARRAY)),
  migration: optional(either(ARRAY, list(ARRAY))),
  mortalityImprovement: optional(either(ARRAY, list(ARRAY))),
  survivalOf: optional(NUMBER),
  moreMigrants: optional(either(ARRAY, list(ARRAY))),
  migrantsAge: optional(oneOf(["moving", "end"])),
  sexRatioAtBirth: NUMBER,
});

/** Refuses a projection whose arrays do not fit each other, before anything is computed. */
export function checkProjection(projection: CohortProjection): void {
  checkArguments({ projection }, { projection: PROJECTION });
  const { from, years, interval, people, migration, sexRatioAtBirth } = projection;
  if (!Number.isInteger(from) || !(years >= 0) || !Number.isInteger(years / interval))
    fail({
      code: "bad-interval",
      message: "The years to project are not a whole number of intervals.",
      path: "years",
      value: `${years} years from ${from} in intervals of ${interval}`,
      rule: "A projection starts in a year and goes on by whole intervals of 1 or 5 years.",
      fix: `Project a multiple of ${interval} years.`,
    });
  if (!(sexRatioAtBirth > 0 && Number.isFinite(sexRatioAtBirth)))
    fail({
      code: "bad-sex-ratio",
      message: "The sex ratio at birth must be above 0.",
      path: "sexRatioAtBirth",
      value: String(sexRatioAtBirth),
      rule: "Boys born for each girl, about 1.05.",
      fix: "Write boys ÷ girls, not a share or a percentage.",
    });
  const fertility = valuesOf(projection.fertility);
  const ages = fertility[0]?.length ?? 0;
  const sexes = people.length / ages;
  if (ages < 2 || (sexes !== 1 && sexes !== 2))
    fail({
      code: "ages-differ",
      message: "People and fertility are not given for the same age groups.",
      path: "fertility",
      value: `${people.length} groups of people, ${ages} of fertility`,
      rule: "Fertility has one number for each age group. People have as many (women), or twice as many (women, then men).",
      fix: "Give both for the same ages, with 0 where no children are born.",
    });
  checkNumbers([people], people.length, "people", -roundingOf(people));
  checkNumbers(fertility, ages, "fertility", 0);
  if (migration !== undefined) checkNumbers(valuesOf(migration), people.length, "migration", Number.NEGATIVE_INFINITY);
  if (fertility.some((births) => births[0] !== 0))
    fail({
      code: "mothers-too-young",
      message: "The youngest age group has births.",
      path: "fertility[0]",
      value: String(fertility.find((births) => births[0] !== 0)?.[0]),
      rule: "Births come from the second age group on: the youngest are themselves born within the interval.",
      fix: "Check that fertility starts at age 0.",
    });
  checkSurvival(valuesOf(projection.survival), people.length, sexes);
  checkImprovement(projection);
}

function checkImprovement({ survival, mortalityImprovement, moreMigrants, people }: CohortProjection): void {
  if (moreMigrants !== undefined)
    checkNumbers(valuesOf(moreMigrants), people.length, "moreMigrants", Number.NEGATIVE_INFINITY);
  if (mortalityImprovement === undefined) return;
  checkNumbers(valuesOf(mortalityImprovement), people.length, "mortalityImprovement", -1, MOST_IMPROVEMENT);
  if (Array.isArray(survival) && survival.length > 1)
    fail({
      code: "two-mortalities",
      message: "Death rates are given for each interval, and a fall of death rates is given as well.",
      path: "survival",
      value: `${survival.length} life tables`,
      rule: "An improvement of mortality needs one life table to start from.",
      fix: "Give one life table, or leave mortalityImprovement out.",
    });
}

/** Death rates cannot fall to nothing. */
const MOST_IMPROVEMENT = 0.99;

/** Refuses people below zero: more have left a place than lived there. */
export function checkPeople(people: Float64Array, at: { year: number; ages: number; interval: number }): void {
  const rounding = roundingOf(people);
  const wrong = people.findIndex((count) => count < -rounding);
  if (wrong < 0) return;
  const age = (wrong % at.ages) * at.interval;
  fail({
    code: "more-leave-than-live",
    message: `More ${wrong < at.ages ? "women" : "men"} leave at age ${age} by ${at.year} than live there.`,
    path: `migration[${wrong}]`,
    value: `${people[wrong]!.toFixed(1)} people`,
    rule: "Net migrants out of an age group cannot outnumber its people.",
    fix: "Check the signs and ages of net migration, or project fewer years with it.",
  });
}

/** What adding and taking away the same people may leave. */
function roundingOf(people: Float64Array): number {
  return 1e-12 * people.reduce((sum, count) => sum + Math.abs(count), 0);
}

function checkSurvival(given: readonly Survival[], people: number, sexes: number): void {
  checkNumbers(
    given.map(({ byAge }) => byAge),
    people,
    "survival.byAge",
    0,
    1,
  );
  checkNumbers(
    given.map(({ atBirth }) => atBirth),
    sexes,
    "survival.atBirth",
    0,
    1,
  );
}

function checkNumbers(
  given: readonly Float64Array[],
  length: number,
  path: string,
  least: number,
  most = Number.POSITIVE_INFINITY,
): void {
  if (given.length === 0 || given.some((numbers) => numbers.length !== length))
    fail({
      code: "ages-differ",
      message: `There are not as many numbers in ${path} as there should be.`,
      path,
      value: given.map((numbers) => numbers.length).join(", ") || "none",
      rule: `${length} numbers, in every interval.`,
      fix: "Give every array for the same sexes (women first) and age groups.",
    });
  for (const numbers of given) {
    const wrong = numbers.findIndex((number) => !(Number.isFinite(number) && number >= least && number <= most));
    if (wrong >= 0)
      fail({
        code: "out-of-range",
        message: `This number of ${path} is not possible.`,
        path: `${path}[${wrong}]`,
        value: String(numbers[wrong]),
        rule: Number.isFinite(most)
          ? `A share between ${least} and ${most}.`
          : least === Number.NEGATIVE_INFINITY
            ? "A number."
            : "A number, 0 or more.",
        fix: "Correct the number.",
      });
  }
}

function fail(problem: ConstructorParameters<typeof CadreError>[0]): never {
  throw new CadreError(problem);
}
