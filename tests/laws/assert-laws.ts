import type { CountedMeasure, Result } from "cadre";
import { MEASURES, partsOf } from "cadre/measures";
import { expect } from "vitest";

const RELATIVE = 1e-9;

/** Values agree to a relative 1e−9 of the larger, or of one person. */
export function expectClose(actual: number, expected: number, what: string): void {
  const slack = RELATIVE * Math.max(1, Math.abs(actual), Math.abs(expected));
  if (!(Math.abs(actual - expected) <= slack)) expect.fail(`${what}: ${actual} is not ${expected}`);
}

/** Opening heads and joiners less leavers are closing heads, in every pool and year; every joiner has a source and every leaver a cause. */
export function assertConserves(result: Result): void {
  for (const { id: pool, pools } of result.groups)
    if (pools.length > 0)
      for (const year of result.years) {
        const at = (measure: CountedMeasure, y = year) => result.at({ pool, measure, year: y });
        const opening = at("headcount", year - 1);
        expectClose(opening + at("joiners") - at("leavers"), at("headcount"), `heads of ${pool} in ${year}`);
        for (const whole of ["joiners", "leavers"] as const)
          expectClose(
            partsOf(whole).reduce((sum, part) => sum + at(part), 0),
            at(whole),
            `${whole} of ${pool} in ${year}`,
          );
      }
}

/** Whoever moves or is hired out of one pool joins another; churn leaves and joins alike. */
export function assertMovesBalance(result: Result): void {
  for (const year of result.years) {
    const at = (measure: CountedMeasure) => result.at({ measure, year });
    expectClose(at("joiners.moves"), at("leavers.moves"), `moves in ${year}`);
    expectClose(at("joiners.churn"), at("churn"), `churn in ${year}`);
    expectClose(at("joiners.hires"), at("leavers.hires"), `hires in ${year}`);
  }
}

/** No cell ever holds less than nobody. */
export function assertNoNegativeStock(result: Result): void {
  for (const { id: pool } of result.pools)
    for (const year of [result.base, ...result.years])
      for (const heads of result.cells({ pool, measure: "headcount", year }))
        if (!(heads >= 0)) expect.fail(`${heads} heads in ${pool} in ${year}`);
}

/** Two results agree in every number. */
export function assertSame(actual: Result, expected: Result, scale = 1): void {
  const [a, b] = [actual.rows(), expected.rows()];
  expect(a.value.length).toBe(b.value.length);
  a.value.forEach((value, i) => {
    const factor = MEASURES[a.measure[i]!].kind === "ratio" ? 1 : scale;
    const [other, what] = [b.value[i], `${a.measure[i]} of ${a.pool[i]} in ${a.year[i]}`];
    if (value === undefined || other === undefined) expect(value, what).toBe(other);
    else expectClose(value, other * factor, what);
  });
}
