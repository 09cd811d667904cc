import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type Backtest, type BacktestOptions, backtest, RATE_SPREADS } from "../packages/cadre/src/backtest.ts";
import { parseSystem } from "../packages/cadre/src/index.ts";
import { readSeries, readSystem } from "../packages/cadre/src/node.ts";

/** The scores of England that docs/method/backtest.md fixes and reports. */
const folder = (name: string): string => fileURLToPath(new URL(`../scenarios/england/${name}`, import.meta.url));
const scoreOf = ({ scores }: Backtest, measure: string) =>
  scores.find((one) => one.measure === measure && one.horizon === "all")!;

describe("NHS nurses who left, from what was known in 2012", async () => {
  const system = await readSystem(`${folder("nurses-2012")}/system.yaml`);
  const series = await readSeries(`${folder("nurses-2012")}/series.csv`);
  const options = { origins: [2012], horizons: [1, 2, 3, 4, 5, 6], draws: 300 };

  test("within 5%, and better than last year, the three-year mean and the trend", async () => {
    const tested = await backtest(system, series, { ...options, spread: RATE_SPREADS.leavingOfCountry });
    const { cadre, skill, pairs, independent, tooFew, coverage80 } = scoreOf(tested, "leavers");
    expect({ pairs, independent, tooFew }).toEqual({ pairs: 6, independent: 1, tooFew: true });
    expect(cadre.mape).toBeCloseTo(0.044, 3);
    expect(skill.persistence).toBeCloseTo(0.09, 2);
    expect(skill.meanSoFar).toBeCloseTo(0.58, 2);
    expect(skill.trend).toBeCloseTo(0.89, 2);
    expect(coverage80).toBe(1);
    expect(tested.held).toEqual([]);
    const leavers = tested.forecasts.filter(({ measure }) => measure === "leavers");
    expect(leavers.map(({ expected }) => (expected / 1000).toFixed(1)).join(" ")).toBe("31.6 31.9 32.1 32.3 32.3 32.4");
  });

  test("a level that stays comes out too low, as the page says", async () => {
    const tested = await backtest(system, series, options);
    expect(scoreOf(tested, "leavers").cadre.mape).toBeCloseTo(0.079, 3);
  });
});

/** Jobs by year: as counted, with the years between on a straight line, and with vacant posts (of 2012 supposed). */
type Jobs = Readonly<Record<number, number>>;
const JOBS: Jobs = { 2012: 1.5, 2016: 1.58, 2018: 1.62 };
const LINE: Jobs = { 2012: 1.5, 2013: 1.52, 2014: 1.54, 2015: 1.56, 2016: 1.58, 2017: 1.6, 2018: 1.62 };
const POSTS: Jobs = { 2012: 1.5 / 0.934, 2016: 1.58 / 0.934, 2018: 1.62 / 0.922 };

