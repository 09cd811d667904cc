import { describe, expect, it } from "vitest";
import { altText } from "./alt-text.ts";
import { madeResult } from "./fixture.test-data.ts";
import { leaversByCause } from "./leavers-by-cause.ts";
import { toSvg } from "./svg.ts";

const result = madeResult({
  years: [2020, 2021],
  pools: [
    {
      id: "care",
      title: "Home care",
      measures: {
        "leavers.leaving": [0, 1000.4, 1100],
        churn: [0, 600.4, 700],
        "leavers.retirement": [0, 50.4, 60],
        leavers: [0, 1651.2, 1860],
      },
    },
  ],
});

describe("leaversByCause", () => {
  it("says the same rounded numbers everywhere and leaves out causes that never occur", async () => {
    const chart = leaversByCause(result, { pool: "care" });
    const { title, table } = chart.usermeta.cadre;
    expect(title).toBe("Home care: 1,860 people would leave a post in 2021, 60 of them to retire");
    expect(table.columns).toEqual(["Year ending", "Leaving", "Changing employer", "Retirement", "All leavers"]);
    expect(table.rows).toEqual([
      ["2020", "1,000", "600", "50", "1,651"],
      ["2021", "1,100", "700", "60", "1,860"],
    ]);
    expect(altText(chart)).toContain("2021: 1,860 in all; leaving 1,100, changing employer 700, retirement 60.");
    const svg = await toSvg(chart);
    expect(svg).toContain(">2021<");
    expect(svg).not.toMatch(/2,02\d|>Death</);
  });

  it("draws a pool nobody leaves and a result without years", async () => {
    for (const years of [[2020], []]) {
      const chart = leaversByCause(madeResult({ years, pools: [{ id: "a", title: "A" }] }));
      expect(await toSvg(chart)).not.toMatch(/NaN|Infinity/);
      expect(chart.usermeta.cadre.title).toContain("nobody would leave a post in");
    }
  });
});
