import { expect, test } from "vitest";
import { backtest } from "./backtest.ts";
import { faultOf, HEADS, OPTIONS, RATES, rows, seriesOf, systemOf } from "./home-care.test-data.ts";

const people = `population:
  place: Here
  source: report
  people: { 2013: { "65+": 1000 }, 2026: { "65+": 1400 } }
demand:
  carers: { drivers: [{ population: { "65+": 100% } }] }
`;
const demand = rows("demand", [540, 550, 560, 565, 570, 580, 590, 600]);
const estimates = Array.from(
  { length: 10 },
  (_, i) => `20${12 + i}-06-30,population,65+,${1000 + 20 * i},,mye,ons`,
).join("\n");
const projection = [2014, 2030]
  .map((year, i) => `${year}-06-30,population,65+,${1000 + 500 * i},2014-05-29,based-2012,ons`)
  .join("\n");

test("the population of a later publication is refused", async () => {
  const error = await faultOf(systemOf("", people), seriesOf(HEADS, RATES, demand), OPTIONS);
  expect(error).toMatchObject({ code: "later-input", path: "population" });
  expect(error.rule).toContain("projection that was published by then");
});

test("the population is the projection of that time, of one edition", async () => {
  const { forecasts, held } = await backtest(systemOf("", people), seriesOf(HEADS, RATES, demand, projection), {
    ...OPTIONS,
    origins: [2015],
    horizons: [3],
  });
  const { expected } = forecasts.find(({ measure }) => measure === "demand")!;
  // From 1,000 in mid-2014 by 1,500 ÷ 1,000 over 16 years: three years of that growth on the 560 of the origin.
  expect(expected).toBeCloseTo(560 * 1.5 ** (3 / 16), 0);
  expect(held).toEqual([]);
});

test("the population may be held as it was observed, and the scores are conditional", async () => {
  const { forecasts, held } = await backtest(systemOf("", people), seriesOf(HEADS, RATES, demand, estimates), {
    ...OPTIONS,
    origins: [2015],
    horizons: [3],
    hold: ["population"],
  });
  const { expected } = forecasts.find(({ measure }) => measure === "demand")!;
  const at = (year: number) => 1000 * (1 + 0.02 * (year - 2012));
  const mix = (year: number) => at(year) ** 0.25 * at(year - 1) ** 0.75;
  expect(expected).toBeCloseTo((560 * mix(2018)) / mix(2015), 0);
  expect(held).toEqual(["population: as estimated in the years that followed"]);
});

test("the population cannot be held without estimates, nor beyond them", async () => {
  const hold = { ...OPTIONS, hold: ["population"] as const };
  expect(await faultOf(systemOf("", people), seriesOf(HEADS, RATES, demand), hold)).toMatchObject({
    code: "nothing-to-hold",
  });
  const short = estimates.split("\n").slice(0, 5).join("\n");
  expect(await faultOf(systemOf("", people), seriesOf(HEADS, RATES, demand, short), hold)).toMatchObject({
    code: "population-too-short",
  });
});
