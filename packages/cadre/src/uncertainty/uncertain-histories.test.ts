import { describe, expect, test } from "vitest";
import { assumptionsOf } from "../base-year/inputs.ts";
import { CadreError } from "../error/cadre-error.ts";
import { run } from "../projection/run.ts";
import { fitGrowth, fitRate } from "../rates/history.ts";
import { RATE_SPREADS } from "../rates/rate-spreads.ts";
import { parseSystem } from "../system/parse.ts";
import { ensemble } from "./ensemble.ts";
import { uncertainties } from "./uncertain.ts";
import { worthMeasuring } from "./worth-measuring.ts";

const system = (rate: string, more = "kind: hazard, scope: employer") =>
  parseSystem(`
cadre: 1
id: care
title: Care
calendar: { base: 2019-03-31, until: 2024-03-31 }
axes: { age: none, tenure: 1 }
pools:
  carers:
    title: Carers
    employer: Us
    sector: care
    headcount: 1000
    leaving: { rate: ${rate}, ${more} }
    recruitment: { mode: fixed, recruits: { 2020: 300 } }
`);
const YEARS = "{ 2016/17: 26.2%, 2017/18: 32.4%, 2018/19: 33.3% }";
const figures = { "2016/17": 0.262, "2017/18": 0.324, "2018/19": 0.333 };
const leaving = { spread: RATE_SPREADS.leaving };

test("yearly figures become what is expected of a year to come, and the log says how", () => {
  const town = system(`{ history: ${YEARS} }`);
  const fitted = fitRate(figures, leaving);
  expect(town.pools.carers!.leaving.rate).toMatchObject({
    value: expect.closeTo(fitted.mean, 12),
    written: "26.2%, 32.4%, 33.3% (2016/17, 2017/18, 2018/19)",
  });
  expect(run(town).data.resolved.calibration[0]!.target).toBeCloseTo(fitted.mean, 12);
  const rows = assumptionsOf(town).filter(({ parameter }) => parameter === "pools.carers.leaving.rate");
  expect(rows.map(({ isDefault }) => isDefault)).toEqual([false, true]);
  expect(rows[1]!.written).toBe("level 30.5%, 30.8% expected; spread 13.4% from year to year, 7.8% of the level");
  expect(rows[1]!.note).toContain("adult social care in seven areas");
});

test("a reference draws the level toward it; a country's level moves", () => {
  const near = system(`{ history: ${YEARS}, reference: { 2016/17: 20%, 2017/18: 20%, 2018/19: 20% } }`);
  expect(near.pools.carers!.leaving.rate!.value).toBeLessThan(
    system(`{ history: ${YEARS} }`).pools.carers!.leaving.rate!.value,
  );
  const drawn = uncertainties(system(`{ history: ${YEARS}, spread: country }`), {});
  expect(drawn.map(({ from }) => from)).toEqual(["input", ...new Array<string>(10).fill("year")]);
});

test("draws have the level's doubt in every year and each year's own noise, and the mean of the central run", async () => {
  const town = system(`{ history: ${YEARS} }`);
  const { levelSd, noise, p90, level } = fitRate(figures, leaving);
  const known = uncertainties(town, {});
  expect(known).toHaveLength(6);
  const tails = Math.log(p90 / level) / (1.2815515655446004 * Math.hypot(levelSd, noise));
  // A normal's p10 and p90 are 2 × 1.28 standard deviations apart, on a logarithmic scale.
  const width = (i: number) =>
    Math.log(Number(known[i]!.at(0.9)) / Number(known[i]!.at(0.1))) / (2 * 1.2815515655446004);
  expect(width(0)).toBeCloseTo(levelSd * tails, 12);
  expect(width(1)).toBeCloseTo(noise * tails, 12);
  const sure = await ensemble(town, {}, { draws: 1000, measures: ["leavers"] });
  const first = sure.at({ measure: "leavers", year: 2020 });
  const central = sure.central.at({ measure: "leavers", year: 2020 });
  expect(Math.abs(first.mean / central - 1)).toBeLessThan(0.02);
  expect(first.p90 / first.p10).toBeGreaterThan(1.35);
});

