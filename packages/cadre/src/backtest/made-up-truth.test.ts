import { beforeAll, describe, expect, test } from "vitest";
import { RATE_SPREADS } from "../rates/rate-spreads.ts";
import { parseSystem } from "../system/parse.ts";
import { ensemble } from "../uncertainty/ensemble.ts";
import { normalQuantile } from "../uncertainty/normal.ts";
import { stream } from "../uncertainty/streams.ts";
import { backtest } from "./backtest.ts";
import type { Forecast } from "./forecast.ts";
import { parseSeries } from "./series.ts";

/**
 * Histories whose model is known: a place's level of leaving lies around that of the reference, each year's around the
 * level, and every career is left to chance. Cadre sees three years of them and projects the next five.
 */
const HISTORIES = 200;
const KNOWN = [2013, 2014, 2015];
const AFTER = [2016, 2017, 2018, 2019, 2020];

const systemOf = (rate: number) =>
  parseSystem(`cadre: 1
id: made-up
title: Made up
calendar: { base: 2015-03-31, until: 2020-03-31 }
axes: { age: none, tenure: 1 }
pools:
  carers:
    title: Carers
    employer: Us
    sector: care
    headcount: 2000
    leaving: { rate: ${100 * rate}%, kind: leavers-per-average-headcount, scope: employer }
    recruitment: { mode: fixed, recruits: { 2016: 600 } }
`);

/** One history: rates by year, and what was counted after the origin when careers took their chance. */
async function history(h: number): Promise<{ rates: Map<number, number>; counted: string[] }> {
  const { noise, between, years: worth } = RATE_SPREADS.leaving;
  const next = stream(7, "made-up truth", h);
  const normal = () => normalQuantile(next());
  const level = Math.log(0.3) + between * normal();
  const squares = Array.from({ length: worth }, () => normal() ** 2).reduce((sum, square) => sum + square, 0);
  const own = noise * Math.sqrt(worth / squares);
  const rates = new Map([...KNOWN, ...AFTER].map((year) => [year, Math.exp(level + own * normal())] as const));
  const changes = AFTER.map((year) => ({
    parameter: "leaving.rate",
    from: year,
    until: year,
    multiply: rates.get(year)! / 0.3,
  }));
  const truth = await ensemble(systemOf(0.3), { id: "truth", changes }, { draws: 1, seed: `truth ${h}`, noise: true });
  const counted = (["headcount", "leavers"] as const).flatMap((measure) =>
    AFTER.map(
      (year) => `${year}-03-31,carers,${measure},${truth.at({ pool: "carers", measure, year }).mean},,first,made-up`,
    ),
  );
  return { rates, counted };
}

/** What Cadre expected of histories, when the rates it was told are `wrong` times those that were counted. */
async function forecasts(wrong: number, histories: number, draws: number): Promise<Forecast[]> {
  const all: Forecast[] = [];
  for (let h = 0; h < histories; h++) {
    const { rates, counted } = await history(h);
    const lines = KNOWN.flatMap((year) => [
      `${year}-03-31,carers,leaving.rate,${wrong * rates.get(year)!},,first,made-up`,
      `${year}-03-31,reference,leaving.rate,${wrong * 0.3},,first,made-up`,
      `${year}-03-31,carers,headcount,2000,,first,made-up`,
    ]);
    const series = parseSeries(["date,pool,measure,value,published,vintage,source", ...lines, ...counted].join("\n"));
    // The spread is the model's own, so it is no hindsight here.
    const { known: _, ...spread } = RATE_SPREADS.leaving;
    const options = { origins: [2015], draws, seed: `draws ${h}`, reference: "reference", spread };
    all.push(...(await backtest(systemOf(0.3), series, options)).forecasts);
  }
  return all;
}

/** Mean of expected ÷ counted − 1 over histories, and its standard error. */
function biasOf(of: readonly Forecast[]): { bias: number; error: number } {
  const scale = of.reduce((sum, { observed }) => sum + observed, 0) / of.length;
  const each = of.map(({ expected, observed }) => (expected - observed) / scale);
  const bias = each.reduce((sum, one) => sum + one, 0) / each.length;
  const variance = each.reduce((sum, one) => sum + (one - bias) ** 2, 0) / (each.length - 1);
  return { bias, error: Math.sqrt(variance / each.length) };
}

const CASES = ["headcount", "leavers"].flatMap((measure) => [1, 3, 5].map((horizon) => ({ measure, horizon })));
const only = (of: readonly Forecast[], { measure, horizon }: { measure: string; horizon: number }) =>
  of.filter((one) => one.measure === measure && one.horizon === horizon);

describe(`${HISTORIES} made-up histories`, () => {
  let right: Forecast[] = [];
  beforeAll(async () => {
    right = await forecasts(1, HISTORIES, 200);
  }, 120_000);

  test.each(CASES)("$measure, $horizon years ahead: no bias within its error", (which) => {
    const of = only(right, which);
    expect(of).toHaveLength(HISTORIES);
    const { bias, error } = biasOf(of);
    expect(Math.abs(bias)).toBeLessThan(2 * error);
  });

  test("four of five figures lie in the 80% interval, half in the middle half", () => {
    const inside = right.filter(({ observed, interval }) => observed >= interval!.p10 && observed <= interval!.p90);
    const half = right.filter(({ interval }) => interval!.inMiddleHalf);
    expect(inside.length / right.length).toBeGreaterThan(0.78);
    expect(inside.length / right.length).toBeLessThan(0.82);
    expect(half.length / right.length).toBeGreaterThan(0.47);
    expect(half.length / right.length).toBeLessThan(0.53);
  });

  test.each([0.8, 1.2])(
    "leaving that is told %d times what it was is found",
    async (wrong) => {
      const of = await forecasts(wrong, 50, 100);
      for (const which of CASES.filter(({ measure }) => measure === "leavers").slice(0, 1)) {
        const { bias, error } = biasOf(only(of, which));
        expect(Math.abs(bias)).toBeGreaterThan(4 * error);
        expect(Math.sign(bias)).toBe(Math.sign(wrong - 1));
      }
      const { bias, error } = biasOf(only(of, { measure: "headcount", horizon: 5 }));
      expect(Math.abs(bias)).toBeGreaterThan(4 * error);
      expect(Math.sign(bias)).toBe(Math.sign(1 - wrong));
      const held = of.filter(({ observed, interval }) => observed >= interval!.p10 && observed <= interval!.p90);
      expect(held.length / of.length).toBeLessThan(0.75);
    },
    120_000,
  );
});
