import { parseSystem, type System } from "cadre";
import fc from "fast-check";
import { courses, type PipelineFile } from "./arbitrary-pipelines.ts";
import { sharesOf } from "./arbitrary-system.ts";

/** A pool of a system file, as far as the laws change it. */
export interface PoolFile {
  headcount?: number;
  recruitment: {
    mode: "fill" | "replace" | "fixed";
    market?: string;
    from?: Record<string, number>;
    weight: number;
    recruits?: Record<string, number>;
    starters?: number;
    ages?: Record<string, number>;
  };
  returners?: readonly unknown[];
  [key: string]: unknown;
}

/** A system file as plain data: laws change a copy and read it again. */
export interface SystemFile {
  calendar: { base: string; until: string; stepsPerYear: number; convention: string };
  pools: Record<string, PoolFile>;
  moves: { from: string; to: string; rate: number; kind: string }[];
  demand: Record<string, { posts: number; funded: { posts: Record<string, number> } }>;
  labourMarkets: Record<string, { capacity: number | "base-year"; [key: string]: unknown }>;
  pipelines: Record<string, PipelineFile>;
  [key: string]: unknown;
}

export const BASE = 2019;
export const UNTIL = 2026;

/** Whole percents read well in a counterexample. */
const percent = (min: number, max: number) => fc.integer({ min, max }).map((n) => n / 100);
const parts = (n: number) => fc.array(fc.integer({ min: 1, max: 20 }), { minLength: n, maxLength: n });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const returner = fc.record({
  cause: fc.constantFrom("leaving", "retirement"),
  share: percent(0, 60),
  delay: fc.integer({ min: 1, max: 4 }),
  heads: maybe(fc.integer({ min: 0, max: 50 })),
  ages: maybe(parts(2)),
});

const poolDraw = fc.record({
  headcount: fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(0, 1, 100_000) },
    { weight: 3, arbitrary: fc.integer({ min: 2, max: 20_000 }) },
  ),
  rate: percent(5, 70),
  kind: fc.constantFrom("leavers-per-average-headcount", "hazard"),
  scope: fc.constantFrom("employer", "sector", "system", "system"),
  employer: fc.constantFrom("Employer A", "Employer B"),
  sector: fc.constantFrom("health", "social-care"),
  level: maybe(fc.integer({ min: 2, max: 4 })),
  staying: percent(0, 80),
  retirement: percent(0, 4),
  ages: parts(3),
  sexes: parts(2),
  early: percent(50, 250),
  fte: fc.oneof(
    percent(30, 100),
    fc.tuple(percent(30, 100), percent(30, 100)).map(([young, old]) => ({ "20-44": young, "45-69": old })),
  ),
  vacancy: percent(-10, 30),
  mode: fc.constantFrom("fill", "fill", "replace", "fixed"),
  recruits: fc.integer({ min: 0, max: 3000 }),
  recruitAges: maybe(parts(2)),
  weight: percent(1, 400),
  market: fc.constantFrom("first", "first", "second", undefined),
  /** Shares of recruits from each later pool. */
  from: fc.array(fc.oneof(fc.constant(0), percent(1, 28)), { minLength: 3, maxLength: 3 }),
  returners: fc.array(returner, { maxLength: 2 }),
  posts: percent(80, 150),
  path: fc.tuple(percent(70, 140), percent(70, 140)),
});
type PoolDraw = typeof poolDraw extends fc.Arbitrary<infer T> ? T : never;

const marketDraw = fc.record({
  capacity: fc.oneof(fc.constant("base-year" as const), percent(0, 250)),
  follows: fc.boolean(),
});

const draw = fc.integer({ min: 1, max: 4 }).chain((pools) =>
  fc.record({
    pools: fc.array(poolDraw, { minLength: pools, maxLength: pools }),
    hireDown: fc.boolean(),
    moves: fc.array(fc.record({ from: fc.nat(pools - 1), to: fc.nat(pools - 1), rate: percent(0, 4) }), {
      maxLength: 3,
    }),
    markets: fc.tuple(marketDraw, marketDraw),
    pipelines: courses(pools),
    steps: fc.constantFrom(1, 1, 1, 2, 4, 12),
    openingStock: fc.integer({ min: 0, max: 6 }).map((n) => n === 0),
    ageless: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
  }),
);
type Draw = typeof draw extends fc.Arbitrary<infer T> ? T : never;

const id = (p: number) => `pool-${p}`;

