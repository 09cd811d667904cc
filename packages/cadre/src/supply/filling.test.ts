import { expect, test } from "vitest";
import { run } from "../projection/run.ts";
import { pool, town } from "../system/town.test-data.ts";

/** What is wanted of a market with so many recruits by a pool that fills its posts, and hires older staff with longer hours. */
const wantedOf = (capacity: number) =>
  run(
    town(
      {
        homes: pool({ headcount: 1000, ages: { "50-69": 1 } }),
        clinic: pool({
          employer: "Hospital",
          sector: "health",
          headcount: 0,
          ages: { "20-44": 1 },
          fte: { "20-49": 0.5, "50-69": 1 },
          leaving: { rate: 0.1, kind: "hazard", scope: "employer" },
          recruitment: { mode: "fill", market: "town", from: { homes: 0.4 } },
        }),
      },
      { axes: { age: [20, 69], tenure: 1 }, labourMarkets: { town: { capacity } }, demand: { clinic: { posts: 40 } } },
    ),
  ).at({ pool: "clinic", measure: "joiners.wanted", year: 2020 })!;

test("a market that gives nobody is wanted as much of as one that gives hardly anybody", () => {
  expect(wantedOf(0)).toBeCloseTo(wantedOf(1e-7), 5);
  // One recruit of 0.5 brings 0.4 ÷ 0.6 people hired, of 1.0 each; of both, 10% a year leave before the year is over.
  const kept = (1 - Math.exp(-0.1)) / 0.1;
  expect(wantedOf(0)).toBeCloseTo(40 / (0.5 + 0.4 / 0.6) / kept, 9);
});
