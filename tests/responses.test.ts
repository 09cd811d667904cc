import { CadreError, ensemble, explain, parseSystem, run, type Scenario, type System } from "cadre";
import { readSystem } from "cadre/node";
import { expect, test } from "vitest";

/** One pool of all ages with a fifth of its posts vacant, of which 30% leave a year. */
const town = (
  more: { recruitment?: object; leaving?: object; vacancyRate?: number; calendar?: object; pay?: object } = {},
): System =>
  parseSystem(
    JSON.stringify({
      cadre: 1,
      id: "town",
      title: "A town",
      calendar: { base: "2020-03-31", until: "2110-03-31", ...more.calendar },
      axes: { age: "none", tenure: 1 },
      pools: {
        carers: {
          title: "Carers",
          employer: "Our agency",
          sector: "social-care",
          headcount: 800,
          vacancyRate: more.vacancyRate ?? 0.2,
          ...(more.pay && { pay: more.pay }),
          leaving: { rate: 0.3, kind: "hazard", scope: "employer", ...more.leaving },
          recruitment: { mode: "replace", ...more.recruitment },
        },
      },
    }),
  );
const supply = (system: System, year: number, scenario?: Scenario) =>
  run(system, scenario).at({ pool: "carers", measure: "supply", year });
const toVacancies = (power: unknown) => ({ to: "vacancyRate", power });
const codeOf = (make: () => unknown): string => {
  try {
    make();
  } catch (error) {
    if (error instanceof CadreError) return error.code;
    throw error;
  }
  return "(no error)";
};

test("recruits that respond to vacancies come to rest where the closed form says", () => {
  const effort = 0.8;
  // With x of the posts filled in the end, x = effort (1 − v) ((1 − x) ÷ v)^power for a base vacancy rate v.
  const [v, k] = [0.2, (0.8 * (1 - 0.2)) ** 2 / 0.2];
  const linear = (effort * (1 - v)) / (v + effort * (1 - v));
  const root = (-k + Math.sqrt(k * k + 4 * k)) / 2;
  expect(supply(town({ recruitment: { effort, responds: toVacancies(1) } }), 2110)).toBeCloseTo(1000 * linear, 8);
  expect(supply(town({ recruitment: { effort, responds: toVacancies(0.5) } }), 2110)).toBeCloseTo(1000 * root, 8);
});

test("leaving that responds to workload comes to rest where the closed form says", () => {
  const system = town({
    recruitment: { effort: 0.9 },
    leaving: { rate: 0.6, responds: { to: "workload", power: 0.5 } },
  });
  // Recruits 0.9 R = λ N (800 ÷ N)^½ with R = 800 λ: N = 800 × 0.9².
  expect(supply(system, 2110)).toBeCloseTo(800 * 0.9 ** 2, 6);
});

test("a pool that has staff and no posts left responds as one with hardly any", () => {
  const system = town({ recruitment: { mode: "fixed", recruits: { 2021: 90 }, responds: toVacancies(0.5) } });
  const recruits = (multiply: number) =>
    run(system, { changes: [{ parameter: "demand.posts", multiply, from: 2021 }] }).at({
      pool: "carers",
      measure: "joiners.market",
      year: 2022,
    });
  expect(recruits(0)).toBeCloseTo(90 / 3, 9);
  expect(recruits(1e-9)).toBeCloseTo(90 / 3, 9);
});

test("a power of zero changes no digit, and neither does a response that nothing disturbs", () => {
  const same = (system: System, scenario: Scenario, other: System, without: Scenario = scenario) =>
    expect(run(system, scenario).rows().value).toEqual(run(other, without).rows().value);
  const less: Scenario = { changes: [{ parameter: "recruitment.effort", multiply: 0.8 }] };
  const zero = town({ recruitment: { responds: toVacancies(0) }, leaving: { responds: { to: "workload", power: 0 } } });
  same(zero, less, town());
  const set: Scenario = { changes: [...(less.changes ?? []), { parameter: "recruitment.responds.power", set: 0 }] };
  same(town(), set, town(), less);
  expect(run(town({ recruitment: { responds: toVacancies(1) } })).at({ measure: "gap", year: 2110 })).toBeCloseTo(200);
});

