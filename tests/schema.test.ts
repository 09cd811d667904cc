import { existsSync, readdirSync, readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { jsonSchemas } from "cadre/schemas";
import { describe, expect, it } from "vitest";
import { readDocument } from "../packages/cadre/src/system/document.ts";

type Name = keyof ReturnType<typeof jsonSchemas>;
type Part = Record<string, unknown>;

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value));
const schemas = plain(jsonSchemas());
const names = Object.keys(schemas) as Name[];
const ajv = new Ajv2020({ allowUnionTypes: true, logger: false });
const compiled = new Map<Name, ValidateFunction>();

/** What a schema finds wrong with a file, one line each. */
function faults(name: Name, content: unknown): string[] {
  const check = compiled.get(name) ?? ajv.compile(schemas[name]);
  compiled.set(name, check);
  check(content);
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const content = (path: string) => plain(readDocument(readFileSync(path, "utf8"), path).content);
const filesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => `${folder}/${name}`);
const inScenarios = (name: string) =>
  readdirSync("scenarios")
    .map((place) => `scenarios/${place}/${name}`)
    .filter((path) => existsSync(path));

const scenarios = readdirSync("scenarios").flatMap((place) =>
  filesIn(`scenarios/${place}`).filter((path) => !/\/(system|checks|assurance)\.yaml$/.test(path)),
);

const file: Part = {
  cadre: 1,
  id: "town",
  title: "Town",
  calendar: { base: "2019-03-31", until: "2030-03-31" },
  sources: { survey: { title: "A survey" } },
  pools: {
    homes: {
      title: "Homes",
      employer: "Homes",
      sector: "care",
      headcount: { value: 100, source: "survey", quality: "low" },
      ages: { "16-29": "20%", "30+": "80%" },
      leaving: { rate: "30%", kind: "hazard", scope: "employer" },
      recruitment: { mode: "fill", market: "entry" },
      returners: [{ cause: "retirement", share: "10%", delay: 1 }],
    },
  },
  labourMarkets: { entry: { capacity: "base-year" } },
  pipelines: {
    nursing: {
      title: "Nursing",
      intake: { "2019": 10 },
      month: [1, 9],
      lasts: "3 years",
      completion: "80%",
      joins: { homes: "90%" },
      cost: { perLearner: { value: 27_000, unit: "GBP", priceYear: 2019 } },
    },
  },
  demand: { homes: { drivers: [{ population: { "65+": 1 } }], growthPerHead: "0.4% per year" } },
  shifts: [{ from: "homes", to: "homes", share: "5%", start: 2021 }],
};

