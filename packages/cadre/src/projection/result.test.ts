import { expect, test } from "vitest";
import { compare } from "../apart/compare.ts";
import { AGE_MEASURES, type CountedMeasure } from "../model/measures.ts";
import { errorOf, pool, still, town } from "../system/town.test-data.ts";
import { openResult } from "./result.ts";
import { run } from "./run.ts";

const system = town(
  {
    homes: pool({
      ages: { "16-29": "20%", "30+": "80%" },
      level: 2,
      returners: [{ cause: "leaving", share: "5%", delay: 2 }],
    }),
    hospital: pool({
      employer: "Hospital",
      sector: "health",
      level: 6,
      ages: { "16-64": "100%" },
      recruitment: { mode: "fill", market: "entry", from: { homes: "10%" } },
      retirement: { "60+": "10%" },
    }),
  },
  {
    axes: { age: [16, 70], tenure: 2 },
    sources: { census: { title: "A census", publisher: "An office", published: 2018 } },
    labourMarkets: { entry: { capacity: 15 } },
    moves: [{ from: "homes", to: "hospital", rate: 0.01, kind: "hazard" }],
    demand: { hospital: { posts: 120 } },
    pipelines: {
      nursing: {
        title: "Nursing",
        intake: { 2018: 10 },
        lasts: "18 months",
        completion: "80%",
        entrants: { community: "50%", homes: "50%" },
        ages: { "18-30": "100%" },
        joins: { hospital: "90%" },
        worksWhileTraining: { pool: "hospital", fte: 0.4 },
        cost: { perLearner: 9_000 },
      },
    },
    levels: { 2: "Support worker" },
    costs: { pay: 25_000 },
  },
);
const result = run(system);

test.each<[{ pool?: string; measure: string; year: number }, string, string]>([
  [{ pool: "hospitl", measure: "gap", year: 2020 }, "unknown-pool", "hospital"],
  [{ pool: "sector:helth", measure: "gap", year: 2020 }, "unknown-pool", "sector:health"],
  [{ measure: "headcout", year: 2020 }, "unknown-measure", "headcount"],
  [{ measure: "leavers.retired", year: 2020 }, "unknown-measure", "leavers.retirement"],
  [{ measure: "gap", year: 2032 }, "unknown-year", "2022"],
])("%j is an error with the nearest name", (query, code, didYouMean) => {
  // @ts-expect-error: a typing mistake in a measure does not compile
  const found = errorOf(() => result.at(query));
  expect(found).toMatchObject({ code, didYouMean });
  expect(found.rule).toContain("Known: ");
  expect(found.fix).toBeTruthy();
});

test("years are those of the run; flows have none at the base date", () => {
  expect(result.at({ measure: "headcount", year: 2019 })).toBeCloseTo(200, 9);
  expect(errorOf(() => result.at({ measure: "leavers", year: 2019 })).code).toBe("unknown-year");
  expect(errorOf(() => result.at({ measure: "headcount", year: 2018 })).code).toBe("unknown-year");
  expect(errorOf(() => result.at({ measure: "headcount", year: 2020.5 })).code).toBe("unknown-year");
  expect(result.series({ measure: "headcount" }).map(({ year }) => year)).toEqual([2019, 2020, 2021, 2022]);
  expect(result.series({ measure: "joiners" }).map(({ year }) => year)).toEqual([2020, 2021, 2022]);
});

test("stocks, leavers and series have the same errors", () => {
  expect(errorOf(() => result.cells({ pool: "home", measure: "headcount", year: 2020 })).didYouMean).toBe("homes");
  expect(errorOf(() => result.cells({ measure: "headcount", year: 2040 })).code).toBe("unknown-year");
  expect(errorOf(() => result.cells({ pool: "home", measure: "leavers.leaving", year: 2020 })).code).toBe(
    "unknown-pool",
  );
  // @ts-expect-error: a typing mistake in a measure does not compile
  expect(errorOf(() => result.series({ measure: "suply" })).didYouMean).toBe("supply");
});