test("a response shows after its delay", () => {
  const until = { calendar: { until: "2026-03-31" } };
  const after = (delay: number) =>
    run(town({ ...until, recruitment: { effort: 0.8, responds: { ...toVacancies(1), delay } } })).series({
      measure: "joiners.market",
    });
  for (const delay of [1, 2, 4])
    expect(after(delay).map(({ value }) => value > 0.8 * 240 + 1e-6)).toEqual(
      [2021, 2022, 2023, 2024, 2025, 2026].map((year) => year > 2020 + delay),
    );
});

test("a scenario sets the power, an interval draws it, and explain tells what it comes to", async () => {
  const responds = { effort: 0.8, responds: toVacancies({ value: 0.5, p10: 0.2, p90: 0.8 }) };
  const system = town({ calendar: { until: "2026-03-31" }, recruitment: responds });
  const plain = town({ calendar: { until: "2026-03-31" }, recruitment: { effort: 0.8 } });
  const set: Scenario = { changes: [{ parameter: "recruitment.responds.power", set: 0.5 }] };
  expect(supply(plain, 2026, set)).toBe(supply(system, 2026));
  const drawn = await ensemble(system, {}, { draws: 40, seed: 1 });
  const { p10, p90 } = drawn.at({ measure: "supply", year: 2026 });
  expect(p90 - p10).toBeGreaterThan(10);
  const { value, steps } = explain(system, {
    parameter: "recruitment.recruits",
    where: { pool: "carers" },
    year: 2025,
  });
  const step = (words: string) => steps.find(({ what }) => what.includes(words))?.value ?? Number.NaN;
  expect(step("Times the response")).toBeCloseTo((step("31 March 2024") / step("31 March 2020")) ** 0.5, 12);
  expect(value).toBeCloseTo(step("keep the base-year") * step("effort") * step("Times the response"), 9);
  const leaving = { calendar: { until: "2026-03-31" }, leaving: { responds: { to: "workload", power: 1 } } };
  const rate = explain(town({ ...leaving, recruitment: { effort: 0.8 } }), {
    parameter: "leaving.rate",
    where: { pool: "carers" },
    year: 2025,
  });
  const factor = rate.steps.find(({ what }) => what.includes("Times the response"))?.value ?? Number.NaN;
  expect(factor).toBeGreaterThan(1.05);
  expect(rate.value).toBeCloseTo(0.3 * factor, 9);
});

test("draws on the fast kernel find the numbers of a run", async () => {
  const system = town({
    calendar: { until: "2030-03-31" },
    recruitment: { effort: 0.8, responds: toVacancies(0.7) },
    leaving: { responds: { to: "workload", power: 0.3 } },
  });
  const never: Scenario = {
    uncertainties: [{ parameter: "leaving.rate", multiply: { p10: 1 - 1e-13, p90: 1 + 1e-13 } }],
  };
  const drawn = await ensemble(system, never, { draws: 5, seed: 1 });
  for (const measure of ["supply", "leavers", "joiners"] as const)
    expect(drawn.at({ measure, year: 2030 }).p50).toBeCloseTo(run(system).at({ measure, year: 2030 }), 8);
});

test("a response is held within limits, and the run says so", () => {
  const system = town({ vacancyRate: 0.01, recruitment: { effort: 0.5, responds: toVacancies(3) } });
  const { warnings, data } = run(system);
  expect(Math.max(...(data.projection.responses?.recruits ?? []))).toBe(3);
  expect(warnings.join()).toContain('The response of recruits of "carers" is limited to between a third and 3 times');
  const set: Scenario = { changes: [{ parameter: "recruitment.responds.power", set: 1 }] };
  const full = run(town({ vacancyRate: 0 }), set);
  expect(full.warnings.join()).toContain('There are no vacancies in "carers" at the base date');
  expect(full.at({ measure: "supply", year: 2110 })).toBe(supply(town({ vacancyRate: 0 }), 2110));
});

