import { expect, test } from "vitest";
import { CAUSE_NAMES } from "../model/causes.ts";
import { run } from "../projection/run.ts";
import { parseSystem } from "../system/parse.ts";

const town = (rate: string, { steps = 1, byTenure = "", more = "" } = {}) =>
  run(
    parseSystem(`
cadre: 1
id: town
title: Town
calendar: { base: 2024-03-31, until: 2026-03-31, stepsPerYear: ${steps} }
axes: { age: [16, 75], tenure: 4 }
pools:
  carers:
    title: Carers
    employer: Us
    sector: care
    headcount: 1000
    ages: { "16-29": 30%, "30-49": 45%, "50-64": 25% }
    retirement: { "60-64": 5%, "65-75": 20% }
    leaving:
      rate: ${rate}
      kind: share-leaving-within-year
      scope: employer
      includes: [retirement]
      stayingInSector: 30%
      ${byTenure}
${more}
`),
  );

/** Share of those in post at the base date who have gone a year later, by every cause and to another employer. */
function gone(result: ReturnType<typeof town>): number {
  const { opening, rates } = result.data.resolved;
  const { hazards, moves } = rates[0]!;
  let left = 0;
  for (let c = 0; c < opening.length; c++) {
    let hazard = 0;
    for (const cause of CAUSE_NAMES) hazard += hazards[cause][c]!;
    for (const move of moves) hazard += move.hazard[c]!;
    left += opening[c]! * -Math.expm1(-hazard);
  }
  return left / 1000;
}

test.each([
  ["10.2%", ""],
  ["10.2%", 'byTenure: { "0": 1.9, "1": 1.2, "2": 1, "3+": 0.6 }'],
  ["34%", 'byTenure: { "0": 5, "1": 2, "2": 1, "3+": 0.5 }'],
])("%s of those in post at the start have gone by the end, whatever the shape: %s", (rate, byTenure) => {
  expect(gone(town(rate, { byTenure }))).toBeCloseTo(Number.parseFloat(rate) / 100, 9);
  expect(gone(town(rate, { byTenure, steps: 4 }))).toBeCloseTo(Number.parseFloat(rate) / 100, 9);
});

test("joiners who leave sooner raise the year's leavers for each person above what the index says", () => {
  const [flat, steep] = ["", 'byTenure: { "0": 5, "1": 2, "2": 1, "3+": 0.5 }'].map((byTenure) => {
    const result = town("20%", { byTenure });
    return result.at({ measure: "leavers", year: 2025 }) / result.at({ measure: "personYears", year: 2025 });
  });
  expect(flat).toBeGreaterThan(0.2);
  expect(steep).toBeGreaterThan(flat! * 1.1);
});

test("retirements alone above the index are told", () => {
  expect(() => town("0.1%")).toThrow(/exceed its published leaving rate/);
});
