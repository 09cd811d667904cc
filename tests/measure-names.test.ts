import { fan, scenariosSideBySide } from "@cadre/charts";
import { compare, ensemble, explain, parseChecks, parseSystem, run } from "cadre";
import { expect, it } from "vitest";

const system = parseSystem(`cadre: 1
id: small
title: Small
calendar: { base: 2024-03-31, until: 2026-03-31 }
axes: { age: none }
pools:
  carers:
    { title: Carers, employer: Us, sector: care, headcount: 100, leaving: { rate: 30%, kind: hazard, scope: employer } }
`);
const today = run(system);
const sure = await ensemble(system, {}, { draws: 8, seed: 1 });
const both = compare([today, run(system, { id: "other" })]);
const year = 2025;

// Each line fails the check of types if a misspelt measure compiles there, and this test if it is let through.
it.each([
  // @ts-expect-error: no such measure
  () => today.at({ measure: "gapp", year }),
  // @ts-expect-error: no such measure
  () => today.series({ measure: "gapp" }),
  // @ts-expect-error: no such measure
  () => sure.at({ measure: "gapp", year }),
  // @ts-expect-error: no such measure
  () => sure.series({ measure: "gapp" }),
  // @ts-expect-error: no such measure
  () => sure.chance({ measure: "gapp", year, atMost: 0 }),
  // @ts-expect-error: no such measure
  () => both.at({ measure: "gapp", year }),
  // @ts-expect-error: no such measure
  () => explain(system, { measure: "gapp", year }),
  // @ts-expect-error: no such measure
  () => fan(sure, { measure: "gapp" }),
  // @ts-expect-error: no such measure
  () => scenariosSideBySide([today], { measure: "gapp" }),
  () =>
    parseChecks("cadre: 1\nsystem: ./system.yaml\nchecks: [{ id: a, says: b, measure: gapp, year: 2025, atMost: 1 }]"),
])("a misspelt measure is an error, in code before it runs: %s", (misspelt) => {
  expect(misspelt).toThrow(/measure|gapp/);
});

it("tables name measures by their own names", () => {
  const measures = today.rows().measure;
  // @ts-expect-error: no measure is called so
  expect(measures.includes("gapp")).toBe(false);
  expect(measures.includes("gap")).toBe(true);
});
