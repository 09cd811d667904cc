import { describe, expect, it } from "vitest";
import { run } from "../projection/run.ts";
import type { Change } from "../scenario/schema/change.ts";
import type { Intervention } from "../scenario/schema/intervention.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import { errorOf, pool, town } from "../system/town.test-data.ts";
import { decompose } from "./decompose.ts";

const system = town({ care: pool(), ward: pool() });
const doing = (id: string, change: Omit<Change, "parameter">, more: Partial<Intervention> = {}): Intervention => ({
  id,
  title: `Title of ${id}`,
  changes: [{ parameter: "leaving.rate", ...change }],
  ...more,
});
const keep = doing("keep", { multiply: 0.9 });
const gap = (scenario: Scenario) => run(system, scenario).at({ measure: "gap", year: 2022 });
const between = (before: Scenario, after: Scenario) => {
  const found = decompose(run(system, { id: "before", ...before }), run(system, { id: "after", ...after }));
  expect(found.before).toBeCloseTo(gap(before), 9);
  expect(found.after).toBeCloseTo(gap(after), 9);
  expect(found.parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(gap(after) - gap(before), 9);
  return found.parts.map(({ id, title, value }) => [id, title, Math.sign(value)]);
};

describe("a difference between two plans", () => {
  it.each<[string, Intervention, number]>([
    ["a greater effect", doing("keep", { multiply: 0.8 }), -1],
    ["a smaller reach", { ...keep, reach: 0.5 }, 1],
    ["a later start", { ...keep, from: 2022 }, 1],
    ["an evidence level", { ...keep, evidence: { level: 1 } }, 1],
  ])("counts an intervention of both that differs by %s", (_, changed, sign) => {
    expect(between({ interventions: [keep] }, { interventions: [changed] })).toEqual([
      ["keep", "Changed: Title of keep", sign],
    ]);
  });

  it("counts what only one of them has, and leaves what both have in place", () => {
    const [old, now] = [doing("old", { multiply: 0.9 }), doing("now", { multiply: 0.95 })];
    const same = { changes: keep.changes, title: "Another title", id: "keep" };
    expect(between({ interventions: [keep, old] }, { interventions: [now, same] })).toEqual([
      ["now", "Title of now", -1],
      ["old", "Without: Title of old", 1],
    ]);
  });

  it("counts evidence switched off, and assumptions, as one part each", () => {
    const weak = { ...keep, evidence: { level: 0 as const } };
    const assumptions = [{ parameter: "recruitment.effort", multiply: 0.9 }];
    expect(between({ interventions: [weak] }, { interventions: [weak], evidence: "off", assumptions })).toEqual([
      ["assumptions", "Assumptions", 1],
      ["evidence", "Evidence switched off", -1],
    ]);
  });

  it("is refused where some of it contradicts the rest, and where the systems differ", () => {
    const [one, other] = [doing("one", { set: 0.1 }), doing("other", { set: 0.15 })];
    const refused = errorOf(() => between({ interventions: [one] }, { interventions: [other] }));
    expect(refused.code).toBe("no-step-between");
    expect(refused.message).toContain('"Title of other" and "Title of one" both set leaving.rate');
    const larger = run(town({ care: pool({ headcount: 200 }), ward: pool() }));
    expect(errorOf(() => decompose(larger, run(system, { id: "plan", interventions: [keep] }))).code).toBe(
      "different-systems",
    );
  });
});
