import { expect, test } from "vitest";
import { type Part, pool, town } from "../system/town.test-data.ts";
import { step } from "./explain.test-data.ts";
import { explain } from "./explain.ts";

const filled = (market: Part) =>
  town(
    {
      homes: pool(),
      ward: pool({ sector: "health", recruitment: { mode: "fill", market: "entry", from: { homes: "10%" } } }),
    },
    { demand: { ward: { posts: 150 } }, labourMarkets: { entry: market } },
  );

test("recruits that fill posts: wanted, what the market has, and what came", () => {
  const scarce = filled({ capacity: 30 });
  const explained = explain(scarce, { parameter: "recruitment.recruits", where: { pool: "ward" }, year: 2020 });
  expect(explained.steps[0]!.what).toContain("Mode fill");
  expect(step(explained, "Funded posts")).toBeCloseTo(150, 9);
  expect(step(explained, "Of which drawn from Staff")).toBeCloseTo(0.1, 12);
  expect(step(explained, 'The market "entry" has')).toBeCloseTo(30, 9);
  expect(step(explained, "Wanted from the labour market")).toBeGreaterThan(60);
  expect(explained.value).toBeCloseTo(30, 9);
  // A tenth of all recruits: one from the homes for nine from the market.
  expect(step(explained, "Hired from other pools")).toBeCloseTo(30 / 9, 9);
  const ample = explain(filled({ capacity: 1e6 }), {
    parameter: "recruitment.recruits",
    where: { pool: "ward" },
    year: 2020,
  });
  expect(ample.value).toBeCloseTo(step(ample, "Wanted from the labour market"), 9);
});

test("recruits that replace: the base year's, times effort", () => {
  const more = town({ homes: pool({ recruitment: { effort: "150%" } }) });
  const explained = explain(more, { parameter: "recruitment.recruits" });
  expect(step(explained, "Recruits that keep") * step(explained, "Times recruitment effort")).toBeCloseTo(
    explained.value!,
    9,
  );
  expect(explained.value).toBeCloseTo(30, 9);
});
