import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CadreError } from "../packages/cadre/src/error/cadre-error.ts";
import type { CohortProjection } from "../packages/cadre/src/population/cohort-projection.ts";
import { type Cohorts, projectCohorts } from "../packages/cadre/src/population/cohorts.ts";
import { longRunGrowth } from "../packages/cadre/src/population/long-run.ts";

/** Numbers of six decimals: nobody counts people in fractions that floating point itself can hardly hold. */
const numbers = (length: number, min: number, max: number): fc.Arbitrary<Float64Array> =>
  fc
    .array(fc.double({ min, max, noNaN: true }), { minLength: length, maxLength: length })
    .map((list) => Float64Array.from(list, (number) => Math.round(number * 1e6) / 1e6));

/** Any projection of one sex or two, in single years or five-year groups, with people coming and going. */
const projections: fc.Arbitrary<CohortProjection> = fc
  .record({
    sexes: fc.constantFrom(1, 2),
    ages: fc.integer({ min: 2, max: 20 }),
    interval: fc.constantFrom<1 | 5>(1, 5),
    steps: fc.integer({ min: 1, max: 6 }),
    migrantsAge: fc.constantFrom<"moving" | "end">("moving", "end"),
    sexRatioAtBirth: fc.double({ min: 0.9, max: 1.2, noNaN: true }),
  })
  .chain(({ sexes, ages, interval, steps, ...rest }) =>
    fc.record({
      from: fc.constant(2023),
      years: fc.constant(steps * interval),
      interval: fc.constant(interval),
      people: numbers(sexes * ages, 1000, 100_000),
      survival: fc.record({ atBirth: numbers(sexes, 0, 1), byAge: numbers(sexes * ages, 0, 1) }),
      fertility: numbers(ages, 0.01, 0.3).map((births) => births.fill(0, 0, 1)),
      migration: numbers(sexes * ages, -5, 100),
      migrantsAge: fc.constant(rest.migrantsAge),
      sexRatioAtBirth: fc.constant(rest.sexRatioAtBirth),
    }),
  );

/** A projection in which nowhere more people leave than live; the others are refused, which is no fault. */
function projected(projection: CohortProjection): Cohorts {
  try {
    return projectCohorts(projection);
  } catch (error) {
    fc.pre(!(error instanceof CadreError && error.code === "more-leave-than-live"));
    throw error;
  }
}

const sum = (people: Float64Array): number => people.reduce((total, count) => total + count, 0);

