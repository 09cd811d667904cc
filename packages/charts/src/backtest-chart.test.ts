import { backtestRates, parseSeries } from "cadre/backtest";
import { describe, expect, it } from "vitest";
import { altText } from "./alt-text.ts";
import { backtestChart } from "./backtest-chart.ts";
import { toSvg } from "./svg.ts";

const HEAD = "date,pool,measure,value,published,vintage,source\n";
const rates = [31, 34, 29, 33, 30, 35, 32, 31, 33];
const series = parseSeries(
  HEAD + rates.map((rate, i) => `20${10 + i}-03-31,home-care,leaving.rate,${rate}%,,first,r`).join("\n"),
);
const tested = backtestRates(series, { horizons: [1, 2] });

describe("backtestChart", () => {
  it("says the same in title, alternative text, picture and table", async () => {
    const chart = backtestChart(tested);
    const { title, subtitle, table } = chart.usermeta.cadre;
    expect(title).toMatch(
      /^Home care: forecasts of the past were \d\.\d points off on average, \d+% closer than the last/,
    );
    expect(title).toMatch(/intervals (calibrated|too wide), with \d+% inside$/);
    expect(subtitle).toContain("Black: counted. Blue: expected from each origin");
    expect(table.columns).toHaveLength(6);
    expect(table.rows).toHaveLength(tested.forecasts.length);
    expect(table.rows[0]?.slice(0, 2)).toEqual(["2011", "2012"]);
    expect(altText(chart)).toContain("From 2017 for 2018: expected 32%");
    const svg = await toSvg(chart);
    expect(svg).toContain("Counted 33%");
  });

  it("says that few pairs say little, and on what condition", () => {
    const few = { ...tested, ...backtestRates(series, { horizons: [5] }), held: ["population: as estimated"] };
    const { title, subtitle } = backtestChart(few, { name: "Carers at home" }).usermeta.cadre;
    expect(title).toContain("Carers at home: ");
    expect(title).toContain("too few to say");
    expect(title).not.toContain("nearer");
    expect(subtitle).toContain("Conditional on what was held: population: as estimated.");
  });

  it("is drawn for a telephone as well, and refuses what was not forecast", async () => {
    expect(backtestChart(tested, { width: 360 }).width).toBeLessThan(360);
    expect(() => backtestChart(tested, { pool: "nobody" })).toThrowError(
      expect.objectContaining({ code: "no-forecasts", name: "CadreError" }),
    );
  });
});
