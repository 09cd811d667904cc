import { describe, expect, it } from "vitest";
import { altText } from "./alt-text.ts";
import { madeCounty } from "./fixture.test-data.ts";
import { frontierChart } from "./frontier-chart.ts";
import { toSvg } from "./svg.ts";

const result = madeCounty();
const year = result.last;
const gap = result.at({ measure: "gap", year });
const points = [
  { pounds: 2_000_000, gap: gap - 30, actions: 2 },
  { pounds: 0, gap, actions: 0 },
  { pounds: 500_000, gap: gap - 20, actions: 1 },
];

describe("frontierChart", () => {
  it("says the same sums and the same FTE in title, picture, table and words", async () => {
    const chosen = points[2]!;
    const chart = frontierChart({ result, year, points, chosen, target: gap - 25, budget: 1_000_000, withoutPrice: 2 });
    const { title, subtitle, table } = chart.usermeta.cadre;
    expect(title).toBe(`£500,000 closes 20 FTE of the gap by ${year}`);
    expect(subtitle).toContain(
      "The target is 25: it takes £2 million. 2 actions have no price: not in it, and not free.",
    );
    expect(table.rows.map((row) => [row[0], row[2], row[4], row[5]])).toEqual([
      ["Best for £0", "0", "–", "0"],
      ["Best for £500,000", "20", "£25,000", "1"],
      ["Best for £2 million", "30", "£150,000", "2"],
      ["The chosen plan", "20", "–", "1"],
    ]);
    expect(altText(chart)).toContain("£0 closes 0. £500,000 closes 20. £2 million closes 30.");
    const svg = await toSvg(chart);
    for (const words of ["20 closed", "Target: 25 closed", "Budget £1 million"]) expect(svg).toContain(words);
  });

  it("leaves a target and a budget far beyond the plans to the words", async () => {
    const chart = frontierChart({ result, year, points, target: gap - 900, budget: 9e9, width: 360 });
    expect(chart.usermeta.cadre.subtitle).toContain("The target is 900: no plan of these meets it.");
    expect(await toSvg(chart)).not.toMatch(/Target:|Budget|NaN|Infinity|undefined/);
  });

  it("says that nothing is closed where no plan does anything, or there is none", async () => {
    for (const none of [[], [points[1]!]]) {
      const chart = frontierChart({ result, year, points: none });
      expect(chart.usermeta.cadre.title).toBe(`No plan for this money closes any of the gap of ${year}`);
      expect(await toSvg(chart)).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
});
