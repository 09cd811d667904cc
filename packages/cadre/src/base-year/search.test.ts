import { expect, test } from "vitest";
import type { Measure } from "../model/measures.ts";
import { run } from "../projection/run.ts";
import { pool, town } from "../system/town.test-data.ts";

test("a published rate comes out where the search begins with more hired away than it allows", () => {
  // 40 move to the hospital and need no replacing there, so that few are hired; the search begins with more.
  const kind = "leavers-per-average-headcount";
  const found = run(
    town(
      {
        homes: pool({ headcount: 1000, leaving: { rate: 0.05, kind, scope: "sector" } }),
        hospital: pool({
          employer: "Hospital",
          sector: "health",
          leaving: { rate: 0.5, kind, scope: "employer" },
          recruitment: { from: { homes: 0.2 } },
        }),
      },
      { moves: [{ from: "homes", to: "hospital", rate: 0.04, kind: "hazard" }] },
    ),
  );
  const of = (measure: Measure) => found.at({ pool: "homes", measure, year: 2020 })!;
  expect(of("leavers") / of("personYears")).toBeCloseTo(0.05, 12);
  expect(of("leavers.hires")).toBeGreaterThan(1);
  expect(of("leavers.leaving")).toBeCloseTo(50 - 40 - of("leavers.hires"), 9);
});

test("those who come back to a pool without staff are as many as its leavers of the base year supply", () => {
  // Only people who move there pass through the new service; 60% of those who leave it come back.
  const [hazard, share] = [0.3, 0.6];
  const found = run(
    town(
      {
        homes: pool({ headcount: 1000 }),
        service: pool({
          headcount: 0,
          leaving: { rate: hazard, kind: "hazard", scope: "employer" },
          returners: [{ cause: "leaving", share, delay: 3 }],
        }),
      },
      { moves: [{ from: "homes", to: "service", rate: 0.04, kind: "hazard" }] },
    ),
  );
  const of = (measure: Measure) => found.at({ pool: "service", measure, year: 2020 })!;
  const [moved, back] = [of("joiners.moves"), of("joiners.returners")];
  // Of joiners J spread over a year, λ·B·J leave in it.
  const leaving = hazard * ((1 - (1 - Math.exp(-hazard)) / hazard) / hazard);
  expect(back).toBeCloseTo((share * leaving * moved) / (1 - share * leaving), 9);
});
