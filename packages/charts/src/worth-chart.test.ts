import { describe, expect, it } from "vitest";
import { altText } from "./alt-text.ts";
import { madeCounty } from "./fixture.test-data.ts";
import { toSvg } from "./svg.ts";
import { worthChart } from "./worth-chart.ts";

const result = madeCounty();
const row = (id: string, worth: number) => ({ id, title: `Number ${id}`, from: "input" as const, worth });

describe("worthChart", () => {
  it("puts the most valuable first and says the same pounds everywhere", async () => {
    const chart = worthChart([row("a", 120400), row("b", 341000), row("c", 0)], { result, perfect: 409000 });
    const { title, subtitle, table } = chart.usermeta.cadre;
    expect(title).toBe(
      "Made-up county health and care system: measure “Number b” next: to know it exactly is worth at most £341 thousand",
    );
    expect(subtitle).toContain("in £ thousand. All of them together: £409 thousand. 1 would not change the choice.");
    expect(table.columns).toEqual(["Uncertain number", "Worth (£ thousand)"]);
    expect(table.rows).toEqual([
      ["Number b", "341"],
      ["Number a", "120"],
      ["Number c", "0"],
    ]);
    expect(altText(chart)).toContain("Number b: £341 thousand. Number a: £120 thousand.");
    const svg = await toSvg(chart);
    expect(svg).toContain(">341<");
    expect(svg).not.toContain("Number c<");
  });

  it("draws twelve and counts the others", async () => {
    const chart = worthChart(
      Array.from({ length: 14 }, (_, i) => row(`n${i}`, 100 * (i + 1))),
      { result },
    );
    expect(chart.usermeta.cadre.subtitle).toContain("2 more are worth less, in the table.");
    expect(chart.usermeta.cadre.table.rows).toHaveLength(14);
    expect(await toSvg(chart)).not.toContain("Number n1<");
  });

  it("says so where knowing more would change nothing", async () => {
    for (const rows of [[], [row("a", 0)]]) {
      const chart = worthChart(rows, { result, perfect: 0 });
      expect(chart.usermeta.cadre.title).toContain("no number, if it were known exactly, would change the choice");
      expect(await toSvg(chart)).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
});
