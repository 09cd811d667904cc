import { expect, test } from "vitest";
import { run } from "../projection/run.ts";
import { parseSystem } from "../system/parse.ts";

/** A pool that fills its posts from a market with so many recruits a year, and hires older staff with longer hours. */
const town = (capacity: number) =>
  run(
    parseSystem(`
      cadre: 1
      id: town
      title: A town
      calendar: { base: 2024-03-31, until: 2026-03-31 }
      axes: { age: [20, 69], tenure: 1 }
      labourMarkets: { town: { capacity: ${capacity} } }
      pools:
        homes:
          title: Care homes
          employer: Homes
          sector: social-care
          headcount: 1000
          ages: { "50-69": 1 }
          leaving: { rate: 20%, kind: hazard, scope: employer }
        clinic:
          title: A new clinic
          employer: Hospital
          sector: health
          headcount: 0
          ages: { "20-44": 1 }
          fte: { "20-49": 0.5, "50-69": 1 }
          leaving: { rate: 10%, kind: hazard, scope: employer }
          recruitment: { mode: fill, market: town, from: { homes: 40% } }
      demand: { clinic: { posts: 40 } }
    `),
  ).at({ pool: "clinic", measure: "joiners.wanted", year: 2025 })!;

test("a market that gives nobody is wanted as much of as one that gives hardly anybody", () => {
  expect(town(0)).toBeCloseTo(town(1e-7), 5);
  // One recruit of 0.5 brings 0.4 ÷ 0.6 people hired, of 1.0 each; of both, 10% a year leave before the year is over.
  const kept = (1 - Math.exp(-0.1)) / 0.1;
  expect(town(0)).toBeCloseTo(40 / (0.5 + 0.4 / 0.6) / kept, 9);
});
