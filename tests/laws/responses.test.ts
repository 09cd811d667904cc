import { resolvedRecord } from "cadre/results";
import fc from "fast-check";
import { expect, test } from "vitest";
import { filesWithResponses } from "./arbitrary-joiners.ts";
import { assertConserves, assertMovesBalance, assertNoNegativeStock, expectClose } from "./assert-laws.ts";
import { sum, tryRun } from "./joiner-law.ts";

test("with responses people are conserved, no stock is negative, and leavers are the rates used times person-years", () => {
  let responded = 0;
  const holds = fc.property(filesWithResponses, (file) => {
    const result = tryRun(file);
    assertConserves(result);
    assertMovesBalance(result);
    assertNoNegativeStock(result);
    const { responses, personYears } = result.data.projection;
    for (const factors of Object.values(responses ?? {}))
      for (const factor of factors as Float64Array) {
        expect(factor).toBeGreaterThanOrEqual(1 / 3);
        expect(factor).toBeLessThanOrEqual(3);
        if (factor !== 1) responded++;
      }
    resolvedRecord(result).pools.forEach(({ id: pool, years }, p) => {
      years.forEach(({ hazards }, y) => {
        const cells = hazards.leaving.length;
        const lived = personYears.subarray((y * result.pools.length + p) * cells);
        const left = sum(hazards.leaving.map((hazard, c) => hazard * lived[c]!));
        const year = result.years[y]!;
        expectClose(result.at({ pool, measure: "leavers.leaving", year }), left, `leavers of ${pool} in ${year}`);
      });
    });
  });
  fc.assert(holds, { numRuns: 12, seed: 20190331 });
  expect(responded).toBeGreaterThan(60);
}, 60_000);
