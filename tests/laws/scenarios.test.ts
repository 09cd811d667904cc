import { existsSync, readdirSync } from "node:fs";
import { CadreError, decompose, parseScenario, type Result, run, type Scenario, type System } from "cadre";
import { readScenario, readSystem } from "cadre/node";
import { explainable, gapDrivers } from "cadre/results";
import { EVIDENCE_RULES, scenarioText } from "cadre/scenarios";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { systemDraws, systemFrom } from "./arbitrary-system.ts";
import { assertSame, expectClose } from "./assert-laws.ts";

const RUNS = { numRuns: 25, seed: 20200331 };

function tryRun(system: System, scenario?: Scenario): Result {
  try {
    return run(system, scenario);
  } catch (error) {
    fc.pre(!(error instanceof CadreError && error.code === "retirement-above-rate"));
    throw error;
  }
}

const PLACES = readdirSync("scenarios").filter((place) => existsSync(`scenarios/${place}/system.yaml`));
/** What explain shows as a whole; a change is of one of its numbers. */
const LISTS =
  /^(population|ages|sex|tenure|leaving\.by\w+|recruitment\.(ages|sex|from|recruits)|demand\.drivers|retirement|death)$/;

const effect = fc.double({ min: 0.6, max: 1.3, noNaN: true });
const intervention = fc
  .record({
    parameter: fc.constantFrom("leaving.rate", "retirement.rate", "recruitment.recruits", "demand.posts", "fte"),
    kind: fc.constantFrom("multiply", "add"),
    effect,
    tenure: fc.option(fc.constantFrom("0", "1", "2+"), { nil: undefined }),
    from: fc.integer({ min: 2020, max: 2025 }),
    over: fc.integer({ min: 1, max: 4 }),
    reach: fc.double({ min: 0.1, max: 1, noNaN: true }),
    level: fc.option(fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const, 4 as const), { nil: undefined }),
  })
  .map(({ parameter, kind, effect: size, tenure, from, over, reach, level }) => ({
    title: `${parameter} ${kind}`,
    reach,
    ...(level !== undefined && { evidence: { level } }),
    changes: [
      {
        parameter,
        from,
        over,
        ...(parameter.endsWith("rate") && tenure && { where: { tenure } }),
        ...(kind === "multiply" ? { multiply: size } : { add: (size - 1) / 20 }),
      },
    ],
  }));
const plans = fc
  .array(intervention, { minLength: 1, maxLength: 4 })
  .map((list) => list.map((one, i) => ({ ...one, id: `part-${i}` })));

test("the order of interventions changes no digit", () => {
  fc.assert(
    fc.property(systemDraws, plans, (draw, interventions) => {
      const system = systemFrom(draw);
      const forward = tryRun(system, { interventions });
      const turned = run(system, { interventions: [...interventions].reverse() });
      expect(turned.rows().value).toEqual(forward.rows().value);
      expect([...turned.warnings].sort()).toEqual([...forward.warnings].sort());
    }),
    RUNS,
  );
});

test("×1 and +0 change nothing, in every parameter of every place", async () => {
  for (const place of PLACES) {
    const system = await readSystem(`scenarios/${place}/system.yaml`);
    const changes = explainable(system)
      .parameters.filter((name) => !LISTS.test(name))
      .flatMap((parameter) => [
        { parameter, multiply: 1 },
        { parameter, add: 0 },
      ]);
    const named = (word: string) => changes.filter(({ parameter }) => parameter.startsWith(word)).length;
    if (Object.keys(system.pipelines).length > 0) expect(named("pipelines."), place).toBeGreaterThan(0);
    if (Object.keys(system.labourMarkets).length > 0) expect(named("labourMarkets."), place).toBeGreaterThan(0);
    assertSame(run(system, { changes }), run(system));
  }
}, 30_000);

