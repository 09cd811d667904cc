import { describe, expect, it } from "vitest";
import { ageBands } from "./age-bands.ts";
import { agePyramid } from "./age-pyramid.ts";
import { altText } from "./alt-text.ts";
import { madeCounty, madeResult } from "./fixture.test-data.ts";
import { toSvg } from "./svg.ts";

const axes = { sex: ["female", "male"], ageMin: 16, ageMax: 30, tenure: 2 };

describe("ageBands", () => {
  it("starts bands at multiples of five, leaves the last age open and loses nobody", () => {
    const stock = Float64Array.from({ length: 2 * 15 * 2 }, (_, cell) => cell);
    const bands = ageBands(stock, axes, 5);
    expect(bands.map((band) => band.label)).toEqual(["16–19", "20–24", "25–29", "30+"]);
    expect(bands[0]?.heads[0]).toBe(0 + 1 + 2 + 3 + 4 + 5 + 6 + 7);
    expect(bands[3]?.heads).toEqual([28 + 29, 58 + 59]);
    const all = bands.reduce((sum, band) => sum + (band.heads[0] ?? 0) + (band.heads[1] ?? 0), 0);
    expect(all).toBe(stock.reduce((a, b) => a + b, 0));
  });

  it("gives a bar to every age when asked", () => {
    const bands = ageBands(new Float64Array(60), axes, 1);
    expect(bands).toHaveLength(15);
    expect(bands.map((band) => band.label).slice(-2)).toEqual(["29", "30+"]);
  });
});

describe("agePyramid", () => {
  it("finds the share aged 55 and over in both years, from the numbers in the table", () => {
    const chart = agePyramid(madeCounty(), { pool: "care", year: 2035, against: 2019 });
    const { title, table } = chart.usermeta.cadre;
    const said = title.match(/(\d+)% of staff aged 55 or over in 2035, against (\d+)% in 2019/);
    const share = (columns: number[]) => {
      const heads = (rows: readonly (readonly string[])[]) =>
        rows.reduce((sum, row) => sum + columns.reduce((a, c) => a + Number(row[c]?.replace(",", "")), 0), 0);
      return (100 * heads(table.rows.filter((row) => Number.parseInt(row[0] ?? "", 10) >= 55))) / heads(table.rows);
    };
    expect(Math.abs(Number(said?.[1]) - share([1, 2]))).toBeLessThan(0.6);
    expect(Math.abs(Number(said?.[2]) - share([3, 4]))).toBeLessThan(0.6);
    expect(table.columns).toEqual(["Age", "Female 2035", "Male 2035", "Female 2019", "Male 2019"]);
    expect(altText(chart)).toContain("the largest group aged");
  });

  it("draws one sex class as a histogram", async () => {
    const result = madeResult({
      sex: ["all"],
      ages: [16, 60],
      pools: [{ id: "a", title: "A", stock: Array(45).fill(2) }],
    });
    const chart = agePyramid(result, { year: 2025 });
    expect(altText(chart)).toMatch(/^Histogram of ages/);
    expect(chart.usermeta.cadre.table.columns).toEqual(["Age", "People 2025"]);
    expect(await toSvg(chart)).not.toContain("NaN");
  });

  it.each([
    ["nobody", 0, "nobody would be in post in 2025"],
    ["one person", 1, "100% of staff aged 55 or over in 2025"],
  ])("draws %s", async (_name, heads, finding) => {
    const stock = Array(120).fill(0);
    stock[45] = heads;
    const chart = agePyramid(madeResult({ pools: [{ id: "a", title: "A", stock }] }), { against: 2019 });
    expect(chart.usermeta.cadre.title).toContain(finding);
    expect(await toSvg(chart)).not.toMatch(/NaN|Infinity/);
  });

  it("leaves out ages at either end at which nobody is in either year", () => {
    const at = (...ages: number[]) => Array.from({ length: 60 }, (_, age) => (ages.includes(16 + age) ? 4 : 0));
    const pools = [{ id: "a", title: "A", stock: { 2019: at(41), 2025: at(22, 52) } }];
    const made = (against?: number) =>
      agePyramid(madeResult({ sex: ["all"], pools }), { ...(against === undefined ? {} : { against }) }).usermeta.cadre;
    expect(made().table.rows.map(([age]) => age)).toEqual([
      "20–24",
      "25–29",
      "30–34",
      "35–39",
      "40–44",
      "45–49",
      "50–54",
    ]);
    expect(made(2019).table.rows[4]).toEqual(["40–44", "0", "4"]);
    expect(made(2019).title).toContain("0% of staff aged 55 or over in 2025");
  });

  it("draws an axis of a single age class", async () => {
    const result = madeResult({ sex: ["all"], ages: [0, 0], pools: [{ id: "a", title: "A", stock: [20] }] });
    const chart = agePyramid(result, { against: 2019 });
    expect(chart.usermeta.cadre.title).toBe("Made-up county: 20 people in post in 2025, against 20 in 2019");
    expect(chart.usermeta.cadre.table.rows).toEqual([["All ages", "20", "20"]]);
    expect(chart.height).toBeLessThan(60);
    expect(await toSvg(chart)).not.toMatch(/NaN|Infinity/);
  });
});