/** A copy with the value at a path replaced; undefined takes the key away. */
function changed(of: Part, path: string, value: unknown): Part {
  const copy = structuredClone(of);
  const keys = path.split(".");
  const last = keys.pop() as string;
  const parent = keys.reduce<Part>((part, key) => part[key] as Part, copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

/** Keys that a schema knows and says nothing of, by their path. */
const unsaid = (part: unknown, path = ""): string[] =>
  part === null || typeof part !== "object"
    ? []
    : Object.entries(part).flatMap(([key, below]) => [
        ...unsaid(below, `${path}/${key}`),
        ...(path.endsWith("/properties") && !(below as Part).description ? [`${path}/${key}`] : []),
      ]);

describe("the schemas", () => {
  it.each(names)("%s is valid JSON Schema of 2020-12, and says so", (name) => {
    expect(schemas[name]).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema" });
    expect(ajv.validateSchema(schemas[name])).toBe(true);
    expect(() => faults(name, {})).not.toThrow();
    expect(faults(name, {})).not.toEqual([]);
  });

  it.each(names)("%s is committed as it is generated", (name) => {
    const committed = JSON.parse(readFileSync(`packages/cadre/schema/${name}.schema.json`, "utf8"));
    // A schema is thousands of lines; which of them differ is git's to show.
    expect(JSON.stringify(committed) === JSON.stringify(schemas[name]), "npm run schema writes it again").toBe(true);
  });

  it.each(names)("%s says what each of its keys is", (name) => {
    expect(unsaid(schemas[name])).toEqual([]);
  });

  it("there is no other in the folder", () => {
    expect(readdirSync("packages/cadre/schema").sort()).toEqual(names.map((name) => `${name}.schema.json`).sort());
  });
});

describe("the files of this repository", () => {
  const systems = inScenarios("system.yaml");

  it("has systems and schedules to try", () => {
    expect(systems.length).toBeGreaterThan(3);
    expect(filesIn("data/retirement").length).toBeGreaterThan(1);
  });

  it.each(systems)("%s conforms", (path) => {
    expect(faults("system", content(path))).toEqual([]);
  });

  it.each(inScenarios("checks.yaml"))("%s conforms", (path) => {
    expect(faults("checks", content(path))).toEqual([]);
  });

  it.each(inScenarios("assurance.yaml"))("%s conforms", (path) => {
    expect(faults("assurance", content(path))).toEqual([]);
  });

  it.each(scenarios)("%s conforms", (path) => {
    expect(faults("scenario", content(path))).toEqual([]);
  });

  it.each(filesIn("data/interventions"))("%s conforms", (path) => {
    expect(faults("intervention", content(path))).toEqual([]);
  });

  it.each([...filesIn("data/retirement"), ...filesIn("data/death")])("%s conforms", (path) => {
    expect(faults("schedule", content(path))).toEqual([]);
  });
});

describe("slips that an editor marks as one types", () => {
  it("knows a right system", () => {
    expect(faults("system", file)).toEqual([]);
  });

  it.each<[string, string, unknown]>([
    ["a version nobody knows", "cadre", 2],
    ["no id", "id", undefined],
    ["an id with capitals", "id", "My Town"],
    ["no calendar", "calendar", undefined],
    ["a date in words", "calendar.base", "31 March 2019"],
    ["steps that do not divide a year", "calendar.stepsPerYear", 3],
    ["an unknown convention", "calendar.convention", "markov"],
    ["a mistyped key", "pool", {}],
    ["a mistyped key of a pool", "pools.homes.headcuont", 100],
    ["a pool without a headcount", "pools.homes.headcount", undefined],
    ["a headcount in a list", "pools.homes.headcount", [100]],
    ["a mistyped key of a number", "pools.homes.headcount.sauce", "survey"],
    ["a quality that is none", "pools.homes.headcount.quality", "good"],
    ["ages as a list", "pools.homes.ages", ["16-29"]],
    ["leaving as a number", "pools.homes.leaving", 0.3],
    ["a rate that does not say what it is", "pools.homes.leaving.kind", undefined],
    ["an unknown kind of rate", "pools.homes.leaving.kind", "turnover"],
    ["a rate that does not say of leaving what", "pools.homes.leaving.scope", undefined],
    ["an unknown way to recruit", "pools.homes.recruitment.mode", "refill"],
    ["a delay of half a year", "pools.homes.returners.0.delay", 0.5],
    ["a source without a title", "sources.survey.title", undefined],
    ["a labour market that shares nothing", "labourMarkets.entry.capacity", undefined],
    ["a pipeline without a length", "pipelines.nursing.lasts", undefined],
    ["a length in months without the word", "pipelines.nursing.lasts", 36],
    ["a thirteenth month", "pipelines.nursing.month", 13],
    ["no month at all", "pipelines.nursing.month", []],
    ["a pipeline whose finishers go nowhere", "pipelines.nursing.joins", undefined],
    ["a sum of money in euros", "pipelines.nursing.cost.perLearner.unit", "EUR"],
    ["a driver that is not a population", "demand.homes.drivers.0", { gdp: 1 }],
    ["a shift without a start", "shifts.0.start", undefined],
    ["levels as a list", "levels", ["School"]],
  ])("%s", (_, path, value) => {
    expect(faults("system", changed(file, path, value))).not.toEqual([]);
  });

  const schedule: Part = { cadre: 1, id: "town", title: "Town", kind: "hazard", byAge: { "60+": "10%" } };
  it.each<[string, string, unknown]>([
    ["no title", "title", undefined],
    ["an unknown kind", "kind", "leavers"],
    ["a mistyped key", "byage", { "60+": "10%" }],
    ["rates in a list", "byAge", [0.1]],
  ])("of a schedule: %s", (_, path, value) => {
    expect(faults("schedule", schedule)).toEqual([]);
    expect(faults("schedule", changed(schedule, path, value))).not.toEqual([]);
  });

  const checks: Part = {
    cadre: 1,
    system: "./system.yaml",
    checks: [{ id: "size", says: "About 100 work here", measure: "headcount", year: 2019, near: "100", within: 5 }],
  };
  it.each<[string, string, unknown]>([
    ["no system", "system", undefined],
    ["no checks", "checks", []],
    ["a statement without words", "checks.0.says", undefined],
    ["a mistyped bound", "checks.0.atleast", 90],
    ["a mistyped selection", "checks.0.where", { pools: "homes" }],
    ["a year in words", "checks.0.year", "in 2019"],
    ["a bound that is a group of keys", "checks.0.near", { value: 100 }],
  ])("of checks: %s", (_, path, value) => {
    expect(faults("checks", checks)).toEqual([]);
    expect(faults("checks", changed(checks, path, value))).not.toEqual([]);
  });
});
