import { describe, expect, it } from "vitest";
import { run } from "../projection/run.ts";
import { parseScenario } from "../scenario/parse.ts";
import type { Change } from "../scenario/schema/change.ts";
import type { Intervention } from "../scenario/schema/intervention.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import { pool, town } from "../system/town.test-data.ts";
import { type ExplainQuestion, explain } from "./explain.ts";
import type { ExplanationStep } from "./explanation.ts";

const system = town(
  {
    care: pool({
      sector: "social-care",
      vacancyRate: 0.1,
      recruitment: { mode: "replace", market: "all", from: { hospital: 0.1 } },
      returners: [{ heads: { 2020: 5 } }],
      costs: { pay: 20000 },
    }),
    hospital: pool({ sector: "health", agency: { fills: 0.5, premium: 0.3 } }),
  },
  {
    axes: { age: "none", tenure: 2 },
    labourMarkets: { all: { capacity: 500 } },
    pipelines: {
      academy: {
        title: "Academy",
        intake: { 2020: 10, 2021: 20 },
        month: 9,
        entrants: { community: 1 },
        lasts: "6 months",
        completion: 0.8,
        joins: { care: 0.5 },
      },
    },
    shifts: [{ from: "hospital", to: "care", share: 0.05, start: 2020 }],
    costs: { leaver: 3000 },
  },
);
const of = (...changes: Change[]): Scenario => ({ changes });
const says = (steps: readonly ExplanationStep[]) => steps.map(({ what, value }) => [what, value]);
const question = (parameter: string, more: Partial<ExplainQuestion> = {}): ExplainQuestion => ({
  parameter,
  where: { pool: "care" },
  year: 2021,
  ...more,
});

describe("the changes behind a number", () => {
  const preview: Intervention = {
    id: "previews",
    title: "Job previews",
    evidence: { level: 2, source: "toolkit", at: "page 3" },
    reach: 0.6,
    from: 2021,
    over: 2,
    changes: [
      { parameter: "leaving.rate", where: { sector: "social-care", tenure: "0" }, multiply: { p10: 0.7, p90: 0.9 } },
    ],
  };
  const scenario: Scenario = { interventions: [preview], sources: { toolkit: { title: "The toolkit" } } };
  // Found 0.8; a quarter taken away 0.85; reaching 60% 0.91; half phased in 0.955.
  const factor = 1 - 0.2 * 0.75 * 0.6 * 0.5;

  it("say who makes them, what was found, and what evidence, reach and phase leave of it", () => {
    const { steps, value } = explain(
      system,
      scenario,
      question("leaving.rate", { where: { pool: "care", tenure: "0" } }),
    );
    const step = steps.at(-2);
    expect(step).toMatchObject({
      what: "Is multiplied by Job previews",
      value: expect.closeTo(factor, 12),
      unit: "factor",
      source: "The toolkit",
      at: "page 3",
    });
    for (const said of ["0.7 to 0.9, mean 0.8", "level 2 takes away 25%", "reaches 60%", "50% phased in by 2021"])
      expect(step?.note).toContain(said);
    expect(value).toBeCloseTo(0.2 * factor, 9);
    expect(steps.at(-1)).toMatchObject({ what: expect.stringContaining("Used in 2021"), value });
  });

  it("are those that work on these staff in this year", () => {
    const lines = (more: Partial<ExplainQuestion>) => explain(system, scenario, question("leaving.rate", more)).steps;
    expect(lines({ where: { pool: "care" } }).at(-2)?.note).toContain("works on tenure 0 only");
    for (const none of [{ year: 2020 }, { where: { pool: "hospital" } }, { where: { pool: "care", tenure: "1+" } }])
      expect(says(lines(none)).flat().join()).not.toContain("Job previews");
    expect(
      says(explain(system, scenario, question("retirement.rate")).steps)
        .flat()
        .join(),
    ).not.toContain("previews");
  });

  it("take an effect as found where evidence is off, and say where nobody measured it", () => {
    const unknown = { ...preview, evidence: { level: 0 as const, unknown: true } };
    const step = (scene: Scenario) => explain(system, scene, question("leaving.rate")).steps.at(-2);
    expect(step({ interventions: [unknown], evidence: "off" })?.note).toContain("evidence level 0, taken as found");
    expect(step({ interventions: [unknown] })?.note).toContain("nobody has measured this effect");
  });

  it("leave a decision whole", () => {
    const places = { parameter: "pipelines.academy.intake", add: 5 };
    const more: Intervention = { id: "more", title: "More places", evidence: { level: 1 }, changes: [places] };
    const { value, steps } = explain(system, { interventions: [more] }, question("pipelines.academy.intake"));
    expect(value).toBe(25);
    expect(steps[1]!.note).toContain("a decision, which evidence does not weaken");
  });

  it("have a place in the scenario's file, also when the catalogue holds them", () => {
    const entry = JSON.stringify({ cadre: 1, ...preview, evidence: { level: 4 } });
    const text = [
      "cadre: 1\nid: plan\ntitle: Plan\nsystem: ./system.yaml",
      "assumptions:\n  - { parameter: leaving.rate, multiply: 1.1, note: as last year }",
      "interventions:\n  - { use: previews, from: 2020 }\n",
    ].join("\n");
    const plan = parseScenario(text, { file: "plan.yaml", files: { "data/interventions/previews.yaml": entry } });
    const steps = explain(system, plan, question("leaving.rate")).steps.slice(-3, -1);
    expect(steps.map(({ what, place }) => [what, place])).toEqual([
      ["Is multiplied by Assumption 1", "plan.yaml:6:5"],
      ["Is multiplied by Job previews", "plan.yaml:8:5"],
    ]);
    expect(steps[0]!.note).toBe("as found 1.1; as last year");
    expect(steps[1]!.note).toContain("level 4 takes nothing away");
  });
});