test("Shapley parts add up to the whole, and drivers to the change of the gap", () => {
  fc.assert(
    fc.property(systemDraws, plans, (draw, interventions) => {
      const system = systemFrom(draw);
      const before = tryRun(system);
      const after = run(system, { id: "plan", interventions });
      const found = decompose(before, after);
      expectClose(
        found.parts.reduce((sum, { value }) => sum + value, 0),
        found.after - found.before,
        "parts",
      );
      expectClose(found.after, after.at({ measure: "gap", year: 2025 }), "the whole");
      for (const [result, drivers] of [
        [before, found.drivers.before],
        [after, found.drivers.after],
      ] as const)
        expectClose(
          drivers.reduce((sum, { value }) => sum + value, 0),
          result.at({ measure: "gap", year: 2025 }) - result.at({ measure: "gap", year: 2019 }),
          "drivers",
        );
    }),
    { ...RUNS, numRuns: 8 },
  );
});

const file = (extra: object = {}) => ({
  cadre: 1,
  id: "two",
  title: "Two pools",
  calendar: { base: "2019-03-31", until: "2025-03-31" },
  axes: { age: [20, 69], tenure: 3 },
  pools: Object.fromEntries(
    ["care", "ward"].map((id) => [
      id,
      {
        title: id,
        employer: id,
        sector: id,
        headcount: 1000,
        ages: { "20-39": "40%", "40-69": "60%" },
        leaving: { rate: "25%", kind: "leavers-per-average-headcount", scope: "employer" },
      },
    ]),
  ),
  ...extra,
});
const two = () => systemFrom({ pools: [], moves: [], stepsPerYear: 1 }, file());
const keep = (id: string, pool: string) => ({
  id,
  title: id,
  changes: [{ parameter: "leaving.rate", where: { pool }, multiply: 0.8, from: 2021 }],
});

