import { expect, test } from "vitest";
import type { CountedMeasure } from "../model/measures.ts";
import { run } from "../projection/run.ts";
import { parseSystem } from "../system/parse.ts";
import { errorOf, type Part, placeOf, pool, still, town } from "../system/town.test-data.ts";
import { explain, explainable, type Question } from "./explain.ts";
import type { Explanation } from "./explanation.ts";

const text = `cadre: 1
id: town
title: Town
calendar: { base: 2019-03-31, until: 2022-03-31 }
axes: { age: [16, 70], tenure: 3 }
sources:
  survey: { title: A survey of homes, published: 2018 }
pools:
  homes:
    title: Care homes
    employer: Homes
    sector: care
    headcount: { value: 1000, source: survey, at: page 4, note: rounded }
    ages: { "16-39": 40%, "40-59": 45%, "60-70": 15% }
    vacancyRate: 8%
    retirement: { kind: hazard, byAge: { "60+": 10% } }
    death: { kind: hazard, byAge: { "40+": 0.4% } }
    leaving:
      rate: { value: 30%, source: survey, at: table 2 }
      kind: leavers-per-closing-headcount
      growth: 5% per year
      scope: employer
      includes: [retirement, death]
      byTenure: { "0": 2, "1": 1, "2+": 0.5 }
      stayingInSector: 40%
  hospital:
    title: Hospital
    employer: Trust
    sector: health
    headcount: 500
    ages: { "16-39": 50%, "40-70": 50% }
    leaving: { rate: 12%, kind: leavers-per-average-headcount, scope: sector }
moves:
  - { from: homes, to: hospital, rate: 2%, kind: hazard }
`;
const system = parseSystem(text, { file: "system.yaml" });

/** The value of the step whose words begin so. */
const step = ({ steps }: Explanation, begins: string): number => {
  const found = steps.filter(({ what }) => what.startsWith(begins));
  expect(found.map(({ what }) => what)).toHaveLength(1);
  return found[0]!.value ?? Number.NaN;
};

test("a published rate is what retires, dies, moves on and leaves, added up", () => {
  const explained = explain(system, { parameter: "leaving.rate", where: { pool: "homes" } });
  const target = step(explained, "As leavers per person-year");
  // 30% of the closing headcount, in a year that grew by 5%.
  expect(target).toBeCloseTo((0.3 * 2 * 1.05) / 2.05, 12);
  const parts = ["of which retiring", "of which dying", "of which moving", "Left for leaving"].map((begins) =>
    step(explained, begins),
  );
  for (const part of parts) expect(part).toBeGreaterThan(0.001);
  expect(parts[2]).toBeCloseTo(0.02, 12);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(target, 12);
  // The base year is the first model year here, so the mean used is what was left for leaving.
  expect(explained.value).toBeCloseTo(parts[3]!, 9);
  expect(step(explained, "so lost to the sector")).toBeCloseTo(0.6 * explained.value!, 12);
});

test("for one class of service: level times shape is the rate used", () => {
  for (const [tenure, shape] of [
    ["0", 2],
    ["1", 1],
    ["2+", 0.5],
  ] as const) {
    const explained = explain(system, { parameter: "leaving.rate", where: { pool: "homes", tenure }, year: 2021 });
    expect(step(explained, "Mean shape here")).toBeCloseTo(shape, 12);
    expect(step(explained, "Level that gives") * shape).toBeCloseTo(explained.value!, 12);
    expect(explained.title).toContain(`tenure ${tenure}`);
  }
});

test("the first step says what was published, by whom and where it stands", () => {
  const [first] = explain(system, { parameter: "leaving.rate", where: { pool: "homes" } }).steps;
  const { line, column } = placeOf(text, "30%, source");
  expect(first).toMatchObject({
    what: "Published: 30%, leavers ÷ closing headcount, leaving the employer",
    source: "A survey of homes",
    at: "table 2",
  });
  // The record that holds the value begins a few letters before it.
  expect(first?.place).toBe(`system.yaml:${line}:${column - "{ value: ".length}`);
});

test("retirement, mortality and moves are means over the years lived", () => {
  const result = run(system);
  const at = (measure: CountedMeasure) => result.at({ pool: "homes", measure, year: 2021 });
  for (const [parameter, measure] of [
    ["retirement.rate", "leavers.retirement"],
    ["death.rate", "leavers.death"],
    ["moves.rate", "leavers.moves"],
  ] as const)
    expect(explain(system, { parameter, where: { pool: "homes" }, year: 2021 }).value).toBeCloseTo(
      at(measure) / at("personYears"),
      12,
    );
  const old = explain(system, { parameter: "retirement.rate", where: { pool: "homes", age: "60+" } });
  expect(old.value).toBeCloseTo(0.1, 12);
  expect(explain(system, { parameter: "retirement.rate", where: { pool: "hospital" } }).value).toBe(0);
});

