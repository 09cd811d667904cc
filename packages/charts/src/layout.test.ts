import { describe, expect, it } from "vitest";
import { endLabels } from "./end-labels.ts";
import { gapAreas } from "./gap-areas.ts";
import { countText } from "./number.ts";
import { scaleOf } from "./scale.ts";
import { sourceLine, wrapSources } from "./source-line.ts";
import { milestones, yearTicks } from "./years.ts";

describe("numbers", () => {
  it.each([
    [0, "0"],
    [-0.4, "0"],
    [0.5, "1"],
    [-0.5, "−1"],
    [999.5, "1,000"],
    [1234567.2, "1,234,567"],
    [-14500, "−14,500"],
  ])("%d reads %s", (value, text) => expect(countText(value)).toBe(text));

  it("refuses what is no number, rather than drawing it", () => {
    expect(() => countText(Number.NaN)).toThrow(/not a number/);
  });
});

describe("years", () => {
  it("names first, last and round years that have room", () => {
    expect(yearTicks(2019, 2035, 560)).toEqual([2019, 2025, 2030, 2035]);
    expect(yearTicks(2019, 2024, 560)).toEqual([2019, 2020, 2021, 2022, 2023, 2024]);
    expect(yearTicks(2019, 2019, 560)).toEqual([2019]);
    expect(yearTicks(2019, 2035, 30)).toEqual([2035]);
    expect(milestones([2019])).toEqual([2019]);
    expect(milestones([])).toEqual([]);
  });
});

describe("scaleOf", () => {
  it("starts at zero unless the lines keep far from it, and then says so", () => {
    expect(scaleOf([80, 100], 200, { mayCut: true })).toMatchObject({ low: 0, high: 100, cut: false });
    expect(scaleOf([9500, 9900], 200, { mayCut: true })).toMatchObject({ low: 9400, cut: true });
    expect(scaleOf([1, 1.1], 200, { mayCut: true })).toMatchObject({ low: 0, cut: false });
    expect(scaleOf([9500, 9900], 200)).toMatchObject({ low: 0 });
  });

  it("holds nothing, zeros and negatives", () => {
    expect(scaleOf([], 200)).toMatchObject({ low: 0, high: 1 });
    expect(scaleOf([0, 0], 200)).toMatchObject({ low: 0, high: 1 });
    const scale = scaleOf([-30, 60], 200);
    expect(scale.low).toBeLessThanOrEqual(-30);
    expect(scale.ticks).toContain(0);
  });
});

describe("end labels", () => {
  it("never overlap and stay in the plot", () => {
    for (const places of [
      [100, 100, 100],
      [0, 1, 2, 198, 199, 200],
      [200, 200],
      [-50, 300],
    ]) {
      const labels = places.map((at) => ({ at, lines: ["one", "two"], colour: "#000" }));
      const tops = endLabels(labels, { x: 0, height: 200, size: 12 }).map((layer) =>
        Number((layer as { mark: { y: number } }).mark.y),
      );
      const sorted = [...tops].sort((a, b) => a - b);
      for (const [index, top] of sorted.entries()) {
        if (index > 0) expect(top - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(27);
      }
      expect(sorted[0]).toBeGreaterThanOrEqual(0);
      expect(sorted.at(-1)).toBeLessThanOrEqual(200);
    }
  });
});

describe("gapAreas", () => {
  it("meets the lines exactly where they cross", () => {
    const points = [
      { year: 2019, supply: 100, demand: 90 },
      { year: 2020, supply: 100, demand: 110 },
    ];
    expect(gapAreas(points, "shortage")).toEqual([
      { year: 2019, supply: 100, demand: 100 },
      { year: 2019.5, supply: 100, demand: 100 },
      { year: 2020, supply: 100, demand: 110 },
    ]);
    expect(gapAreas(points, "surplus").map((point) => point.demand)).toEqual([90, 100, 100]);
  });
});

describe("sourceLine", () => {
  it("speaks dates and says when there is no source", () => {
    expect(sourceLine({ sources: [{ id: "a", title: "A", publisher: "B", published: "2020-03-24" }] })).toBe(
      "Source: A (B, 24 March 2020).",
    );
    expect(
      sourceLine({
        sources: [
          { id: "a", title: "A", published: "2019" },
          { id: "b", title: "B." },
        ],
      }),
    ).toBe("Sources: A (2019); B.");
    expect(sourceLine({ sources: [] })).toMatch(/planner's own/);
  });

  it("leaves out whole sources where there is no room, and says how many", () => {
    const title = "A report with a long name about staff; revised";
    const line = sourceLine({ sources: [1, 2, 3, 4, 5, 6].map((id) => ({ id: `s${id}`, title })) });
    const shown = wrapSources(line, { width: 400, size: 11, most: 3 });
    expect(shown.length).toBeLessThanOrEqual(3);
    expect(shown.join(" ")).toMatch(/^Sources: (A report with a long name about staff, revised; )+and [2-5] more\.$/);
    expect(wrapSources(line, { width: 4000, size: 11, most: 3 }).join(" ")).toBe(line);
  });
});
