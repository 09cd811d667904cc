import { expect, test } from "vitest";
import type { Measure } from "../model/measures.ts";
import { run } from "../projection/run.ts";
import { parseSystem } from "../system/parse.ts";

const TOWN = `
  cadre: 1
  id: town
  title: A town
  calendar: { base: 2024-03-31, until: 2028-03-31 }
  axes: { age: none, tenure: 1 }
`;

test("a published rate comes out where the search begins with more hired away than it allows", () => {
  // 40 move to the hospital and need no replacing there, so that few are hired; the search begins with more.
  const town = run(
    parseSystem(`${TOWN}
  pools:
    homes:
      title: Care homes
      employer: Homes
      sector: social-care
      headcount: 1000
      leaving: { rate: 5%, kind: leavers-per-average-headcount, scope: sector }
    hospital:
      title: Hospital
      employer: Hospital
      sector: health
      headcount: 100
      leaving: { rate: 50%, kind: leavers-per-average-headcount, scope: employer }
      recruitment: { from: { homes: 20% } }
  moves:
    - { from: homes, to: hospital, rate: 4%, kind: hazard }
`),
  );
  const of = (measure: Measure) => town.at({ pool: "homes", measure, year: 2025 })!;
  expect(of("leavers") / of("personYears")).toBeCloseTo(0.05, 12);
  expect(of("leavers.hires")).toBeGreaterThan(1);
  expect(of("leavers.leaving")).toBeCloseTo(50 - 40 - of("leavers.hires"), 9);
});

test("those who come back to a pool without staff are as many as its leavers of the base year supply", () => {
  // Only people who move there pass through the new service; 60% of those who leave it come back.
  const [hazard, share] = [0.3, 0.6];
  const town = run(
    parseSystem(`${TOWN}
  pools:
    homes:
      title: Care homes
      employer: Homes
      sector: social-care
      headcount: 1000
      leaving: { rate: 20%, kind: hazard, scope: employer }
    service:
      title: A new service
      employer: Homes
      sector: social-care
      headcount: 0
      leaving: { rate: ${hazard}, kind: hazard, scope: employer }
      returners: [{ cause: leaving, share: ${share}, delay: 3 }]
  moves:
    - { from: homes, to: service, rate: 4%, kind: hazard }
`),
  );
  const of = (measure: Measure) => town.at({ pool: "service", measure, year: 2025 })!;
  const [moved, back] = [of("joiners.moves"), of("joiners.returners")];
  // Of joiners J spread over a year, λ·B·J leave in it.
  const leaving = hazard * ((1 - (1 - Math.exp(-hazard)) / hazard) / hazard);
  expect(back).toBeCloseTo((share * leaving * moved) / (1 - share * leaving), 9);
});
