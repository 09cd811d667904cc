import { describe, expect, test } from "vitest";
import { type BacktestOptions, backtest } from "./backtest.ts";
import { faultOf, HEADS, OPTIONS, RATES, rows, series, seriesOf, systemOf } from "./home-care.test-data.ts";

describe("projections of the past", () => {
  test("start from what was counted, and stand beside what came", async () => {
    const { forecasts, held, scores } = await backtest(systemOf(), series, OPTIONS);
    expect(forecasts.map(({ origin, horizon, observed }) => [origin, horizon, observed])).toEqual([
      ["2015-03-31", 1, 508],
      ["2015-03-31", 3, 530],
      ["2016-03-31", 1, 515],
      ["2016-03-31", 3, 541],
      ["2017-03-31", 1, 530],
      ["2017-03-31", 3, 560],
    ]);
    // Recruits hold the headcount of the origin, so what is expected is near it, and so is persistence.
    expect(forecasts[0]!.expected / 512).toBeCloseTo(1, 1);
    expect(forecasts[0]!.naive.persistence).toBe(512);
    expect(forecasts[0]!.naive.meanSoFar).toBeCloseTo((500 + 505 + 512) / 3, 12);
    for (const { interval, expected } of forecasts) {
      expect(interval!.p10).toBeLessThan(expected);
      expect(interval!.p90).toBeGreaterThan(expected);
    }
    expect(held).toEqual([]);
    expect(scores.find(({ horizon }) => horizon === 1)).toMatchObject({ pairs: 3, independent: 3, tooFew: true });
  });

  test("the same seed gives the same, and origins do not depend on each other", async () => {
    const [all, one] = await Promise.all([
      backtest(systemOf(), series, OPTIONS),
      backtest(systemOf(), series, { ...OPTIONS, origins: [2016] }),
    ]);
    expect(all.forecasts.filter(({ origin }) => origin === "2016-03-31")).toEqual(one.forecasts);
  });

  test("a surer history makes a narrower interval", async () => {
    const width = async (rates: string) => {
      const { forecasts } = await backtest(systemOf(), seriesOf(HEADS, rates), { ...OPTIONS, noise: false });
      const { p10, p90 } = forecasts[0]!.interval!;
      return p90 - p10;
    };
    const wild = rows("leaving.rate", ["15%", "50%", "33%", "31%", "29%", "30%", "32%", "31%"]);
    expect(await width(wild)).toBeGreaterThan(1.5 * (await width(RATES)));
  });

  test("leaving comes from leavers and headcounts where no rate was counted", async () => {
    const leavers = rows("leavers", [150, 151, 155, 152, 154, 160, 161, 165]);
    const { forecasts, notes } = await backtest(systemOf(), seriesOf(HEADS, leavers), OPTIONS);
    const first = forecasts.find(({ measure, horizon }) => measure === "leavers" && horizon === 1)!;
    expect(first.expected / 155).toBeCloseTo(1, 1);
    expect(notes.join()).toContain("nearest day");
  });
});

