import fc from "fast-check";
import { BASE, filesWithJoiners, type PoolFile, type SystemFile } from "./arbitrary-joiners.ts";

const percent = (min: number, max: number) => fc.integer({ min, max }).map((n) => n / 100);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** Rates and hours as planners hold them: by class, by sex, and starters as counted. */
const poolDraw = fc.record({
  byTenure: maybe(fc.tuple(percent(20, 60), percent(10, 30), percent(5, 15))),
  fteBySex: maybe(fc.tuple(percent(30, 100), percent(30, 100))),
  byHours: fc.boolean(),
  starters: maybe(fc.integer({ min: 0, max: 3000 })),
  absence: maybe(fc.record({ sickness: percent(0, 20), maternity: maybe(percent(0, 10)) })),
  participation: maybe(percent(50, 100)),
  bank: maybe(fc.record({ fills: percent(0, 50), premium: percent(0, 30) })),
  agency: maybe(fc.record({ fills: percent(0, 50), premium: percent(0, 90) })),
  backFrom: maybe(
    fc.record({
      pool: fc.nat(3),
      cause: fc.constantFrom("leaving", "retirement"),
      share: percent(0, 20),
      delay: fc.integer({ min: 1, max: 3 }),
    }),
  ),
  abroad: maybe(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), percent(0, 120))),
});
type PoolDraw = typeof poolDraw extends fc.Arbitrary<infer T> ? T : never;

function withMore(
  pool: PoolFile,
  { byTenure, fteBySex, byHours, starters, backFrom, abroad, ...more }: PoolDraw,
  others: readonly string[],
  openingStock: boolean,
): PoolFile {
  const { rate: _, byTenure: __, kind: ___, ...leaving } = pool.leaving as Record<string, unknown>;
  // Laws turn pools that fill their posts into others, for which starters would be a mistake.
  const counted = pool.recruitment.mode === "replace" ? starters : undefined;
  const { headcount = 0, returners = [], ...rest } = pool;
  const of = backFrom && others[backFrom.pool % others.length];
  return {
    ...rest,
    ...more,
    ...(byHours ? { fteInPost: headcount * 0.7 } : { headcount }),
    ...(abroad && { abroad: { recruits: { [BASE]: abroad[0], [BASE + 3]: abroad[1] }, policy: abroad[2], pay: 0.8 } }),
    ...(fteBySex && { fte: { female: fteBySex[0], male: fteBySex[1] } }),
    ...(byTenure &&
      !openingStock && {
        leaving: {
          ...leaving,
          kind: "hazard",
          rates: { byTenure: { "0": byTenure[0], "1": byTenure[1], "2+": byTenure[2] } },
        },
      }),
    returners: [...returners, ...(of === undefined ? [] : [{ ...backFrom, pool: undefined, of }])],
    recruitment: { ...pool.recruitment, ...(counted !== undefined && { starters: counted }) },
  };
}

/** Moves and redundancies in heads a year, some of more people than there are. */
const plannedDraw = fc.array(
  fc.record({
    from: fc.nat(3),
    to: maybe(fc.nat(3)),
    heads: fc.integer({ min: 0, max: 400 }),
    later: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 3 },
);

type PlannedDraw = typeof plannedDraw extends fc.Arbitrary<infer T> ? T : never;

function plannedMoves(ids: readonly string[], drawn: PlannedDraw) {
  const named = drawn.map(({ from, to, heads, later }) => ({
    from: ids[from % ids.length]!,
    ...(to !== undefined && { to: ids[to % ids.length]! }),
    heads: { [BASE + 1]: heads, [BASE + 1 + later]: heads / 2 },
  }));
  return named.filter(({ from, to }) => from !== to);
}

/** Systems whose joiners come from everywhere, with every other way to say a pool's numbers. */
export const filesWithMore: fc.Arbitrary<SystemFile> = fc
  .tuple(filesWithJoiners, fc.array(poolDraw, { minLength: 4, maxLength: 4 }), plannedDraw)
  .map(([file, more, planned]) => ({
    ...file,
    plannedMoves: plannedMoves(Object.keys(file.pools), planned),
    pools: Object.fromEntries(
      Object.entries(file.pools).map(([id, pool], p, all) => {
        const others = all.flatMap(([other]) => (other === id ? [] : [other]));
        return [id, withMore(pool, more[p]!, others, file.calendar.convention === "opening-stock")];
      }),
    ),
  }));