test.each(["homes", "hospital", "all", "sector:care"])("the gap of %s is demand less supply", (id) => {
  const explained = explain(system, { measure: "gap", where: { pool: id }, year: 2022 });
  expect(step(explained, "Demand") - step(explained, "less supply")).toBeCloseTo(explained.value!, 9);
  expect(explained.value).toBe(run(system).at({ pool: id, measure: "gap", year: 2022 }));
  const rate = explain(system, { measure: "vacancyRate", where: { pool: id }, year: 2022 });
  expect(rate.value).toBeCloseTo(explained.value! / step(explained, "Demand"), 12);
});

/** Heads at the start plus all that come, less all that go. */
const balance = ({ steps }: Explanation) =>
  steps.slice(0, -1).reduce((sum, { what, value = 0 }) => {
    if (what.startsWith("Headcount at")) return sum + value;
    if (what.startsWith("plus")) return sum + value;
    return what.startsWith("less") ? sum - value : sum;
  }, 0);

test.each(["homes", "hospital", "all"])("heads of %s are those at the base, plus who came, less who went", (id) => {
  const explained = explain(system, { measure: "headcount", where: { pool: id }, year: 2022 });
  expect(balance(explained)).toBeCloseTo(explained.value!, 8);
  expect(explained.steps.at(-1)?.value).toBe(explained.value);
});

test("no way to come or go is left out of it: hiring, training, courses, returners", () => {
  const everyWay = town(
    {
      homes: pool({
        returners: [{ heads: { 2020: 3 } }],
        leaving: { rate: 0.2, kind: "hazard", scope: "employer", stayingInSector: "30%" },
      }),
      ward: pool({ sector: "health", recruitment: { from: { homes: "20%" } } }),
    },
    {
      pipelines: {
        nursing: {
          title: "Nursing",
          intake: { 2018: 10 },
          lasts: "1 year",
          completion: "80%",
          entrants: { homes: "100%" },
          joins: { ward: "90%" },
          earlyLeaversJoin: { homes: "50%" },
        },
      },
    },
  );
  for (const id of ["homes", "ward", "all"]) {
    const explained = explain(everyWay, { measure: "headcount", where: { pool: id }, year: 2022 });
    expect(balance(explained)).toBeCloseTo(explained.value!, 8);
  }
});

test("supply is heads times the mean hours", () => {
  const explained = explain(system, { measure: "supply", where: { pool: "homes" }, year: 2020 });
  expect(explained.value).toBeCloseTo(run(system).at({ pool: "homes", measure: "headcount", year: 2020 }), 9);
  expect(step(explained, "FTE a head")).toBeCloseTo(1, 12);
});

const grown = town(
  { homes: pool({ vacancyRate: "20%" }), ward: still({ sector: "health" }) },
  {
    population: { people: { 2018: { "0-64": 800, "65+": 200 }, 2023: { "0-64": 780, "65+": 260 } } },
    demand: {
      homes: {
        drivers: [{ population: { "65+": "60%", "0-64": "40%" } }],
        growthPerHead: "2% per year",
        productivity: "1% per year",
      },
    },
  },
);

test("demand is posts at the base, times each factor", () => {
  const explained = explain(grown, { measure: "demand", where: { pool: "homes" }, year: 2022 });
  expect(step(explained, "Staff in post")).toBeCloseTo(100, 9);
  expect(step(explained, "Posts needed at the base date")).toBeCloseTo(125, 9);
  const factors = ["times people aged", "times growth per head", "divided by productivity"].map((begins) =>
    step(explained, begins),
  );
  expect(factors[1]).toBeCloseTo(1.02 ** 3, 12);
  expect(factors[2]).toBeCloseTo(1.01 ** -3, 12);
  expect(factors.reduce((product, factor) => product * factor, 125)).toBeCloseTo(explained.value!, 9);
});

test("demand of a group is that of its pools", () => {
  const explained = explain(grown, { measure: "demand", year: 2022 });
  expect(explained.steps.reduce((sum, { value = 0 }) => sum + value, 0)).toBeCloseTo(explained.value!, 9);
});

const filled = (market: Part) =>
  town(
    {
      homes: pool(),
      ward: pool({ sector: "health", recruitment: { mode: "fill", market: "entry", from: { homes: "10%" } } }),
    },
    { demand: { ward: { posts: 150 } }, labourMarkets: { entry: market } },
  );

