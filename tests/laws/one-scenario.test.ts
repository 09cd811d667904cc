import { decompose, run, type Scenario } from "cadre";
import { gapDrivers } from "cadre/results";
import { EVIDENCE_RULES } from "cadre/scenarios";
import { describe, expect, test } from "vitest";
import { systemFrom } from "./arbitrary-system.ts";
import { expectClose } from "./assert-laws.ts";
import { file, keep, two } from "./two-pools.ts";

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
