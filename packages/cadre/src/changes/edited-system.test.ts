import { describe, expect, it, test } from "vitest";
import { run } from "../projection/run.ts";
import { parseScenario } from "../scenario/parse.ts";
import type { Change } from "../scenario/schema/change.ts";
import { errorOf, placeOf, pool, town } from "../system/town.test-data.ts";

const people = {
  recruitment: { mode: "replace", market: "everybody" },
  ages: { "20-60": "100%" },
  sex: { female: "80%", male: "20%" },
};
const system = town(
  {
    homes: pool({ vacancyRate: "-5%", level: 2, ...people }),
    ward: pool({ sector: "health", employer: "Trust", ...people }),
  },
  {
    axes: { age: [20, 60], tenure: 2, sex: ["female", "male"] },
    labourMarkets: { everybody: { capacity: 500 } },
    population: {
      variants: {
        high: { people: { 2018: { "16+": 1000 }, 2025: { "16+": 1000 } } },
        low: { people: { 2018: { "16+": 900 }, 2025: { "16+": 900 } } },
      },
      mix: { high: "50%", low: "50%" },
    },
  },
);
const trying = (...changes: Change[]) => run(system, { changes });
const rowsOf = (...changes: Change[]) => trying(...changes).rows().value;

describe("a number of the base", () => {
  it("stays what it is at ×1 and +0, also below zero", () => {
    const plain = rowsOf();
    for (const parameter of ["vacancyRate", "headcount"]) {
      expect(rowsOf({ parameter, multiply: 1 })).toEqual(plain);
      expect(rowsOf({ parameter, add: 0 })).toEqual(plain);
    }
  });

  it("misspelt is unknown, whatever its dates", () => {
    const error = errorOf(() => trying({ parameter: "leving.rate", from: 2020, multiply: 0.9 }));
    expect(error).toMatchObject({ code: "unknown-parameter", didYouMean: "leaving.rate" });
  });

  it("takes one variant of the population", () => {
    const error = errorOf(() =>
      trying({ parameter: "population", variant: "high" }, { parameter: "population", variant: "low" }),
    );
    expect(error.code).toBe("two-sets");
    expect(error.message).toContain('"Change 1" and "Change 2" both set population');
  });
});

const base = { parameter: "headcount", multiply: 1.1 };
const rate = { parameter: "leaving.rate", multiply: 0.9 };
test.each<[Change, string, string | undefined]>([
  [{ ...base, where: { pool: "hoems" } }, "hoems", "homes"],
  [{ ...base, where: { sector: "helth" } }, "helth", "health"],
  [{ ...rate, where: { sector: "helth" } }, "helth", "health"],
  [{ ...rate, where: { employer: "Trsut" } }, "Trsut", "Trust"],
  [{ ...rate, where: { pool: "sector:helth" } }, "sector:helth", "sector:health"],
  [{ ...rate, where: { level: 7 } }, "7", undefined],
  [{ ...rate, where: { pool: "homes", sector: "health" } }, "pool: homes, sector: health", undefined],
  [{ ...rate, where: { sex: "femal" } }, "femal", "female"],
  [{ ...rate, where: { tenure: "9" } }, "9", undefined],
  [{ ...rate, where: { age: "90+" } }, "90+", undefined],
])("a selection of nobody says which word is wrong: %j", (change, value, didYouMean) => {
  expect(errorOf(() => trying(change))).toMatchObject({ code: "empty-selection", value, didYouMean });
});

test.each<Change>([
  { ...base, where: { age: "50+" } },
  { parameter: "labourMarkets.everybody.capacity", where: { sector: "health" }, multiply: 0.5 },
])("a selection that a number has not is refused, not passed over: %j", (change) => {
  expect(errorOf(() => trying(change)).code).toBe("selection-too-fine");
});

test("each is shown where it was written", () => {
  const text = `cadre: 1
id: plan
title: Plan
system: ./system.yaml
assumptions:
  - { parameter: leving.rate, from: 2021, multiply: 0.9 }
`;
  const found = errorOf(() => run(system, parseScenario(text, { file: "plan.yaml" })));
  expect(found).toMatchObject({ file: "plan.yaml", ...placeOf(text, "{ parameter"), didYouMean: "leaving.rate" });
});
