import { describe, expect, it } from "vitest";
import { altText } from "./alt-text.ts";
import { madeCounty, madeResult } from "./fixture.test-data.ts";
import { supplyAndDemand } from "./supply-and-demand.ts";
import { toSvg } from "./svg.ts";

const pool = (supply: number[], demand: number[], title = "Home care") =>
  madeResult({
    years: supply.slice(1).map((_, index) => 2020 + index),
    pools: [{ id: "care", title, measures: { supply, demand, funded: demand } }],
  });

describe("supplyAndDemand", () => {
  it("says the same rounded numbers in title, alternative text, picture and table", async () => {
    const chart = supplyAndDemand(pool([1000, 999.6], [1100, 2234.1]), { pool: "care" });
    const notes = chart.usermeta.cadre;
    expect(notes.title).toBe("Home care would be 1,235 FTE short by 2020");
    expect(altText(chart)).toContain("Home care would be 1,235 FTE short by 2020.");
    expect(altText(chart)).toContain("2020: supply 1,000, demand 2,234, 1,235 short.");
    expect(notes.table.columns).toEqual(["Year", "Supply (FTE)", "Demand (FTE)", "Gap (FTE)"]);
    expect(notes.table.rows).toEqual([
      ["2019", "1,000", "1,100", "100"],
      ["2020", "1,000", "2,234", "1,235"],
    ]);
    const svg = await toSvg(chart);
    for (const number of ["1,235", "1,000", "2,234"]) expect(svg).toContain(`>${number}<`);
  });

  it("names base year, round years and last year in the alternative text", () => {
    const told = altText(supplyAndDemand(madeCounty())).match(/20\d\d(?=:)/g);
    expect(told).toEqual(["2019", "2025", "2030", "2035"]);
  });

  it("speaks of a surplus where there is more than needed, and of balance where the gap rounds to nothing", async () => {
    const surplus = supplyAndDemand(pool([1000, 1200], [1000, 1100]), { pool: "care" });
    expect(surplus.usermeta.cadre.title).toBe("Home care would have 100 FTE more than needed by 2020");
    expect(await toSvg(surplus)).toContain(">Surplus<");
    const even = supplyAndDemand(pool([1000, 1000], [1000, 999.7]), { pool: "care" });
    expect(even.usermeta.cadre.title).toBe("Home care would be in balance in 2020");
    expect(even.usermeta.cadre.table.rows[1]?.[3]).toBe("0");
  });

  it("calls everybody by the name of the system, and a narrow range by its name", () => {
    const chart = supplyAndDemand(pool([9500, 9900], [9600, 9990]));
    expect(chart.usermeta.cadre.title).toMatch(/^Made-up county would be 90 FTE short/);
    expect(chart.usermeta.cadre.subtitle).toContain("does not start at zero");
  });

  it("adds funded posts when asked, unless they are the same as demand", () => {
    const paid = madeResult({
      years: [2020],
      pools: [{ id: "a", title: "A", measures: { supply: [10, 10], demand: [12, 13], funded: [12, 12] } }],
    });
    const chart = supplyAndDemand(paid, { funded: true });
    expect(chart.usermeta.cadre.table.columns).toContain("Funded (FTE)");
    expect(altText(chart)).toContain("2020: supply 10, demand 13, funded 12, 3 short.");
    const same = supplyAndDemand(pool([10, 10], [12, 13]), { funded: true });
    expect(same.usermeta.cadre.table.columns).not.toContain("Funded (FTE)");
    expect(same.usermeta.cadre.subtitle).toContain("Funded demand equals demand.");
  });

  it.each([
    ["nobody at all", [0, 0, 0], [0, 0, 0]],
    ["one person", [0.8, 0.8], [0.8, 1]],
    ["a base year alone", [800], [900]],
  ])("draws %s", async (_name, supply, demand) => {
    const svg = await toSvg(supplyAndDemand(pool(supply, demand), { width: 360 }));
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("wraps a very long name and keeps the asked width", () => {
    const name = "Home care and supported living workers of every grade and hour of the day ".repeat(5);
    const chart = supplyAndDemand(pool([1, 2], [2, 3], name), { pool: "care", width: 360 });
    expect(chart.padding.left + chart.width + chart.padding.right).toBe(360);
    expect(chart.height).toBeGreaterThan(150);
    expect(chart.usermeta.cadre.title.length).toBeLessThan(170);
    expect(altText(chart)).toContain(name.trim());
  });
});
