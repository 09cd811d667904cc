import { parseSystem, type Scenario, type System } from "cadre";
import fc from "fast-check";
import { filesWithResponses } from "../laws/arbitrary-joiners.ts";
import { filesWithMore } from "../laws/arbitrary-more.ts";
import { fileOf, systemDraws } from "../laws/arbitrary-system.ts";

/** A system and what a scenario changes in it. */
export interface Case {
  readonly system: System;
  readonly scenario: Scenario;
}

const number = (min: number, max: number) => fc.integer({ min: min * 1000, max: max * 1000 }).map((n) => n / 1000);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** Drivers, growth, a formula, shifts and prices, which the generated systems of the laws lack. */
const extras = fc.record({
  demand: fc.array(
    fc.oneof(
      fc.record({
        drivers: fc.constant([{ population: { "65+": 0.7, "20-64": 0.3 } }]),
        growthPerHead: number(-0.02, 0.03).map((n) => `${n * 100}% per year`),
        productivity: number(0, 0.02).map((n) => `${n * 100}% per year`),
        unmetNeed: number(0, 0.1),
      }),
      fc.constantFrom(
        { formula: "base * (people('65+') / people0('65+')) ^ 0.5 * 1.01 ^ years" },
        { formula: "year >= 2022 ? max(base, 0.9 * base + 3) : base", funded: { growth: "1% per year" } },
      ),
    ),
    { minLength: 4, maxLength: 4 },
  ),
  shift: maybe(
    fc.record({ share: number(0.05, 0.3), ratio: number(0.5, 1.2), start: fc.integer({ min: 2019, max: 2022 }) }),
  ),
  swap: maybe(fc.record({ fte: number(1, 40), ratio: number(0.5, 1.5), over: fc.integer({ min: 1, max: 4 }) })),
  follows: maybe(number(0.2, 1.5)),
  unexplained: maybe(number(0, 0.3)),
  costs: fc.record({
    pay: number(20000, 40000),
    leaver: number(0, 4000),
    recruit: number(0, 900),
    hire: number(0, 700),
  }),
  agency: fc.record({ fills: number(0, 1), premium: number(0, 0.8) }),
});
type Extras = typeof extras extends fc.Arbitrary<infer T> ? T : never;

const level = fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const, 4 as const);
const range = fc.tuple(number(0.7, 0.9), number(1, 1.2)).map(([p10, p90]) => ({ p10, p90 }));
const effect = fc.oneof(
  fc.record({
    parameter: fc.constantFrom("leaving.rate", "leaving.hazard", "retirement.rate", "recruitment.recruits"),
    multiply: fc.oneof(number(0.6, 1.2), range),
  }),
  fc.record({
    parameter: fc.constantFrom("demand.posts", "demand.funded", "fte", "recruitment.weight", "agency.fills"),
    multiply: number(0.8, 1.2),
  }),
  fc.record({ parameter: fc.constantFrom("demand.growthPerHead", "demand.productivity"), add: number(-0.01, 0.02) }),
  fc.record({ parameter: fc.constant("leaving.stayingInSector"), multiply: number(0.6, 1.4) }),
);
const when = fc.record({ from: fc.integer({ min: 2020, max: 2024 }), over: maybe(fc.integer({ min: 1, max: 4 })) });
const who = fc.constantFrom({}, { tenure: "0" }, { age: "50+" }, { sex: "female" });

const plan = fc.array(fc.record({ effect, when, who, reach: number(0.1, 1), level: maybe(level) }), { maxLength: 4 });
type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;

/** A published leaving rate that the plan sets, in some years. */
const setRate = maybe(fc.record({ set: number(0.08, 0.4), from: fc.integer({ min: 2020, max: 2023 }) }));

interface PlainFile {
  [key: string]: unknown;
  pools: Record<string, Record<string, unknown>>;
  axes?: { age?: unknown };
}

function withExtras(file: PlainFile, { demand, shift, swap, follows, unexplained, costs, agency }: Extras): PlainFile {
  const ids = Object.keys(file.pools);
  const [first = "", last = ""] = [ids[0], ids[ids.length - 1]];
  const known = file.demand as Record<string, object> | undefined;
  const band = { population: "20-64" };
  return {
    ...file,
    population: { people: { 2018: { "20-64": 1000, "65+": 300 }, 2027: { "20-64": 900, "65+": 400 } } },
    pools: Object.fromEntries(
      ids.map((id) => {
        const pool = file.pools[id]!;
        const recruitment = pool.recruitment as Record<string, unknown>;
        const more = {
          ...(follows !== undefined && { follows: band, elasticity: follows }),
          ...(unexplained !== undefined && { unexplained }),
        };
        return [
          id,
          {
            ...pool,
            agency,
            ...(recruitment.mode === "replace" && { recruitment: { ...recruitment, ...more } }),
          },
        ];
      }),
    ),
    demand: Object.fromEntries(ids.map((id, p) => [id, { ...known?.[id], ...demand[p % 4] }])),
    ...(first !== last && {
      shifts: shift ? [{ from: first, to: last, over: 2, ...shift }] : [],
      substitutions: swap ? [{ of: last, by: first, start: 2021, ...swap }] : [],
    }),
    costs: { ...costs, discountRate: "3.5% per year" },
  };
}

const ofCells = /rate|hazard|fte/;

function scenarioOf(steps: Plan, file: PlainFile, set: { set: number; from: number } | undefined): Scenario {
  const ageless = file.axes?.age === "none";
  const interventions = steps.map(({ effect: one, when: dates, who: where, reach, level: rated }, i) => ({
    id: `step-${i}`,
    title: `Step ${i}`,
    reach,
    ...(rated !== undefined && { evidence: { level: rated } }),
    changes: [
      {
        ...one,
        from: dates.from,
        ...(dates.over !== undefined && { over: dates.over }),
        ...(ofCells.test(one.parameter) && !("age" in where && ageless) && Object.keys(where).length > 0 && { where }),
      },
    ],
  }));
  const first = Object.keys(file.pools)[0]!;
  const setting = { parameter: "leaving.rate", where: { pool: first }, until: 2024, ...set };
  return { id: "plan", interventions, ...(set && { changes: [setting] }) } as Scenario;
}

const files: fc.Arbitrary<PlainFile> = fc.oneof(
  systemDraws.map((draw) => fileOf(draw) as PlainFile),
  filesWithMore.map((file) => file as unknown as PlainFile),
  filesWithResponses.map((file) => file as unknown as PlainFile),
);

/** So many systems with plans, the same for a seed; some of their plans may contradict their system. */
export function generatedCases(count: number, seed: number): (() => Case)[] {
  const drawn = fc.tuple(files, extras, plan, setRate);
  return fc.sample(drawn, { numRuns: count, seed }).map(([file, more, steps, set]) => () => {
    const whole = withExtras(file, more);
    const system = parseSystem(JSON.stringify(whole));
    return { system, scenario: scenarioOf(steps, whole, set) };
  });
}