function poolFile(pool: PoolDraw, p: number, { pools, hireDown, openingStock, ageless }: Draw): PoolFile {
  const share = (labels: readonly string[], raw: readonly number[]) => (ageless ? undefined : sharesOf(labels, raw));
  // Pools hire from pools after them only, or before them only: never in a circle.
  const sources = pools.flatMap((_, q) => ((hireDown ? q > p : q < p) && pool.from[q % 3]! > 0 ? [q] : []));
  const withinEmployer = pool.scope === "employer" && !openingStock;
  return {
    title: `Pool ${p}`,
    employer: pool.employer,
    sector: pool.sector,
    level: pool.level,
    headcount: pool.headcount,
    ages: share(["20-34", "35-54", "55-69"], pool.ages),
    sex: sharesOf(["female", "male"], pool.sexes),
    fte: ageless && typeof pool.fte === "object" ? 0.8 : pool.fte,
    vacancyRate: pool.vacancy,
    leaving: {
      rate: openingStock ? pool.rate / 2 : pool.rate,
      kind: openingStock ? "share-leaving-within-year" : pool.kind,
      scope: pool.scope,
      ...(withinEmployer && { stayingInSector: pool.staying }),
      ...(!openingStock && { byTenure: { "0": pool.early, "1": 1, "2+": 0.8 } }),
    },
    retirement: ageless ? undefined : { "60+": pool.retirement },
    recruitment: {
      mode: pool.mode,
      weight: pool.weight,
      market: pool.market,
      ...(sources.length > 0 && { from: Object.fromEntries(sources.map((q) => [id(q), pool.from[q % 3]!])) }),
      ...(pool.mode === "fixed" && { recruits: { [BASE + 1]: pool.recruits, [BASE + 4]: pool.recruits / 2 } }),
      ages: pool.recruitAges && share(["20-39", "40-59"], pool.recruitAges),
    },
    returners: pool.returners.map(({ heads, ages, ...back }) =>
      heads === undefined ? back : { heads: { [BASE + 2]: heads }, ages: ages && share(["30-44", "45-64"], ages) },
    ),
  };
}

/** What a pool's recruits a year come to, roughly, so that a capacity can be of their size. */
const usual = ({ headcount, rate }: PoolDraw) => headcount * rate;

function systemFile(drawn: Draw): SystemFile {
  const { pools, moves, markets, pipelines, steps, openingStock, ageless } = drawn;
  const members = (name: string) => pools.filter(({ market }) => market === name);
  return {
    cadre: 1,
    id: "generated",
    title: "A generated system",
    calendar: {
      base: `${BASE}-03-31`,
      until: `${UNTIL}-03-31`,
      stepsPerYear: openingStock ? 1 : steps,
      convention: openingStock ? "opening-stock" : "continuous",
    },
    axes: { age: ageless ? "none" : [20, 69], tenure: 3, sex: ["female", "male"] },
    population: { people: { 2018: { "20-64": 1000, "65+": 300 }, 2027: { "20-64": 900, "65+": 400 } } },
    pools: Object.fromEntries(pools.map((pool, p) => [id(p), poolFile(pool, p, drawn)])),
    moves: moves
      .filter(({ from, to }) => from !== to)
      .map(({ from, to, rate }) => ({ from: id(from), to: id(to), rate, kind: "hazard" })),
    demand: Object.fromEntries(
      pools.map(({ headcount, posts, path }, p) => {
        // An empty pool is a new service with posts to fill.
        const now = (headcount === 0 ? 40 : headcount * 0.7) * posts;
        return [id(p), { posts: now, funded: { posts: { [BASE + 3]: now * path[0], [BASE + 6]: now * path[1] } } }];
      }),
    ),
    labourMarkets: Object.fromEntries(
      ["first", "second"].flatMap((name, m) => {
        if (members(name).length === 0) return [];
        const { capacity, follows } = markets[m]!;
        const heads = members(name).reduce((sum, pool) => sum + usual(pool), 0);
        return [
          [
            name,
            {
              capacity: capacity === "base-year" ? capacity : capacity * heads,
              ...(follows && { follows: { population: "20-64" } }),
            },
          ],
        ];
      }),
    ),
    pipelines: Object.fromEntries(
      pipelines.map((pipeline, c) => [`course-${c}`, ageless ? { ...pipeline, ages: undefined } : pipeline]),
    ),
  };
}

/**
 * Systems of one to four pools whose joiners come from everywhere: shared labour markets, hiring between pools,
 * returners, pipelines and moves; large, empty and one-person pools; both conventions, with and without ages.
 */
export const filesWithJoiners: fc.Arbitrary<SystemFile> = draw.map(systemFile);

const response = fc.record({
  to: fc.constantFrom("vacancyRate", "workload"),
  of: fc.constantFrom("pool", "all"),
  power: fc.integer({ min: -10, max: 20 }).map((n) => n / 10),
  delay: fc.integer({ min: 1, max: 3 }),
});

/** The same systems with recruits and leaving that respond to vacancies and workload, of a pool or of all. */
export const filesWithResponses: fc.Arbitrary<SystemFile> = fc
  .tuple(filesWithJoiners, fc.array(fc.tuple(maybe(response), maybe(response)), { minLength: 4, maxLength: 4 }))
  .map(([file, responses]) => ({
    ...file,
    pools: Object.fromEntries(
      Object.entries(file.pools).map(([id, pool], p) => {
        const [recruits, leaving] = responses[p]!;
        const responds = pool.recruitment.mode === "fill" ? undefined : recruits;
        const leaves = file.calendar.convention === "opening-stock" ? undefined : leaving;
        return [
          id,
          {
            ...pool,
            recruitment: { ...pool.recruitment, responds },
            leaving: { ...(pool.leaving as object), responds: leaves },
          },
        ];
      }),
    ),
  }));

/** Reads a file, as JSON, through the same parser as every file. */
export const read = (file: SystemFile): System => parseSystem(JSON.stringify(file));