describe("jobs in adult social care, given the people there were", async () => {
  const file = `${folder("care-2012")}/system.yaml`;
  const system = await readSystem(file);
  const series = await readSeries(`${folder("care-2012")}/series.csv`);
  const options: BacktestOptions = { horizons: [2, 4, 6], draws: 2, hold: ["population"] };

  test("by people aged 65 and over: 3% off from 2012, and far nearer than the last figure", async () => {
    const from2012 = scoreOf(await backtest(system, series, { ...options, origins: [2012] }), "demand");
    expect(from2012.cadre.mape).toBeCloseTo(0.031, 3);
    expect(from2012.skill.persistence).toBeCloseTo(0.5, 2);
    const tested = await backtest(system, series, options);
    const { cadre, skill, pairs, tooFew } = scoreOf(tested, "demand");
    expect({ pairs, tooFew }).toEqual({ pairs: 3, tooFew: true });
    expect(cadre.mape).toBeCloseTo(0.021, 3);
    expect(skill.persistence).toBeCloseTo(0.57, 2);
    expect(tested.held).toEqual(["population: as estimated in the years that followed"]);
  });

  test("by people aged 75 and over it would have been nearer still, as the page says", async () => {
    const other = { ...system, demand: { "social-care": { drivers: [{ population: weights("75+") }] } } };
    const { cadre, skill } = scoreOf(await backtest(other, series, options), "demand");
    expect(cadre.mape).toBeCloseTo(0.006, 3);
    expect(skill.persistence).toBeCloseTo(0.89, 2);
  });

  /** MAPE and skill of a rule by hand: jobs of a year grow with people of the mid-years given for the origin and the later year. */
  const byHand = (
    oldest: readonly string[],
    {
      first = 0,
      later = 0,
      jobs = JOBS,
      origins = [2012],
    }: { first?: number; later?: number; jobs?: Jobs; origins?: number[] },
  ): string => {
    const people = (year: number) =>
      series.figures
        .filter(
          ({ pool, measure, date }) => pool === "population" && oldest.includes(measure) && date.startsWith(`${year}`),
        )
        .reduce((sum, { value }) => sum + value, 0);
    const pairs = origins.flatMap((from) =>
      Object.keys(jobs)
        .map(Number)
        .filter((to) => to > from)
        .map((to) => ({
          counted: jobs[to]!,
          off: Math.abs((jobs[from]! * people(to + later)) / people(from + first) - jobs[to]!),
          unchanged: Math.abs(jobs[from]! - jobs[to]!),
        })),
    );
    const sum = (of: (pair: (typeof pairs)[number]) => number) => pairs.reduce((all, pair) => all + of(pair), 0);
    const mape = (100 * sum(({ off, counted }) => off / counted)) / pairs.length;
    return `${pairs.length}: ${mape.toFixed(1)}% ${(1 - sum(({ off }) => off) / sum(({ unchanged }) => unchanged)).toFixed(2)}`;
  };

  test.each([
    ["mid-year of both", {}, "2: 3.1% 0.50", "2: 0.5% 0.93"],
    ["from both origins", { origins: [2012, 2016] }, "3: 2.1% 0.57", "3: 0.6% 0.89"],
    ["the mid-year after both", { first: 1, later: 1 }, "2: 2.0% 0.69", "2: 1.2% 0.80"],
    ["the mid-year after the later year alone", { later: 1 }, "2: 4.6% 0.26", "2: 2.6% 0.57"],
    ["jobs on a straight line", { jobs: LINE }, "6: 2.6% 0.41", "6: 0.4% 0.90"],
    ["with vacant posts", { jobs: POSTS }, "2: 2.4% 0.65", "2: 0.3% 0.96"],
  ] as const)("no reading of the rules gives the skills that were expected: %s", (_, reading, of65, of75) => {
    const given = { ...reading, origins: "origins" in reading ? [...reading.origins] : [2012] };
    expect([byHand(["65-74", "75+"], given), byHand(["75+"], given)]).toEqual([of65, of75]);
  });

  test("without holding the population it is refused by name", async () => {
    const later = parseSystem(
      `cadre: 1
id: later
title: With a projection of 2020
place: England
calendar: { base: 2012-06-30, until: 2018-06-30 }
axes: { age: none }
sources: { ons-2018: { title: "2018-based projections", published: 2020-03 } }
population: { source: ons-2018, people: { 2012: { "0-64": 44, "65+": 9 }, 2019: { "0-64": 45, "65+": 10 } } }
pools:
  social-care:
    { title: Care, employer: All, sector: care, headcount: 1500000, leaving: { rate: 25%, kind: hazard, scope: sector } }
demand: { social-care: { drivers: [{ population: { "65+": 100% } }] } }
`,
      { file: "later.yaml" },
    );
    const estimates = { ...series, figures: series.figures.filter(({ pool }) => pool !== "population") };
    await expect(backtest(later, estimates, { ...options, hold: [], origins: [2012] })).rejects.toMatchObject({
      code: "later-input",
      path: "population",
    });
  });
});

describe("staff and vacancies of the England place from mid-2016", async () => {
  const place = await readSystem(`${folder("system.yaml")}`);
  const series = await readSeries(`${folder("series.csv")}`);
  const options: BacktestOptions = { origins: [2016], horizons: [1, 2], draws: 60, hold: ["population", "inputs"] };
  const power = { value: 0.286, unit: "factor", written: "0.286", kind: "assumption", p10: 0.15, p90: 0.46 } as const;
  const responding = {
    ...place,
    pools: Object.fromEntries(
      Object.entries(place.pools).map(([id, pool]) => {
        const responds = { to: "vacancyRate", of: "pool", delay: 1, power } as const;
        return [id, { ...pool, recruitment: { ...pool.recruitment, responds } }];
      }),
    ),
  };
  const rounded = ({ pool, expected }: Backtest["forecasts"][number]) =>
    pool === "nurses" ? Math.round(expected / 100) * 100 : Math.round(expected / 1000) * 1000;

  test.each([
    ["as nothing changes", place, 0.47, [1_581_000, 281_200]],
    ["with a response", responding, 0.63, [1_588_000, 281_600]],
  ] as const)("%s", async (_, system, skill, staff) => {
    const tested = await backtest(system, series, { ...options, spread: RATE_SPREADS.leavingOfCountry });
    const vacancies = scoreOf(tested, "vacancyRate");
    expect(vacancies).toMatchObject({ pairs: 2, tooFew: true, coverage80: 1, calibration: "not tested" });
    expect(vacancies.skill.persistence).toBeCloseTo(skill, 2);
    const two = tested.forecasts.filter(({ measure }) => measure !== "vacancyRate");
    expect(two.map(rounded)).toEqual(staff);
    const inside = two.map(({ observed, interval }) => observed >= interval!.p10 && observed <= interval!.p90);
    expect(inside).toEqual([false, true]);
  });
});

/** The whole weight of a driver on one band. */
const weights = (band: string) => ({ unit: "share" as const, kind: "assumption" as const, values: { [band]: 1 } });
