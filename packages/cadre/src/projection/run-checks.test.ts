import { describe, expect, it } from "vitest";
import { readSystem } from "../node.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import { checkNumbers } from "../system/check-numbers.ts";
import { errorOf, pool, town } from "../system/town.test-data.ts";
import type { System } from "../system/types.ts";
import { run } from "./run.ts";

const system = town({ homes: pool({}) });
/** As code without types would hand it in. */
const given = (scenario: object): Scenario => scenario;

describe("a scenario from code keeps the rules of files", () => {
  it.each<[string, object, string, string | undefined]>([
    [
      "a misspelt key of a change",
      { changes: [{ parameter: "leaving.rate", multiply: 0.9, form: 2021 }] },
      "changes.0.form",
      "from",
    ],
    ["a misspelt key of the scenario", { chnages: [] }, "chnages", "changes"],
    [
      "a misspelt key of an intervention",
      { interventions: [{ id: "a", title: "A", changes: [{ paramter: "leaving.rate", multiply: 0.9 }] }] },
      "interventions.0.changes.0.paramter",
      "parameter",
    ],
    [
      "a negative factor",
      { changes: [{ parameter: "leaving.rate", multiply: -0.1 }] },
      "changes.0.multiply",
      undefined,
    ],
    [
      "a reach above all",
      { interventions: [{ id: "a", title: "A", changes: [], reach: 1.5 }] },
      "interventions.0.reach",
      undefined,
    ],
  ])("%s is an error with its path", (_, scenario, path, didYouMean) => {
    expect(errorOf(() => run(system, given(scenario)))).toMatchObject({ path, didYouMean });
  });

  it("runs when it is right, with ids that are no file names", () => {
    const changes = [{ parameter: "leaving.rate", where: undefined, multiply: { p10: 0.8, p90: 0.9 } }];
    expect(() =>
      run(system, given({ title: "T", changes, interventions: [{ id: "Keep 1", title: "Keep", changes }] })),
    ).not.toThrow();
  });
});

describe("a system from code keeps the rules of files", () => {
  const homes = system.pools.homes!;
  const having = (headcount: object | number): System =>
    Object.assign({}, system, { pools: { homes: { ...homes, headcount } } });

  it("a formula that nobody has read is an error that says how", () => {
    const unread: object = { homes: { drivers: [], formula: "base * 2" } };
    const error = errorOf(() => run(Object.assign({}, system, { demand: unread })));
    expect(error).toMatchObject({ code: "plain-formula", path: "demand.homes.formula", value: "base * 2" });
  });

  it("a negative headcount is an error with its path", () => {
    const error = errorOf(() => run(having({ ...homes.headcount, value: -5 })));
    expect(error).toMatchObject({ code: "negative", path: "pools.homes.headcount", value: "-5" });
  });

  it("a number without its unit is an error with its path", () => {
    expect(errorOf(() => run(having(5)))).toMatchObject({ code: "plain-number", path: "pools.homes.headcount" });
  });

  it.each([
    "cumbria",
    "england",
    "leicester-leicestershire-rutland",
    "north-west-academies",
    "nottinghamshire",
    "somerset",
  ])("a copy of %s keeps them", async (place) => {
    const read = await readSystem(`scenarios/${place}/system.yaml`);
    expect(() => checkNumbers(structuredClone(read))).not.toThrow();
  });
});
