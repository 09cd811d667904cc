import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { fitGrowth } from "../rates/history.ts";
import { localLevel } from "../rates/local-level.ts";
import { pooledSpread } from "../rates/pooled-spread.ts";
import { RATE_SPREADS } from "../rates/rate-spreads.ts";
import { RECRUITS_FOLLOW_LEAVERS } from "../uncertainty/uncertain-histories.ts";
import { type Figure, parseSeries } from "./series.ts";

const figuresOf = (name: string) => {
  const file = fileURLToPath(new URL(`../../../../data/series/${name}`, import.meta.url));
  return parseSeries(readFileSync(file, "utf8"), { file }).figures.filter(({ date }) => date <= "2019-03-31");
};
const areas = figuresOf("care-turnover-by-area.csv");
const country = figuresOf("care-turnover-england.csv");
const REFERENCE = "england-authorities";
const of = (figures: readonly Figure[], pool: string, measure = "leaving.rate") =>
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

const inSystem = (name: string) => {
  const file = fileURLToPath(new URL(`../../../../scenarios/england/${name}/series.csv`, import.meta.url));
  return parseSeries(readFileSync(file, "utf8"), { file }).figures;
};
const yearly = (figures: readonly Figure[], value: (one: Figure) => number = (one) => one.value) =>
  figures.map((one) => ({ year: Number(one.date.slice(0, 4)), value: Math.log(value(one)) }));
const LASTING = 0.6;
const noiseOf = (squares: number, degrees: number) => Math.sqrt(((squares / degrees) * (1 - LASTING)) / 2);
const joiners = yearly(of(inSystem("nurses-2012"), "nurses", "joiners"));
const turnover = of(country, "england");
// Recruits make good those who leave, and the growth of the jobs between.
const careJobs = of(inSystem("care-2012"), "social-care", "headcount");
const growth =
  Math.log(careJobs.at(-1)!.value / careJobs[0]!.value) /
  (Number(careJobs.at(-1)!.date.slice(0, 4)) - Number(careJobs[0]!.date.slice(0, 4)));
const first = Number(careJobs[0]!.date.slice(0, 4));
const careRecruits = yearly(turnover, ({ date, value }) => {
  const years = Number(date.slice(0, 4)) - 1 - first;
  return (value + growth) * careJobs[0]!.value * Math.exp(growth * years);
});

test("recruits of a country: NHS nurses and social care, and how closely they follow those who leave", () => {
  const squares = [joiners, careRecruits].map((values) => localLevel(values, LASTING).squares);
  const { noise, years, lasting } = RATE_SPREADS.recruitsOfCountry;
  expect(lasting).toBe(LASTING);
  expect(years).toBe(joiners.length + careRecruits.length - 2);
  expect(noiseOf(squares[0]! + squares[1]!, years)).toBeCloseTo(noise, 3);
  const changes = (values: typeof joiners) =>
    values.slice(1).map(({ year, value }, i) => (value - values[i]!.value) / Math.sqrt(year - values[i]!.year));
  const leavers = yearly(of(inSystem("nurses-2012"), "nurses", "leavers")).filter(({ year }) =>
    joiners.some((one) => one.year === year),
  );
  const [left, joined] = [
    [...changes(leavers), ...changes(yearly(turnover))],
    [...changes(joiners), ...changes(careRecruits)],
  ];
  const product = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  const together = product(left, joined) / Math.sqrt(product(left, left) * product(joined, joined));
  expect(together).toBeCloseTo(RECRUITS_FOLLOW_LEAVERS, 1.5);
});

test("vacancies of a country: three years of adult social care", () => {
  const { squares } = localLevel(yearly(figuresOf("care-vacancies-england.csv")), LASTING);
  const { noise, years } = RATE_SPREADS.vacanciesOfCountry;
  expect(years).toBe(2);
  expect(noiseOf(squares, years)).toBeCloseTo(noise, 3);
});

test("care per head: staff for each person served, care of people aged 65 and over and nurses of all", () => {
  const people = inSystem("care-2012").filter(({ pool }) => pool === "population");
  const of65 = (year: number) => peopleOf(year, ["65-74", "75+"]);
  const peopleOf = (year: number, bands: string[]) =>
    people
      .filter(({ date, measure }) => date.startsWith(String(year)) && bands.includes(measure))
      .reduce((sum, { value }) => sum + value, 0);
  const served = (year: number) =>
    (0.6 * of65(year)) / of65(2015) + (0.4 * peopleOf(year, ["0-64"])) / peopleOf(2015, ["0-64"]);
  const perHead = [
    careJobs.map(({ date, value }) => [date.slice(0, 4), value / of65(Number(date.slice(0, 4)))] as const),
    figuresOf("nhs-nurse-fte-england.csv").map(
      ({ date, value }) => [date.slice(0, 4), value / served(Number(date.slice(0, 4)))] as const,
    ),
  ].map((entries) => Object.fromEntries(entries));
  const spread = RATE_SPREADS.growthPerHead;
  const bare = { ...spread, noise: 1e-9, years: 1e-9 };
  const fits = perHead.map((levels) => fitGrowth(levels, { spread: bare }));
  const degrees = fits.reduce((sum, { figures }) => sum + figures - 1, 0);
  const squares = fits.reduce((sum, { noise, figures }) => sum + noise ** 2 * (figures - 1), 0);
  expect(degrees).toBe(spread.years);
  expect(Math.sqrt(squares / degrees)).toBeCloseTo(spread.noise, 4);
  // Both grew less than the rule of no change says; how far they lay from it is how far a rule may be off.
  expect(fits.every(({ level }) => level < 0)).toBe(true);
  expect(Math.sqrt(fits.reduce((sum, { level }) => sum + level ** 2, 0) / fits.length)).toBeCloseTo(spread.between, 4);
});
