import { gapDrivers } from "cadre/results";
import { compile } from "vega-lite";
import { describe, expect, it } from "vitest";
import { agePyramid } from "./age-pyramid.ts";
import { bareChart } from "./bare-chart.ts";
import { chanceByYear } from "./chance-by-year.ts";
import type { Chart } from "./chart.ts";
import { scenariosSideBySide } from "./compare-scenarios.ts";
import { madeDraws } from "./draws.test-data.ts";
import { fan } from "./fan.ts";
import { madeCounty, madeResult } from "./fixture.test-data.ts";
import { gapByPool } from "./gap-by-pool.ts";
import { leaversByCause } from "./leavers-by-cause.ts";
import { nothing, plan, sampled } from "./scenarios.test-data.ts";
import { supplyAndDemand } from "./supply-and-demand.ts";
import { toSvg } from "./svg.ts";
import { tornadoChart } from "./tornado-chart.ts";
import { driverWaterfall } from "./waterfall-drivers.ts";
import { gapWaterfall } from "./waterfall-gap.ts";
import { worthChart } from "./worth-chart.ts";

const county = madeCounty();
const sure = madeDraws(county);
const surer = madeDraws(county, { lean: -900, title: "A plan" });
const input = {
  id: "a",
  title: "A rate",
  from: "input" as const,
  atLow: 0.3,
  atHigh: 0.4,
  givenLow: 0.3,
  givenHigh: 0.4,
  central: 6750,
};
const ends = [
  { ...input, low: 6000, high: 7500 },
  { ...input, title: "A number that lowers it either way", low: 6500, high: 6400 },
];
const charts = [720, 360].flatMap((width): [string, Chart][] => [
  [`supply and demand at ${width}`, supplyAndDemand(county, { width, funded: true })],
  [`age pyramid at ${width}`, agePyramid(county, { width, against: 2019 })],
  [`age pyramid by single years at ${width}`, agePyramid(county, { width, step: 1 })],
  [`leavers by cause at ${width}`, leaversByCause(county, { width })],
  [`gap by employer at ${width}`, gapByPool(county, { width })],
  [`scenarios at ${width}`, scenariosSideBySide([nothing, plan], { width })],
  [`gap waterfall at ${width}`, gapWaterfall(sampled, { before: nothing, after: plan, width })],
  [`fan at ${width}`, fan(sure, { width, target: 500 })],
  [`fan with a plan at ${width}`, fan(sure, { width, plan: surer })],
  [`chances at ${width}`, chanceByYear([sure, surer], { width })],
  [`tornado at ${width}`, tornadoChart(ends, { result: county, width })],
  [`worth at ${width}`, worthChart([{ ...input, worth: 4e5 }], { result: county, width })],
  [
    `driver waterfall at ${width}`,
    driverWaterfall(gapDrivers(plan, { year: 2024 }), { result: plan, year: 2024, width }),
  ],
]);

describe.each(charts)("%s", (_name, chart) => {
  it("compiles without a warning", () => {
    const said: string[] = [];
    const note = (...words: readonly unknown[]) => {
      said.push(words.map(String).join(" "));
      return logger;
    };
    const logger = { level: () => logger, error: note, warn: note, info: () => logger, debug: () => logger };
    compile(chart, { logger });
    expect(said).toEqual([]);
  });

  it("is plain data: the same after a trip through JSON", () => {
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
  });

  it("draws the same picture every time, as wide as asked, with years as years and no broken number", async () => {
    const svg = await toSvg(chart);
    const wide = chart.padding.left + chart.width + chart.padding.right;
    expect(svg).toMatch(new RegExp(`^<svg [^>]*width="${wide}"[^>]*role="img"><title>.+</title><desc>.+</desc>`));
    expect([720, 360]).toContain(wide);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|>2,0[123]\d<|>-0<|<script|style=/);
    expect(await toSvg(chart)).toBe(svg);
  });

  it("keeps its plot and loses its words when bare", async () => {
    const without = bareChart(chart);
    expect([without.width, without.height]).toEqual([chart.width, chart.height]);
    expect(await toSvg(without)).not.toMatch(/Sources?:/);
    expect(without.padding.top).toBeGreaterThan(8);
    expect(without.padding.bottom).toBeGreaterThan(20);
  });
});

describe("toSvg", () => {
  it("shows a hostile title as text", async () => {
    const title = `<img src=x onerror="alert(1)">&'</text><script>alert(2)</script>\u0000\u0008\ud800`;
    const result = madeResult({
      systemTitle: title,
      title,
      years: [2020],
      sex: [title, "male"],
      pools: [{ id: "a", title, measures: { supply: [1, 2], demand: [3, 4], leavers: [0, 1] } }],
      sources: [{ id: "s", title, publisher: title, published: title }],
    });
    const unsure = madeDraws(result);
    const ends = [{ ...input, title, low: 1, high: 3, atLow: title, atHigh: title, givenLow: title, givenHigh: title }];
    for (const chart of [
      supplyAndDemand(result),
      agePyramid(result),
      leaversByCause(result),
      gapByPool(result),
      fan(unsure, { plan: unsure }),
      chanceByYear([unsure, unsure]),
      tornadoChart(ends, { result }),
      worthChart([{ ...input, title, worth: 1 }], { result }),
    ]) {
      const svg = await toSvg(chart);
      expect(svg).not.toMatch(/<img|<script/);
      expect(svg.replace(/="[^"]*"/g, "")).not.toMatch(/<[^>]*\sonerror/);
      expect(svg).toContain("&lt;img");
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
      expect(svg).not.toMatch(/[\u0000-\u0008\ud800-\udfff]/);
    }
  });

  it("loads nothing", async () => {
    const chart = supplyAndDemand(county);
    const [first, ...others] = chart.layer;
    if (first === undefined) throw new Error("a chart has layers");
    const foreign: Chart = {
      ...chart,
      layer: [{ ...first, data: { url: "https://example.org/data.json" } }, ...others],
    };
    await expect(toSvg(foreign)).rejects.toThrow(/loads nothing/);
  });
});