test("recruits that fill posts: wanted, what the market has, and what came", () => {
  const scarce = filled({ capacity: 30 });
  const explained = explain(scarce, { parameter: "recruitment.recruits", where: { pool: "ward" }, year: 2020 });
  expect(explained.steps[0]!.what).toContain("Mode fill");
  expect(step(explained, "Funded posts")).toBeCloseTo(150, 9);
  expect(step(explained, "Of which drawn from Staff")).toBeCloseTo(0.1, 12);
  expect(step(explained, 'The market "entry" has')).toBeCloseTo(30, 9);
  expect(step(explained, "Wanted from the labour market")).toBeGreaterThan(60);
  expect(explained.value).toBeCloseTo(30, 9);
  // A tenth of all recruits: one from the homes for nine from the market.
  expect(step(explained, "Hired from other pools")).toBeCloseTo(30 / 9, 9);
  const ample = explain(filled({ capacity: 1e6 }), {
    parameter: "recruitment.recruits",
    where: { pool: "ward" },
    year: 2020,
  });
  expect(ample.value).toBeCloseTo(step(ample, "Wanted from the labour market"), 9);
});

test("recruits that replace: the base year's, times effort", () => {
  const more = town({ homes: pool({ recruitment: { effort: "150%" } }) });
  const explained = explain(more, { parameter: "recruitment.recruits" });
  expect(step(explained, "Recruits that hold") * step(explained, "Times recruitment effort")).toBeCloseTo(
    explained.value!,
    9,
  );
  expect(explained.value).toBeCloseTo(30, 9);
});

test("an input: as written, with its source, note and place", () => {
  const { value, unit, steps } = explain(system, { parameter: "headcount", where: { pool: "homes" } });
  expect({ value, unit }).toEqual({ value: 1000, unit: "heads" });
  const { line } = placeOf(text, "{ value: 1000");
  expect(steps).toHaveLength(1);
  expect(steps[0]).toMatchObject({
    what: "As written: 1000",
    source: "A survey of homes",
    at: "page 4",
    note: "rounded",
  });
  expect(steps[0]!.place).toMatch(new RegExp(`^system\\.yaml:${line}:`));
  const ages = explain(system, { parameter: "ages", where: { pool: "homes" } });
  expect(ages.steps.map(({ what, value: share }) => [what, share])).toEqual([
    ["16-39", 0.4],
    ["40-59", 0.45],
    ["60-70", 0.15],
  ]);
});

test.each<[Question, string, string | undefined]>([
  [{ parameter: "leaving.rat" }, "unknown-parameter", "leaving.rate"],
  [{ parameter: "headcuont" }, "unknown-parameter", "headcount"],
  [{}, "unknown-parameter", undefined],
  // @ts-expect-error: a typing mistake in a measure does not compile
  [{ measure: "suply" }, "unknown-measure", "supply"],
  [{ parameter: "leaving.rate", where: { pool: "hoems" } }, "unknown-pool", "homes"],
  [{ measure: "gap", where: { pool: "hoems" } }, "unknown-pool", "homes"],
  [{ parameter: "leaving.rate", year: 2035 }, "unknown-year", undefined],
  [{ measure: "gap", year: 2035 }, "unknown-year", undefined],
  [{ parameter: "leaving.rate", where: { tenure: "5" } }, "unknown-class", undefined],
  [{ parameter: "leaving.rate", where: { age: "90+" } }, "unknown-class", undefined],
  [{ parameter: "headcount", where: { age: "16-29" } }, "not-by-class", undefined],
  [{ measure: "gap", where: { sex: "female" } }, "not-by-class", undefined],
])("%j is an error that says what can be asked", (question, code, didYouMean) => {
  const found = errorOf(() => explain(system, question));
  expect(found.code).toBe(code);
  if (didYouMean) expect(found.didYouMean).toBe(didYouMean);
  for (const said of [found.summary, found.value, found.rule, found.fix]) expect(said).toBeTruthy();
});

test("a sector, employer or level is a group; a rate is of one pool", () => {
  const gap = (where: object) => explain(system, { measure: "gap", where, year: 2022 }).value;
  expect(gap({ sector: "care" })).toBe(gap({ pool: "homes" }));
  expect(gap({ employer: "Trust" })).toBe(gap({ pool: "hospital" }));
  expect(errorOf(() => gap({ sector: "care", employer: "Trust" })).code).toBe("no-such-group");
  expect(errorOf(() => gap({ role: "nurse" })).code).toBe("no-such-group");
  expect(errorOf(() => gap({ sector: "shops" })).code).toBe("unknown-pool");
  expect(errorOf(() => explain(system, { parameter: "leaving.rate", where: { sector: "care" } })).code).toBe(
    "unknown-pool",
  );
});

test("whatever can be asked for has an answer", () => {
  const { parameters, measures } = explainable(system);
  expect(parameters).toEqual(
    expect.arrayContaining(["leaving.rate", "headcount", "leaving.stayingInSector", "recruitment.effort"]),
  );
  for (const parameter of parameters) {
    const { title, steps } = explain(system, { parameter, where: { pool: "homes" } });
    expect(title).toBeTruthy();
    expect(steps.length).toBeGreaterThan(0);
  }
  for (const measure of measures)
    expect(explain(system, { measure, where: { pool: "homes" } }).steps.length).toBeGreaterThan(1);
});
