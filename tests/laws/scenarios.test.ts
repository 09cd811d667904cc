import { existsSync, readdirSync } from "node:fs";
import { CadreError, decompose, type Result, run, type Scenario, type System } from "cadre";
import { readSystem } from "cadre/node";
import { explainable } from "cadre/results";
import fc from "fast-check";
import { expect, test } from "vitest";
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
    // A job has no hours that could change.
    const ofPeople = Object.keys(system.pools).find((id) => system.pools[id]?.counts !== "jobs");
    const changes = explainable(system)
      .parameters.filter((name) => !LISTS.test(name))
      .flatMap((parameter) => {
        const chosen = parameter === "fte" ? { where: { pool: ofPeople } } : {};
        return [
          { parameter, multiply: 1, ...chosen },
          { parameter, add: 0, ...chosen },
        ];
      });
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
