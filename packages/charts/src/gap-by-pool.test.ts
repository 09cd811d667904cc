import { describe, expect, it } from "vitest";
import { madeCounty, madeResult } from "./fixture.test-data.ts";
import { gapByPool } from "./gap-by-pool.ts";
import { toSvg } from "./svg.ts";

const pools = (gaps: number[]) =>
  madeResult({
    years: [2020],
    pools: gaps.map((gap, index) => ({
      id: `pool-${index}`,
      title: `Pool number ${index}`,
      measures: { supply: [100, 100], demand: [100, 100 + gap] },
    })),
  });

describe("gapByPool", () => {
  it("names the largest shortage and holds every line in the table", () => {
    const { title, table } = gapByPool(madeCounty()).usermeta.cadre;
    expect(title).toBe(
      "All 4 employers would be short of staff by 2035; the largest gap is 4,800 FTE: Independent sector care",
    );
    expect(table.columns).toHaveLength(5);
    expect(table.rows.at(-1)).toEqual(["2035", "4,800", "900", "800", "250"]);
  });

  it("splits by sector and by pool as asked", () => {
    expect(gapByPool(madeCounty(), { groups: "sectors" }).usermeta.cadre.table.columns).toEqual([
      "Year",
      "Social care",
      "Health",
    ]);
    expect(gapByPool(madeCounty(), { groups: "pools" }).usermeta.cadre.table.columns).toHaveLength(5);
  });

  it("splits by level of competence", () => {
    const made = pools([3, 4]);
    const level = { id: "level:6", title: "Registered nurse", pools: [1], courses: [] };
    const result = {
      ...made,
      groups: [...made.groups, level],
      series: () => made.series({ pool: "pool-1", measure: "gap" }),
    };
    expect(gapByPool(result, { groups: "levels" }).usermeta.cadre.title).toBe(
      "Registered nurse would be 4 FTE short by 2020",
    );
  });

  it("leaves out who is not there and not needed", () => {
    const made = madeResult({
      years: [2020],
      pools: [
        { id: "a", title: "A", measures: { supply: [1, 1], demand: [2, 3] } },
        { id: "b", title: "B", measures: { supply: [0, 0], demand: [0, 0] } },
      ],
    });
    expect(gapByPool(made).usermeta.cadre.table.columns).toEqual(["Year", "A"]);
  });

  it("counts those who are short in words a board uses", () => {
    const title = (...gaps: number[]) => gapByPool(pools(gaps), { groups: "pools" }).usermeta.cadre.title;
    expect(title(3, 2, -1)).toMatch(/^2 of 3 pools would be short/);
    expect(title(3, 2)).toMatch(/^Both pools would be short/);
  });

  it("says that nobody is short where nobody is", () => {
    expect(gapByPool(pools([-5, 0.2])).usermeta.cadre.title).toBe("No employer would be short of staff in 2020");
  });

  it("says it plainly for a single pool", () => {
    expect(gapByPool(pools([12]), { groups: "pools" }).usermeta.cadre.title).toBe(
      "Pool number 0 would be 12 FTE short by 2020",
    );
  });

  it("greys what would be too many lines to tell apart, and says so", async () => {
    const chart = gapByPool(pools([1, 2, 3, 4, 5, 6, 7, 8, -20]), { groups: "pools" });
    expect(chart.usermeta.cadre.subtitle).toContain("Grey: 3 further pools");
    expect(chart.usermeta.cadre.table.columns).toHaveLength(10);
    const svg = await toSvg(chart);
    expect(svg).toContain("Pool number 8");
    expect(svg).not.toContain(">Pool number 0<");
  });
});
