import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { CAUSE_NAMES, measureOf } from "../model/causes.ts";
import { readSystem } from "../node.ts";
import type { Result } from "../projection/result.ts";
import { run } from "../projection/run.ts";
import { leavingByAge } from "./leaving-by-age.ts";

const file = fileURLToPath(new URL("../../../../scenarios/england/nurses-2012/system.yaml", import.meta.url));
const nurses = await readSystem(file);
const england = await readSystem(fileURLToPath(new URL("../../../../scenarios/england/system.yaml", import.meta.url)));
const SHARES = { "16-29": 0.25, "30-39": 0.25, "40-75": 0.5 };

/** Shares of nurses leaving in the year to September 2017 who are under 30 and under 40, with a shape by age. */
function young(values: Record<string, number> | undefined): [number, number] {
  const pool = nurses.pools.nurses!;
  const byAge = values && { unit: "factor" as const, kind: "assumption" as const, values };
  const leaving = { ...pool.leaving, ...(byAge && { byAge }) };
  return youngOf(run({ ...nurses, pools: { nurses: { ...pool, leaving } } }), 2017);
}

/** Shares of the nurses who leave in a year who are under 30 and under 40. */
function youngOf(result: Result, year: number): [number, number] {
  const under = (age: number) => {
    let heads = 0;
    for (const cause of CAUSE_NAMES)
      result.cells({ pool: "nurses", measure: measureOf(cause), year }).forEach((count, cell) => {
        if (16 + (Math.floor(cell / 4) % 60) < age) heads += count;
      });
    return heads / result.at({ pool: "nurses", measure: "leavers", year });
  };
  return [under(30), under(40)];
}

test("nurses who leave the England place have the ages that were counted, within 2 points", () => {
  const [under30, under40] = youngOf(run(england), 2019);
  expect(Math.abs(under30 - 0.25)).toBeLessThan(0.02);
  expect(Math.abs(under40 - 0.5)).toBeLessThan(0.02);
  const { values } = england.pools.nurses!.leaving.byAge!;
  const found = leavingByAge(england, { pool: "nurses", year: 2019, shares: SHARES });
  for (const [ages, factor] of Object.entries(found)) expect(values[ages]).toBeCloseTo(factor, 2);
});

test("leavers have the ages that were counted: a quarter under 30, half under 40", () => {
  const [before30, before40] = young(undefined);
  expect(before30).toBeLessThan(0.15);
  expect(before40).toBeLessThan(0.37);
  const shape = leavingByAge(nurses, { pool: "nurses", year: 2017, shares: SHARES });
  const [under30, under40] = young(shape);
  expect(under30).toBeCloseTo(0.25, 4);
  expect(under40).toBeCloseTo(0.5, 4);
  expect(shape["16-29"]! / shape["40-75"]!).toBeGreaterThan(4);
});

test.each([
  ["more retirements than leavers", { "16-29": 0.5, "30-39": 0.4, "40-75": 0.1 }],
  ["shares that do not add up", { "16-29": 0.25, "30-39": 0.25 }],
  ["a band that is none", { young: 0.5, "40-75": 0.5 }],
])("%s are refused", (_, shares) => {
  expect(() => leavingByAge(nurses, { pool: "nurses", year: 2017, shares })).toThrowError(/cannot be worked out/);
});