describe("one scenario", () => {
  test("interventions on pools apart do not interact: each part is its own effect", () => {
    const system = two();
    const after = run(system, { id: "plan", interventions: [keep("a", "care"), keep("b", "ward")] });
    for (const { value, alone } of decompose(run(system), after).parts) expect(value).toBeCloseTo(alone, 9);
  });

  test("more than ten interventions are sampled, add up exactly and say their error", () => {
    const system = two();
    const interventions = Array.from({ length: 11 }, (_, i) => ({
      ...keep(`k-${i}`, i % 2 ? "care" : "ward"),
      reach: 0.2,
    }));
    const found = decompose(run(system), run(system, { id: "plan", interventions }));
    expect(found.exact).toBe(false);
    expectClose(
      found.parts.reduce((sum, { value }) => sum + value, 0),
      found.after - found.before,
      "parts",
    );
    expect(Math.max(...found.parts.map(({ error }) => error))).toBeGreaterThan(0);
    expect(Math.max(...found.parts.map(({ error }) => error))).toBeLessThan(5);
  }, 20_000);

  test("two that set one number in one year collide, and the error names both", () => {
    const set = (id: string, value: number, from: number) => ({
      id,
      title: `Title of ${id}`,
      changes: [{ parameter: "leaving.rate", where: { pool: "care" }, set: value, from, until: from }],
    });
    expect(() => run(two(), { interventions: [set("one", 0.2, 2021), set("other", 0.1, 2021)] })).toThrow(
      /"Title of one" and "Title of other" both set leaving.rate in 2021/,
    );
    expect(() => run(two(), { interventions: [set("one", 0.2, 2021), set("other", 0.1, 2022)] })).not.toThrow();
  });

  test("what goes beyond a limit is held there and reported; the same mechanism twice is reported too", () => {
    const twice = [
      { ...keep("a", "care"), mechanism: "retention" },
      { ...keep("b", "care"), mechanism: "retention" },
    ];
    expect(run(two(), { interventions: twice }).warnings.join()).toMatch(/"a" and "b" work by the same mechanism/);
    const below = run(two(), { changes: [{ parameter: "leaving.rate", add: -2, from: 2022 }] });
    expect(below.warnings.join()).toMatch(/held at the limit/);
    expect(below.at({ measure: "leavers.leaving", year: 2023 })).toBe(0);
  });

  test("weak evidence shrinks an effect toward none, reach touches a share, and both can be switched off", () => {
    const system = two();
    const hazard = (scenario: Scenario) =>
      run(system, scenario).data.resolved.rates[3]!.hazards.leaving[40]! /
      run(system).data.resolved.rates[3]!.hazards.leaving[40]!;
    for (const { level, shrink } of EVIDENCE_RULES) {
      const interventions = [{ ...keep("a", "care"), reach: 0.5, evidence: { level } }];
      expect(hazard({ interventions })).toBeCloseTo(1 - 0.2 * (1 - shrink) * 0.5, 12);
      expect(hazard({ interventions, evidence: "off" })).toBeCloseTo(0.9, 12);
    }
  });

  test("phase-in is a straight line, and ends with the last year", () => {
    const factor = (year: number) => {
      const changes = [{ parameter: "recruitment.recruits", multiply: 2, from: 2021, over: 2, until: 2023 }];
      return (
        run(two(), { changes }).at({ measure: "joiners.market", year }) /
        run(two()).at({ measure: "joiners.market", year })
      );
    };
    expect([2020, 2021, 2022, 2023, 2024].map((year) => Number(factor(year).toFixed(9)))).toEqual([1, 1.5, 2, 2, 1]);
  });

  test("crosses to a worker and back, and to a file and back, without change", () => {
    const scenario = parseScenario(
      `cadre: 1
id: plan
title: "A plan: with a colon, and a # sign"
system: ./system.yaml
assumptions: [ { parameter: headcount, where: { pool: care }, multiply: 1.1 } ]
interventions:
  - { id: keep, title: Keep, evidence: { level: 2 }, from: 2021, changes: [ { parameter: leaving.rate, where: { tenure: "0" }, multiply: { p10: 0.7, p90: 0.9 } } ] }
uncertainties:
  - { parameter: leaving.rate, multiply: { normal: { mean: 1, sd: 0.08 } } }
`,
    );
    const { positions: _, ...content } = scenario;
    const { positions: _p, ...again } = parseScenario(scenarioText(scenario));
    expect(again).toEqual(content);
    assertSame(run(two(), structuredClone(scenario)), run(two(), scenario));
  });

  test.each(PLACES)("of %s, whatever it holds, crosses to a file and back without change", async (place) => {
    const files = readdirSync(`scenarios/${place}`).filter((name) =>
      /(?<!^system|^checks|^assurance)\.yaml$/.test(name),
    );
    for (const name of files) {
      const { positions: _, file: _f, ...content } = await readScenario(`scenarios/${place}/${name}`);
      const { positions: _p, ...again } = parseScenario(scenarioText(content));
      expect(again, name).toEqual(content);
      expect(structuredClone(content), name).toEqual(content);
    }
  });

  test("a number of the base is changed before the base year is found, and the drivers still add up", () => {
    const more = run(two(), { assumptions: [{ parameter: "headcount", where: { pool: "care" }, multiply: 2 }] });
    expect(more.at({ pool: "care", measure: "headcount", year: 2019 })).toBeCloseTo(2000, 9);
    expect(more.at({ pool: "ward", measure: "headcount", year: 2019 })).toBeCloseTo(1000, 9);
    const drivers = gapDrivers(more, { pool: "care", year: 2025 }).reduce((sum, { value }) => sum + value, 0);
    expect(drivers).toBeCloseTo(
      more.at({ pool: "care", measure: "gap", year: 2025 }) - more.at({ pool: "care", measure: "gap", year: 2019 }),
      6,
    );
  });
});

test("places on a course are decided: evidence weakens a range of them, not a plain number", () => {
  const pipelines = {
    course: {
      title: "Course",
      intake: { 2020: 100 },
      month: 5,
      lasts: "6 months",
      completion: "100%",
      joins: { care: "100%" },
    },
  };
  const system = systemFrom({ pools: [], moves: [], stepsPerYear: 1 }, file({ pipelines }));
  const more = (add: number | { p10: number; p90: number }): number => {
    const changes = [{ parameter: "pipelines.course.intake", add }];
    const result = run(system, {
      interventions: [{ id: "more", title: "More places", evidence: { level: 0 }, changes }],
    });
    return result.at({ pool: "pipeline:course", measure: "entrants", year: 2023 }) - 100;
  };
  expect(more(20)).toBeCloseTo(20, 9);
  expect(more({ p10: 10, p90: 30 })).toBeCloseTo(20 * 0.35, 9);
});
