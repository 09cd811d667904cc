import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CadreError } from "../error/cadre-error.ts";
import { run } from "../projection/run.ts";
import { parseSystem } from "../system/parse.ts";

const pool = (axes: string, tenure: string, ages = "") => `
cadre: 1
id: town
title: Town
calendar: { base: 2024-03-31, until: 2026-03-31 }
axes: ${axes}
pools:
  carers:
    title: Carers
    employer: Town
    sector: social-care
    headcount: 1000
    ${ages}
    tenure: ${tenure}
    leaving: { rate: 20%, kind: leavers-per-average-headcount, scope: employer }
`;
const opening = (text: string): Float64Array => run(parseSystem(text)).cells({ measure: "headcount", year: 2024 });
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

describe("opening tenure", () => {
  test("where ages are not told apart, the shares are those of the file and nobody is lost", () => {
    const all = opening(pool("{ age: none, tenure: 4 }", '{ "0": 0%, "1": 0%, "2": 0%, "3+": 100% }'));
    expect([...all]).toEqual([0, 0, 0, 1000]);
    const some = opening(pool("{ age: none, tenure: 4 }", '{ "0": 10%, "1": 10%, "2": 10%, "3+": 70% }'));
    [100, 100, 100, 700].forEach((wanted, k) => {
      expect(some[k]).toBeCloseTo(wanted, 9);
    });
  });

  test("that the ages forbid is an error that says how many are too many", () => {
    const ages = 'ages: { "16-29": 20%, "30-49": 45%, "50-75": 35% }';
    const text = pool("{ age: [16, 75], tenure: 4 }", '{ "0": 0%, "1": 0%, "2": 0%, "3+": 100% }', ages);
    const thrown = (() => {
      try {
        run(parseSystem(text));
        return undefined;
      } catch (error) {
        return error as CadreError;
      }
    })();
    expect(thrown).toBeInstanceOf(CadreError);
    expect(thrown?.code).toBe("tenure-against-ages");
    expect(thrown?.message).toContain("16");
    expect(thrown?.line).toBe(14);
    expect(thrown?.message).toMatch(/3 years of service or more/);
  });

  test("keeps the headcount and every age, whatever shares are given", () => {
    const share = fc.integer({ min: 4, max: 30 });
    fc.assert(
      fc.property(share, share, share, fc.constantFrom("[16, 75]", "[20, 60]", "none"), (a, b, c, age) => {
        const rest = 100 - a - b - c;
        const tenure = `{ "0": ${a}%, "1": ${b}%, "2": ${c}%, "3+": ${rest}% }`;
        const ages = age === "none" ? "" : 'ages: { "20-39": 50%, "40-60": 50% }';
        const heads = opening(pool(`{ age: ${age}, tenure: 4 }`, tenure, ages));
        expect(sum(heads)).toBeCloseTo(1000, 9);
        [a, b, c, rest].forEach((wanted, k) => {
          expect(sum(heads.filter((_, i) => i % 4 === k))).toBeCloseTo(wanted * 10, 9);
        });
        if (age === "none") return;
        const young = heads.filter((_, i) => Math.floor(i / 4) + Number(age.slice(1, 3)) < 40);
        expect(sum(young)).toBeCloseTo(500, 9);
      }),
      { numRuns: 60 },
    );
  });
});
