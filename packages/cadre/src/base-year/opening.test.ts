import { expect, test } from "vitest";
import { run } from "../projection/run.ts";
import { parseSystem } from "../system/parse.ts";

const ageless = (leaving: string) =>
  run(
    parseSystem(`
      cadre: 1
      id: ageless
      title: Ageless
      calendar: { base: 2024-03-31, until: 2034-03-31 }
      axes: { age: none, tenure: 4 }
      pools:
        carers:
          title: Carers
          employer: Us
          sector: social-care
          headcount: 1000
          leaving: ${leaving}
    `),
  );

test.each([
  '{ rate: 30%, kind: leavers-per-average-headcount, scope: employer, byTenure: { "0": 2, "1": 1.2, "2": 1, "3+": 0.5 } }',
  '{ rate: 47%, kind: still-in-post, after: 3 years, scope: employer, byTenure: { "0": 2, "1": 1.2, "2": 1, "3+": 0.5 } }',
])("without ages, opening service is what steady recruitment makes, so that nothing changes: %s", (leaving) => {
  const result = ageless(leaving);
  const first = result.at({ pool: "carers", measure: "leavers", year: 2025 });
  for (const year of result.years) {
    expect(result.at({ pool: "carers", measure: "headcount", year })).toBeCloseTo(1000, 7);
    expect(result.at({ pool: "carers", measure: "leavers", year })).toBeCloseTo(first, 7);
  }
  expect(result.cells({ pool: "carers", measure: "headcount", year: 2024 })[3]).toBeGreaterThan(300);
});
