import { readFileSync } from "node:fs";
import { CadreError, ensemble, parseSystem } from "cadre";
import { startWorkers } from "cadre/node";
import { expect, test } from "vitest";

/** A small system with something else in it. */
const text = (more: { until?: string; steps?: number; axes?: string; headcount?: string } = {}) => `
cadre: 1
id: town
title: Town
calendar: { base: 2024-03-31, until: ${more.until ?? "2025-03-31"}, stepsPerYear: ${more.steps ?? 1} }
axes: ${more.axes ?? "{ age: none, tenure: 1 }"}
pools:
  care: { title: Care, employer: Us, sector: care, headcount: ${more.headcount ?? 100}, leaving: { rate: 30%, kind: hazard, scope: employer } }
`;

/** The error that leaves a function. */
async function errorOf(call: () => unknown): Promise<CadreError> {
  try {
    await call();
  } catch (error) {
    if (error instanceof CadreError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

test.each([
  ["years of a run", text({ until: "2124-03-31" }), text({ until: "2125-03-31" })],
  ["steps a year", text({ steps: 12 }), text({ steps: 365 })],
  ["classes of tenure", text({ axes: "{ age: none, tenure: 40 }" }), text({ axes: "{ age: none, tenure: 41 }" })],
  ["a number beside zero", text({ headcount: "1e-99" }), text({ headcount: "1e-101" })],
])("%s: the last that is allowed is read, and the next is an error with its line", async (_, last, next) => {
  parseSystem(last);
  expect((await errorOf(() => parseSystem(next))).line).toBeGreaterThan(0);
});

test.each(["{ age: [0, 121] }", "{ age: none, sex: [a, b, c, d, e, f, g, h, i] }"])("%s is an error", async (axes) => {
  expect((await errorOf(() => parseSystem(text({ axes })))).line).toBe(6);
});

test.each([0, -1, 1.5, Number.NaN, 1_000_001])("%d draws are an error", async (draws) => {
  expect((await errorOf(() => ensemble(parseSystem(text()), {}, { draws }))).code).toMatch(/bad-draws|wrong-argument/);
});

test.each([0, -1, Number.NaN, 1025])("%d threads are an error", async (size) => {
  expect((await errorOf(() => startWorkers({ size }))).code).toBe("bad-threads");
});

test("the page of limits says what is tested here", () => {
  const page = readFileSync("docs/limits.md", "utf8");
  for (const limit of ["100 |", "1, 2, 4 or 12", "0 to 120", "40, 8", "1,000,000", "1,024", "1e-100"])
    expect(page).toContain(limit);
});