it("a change in a scenario that extends another has its own place, also where it replaces one of the other's", () => {
  const one = (id: string, by: number) =>
    `  - { id: ${id}, title: ${id}, changes: [{ parameter: leaving.rate, multiply: ${by} }] }\n`;
  const head = (id: string) => `cadre: 1\nid: ${id}\ntitle: T\nsystem: ./system.yaml\n`;
  const base = `${head("base")}interventions:\n${one("a", 0.9)}${one("b", 0.8)}`;
  const text = `${head("plan")}extends: base\ninterventions:\n${one("a", 0.5)}${one("c", 0.7)}`;
  const plan = parseScenario(text, { file: "plan.yaml", files: { "base.yaml": base } });
  const steps = explain(system, plan, question("leaving.rate")).steps.filter(({ unit }) => unit === "factor");
  const places = Object.fromEntries(steps.map(({ what, place }) => [what.at(-1), place?.split(":")[1]]));
  expect(places).toMatchObject({ a: "7", c: "8" });
});

describe("a parameter that varies by year", () => {
  it.each<[string, Change, number, number, string]>([
    ["recruitment.effort", { parameter: "recruitment.effort", multiply: 1.5 }, 1, 1.5, "factor"],
    ["recruitment.weight", { parameter: "recruitment.weight", add: 1 }, 1, 2, "factor"],
    ["recruitment.from.hospital", { parameter: "recruitment.from.hospital", set: 0.3 }, 0.1, 0.3, "share"],
    ["demand.growthPerHead", { parameter: "demand.growthPerHead", set: 0.02 }, 0, 0.02, "per year"],
    ["agency.fills", { parameter: "agency.fills", add: 0.2 }, 0, 0.2, "share"],
    ["costs.pay", { parameter: "costs.pay", multiply: 2 }, 20000, 40000, "GBP"],
    ["costs.leaver", { parameter: "costs.leaver", multiply: 2 }, 3000, 6000, "GBP"],
    ["returners.0", { parameter: "returners.0", add: 5 }, 5, 10, "heads a year"],
    ["leaving.stayingInSector", { parameter: "leaving.stayingInSector", add: 1 }, 0, 1, "share"],
    ["pipelines.academy.intake", { parameter: "pipelines.academy.intake", multiply: 2 }, 20, 40, "heads a year"],
    ["pipelines.academy.completion", { parameter: "pipelines.academy.completion", add: 0.1 }, 0.8, 0.9, "share"],
    ["pipelines.academy.joins.hospital", { parameter: "pipelines.academy.joins.hospital", add: 0.2 }, 0, 0.2, "share"],
    ["labourMarkets.all.capacity", { parameter: "labourMarkets.all.capacity", add: 5 }, 500, 505, "recruits a year"],
    ["shifts.0.share", { parameter: "shifts.0.share", multiply: 2 }, 0.05, 0.1, "share"],
  ])("%s is shown as written, with its changes and as used", (parameter, change, written, used, unit) => {
    const { value, steps, unit: shown } = explain(system, of(change), question(parameter));
    expect(value).toBeCloseTo(used, 12);
    expect(shown).toBe(unit);
    expect(steps[0]!.value).toBeCloseTo(written, 12);
    expect(steps).toHaveLength(3);
    const plain = explain(system, question(parameter));
    expect(plain.value).toBeCloseTo(written, 12);
    expect(plain.steps).toHaveLength(1);
  });

  it("is, for hours and posts, what the projection has", () => {
    const now = explain(system, of({ parameter: "fte", multiply: 0.9 }), question("fte"));
    expect([now.steps[0]!.value, now.value]).toEqual([expect.closeTo(1, 12), expect.closeTo(0.9, 12)]);
    const changed = of({ parameter: "demand.posts", where: { pool: "care" }, add: 7 });
    const posts = explain(system, changed, question("demand.posts"));
    expect(posts.value).toBe(run(system, changed).at({ pool: "care", measure: "demand", year: 2021 }));
    expect(posts.value! - (posts.steps[0]!.value ?? 0)).toBeCloseTo(7, 9);
  });
});

describe("a number of the base year", () => {
  it.each(["headcount", "pools.care.headcount"])("changed as %s is shown as written and as used", (parameter) => {
    const { value, steps } = explain(
      system,
      of({ parameter, where: { pool: "care" }, add: 20 }),
      question("headcount"),
    );
    expect(value).toBe(120);
    expect(says(steps)).toEqual([
      ["As written: 100", 100],
      ["Is added to by Change 1", 20],
      ["Used", 120],
    ]);
    expect(explain(system, of({ parameter, add: 20 }), question("vacancyRate")).steps).toHaveLength(1);
  });
});
