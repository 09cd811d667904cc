import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { localLevel } from "../rates/local-level.ts";
import { pooledSpread } from "../rates/pooled-spread.ts";
import { RATE_SPREADS } from "../rates/rate-spreads.ts";
import { parseSeries } from "./series.ts";

const figuresOf = (name: string) => {
  const file = fileURLToPath(new URL(`../../../../data/series/${name}`, import.meta.url));
  return parseSeries(readFileSync(file, "utf8"), { file }).figures.filter(({ date }) => date <= "2019-03-31");
};
const areas = figuresOf("care-turnover-by-area.csv");
const country = figuresOf("care-turnover-england.csv");
const REFERENCE = "england-authorities";
const of = (figures: typeof areas, pool: string, measure = "leaving.rate") =>
  figures.filter((one) => one.pool === pool && one.measure === measure);

test("of a place: noise within the seven areas, and the spread over authorities, up to 2018/19", () => {
  const pools = [...new Set(areas.map(({ pool }) => pool))].filter((pool) => pool !== REFERENCE);
  const highs = of(areas, REFERENCE, "leaving.rate.p90");
  const spread = pooledSpread({
    histories: pools.map((pool) => of(areas, pool).map(({ value }) => value)),
    percentiles: of(areas, REFERENCE, "leaving.rate.p10").map(({ value }, i) => [value, highs[i]!.value] as const),
    from: "the series",
  })!;
  const { noise, between, years, noiseRange, lasting, known } = RATE_SPREADS.leaving;
  expect(spread.noise).toBeCloseTo(noise, 3);
  expect(spread.between).toBeCloseTo(between, 2);
  expect(spread.years).toBe(years);
  expect(spread.lasting).toBe(lasting);
  expect(spread.noiseRange[0]).toBeCloseTo(noiseRange[0], 2);
  expect(spread.noiseRange[1]).toBeCloseTo(noiseRange[1], 2);
  expect(
    areas
      .map(({ published }) => published)
      .sort()
      .at(-1),
  ).toBe(known);
});

test("of a country: what stays of a change, as two series of England's social care say up to 2018/19", () => {
  const histories = [of(country, "england"), of(areas, REFERENCE)].map((figures) =>
    figures.map(({ date, value }) => ({ year: Number(date.slice(0, 4)), value: Math.log(value) })),
  );
  const years = histories.reduce((sum, values) => sum + values.length - 1, 0);
  const at = (lasting: number) => {
    const fits = histories.map((values) => localLevel(values, lasting));
    const change = fits.reduce((sum, { squares }) => sum + squares, 0) / years;
    const likelihood = fits.reduce((sum, one) => sum + one.logLikelihood, 0) - (years / 2) * Math.log(change);
    return { lasting, change, weight: Math.exp(likelihood) };
  };
  const grid = Array.from({ length: 200 }, (_, i) => at((i + 0.5) / 200));
  const all = grid.reduce((sum, { weight }) => sum + weight, 0);
  const mean = grid.reduce((sum, { lasting, weight }) => sum + (lasting * weight) / all, 0);
  const spread = RATE_SPREADS.leavingOfCountry;
  expect(mean).toBeCloseTo(spread.lasting, 1);
  expect(Math.sqrt((at(spread.lasting).change * (1 - spread.lasting)) / 2)).toBeCloseTo(spread.noise, 3);
  expect(years).toBe(spread.years);
  // χ² with 4 degrees of freedom: 0.711 and 9.488.
  expect(spread.noise / Math.sqrt(9.488 / 4)).toBeCloseTo(spread.noiseRange[0], 3);
  expect(spread.noise / Math.sqrt(0.711 / 4)).toBeCloseTo(spread.noiseRange[1], 3);
});