test("one number has the spread of its kind only where asked, and the same central run", () => {
  const [plain, asked] = [system("30%"), system("{ value: 30%, spread: place }")];
  expect(uncertainties(plain, {})).toEqual([]);
  expect(uncertainties(asked, {})).toHaveLength(6);
  const at = { measure: "gap", year: 2024 } as const;
  expect(run(asked).at(at)).toBe(run(plain).at(at));
  const row = assumptionsOf(asked).find(({ parameter, isDefault }) => isDefault && parameter.endsWith("leaving.rate"));
  expect(row?.note).toContain("One figure does not show a spread");
});

test("an interval of the file goes before, with a warning where it is under half of what history showed", () => {
  const own = (p10: string, p90: string, more = "") =>
    run(system(`{ value: 30%, p10: ${p10}, p90: ${p90}${more} }`)).warnings.filter((one) => one.includes("spread"));
  expect(own("25%", "35%")).toEqual([]);
  expect(own("29%", "31%")).toEqual([expect.stringContaining("2.6%, less than half of the 14% that is usual")]);
  expect(own("28%", "32%", ", spread: country")).toEqual([]);
  const both = system(`{ history: ${YEARS}, p10: 29%, p90: 31% }`);
  expect(uncertainties(both, {}).map(({ id }) => id)).toEqual(["pools.carers.leaving.rate"]);
});

test("what chance brings in a year is not offered for measuring", async () => {
  const more = { id: "more", changes: [{ parameter: "recruitment.recruits", multiply: 1.2 }] };
  const { rows } = await worthMeasuring(system(`{ history: ${YEARS} }`), [{}, more], { shortage: 1000, draws: 20 });
  expect(rows.map(({ id }) => id)).toEqual(["pools.carers.leaving.rate, level"]);
});

