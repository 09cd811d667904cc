import { expect, test } from "vitest";
import type { Axes } from "./axes.ts";
import { cellMask, selects, type Where } from "./where.ts";

const nurses = {
  id: "nurses",
  employer: "Hospital",
  sector: "health",
  role: "nurse",
  level: 6,
  place: "Carlisle",
};

test.each<Where>([
  {},
  { pool: "all" },
  { pool: "nurses" },
  { pool: "sector:health" },
  { pool: "employer:Hospital" },
  { pool: "level:6" },
  { sector: "health" },
  { employer: "Hospital" },
  { role: "nurse" },
  { level: 6 },
  { place: "Carlisle" },
  { pool: "sector:health", role: "nurse", level: 6, age: "16-29" },
])("%j selects the nurses", (where) => {
  expect(selects(where, nurses)).toBe(true);
});

test.each<Where>([
  { pool: "carers" },
  { pool: "health" },
  { pool: "sector:care" },
  { pool: "employer:Home" },
  { pool: "level:5" },
  { sector: "care" },
  { employer: "Home" },
  { role: "doctor" },
  { level: 5 },
  { place: "Kendal" },
  { pool: "nurses", sector: "care" },
  { pool: "all", level: 5 },
])("%j does not", (where) => {
  expect(selects(where, nurses)).toBe(false);
});

const axes: Axes = { sex: ["female", "male"], ageMin: 20, ageMax: 22, tenure: 2 };

/** Indices of the selected cells: (sex × 3 + age − 20) × 2 + tenure. */
const chosen = (where: Where) => {
  const mask = cellMask(axes, where);
  return mask && [...mask.keys()].filter((c) => mask[c] === 1);
};

test("cells are selected by sex, age and tenure", () => {
  expect(chosen({})).toHaveLength(12);
  expect(chosen({ sex: "male" })).toEqual([6, 7, 8, 9, 10, 11]);
  expect(chosen({ age: "21" })).toEqual([2, 3, 8, 9]);
  expect(chosen({ age: "21+" })).toEqual([2, 3, 4, 5, 8, 9, 10, 11]);
  expect(chosen({ tenure: "1+" })).toEqual([1, 3, 5, 7, 9, 11]);
  expect(chosen({ sex: "female", age: "20-21", tenure: "0" })).toEqual([0, 2]);
});

test("an age off the axis selects nobody; a class that is not there is told", () => {
  expect(chosen({ age: "60+" })).toEqual([]);
  expect(chosen({ sex: "women" })).toBeUndefined();
  expect(chosen({ tenure: "1" })).toBeUndefined();
  expect(chosen({ age: "old" })).toBeUndefined();
});
