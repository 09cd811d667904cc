import { describe, expect, it } from "vitest";
import { axisOf } from "./axis.ts";
import { spreadOut } from "./end-labels.ts";
import { yearMarks } from "./years.ts";

describe("labels beside the last points of lines", () => {
  it("stay where there is room, and keep their order and distance where there is none", () => {
    expect(spreadOut([0.2, 0.8], 0.1)).toEqual([0.2, 0.8]);
    const placed = spreadOut([0.5, 0.48, 0.52, 0.9], 0.1);
    expect(placed[3]).toBeCloseTo(0.9);
    const order = [1, 0, 2].map((i) => placed[i] ?? 0);
    for (const [i, at] of order.slice(1).entries()) expect(at - (order[i] ?? 0)).toBeGreaterThanOrEqual(0.1 - 1e-9);
    expect(order.reduce((sum, at) => sum + at, 0) / 3).toBeCloseTo(0.5);
    for (const at of spreadOut([0, 0, 1], 0.2)) expect(at).toBeGreaterThanOrEqual(0.1 - 1e-9);
    expect(spreadOut([], 0.1)).toEqual([]);
  });
});

describe("axes of slides", () => {
  it("have at most five steps of 1, 2, 2.5 or 5 and hold every value", () => {
    for (const values of [[34_890, 2271], [-264, 878], [0], [0.3], [1e6, -3], [7]]) {
      const { min, max, step } = axisOf(values);
      expect(Math.min(0, ...values)).toBeGreaterThanOrEqual(min);
      expect(Math.max(0, ...values)).toBeLessThanOrEqual(max);
      expect((max - min) / step).toBeLessThanOrEqual(6 + 1e-9);
      expect(max).toBeGreaterThan(min);
    }
  });

  it("name the first year, the last, and round fives that are not close to them", () => {
    const years = Array.from({ length: 17 }, (_, i) => String(2019 + i));
    expect(yearMarks(years).filter((mark) => mark.trim() !== "")).toEqual(["2019", "2025", "2030", "2035"]);
    expect(yearMarks(["2019", "2020"])).toEqual(["2019", "2020"]);
  });
});
