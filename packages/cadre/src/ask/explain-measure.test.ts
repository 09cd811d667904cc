import { expect, test } from "vitest";
import { run } from "../projection/run.ts";
import { pool, still, town } from "../system/town.test-data.ts";
import { step, system } from "./explain.test-data.ts";
import { explain } from "./explain.ts";
import type { Explanation } from "./explanation.ts";

test.each(["homes", "hospital", "all", "sector:care"])("the gap of %s is demand less supply", (id) => {
  const explained = explain(system, { measure: "gap", where: { pool: id }, year: 2022 });
  expect(step(explained, "Demand") - step(explained, "less supply")).toBeCloseTo(explained.value!, 9);
  expect(explained.value).toBe(run(system).at({ pool: id, measure: "gap", year: 2022 }));
  const rate = explain(system, { measure: "vacancyRate", where: { pool: id }, year: 2022 });
  expect(rate.value).toBeCloseTo(explained.value! / step(explained, "Demand"), 12);
});

/** Heads at the start plus all that come, less all that go. */
const balance = ({ steps }: Explanation) =>
  steps.slice(0, -1).reduce((sum, { what, value = 0 }) => {
    if (what.startsWith("Headcount at")) return sum + value;
    if (what.startsWith("plus")) return sum + value;
    return what.startsWith("less") ? sum - value : sum;
  }, 0);

test.each(["homes", "hospital", "all"])("heads of %s are those at the base, plus who came, less who went", (id) => {
  const explained = explain(system, { measure: "headcount", where: { pool: id }, year: 2022 });
  expect(balance(explained)).toBeCloseTo(explained.value!, 8);
  expect(explained.steps.at(-1)?.value).toBe(explained.value);
});

test("no way to come or go is left out of it: hiring, training, courses, returners", () => {
  const everyWay = town(
    {
      homes: pool({
        returners: [{ heads: { 2020: 3 } }],
        leaving: { rate: 0.2, kind: "hazard", scope: "employer", stayingInSector: "30%" },
      }),
      ward: pool({ sector: "health", recruitment: { from: { homes: "20%" } } }),
    },
    {
      pipelines: {
        nursing: {
          title: "Nursing",
          intake: { 2018: 10 },
          lasts: "1 year",
          completion: "80%",
          entrants: { homes: "100%" },
          joins: { ward: "90%" },
          earlyLeaversJoin: { homes: "50%" },
        },
      },
    },
  );
  for (const id of ["homes", "ward", "all"]) {
    const explained = explain(everyWay, { measure: "headcount", where: { pool: id }, year: 2022 });
    expect(balance(explained)).toBeCloseTo(explained.value!, 8);
  }
});

test("supply is heads times the mean hours", () => {
  const explained = explain(system, { measure: "supply", where: { pool: "homes" }, year: 2020 });
  expect(explained.value).toBeCloseTo(run(system).at({ pool: "homes", measure: "headcount", year: 2020 }), 9);
  expect(step(explained, "FTE a head")).toBeCloseTo(1, 12);
});

const grown = town(
  { homes: pool({ vacancyRate: "20%" }), ward: still({ sector: "health" }) },
  {
    population: { people: { 2018: { "0-64": 800, "65+": 200 }, 2023: { "0-64": 780, "65+": 260 } } },
    demand: {
      homes: {
        drivers: [{ population: { "65+": "60%", "0-64": "40%" } }],
        growthPerHead: "2% per year",
        productivity: "1% per year",
      },
    },
  },
);

test("demand is posts at the base, times each factor", () => {
  const explained = explain(grown, { measure: "demand", where: { pool: "homes" }, year: 2022 });
  expect(step(explained, "Staff in post")).toBeCloseTo(100, 9);
  expect(step(explained, "Posts needed at the base date")).toBeCloseTo(125, 9);
  const factors = ["times people aged", "times growth per head", "divided by productivity"].map((begins) =>
    step(explained, begins),
  );
  expect(factors[1]).toBeCloseTo(1.02 ** 3, 12);
  expect(factors[2]).toBeCloseTo(1.01 ** -3, 12);
  expect(factors.reduce((product, factor) => product * factor, 125)).toBeCloseTo(explained.value!, 9);
});

test("demand of a group is that of its pools", () => {
  const explained = explain(grown, { measure: "demand", year: 2022 });
  expect(explained.steps.reduce((sum, { value = 0 }) => sum + value, 0)).toBeCloseTo(explained.value!, 9);
});
