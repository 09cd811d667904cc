import { expect, test } from "vitest";
import type { CountedMeasure } from "../model/measures.ts";
import { run } from "../projection/run.ts";
import { placeOf } from "../system/town.test-data.ts";
import { step, system, text } from "./explain.test-data.ts";
import { explain } from "./explain.ts";

test("a published rate is what retires, dies, moves on and leaves, added up", () => {
  const explained = explain(system, { parameter: "leaving.rate", where: { pool: "homes" } });
  const target = step(explained, "As leavers per person-year");
  // 30% of the closing headcount, in a year that grew by 5%.
  expect(target).toBeCloseTo((0.3 * 2 * 1.05) / 2.05, 12);
  const parts = ["of which retiring", "of which dying", "of which moving", "Remaining for leaving"].map((begins) =>
    step(explained, begins),
  );
  for (const part of parts) expect(part).toBeGreaterThan(0.001);
  expect(parts[2]).toBeCloseTo(0.02, 12);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(target, 12);
  // The base year is the first model year here, so the mean used is what was left for leaving.
  expect(explained.value).toBeCloseTo(parts[3]!, 9);
  expect(step(explained, "so lost to the sector")).toBeCloseTo(0.6 * explained.value!, 12);
});

test("for one class of service: level times shape is the rate used", () => {
  for (const [tenure, shape] of [
    ["0", 2],
    ["1", 1],
    ["2+", 0.5],
  ] as const) {
    const explained = explain(system, { parameter: "leaving.rate", where: { pool: "homes", tenure }, year: 2021 });
    expect(step(explained, "Mean shape here")).toBeCloseTo(shape, 12);
    expect(step(explained, "Level that gives") * shape).toBeCloseTo(explained.value!, 12);
    expect(explained.title).toContain(`tenure ${tenure}`);
  }
});

test("the first step says what was published, by whom and where it stands", () => {
  const [first] = explain(system, { parameter: "leaving.rate", where: { pool: "homes" } }).steps;
  const { line, column } = placeOf(text, "30%, source");
  expect(first).toMatchObject({
    what: "Published: 30%, leavers ÷ closing headcount, leaving the employer",
    source: "A survey of homes",
    at: "table 2",
  });
  // The record that holds the value begins a few letters before it.
  expect(first?.place).toBe(`system.yaml:${line}:${column - "{ value: ".length}`);
});

test("retirement, mortality and moves are means over the years lived", () => {
  const result = run(system);
  const at = (measure: CountedMeasure) => result.at({ pool: "homes", measure, year: 2021 });
  for (const [parameter, measure] of [
    ["retirement.rate", "leavers.retirement"],
    ["death.rate", "leavers.death"],
    ["moves.rate", "leavers.moves"],
  ] as const)
    expect(explain(system, { parameter, where: { pool: "homes" }, year: 2021 }).value).toBeCloseTo(
      at(measure) / at("personYears"),
      12,
    );
  const old = explain(system, { parameter: "retirement.rate", where: { pool: "homes", age: "60+" } });
  expect(old.value).toBeCloseTo(0.1, 12);
  expect(explain(system, { parameter: "retirement.rate", where: { pool: "hospital" } }).value).toBe(0);
});