describe("other numbers", () => {
  const place = (demand: string, more = "", rate = "{ value: 30%, spread: place }") =>
    parseSystem(`
cadre: 1
id: care
title: Care
calendar: { base: 2019-03-31, until: 2022-03-31 }
axes: { age: none, tenure: 1 }
pools:
  carers:
    title: Carers
    employer: Us
    sector: care
    headcount: 1000
    ${more || "fte: 0.8"}
    leaving: { rate: ${rate}, kind: hazard, scope: employer }
    recruitment: { effort: { value: 100%, spread: place } }
demand:
  carers: ${demand}
`);
  const ids = (system: ReturnType<typeof place>, kind: string) =>
    uncertainties(system, {})
      .filter(({ id }) => id.includes(kind))
      .map(({ id, from }) => `${from}: ${id.split(", ")[1]}`);

  test("a growth is fitted to what grows, and drawn as points that add up over years", async () => {
    const levels = "{ 2012: 166, 2016: 161, 2018: 161 }";
    const town = place(`{ growthPerHead: { levels: ${levels} } }`);
    const fitted = fitGrowth({ 2012: 166, 2016: 161, 2018: 161 }, { spread: RATE_SPREADS.growthPerHead });
    expect(fitted.level).toBeCloseTo(Math.log(161 / 166) / 6, 12);
    expect(town.demand.carers!.growthPerHead!.value).toBeCloseTo(fitted.level, 12);
    expect(ids(town, "growthPerHead")).toEqual([
      "input: level",
      ...[2020, 2021, 2022].map((y) => `year: year to ${y}`),
    ]);
    const { levelSd, noise } = fitted;
    const sure = await ensemble(town, {}, { draws: 2000, measures: ["demand"] });
    const { p10, p90 } = sure.at({ measure: "demand", year: 2022 });
    const tails = (fitted.p90 - fitted.level) / (Math.hypot(levelSd, noise) * 1.2815515655446004);
    const sd = Math.sqrt(9 * levelSd ** 2 + 3 * noise ** 2) * tails;
    expect(Math.log(p90 / p10) / (2 * 1.2815515655446004) / sd).toBeCloseTo(1, 1);
  });

  test("a value beside a history is what the run uses, and the log says so", () => {
    const town = place("{ growthPerHead: { value: 0% per year, levels: { 2012: 166, 2018: 161 } } }");
    expect(town.demand.carers!.growthPerHead!.value).toBe(0);
    const row = assumptionsOf(town).find(({ parameter, isDefault }) => isDefault && parameter.endsWith("PerHead"));
    expect(row?.written).toContain("level -0.5%, -0.5% expected");
    expect(row?.note).toContain("The file's own value is used");
  });

  test("vacancies have a level alone, hours and recruits are taken as they are and vary from there", () => {
    const town = place(
      "{ productivity: { value: 0% per year, spread: country } }",
      "vacancyRate: { value: 8%, spread: place }\n    fte: { value: 0.8, spread: place }",
    );
    expect(ids(town, "vacancyRate")).toEqual(["input: level"]);
    expect(ids(town, "effort")).toEqual([2020, 2021, 2022].map((year) => `year: year to ${year}`));
    expect(ids(town, "fte")).toHaveLength(6);
    expect(ids(town, "productivity")).toHaveLength(4);
    expect(
      assumptionsOf(town).filter(({ note }) => note?.startsWith("One figure does not show a spread")),
    ).toHaveLength(5);
  });

  test("recruits of a year follow those who leave in it, so that staff vary less than either", async () => {
    const spread = async (rate: string) => {
      const sure = await ensemble(place("{}", "", rate), {}, { draws: 1000, measures: ["headcount"] });
      const { p10, p90 } = sure.at({ measure: "headcount", year: 2020 });
      return (p90 - p10) / (2 * 1.2815515655446004);
    };
    // Chance of recruits alone, of both together, and what both would be by themselves.
    const [alone, both] = await Promise.all([spread("30%"), spread("{ value: 30%, spread: place }")]);
    expect(both / alone).toBeLessThan(0.75);
    expect(both / alone).toBeGreaterThan(0.45);
  });

  test("what the file gives once for two pools is one number", () => {
    const two = parseSystem(`
cadre: 1
id: care
title: Care
calendar: { base: 2019-03-31, until: 2021-03-31 }
axes: { age: none, tenure: 1 }
pools:
  one:
    title: One
    employer: Us
    sector: care
    headcount: 100
    leaving: &leaving { rate: { value: 30%, spread: place }, kind: hazard, scope: employer }
  two: { title: Two, employer: Us, sector: care, headcount: 100, leaving: *leaving }
`);
    const known = uncertainties(two, {});
    const groups = new Set(known.map(({ membership }) => membership?.group));
    expect([known.length, groups.size]).toEqual([6, 3]);
    expect(known.every(({ membership }) => membership?.correlation === 1)).toBe(true);
  });
});

describe("refused, with their place", () => {
  test.each([
    ["{ history: {} }", "bad-history"],
    ["{ history: { 2016/18: 30% } }", "bad-label"],
    ["{ history: { 2016: 30%, 2016/17: 31% } }", "year-twice"],
    ["{ history: { 2016: 0% } }", "bad-history"],
    ["{ history: { 2016: 30 } }", "wrong-unit"],
    ["{ history: { 2016: 30% }, levels: { 2016: 30% } }", "unknown-key"],
    ["{ value: 30%, spread: town }", "unknown-word"],
  ])("%s", (rate, code) => {
    expect(() => system(rate)).toThrowError(expect.objectContaining({ code }));
  });
  test("a rate that does not rise and fall with leaving", () => {
    expect(() => system(`{ history: ${YEARS} }`, "kind: share-leaving-within-year, scope: employer")).toThrowError(
      CadreError,
    );
  });
});