describe("laws of a projected population", () => {
  test("nobody is lost: start + births + migrants − deaths is the end, for each sex and interval", () => {
    fc.assert(
      fc.property(projections, (projection) => {
        const { people, births, deaths, migrants, ages, sexes } = projected(projection);
        for (let step = 0; step < births.length; step++)
          for (let s = 0; s < sexes; s++) {
            const before = sum(people[step]!.subarray(s * ages, (s + 1) * ages));
            const after = sum(people[step + 1]!.subarray(s * ages, (s + 1) * ages));
            const accounted = before + births[step]![s]! + migrants[step]![s]! - deaths[step]![s]!;
            expect(Math.abs(accounted - after)).toBeLessThanOrEqual(
              1e-12 * (Math.abs(before) + births[step]![s]! + Math.abs(migrants[step]![s]!) + 1),
            );
          }
      }),
    );
  });

  test("net migrants are those asked for, whichever age they are counted at", () => {
    fc.assert(
      fc.property(projections, (projection) => {
        const { migrants, ages, sexes, interval } = projected(projection);
        const asked = projection.migration as Float64Array;
        for (let s = 0; s < sexes; s++)
          expect(migrants[0]![s]).toBeCloseTo(interval * sum(asked.subarray(s * ages, (s + 1) * ages)), 6);
      }),
    );
  });

  test("where nobody dies, is born or moves, people only age", () => {
    fc.assert(
      fc.property(projections, ({ migration: _, ...projection }) => {
        const groups = projection.people.length;
        const whole = projection.people.map(Math.round);
        const { people, ages } = projectCohorts({
          ...projection,
          people: whole,
          survival: {
            atBirth: new Float64Array(2).fill(1).subarray(0, groups / agesOf(projection)),
            byAge: ones(groups),
          },
          fertility: new Float64Array(agesOf(projection)),
        });
        people.forEach((at, step) => {
          for (let i = 0; i < groups; i++) {
            const x = i % ages;
            const first = i - x;
            const cohort =
              x < ages - 1
                ? x < step
                  ? 0
                  : whole[i - step]
                : sum(whole.subarray(first + Math.max(0, x - step), i + 1));
            expect(at[i]).toBe(cohort);
          }
        });
      }),
    );
  });

  test("twice the people and migrants are twice the population, births, deaths, to the last digit", () => {
    fc.assert(
      fc.property(projections, (projection) => {
        const twice = (list: Float64Array): Float64Array => list.map((count) => 2 * count);
        const once = projected(projection);
        const doubled = projected({
          ...projection,
          people: twice(projection.people),
          migration: twice(projection.migration as Float64Array),
        });
        for (const what of ["people", "births", "deaths", "migrants"] as const)
          expect(doubled[what]).toEqual(once[what].map(twice));
      }),
    );
  });

  test("parts projected apart add up to the whole", () => {
    fc.assert(
      fc.property(
        projections,
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        ({ migration: _, ...projection }, share) => {
          const part = (of: number): Cohorts =>
            projectCohorts({ ...projection, people: projection.people.map((count) => of * count) });
          const [one, other, whole] = [part(share), part(1 - share), part(1)];
          whole.people.forEach((at, step) =>
            at.forEach((count, i) => {
              const together = one.people[step]![i]! + other.people[step]![i]!;
              expect(Math.abs(together - count)).toBeLessThanOrEqual(1e-11 * sum(at));
            }),
          );
        },
      ),
    );
  });

  test("stopping on the way and going on arrives at the same people", () => {
    fc.assert(
      fc.property(projections, (projection) => {
        const whole = projected(projection);
        const first = projected({ ...projection, years: projection.interval });
        const rest = projected({
          ...projection,
          from: first.years[1]!,
          years: projection.years - projection.interval,
          people: first.people[1]!,
        });
        expect(rest.people.at(-1)).toEqual(whole.people.at(-1));
        expect(rest.years.at(-1)).toBe(whole.years.at(-1));
      }),
    );
  });

  test("women do not depend on men, and what was handed in stays as it was", () => {
    fc.assert(
      fc.property(projections, (projection) => {
        const before = structuredClone(projection);
        const both = projected(projection);
        expect(projection).toEqual(before);
        const { ages } = both;
        const { survival } = projection as { survival: { atBirth: Float64Array; byAge: Float64Array } };
        const women = projected({
          ...projection,
          people: projection.people.slice(0, ages),
          migration: (projection.migration as Float64Array).slice(0, ages),
          survival: { atBirth: survival.atBirth.slice(0, 1), byAge: survival.byAge.slice(0, ages) },
        });
        expect(women.people).toEqual(both.people.map((at) => at.slice(0, ages)));
      }),
    );
  });

  test("long-run growth keeps the shares it names", () => {
    // Most live on, as people do, but not in the open group: one that outlives a shrinking people settles too slowly.
    const lasting = projections.chain((projection) =>
      fc.record({
        byAge: numbers(projection.people.length, 0.6, 0.99).map((shares) =>
          shares.map((share, i) => ((i + 1) % agesOf(projection) === 0 ? share / 4 : share)),
        ),
        atBirth: numbers(projection.people.length / agesOf(projection), 0.5, 1),
        projection: fc.constant(projection),
      }),
    );
    fc.assert(
      fc.property(lasting, ({ byAge, atBirth, projection }) => {
        const { interval, sexRatioAtBirth } = projection;
        const rates = { survival: { byAge, atBirth }, fertility: projection.fertility as Float64Array };
        const { growth, structure } = longRunGrowth({ ...rates, interval, sexRatioAtBirth });
        expect(sum(structure)).toBeCloseTo(1, 12);
        const onwards = { ...rates, interval, sexRatioAtBirth, from: 2023, years: interval, people: structure };
        const after = projectCohorts(onwards).people[1]!;
        after.forEach((share, i) => expect(Math.abs(share - growth * structure[i]!)).toBeLessThan(1e-12));
      }),
    );
  });
});

const ones = (length: number): Float64Array => new Float64Array(length).fill(1);
const agesOf = ({ fertility }: Pick<CohortProjection, "fertility">): number => (fertility as Float64Array).length;