describe("nothing that was not known is read", () => {
  test("a later headcount changes nothing", async () => {
    const planted = HEADS.replace("2020-03-31,carers,headcount,560", "2020-03-31,carers,headcount,9999");
    const [kept, changed] = await Promise.all(
      [series, seriesOf(planted, RATES)].map((one) => backtest(systemOf(), one, { ...OPTIONS, origins: [2015] })),
    );
    expect(kept!.forecasts).toEqual(changed!.forecasts);
  });

  test("a rate that is fitted to no history, published in 2020, is refused and named", async () => {
    const error = await faultOf(systemOf(), seriesOf(HEADS), OPTIONS);
    expect(error).toMatchObject({ code: "later-input", path: "pools.carers.leaving.rate", file: "system.yaml" });
    expect(error.value).toContain("2020-10-31");
    expect(error.line).toBeGreaterThan(1);
    expect(error.rule).toContain("2015-12-31");
  });

  test("an input with a day of its own is as old as it says", async () => {
    const at = (known: string) => systemOf(`    fte: { value: 0.7, source: report, known: ${known} }\n`);
    expect((await faultOf(at("2016-06-30"), series, OPTIONS)).path).toBe("pools.carers.fte");
    await expect(backtest(at("2014-06-30"), series, OPTIONS)).resolves.toBeDefined();
  });

  test("an input whose source has no day is refused", async () => {
    const undated = systemOf("    fte: { value: 0.7, source: undated }\n");
    expect(await faultOf(undated, series, OPTIONS)).toMatchObject({ code: "no-known-day", path: "pools.carers.fte" });
  });

  test("shares under labels are one input", async () => {
    const shaped = systemOf(
      '      byTenure: { value: { "0": 2, "1": 1, "2": 1, "3+": 1 }, source: report }\n      stayingInSector: { value: 60%, source: report }\n',
    );
    const error = await faultOf(shaped, series, OPTIONS);
    expect([error.path, ...error.others.map(({ path }) => path)].sort()).toEqual([
      "pools.carers.leaving.byTenure",
      "pools.carers.leaving.stayingInSector",
    ]);
  });

  test("a pool that nobody had counted cannot start", async () => {
    const late = seriesOf(rows("headcount", [541, 560], 2019), RATES);
    expect(await faultOf(systemOf(), late, { ...OPTIONS, origins: [2016] })).toMatchObject({
      code: "no-opening-stock",
      path: "pools.carers.headcount",
    });
  });

  test("judgements without a source have no day, and are counted", async () => {
    const { notes } = await backtest(systemOf("    fte: 0.7\n"), series, OPTIONS);
    expect(notes.join()).toContain("judgements without a day");
  });
});

describe("what is held", () => {
  const joiners = rows("joiners", [150, 160, 170, 150, 165, 170, 175, 190]);

  test("recruits are those that were counted, and are not scored", async () => {
    const all = seriesOf(HEADS, RATES, joiners);
    const [free, held] = await Promise.all([
      backtest(systemOf(), all, OPTIONS),
      backtest(systemOf(), all, { ...OPTIONS, hold: ["recruits"] }),
    ]);
    expect(free.forecasts.some(({ measure }) => measure === "joiners")).toBe(true);
    expect(held.forecasts.some(({ measure }) => measure === "joiners")).toBe(false);
    expect(held.held).toEqual(["recruits of carers: the joiners that were counted"]);
    const mae = ({ scores }: typeof free) =>
      scores.find((one) => one.measure === "headcount" && one.horizon === 3)!.cadre.mae;
    expect(mae(held)).not.toBe(mae(free));
  });

  test("recruits of every year are needed", async () => {
    const gap = joiners.replace(/^2018.*\n/m, "");
    const error = await faultOf(systemOf(), seriesOf(HEADS, RATES, gap), { ...OPTIONS, hold: ["recruits"] });
    expect(error).toMatchObject({ code: "nothing-to-hold" });
    expect(error.message).toContain("2018-03-31");
  });

  test("inputs that were published later are listed, and never a headcount or a leaving rate", async () => {
    const later = systemOf("    fte: { value: 0.7, source: report }\n");
    const { held } = await backtest(later, series, { ...OPTIONS, hold: ["inputs"] });
    expect(held).toEqual(["pools.carers.fte: as published 2020-10-31"]);
    expect(await faultOf(later, seriesOf(HEADS), { ...OPTIONS, hold: ["inputs"] })).toMatchObject({
      path: "pools.carers.leaving.rate",
    });
  });

  test("anything else is a mistake", async () => {
    const hold = ["recruit"] as unknown as BacktestOptions["hold"];
    expect(await faultOf(systemOf(), series, { ...OPTIONS, hold })).toMatchObject({
      code: "unknown-hold",
      didYouMean: "recruits",
    });
  });
});

test("a series that counts nothing on the days to score is an error", async () => {
  expect(await faultOf(systemOf(), series, { ...OPTIONS, origins: [2019], horizons: [5] })).toMatchObject({
    code: "nothing-to-score",
  });
});