test("groups: pools, all, sectors, employers, levels in order, pipelines", () => {
  expect(result.groups.map(({ id, title }) => `${id}=${title}`)).toEqual([
    "homes=Staff",
    "hospital=Staff",
    "all=All staff",
    "sector:care=care",
    "sector:health=health",
    "employer:Employer=Employer",
    "employer:Hospital=Hospital",
    "level:2=Support worker",
    "level:6=Level 6",
    "pipeline:nursing=Nursing",
  ]);
});

test("groups add their pools up; stocks and leavers by cell add up to their measures", () => {
  const year = 2021;
  for (const measure of ["headcount", "supply", "demand", "gap", "joiners", "leavers", "cost.pay"] as const) {
    const at = (pool: string) => result.at({ pool, measure, year });
    expect(at("all")).toBeCloseTo(at("homes") + at("hospital"), 6);
  }
  const sum = (heads: Float64Array) => heads.reduce((total, n) => total + n, 0);
  expect(sum(result.cells({ pool: "homes", measure: "headcount", year }))).toBeCloseTo(
    result.at({ pool: "homes", measure: "headcount", year }),
    9,
  );
  for (const measure of AGE_MEASURES)
    expect(sum(result.cells({ measure, year }))).toBeCloseTo(result.at({ measure, year }), 9);
  expect(result.at({ measure: "leavers.retirement", year })).toBeGreaterThan(0);
});

test("a pipeline has numbers of its own, and none of those of staff; nor has a pool those of a pipeline", () => {
  const at = (measure: CountedMeasure, year = 2021) => result.at({ pool: "pipeline:nursing", measure, year });
  expect(at("entrants")).toBeCloseTo(10, 9);
  expect(at("graduates")).toBeCloseTo(8, 9);
  expect(at("graduates.joined")).toBeCloseTo(7.2, 9);
  expect(at("graduates.lost")).toBeCloseTo(0.8, 9);
  expect(errorOf(() => at("headcount")).code).toBe("measure-without-group");
  expect(errorOf(() => result.at({ pool: "homes", measure: "graduates", year: 2021 })).fix).toContain("pipeline:");
  expect(result.at({ measure: "graduates", year: 2021 })).toBeCloseTo(8, 9);
  expect(at("trainees")).toBe(result.at({ measure: "trainees", year: 2021 }));
});

test("a vacancy rate without posts cannot be worked out, which is neither zero nor NaN", () => {
  const empty = run(town({ homes: still({ headcount: 0 }) }));
  expect(empty.at({ measure: "vacancyRate", year: 2020 })).toBeUndefined();
  expect(empty.series({ measure: "vacancyRate" }).map(({ value }) => value)).toEqual(Array(4).fill(undefined));
  const { measure, value } = empty.rows();
  expect(measure.flatMap((name, i) => (value[i] === undefined ? [name] : []))).toEqual(
    Array(measure.filter((name) => name === "vacancyRate").length).fill("vacancyRate"),
  );
  expect(compare([empty]).at({ measure: "vacancyRate", year: 2020 })[0]?.difference).toBeUndefined();
});

test("what a worker posts to a page opens as the same result", () => {
  const opened = openResult(structuredClone(result.data));
  expect(opened.rows()).toEqual(result.rows());
  expect(opened.rows().value.length).toBeGreaterThan(500);
  for (const key of ["id", "title", "system", "base", "years", "referenceDate", "axes", "pools", "groups"] as const)
    expect(opened[key]).toEqual(result[key]);
  expect(opened.warnings).toEqual(result.warnings);
  expect(opened.assumptions).toEqual(result.assumptions);
  expect(opened.sources).toEqual([{ id: "census", title: "A census", publisher: "An office", published: "2018" }]);
  expect(opened.cells({ measure: "headcount", year: 2022 })).toEqual(
    result.cells({ measure: "headcount", year: 2022 }),
  );
});

test("a result cannot be changed, and what it hands out is not its own", () => {
  expect(Object.isFrozen(result)).toBe(true);
  result.cells({ pool: "homes", measure: "headcount", year: 2020 }).fill(0);
  expect(result.at({ pool: "homes", measure: "headcount", year: 2020 })).toBeGreaterThan(50);
});
