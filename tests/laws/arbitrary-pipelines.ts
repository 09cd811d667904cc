import fc from "fast-check";

/** A pipeline of a system file, as far as the laws read it. */
export interface PipelineFile {
  intake: Record<string, number>;
  month: number[];
  entrants: Record<string, number>;
  lasts: string;
  completion: number;
  joins: Record<string, number>;
  [key: string]: unknown;
}

const percent = (min: number, max: number) => fc.integer({ min, max }).map((n) => n / 100);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
/** One start, several, and one just after and before the reference date at the end of March. */
const MONTHS = [[9], [4], [3], [1, 9], [2, 5, 11]];
const LENGTHS = ["2 weeks", "6 weeks", "5 months", "12 months", "18 months", "3 years", "4 years"];

/** Up to three pipelines of a system with so many pools. */
export function courses(pools: number): fc.Arbitrary<PipelineFile[]> {
  const pool = fc.nat(pools - 1).map((p) => `pool-${p}`);
  const course = fc.record({
    intake: fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 800 })),
    // The first intake may lie before the base date: its people are in training when the run begins.
    first: fc.constantFrom(2016, 2018, 2020),
    month: fc.constantFrom(...MONTHS),
    source: pool,
    fromPool: fc.constantFrom(0, 0, 0.4, 1),
    ages: maybe(percent(0, 100)),
    lasts: fc.constantFrom(...LENGTHS),
    completion: fc.oneof(fc.constantFrom(0, 1), percent(1, 99)),
    joins: fc.array(fc.tuple(pool, percent(1, 50)), { minLength: 1, maxLength: 2 }),
    early: maybe(fc.tuple(pool, percent(0, 100))),
    works: maybe(fc.tuple(pool, percent(0, 100))),
    backfill: maybe(fc.tuple(pool, percent(0, 50))),
  });
  return fc.array(course, { maxLength: 3 }).map((drawn) =>
    drawn.map((one, c): PipelineFile => {
      const entrants = { community: 1 - one.fromPool, [one.source]: one.fromPool };
      return {
        title: `Course ${c}`,
        intake: { [one.first]: one.intake[0], 2022: one.intake[1] },
        month: one.month,
        entrants: Object.fromEntries(Object.entries(entrants).filter(([, share]) => share > 0)),
        ages: one.ages === undefined ? undefined : { "20-29": one.ages, "30-49": 1 - one.ages },
        lasts: one.lasts,
        completion: one.completion,
        joins: Object.fromEntries(one.joins),
        earlyLeaversJoin: one.early && { [one.early[0]]: one.early[1] },
        worksWhileTraining: one.works && { pool: one.works[0], fte: one.works[1] },
        backfill: one.backfill && { pool: one.backfill[0], fte: one.backfill[1] },
      };
    }),
  );
}