test("recruits and leaving go with relative pay, to the powers that the pool gives", () => {
  const pay = { recruits: 2, leaving: -1 };
  const system = town({ calendar: { until: "2026-03-31" }, pay });
  const plain = town({ calendar: { until: "2026-03-31" } });
  const raised: Scenario = { changes: [{ parameter: "pay.relative", multiply: 1.1, from: 2023 }] };
  const byHand: Scenario = {
    changes: [
      { parameter: "recruitment.effort", multiply: 1.1 ** 2, from: 2023 },
      { parameter: "leaving.hazard", multiply: 1.1 ** -1, from: 2023 },
    ],
  };
  const [actual, expected] = [run(system, raised), run(plain, byHand)];
  for (const measure of ["supply", "joiners.market", "leavers.leaving"] as const)
    for (const year of [2022, 2023, 2026])
      expect(actual.at({ measure, year })).toBeCloseTo(expected.at({ measure, year }), 9);
  expect(run(system).rows().value).toEqual(run(plain).rows().value);
  const none: Scenario = { changes: [{ parameter: "pay.relative", multiply: 1 }] };
  expect(run(system, none).rows().value).toEqual(run(plain).rows().value);
  expect(run(plain, raised).warnings.join()).toContain("the pool gives no pay elasticity");
  const { steps } = explain(system, raised, {
    parameter: "recruitment.recruits",
    where: { pool: "carers" },
    year: 2025,
  });
  expect(steps.find(({ what }) => what.includes("relative pay"))?.value).toBeCloseTo(1.21, 12);
});

test("a response that cannot be is refused", () => {
  expect(codeOf(() => town({ recruitment: { mode: "fill", responds: toVacancies(1) } }))).toBe("mode-contradiction");
  expect(codeOf(() => town({ vacancyRate: 0, recruitment: { responds: toVacancies(1) } }))).toBe("no-base-vacancies");
  const opening = { calendar: { convention: "opening-stock" } };
  expect(codeOf(() => town({ ...opening, leaving: { responds: toVacancies(1) } }))).toBe("response-of-probabilities");
  const set: Scenario = { changes: [{ parameter: "leaving.responds.power", set: 1 }] };
  expect(codeOf(() => run(town(opening), set))).toBe("response-of-probabilities");
});

/** England without the ages of nurses who left, as it was when its responses were worked out elsewhere. */
function nursesOfAllAges(england: System): System {
  const { byAge: _, ...leaving } = england.pools.nurses!.leaving;
  return { ...england, pools: { ...england.pools, nurses: { ...england.pools.nurses!, leaving } } };
}

test.each([
  ["all", [749, 497, 386, 308], nursesOfAllAges],
  ["pool", [749, 490, 379, 304], nursesOfAllAges],
  ["all", [760, 506, 392, 311], (england: System) => england],
] as const)(
  "England: recruits that respond to the vacancies (of: %s) of the year before leave less of the gap: %j",
  async (of, gaps, as) => {
    const england = as(await readSystem("scenarios/england/system.yaml"));
    const gap = (power: number) => {
      const responds = {
        to: "vacancyRate" as const,
        of,
        power: { value: power, unit: "number" as const, written: String(power), kind: "assumption" as const },
        delay: 1,
      };
      const pools = Object.entries(england.pools).map(
        ([id, pool]) => [id, { ...pool, recruitment: { ...pool.recruitment, responds } }] as const,
      );
      return run({ ...england, pools: Object.fromEntries(pools) }).at({ measure: "gap", year: 2035 });
    };
    expect([0, 0.25, 0.5, 1].map((power) => Math.round(gap(power) / 1000))).toEqual(gaps);
  },
);
