import { parseSystem, type System } from "cadre";
import fc from "fast-check";

/** A pool of a generated system, as plain data. */
interface PoolFile {
  headcount: number;
  rate: number;
  [key: string]: unknown;
}

/** A number; one that no file may hold because it is nearer to zero than can be reckoned with is zero. */
const number = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((value) => (Math.abs(value) < 1e-100 ? 0 : value));
const share = (max: number) => number(0, max);
const weights = (n: number) => fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: n, maxLength: n });

/** Shares by label that add up to one to the last digit a file can hold. */
export function sharesOf(labels: readonly string[], raw: readonly number[]): Record<string, number> {
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return Object.fromEntries(labels.map((label, i) => [label, raw[i]! / sum]));
}

const pool = fc
  .record({
    headcount: fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 1, max: 100_000, noNaN: true })),
    rate: fc.double({ min: 0.05, max: 1.2, noNaN: true }),
    kind: fc.constantFrom("leavers-per-average-headcount", "leavers-per-closing-headcount", "hazard"),
    scope: fc.constantFrom("employer", "sector", "system"),
    employer: fc.constantFrom("Employer A", "Employer B"),
    sector: fc.constantFrom("health", "social-care"),
    staying: share(0.9),
    retirement: share(0.03),
    retireFrom: fc.constantFrom("55", "60", "65"),
    ages: weights(3),
    sexes: weights(2),
    tenures: weights(3),
    recruitAges: fc.option(weights(2), { nil: undefined }),
    withTenureShape: fc.boolean(),
    fte: fc.double({ min: 0.3, max: 1, noNaN: true }),
    vacancy: number(-0.2, 0.4),
    mode: fc.constantFrom("replace", "fixed"),
    recruits: number(0, 5000),
  })
  .map((draw): PoolFile => {
    const churn = draw.scope === "employer" ? { stayingInSector: draw.staying } : {};
    return {
      title: "A pool",
      employer: draw.employer,
      sector: draw.sector,
      headcount: draw.headcount,
      rate: draw.rate,
      ages: sharesOf(["20-34", "35-54", "55-69"], draw.ages),
      sex: sharesOf(["female", "male"], draw.sexes),
      fte: draw.fte,
      vacancyRate: draw.vacancy,
      leaving: {
        rate: `${draw.rate * 100}%`,
        kind: draw.kind,
        scope: draw.scope,
        ...churn,
        ...(draw.withTenureShape && {
          byTenure: { "0": 0.5 + draw.tenures[0]!, "1": 0.5 + draw.tenures[1]!, "2+": 0.5 + draw.tenures[2]! },
        }),
      },
      retirement: { [`${draw.retireFrom}+`]: draw.retirement },
      recruitment: {
        mode: draw.mode,
        ...(draw.mode === "fixed" && { recruits: { 2020: draw.recruits } }),
        ...(draw.recruitAges && { ages: sharesOf(["20-39", "40-59"], draw.recruitAges) }),
      },
    };
  });

/** What a generated system is made of; `systemFrom` reads it as a planner's file would be read. */
export interface SystemDraw {
  readonly pools: readonly PoolFile[];
  readonly moves: readonly { from: number; to: number; rate: number }[];
  readonly stepsPerYear: number;
}

/** Systems of one to four pools with moves between them, both modes of recruitment, shapes, churn and retirement. */
export const systemDraws: fc.Arbitrary<SystemDraw> = fc
  .array(pool, { minLength: 1, maxLength: 4 })
  .chain((pools) =>
    fc.record({
      pools: fc.constant(pools),
      moves: fc.array(fc.record({ from: fc.nat(pools.length - 1), to: fc.nat(pools.length - 1), rate: share(0.04) }), {
        maxLength: 4,
      }),
      stepsPerYear: fc.constantFrom(1, 1, 2, 4),
    }),
  )
  .map(({ pools, moves, stepsPerYear }) => ({
    pools,
    stepsPerYear,
    moves: moves.filter(({ from, to }) => from !== to),
  }));

/** The system file of a draw, as plain data. */
export function fileOf(draw: SystemDraw): Record<string, unknown> {
  return {
    cadre: 1,
    id: "generated",
    title: "A generated system",
    calendar: { base: "2019-03-31", until: "2025-03-31", stepsPerYear: draw.stepsPerYear },
    axes: { age: [20, 69], tenure: 3, sex: ["female", "male"] },
    pools: Object.fromEntries(draw.pools.map(({ rate: _, ...rest }, p) => [`pool-${p}`, rest])),
    moves: draw.moves.map(({ from, to, rate }) => ({ from: `pool-${from}`, to: `pool-${to}`, rate, kind: "hazard" })),
  };
}

/** Reads a draw, as JSON, through the same parser as every file. */
export const systemFrom = (draw: SystemDraw, changes: Record<string, unknown> = {}): System =>
  parseSystem(JSON.stringify({ ...fileOf(draw), ...changes }));
