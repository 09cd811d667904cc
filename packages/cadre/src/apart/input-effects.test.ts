import { expect, test } from "vitest";
import { run } from "../projection/run.ts";
import { withNumber } from "../system/numbers.ts";
import { parseSystem } from "../system/parse.ts";
import { file, type Part, pool } from "../system/town.test-data.ts";
import { inputEffects } from "./input-effects.ts";

const RETIREMENT = "data/retirement/town.yaml";
const schedule = (share: number) =>
  JSON.stringify({ cadre: 1, id: "town", title: "Town", kind: "hazard", byAge: { "55-59": 0.02, "60+": share } });

/** A town of two pools that share a retirement schedule; `change` edits its file. */
const townWith = (change: (of: Part) => void = () => {}, retiring = 0.1) => {
  const rate = { rate: 0.2, kind: "hazard", scope: "employer", includes: ["retirement"] };
  const ages = { "16-39": 0.5, "40+": 0.5 };
  const of = file(
    {
      homes: pool({ ages, leaving: rate, retirement: "town", vacancyRate: 0.1 }),
      hospital: pool({
        headcount: 200,
        sector: "health",
        ages,
        leaving: { ...rate, rate: 0.15 },
        retirement: "town",
        recruitment: { effort: 0.9 },
        agency: { fills: 0.5, premium: 0 },
      }),
    },
    {
      axes: { age: [16, 70], tenure: 2 },
      population: { people: { 2018: { "0-64": 800, "65+": 200 }, 2023: { "0-64": 800, "65+": 250 } } },
      demand: { homes: { drivers: [{ population: { "65+": 1 } }] }, hospital: { funded: { growth: "2% per year" } } },
      pipelines: {
        nursing: {
          title: "Nursing",
          intake: { 2019: 8 },
          lasts: "1 year",
          completion: 0.7,
          entrants: { community: 0.5, homes: 0.5 },
          joins: { hospital: 0.9 },
        },
      },
    },
  );
  change(of);
  return parseSystem(JSON.stringify(of), { files: { [RETIREMENT]: schedule(retiring) } });
};

const system = townWith();
const found = inputEffects(system);
const effectOf = (parameter: string) => {
  const lines = found.filter((one) => one.parameter === parameter);
  expect(lines).toHaveLength(1);
  return lines[0]!.effect;
};
const gap = (of: ReturnType<typeof townWith>) => run(of).at({ measure: "gap", year: 2022 });

/** The number at a path of the file, ten per cent higher. */
const raise = (path: string) => (of: Part) => {
  const keys = path.split("/");
  const last = keys.pop() as string;
  const parent = keys.reduce((value, key) => value[key] as Part, of);
  parent[last] = (parent[last] as number) * 1.1;
};

test.each([
  ["pools.homes.headcount", "pools/homes/headcount"],
  ["pools.homes.leaving.rate", "pools/homes/leaving/rate"],
  ["pools.homes.vacancyRate", "pools/homes/vacancyRate"],
  ["pools.hospital.recruitment.effort", "pools/hospital/recruitment/effort"],
  ["population.2023.65+", "population/people/2023/65+"],
  ["pipelines.nursing.intake.2019", "pipelines/nursing/intake/2019"],
  ["pipelines.nursing.completion", "pipelines/nursing/completion"],
  ["pipelines.nursing.joins.hospital", "pipelines/nursing/joins/hospital"],
])("the effect of %s is what two runs make of it", (parameter, path) => {
  const effect = effectOf(parameter);
  expect(effect).toBeCloseTo(gap(townWith(raise(path))) - gap(system), 5);
  expect(Math.abs(effect ?? 0)).toBeGreaterThan(1e-3);
});

test("signs are those a planner expects", () => {
  const sign = (parameter: string) => Math.sign(effectOf(parameter) ?? Number.NaN);
  expect(sign("pools.homes.vacancyRate")).toBe(1);
  expect(sign("population.2023.65+")).toBe(1);
  expect(sign("pools.hospital.recruitment.effort")).toBe(-1);
  expect(sign("pipelines.nursing.joins.hospital")).toBe(-1);
});

test("a share of a list takes from the others", () => {
  const more = (of: Part) => {
    const pools = of.pools as Record<string, Part>;
    pools.homes!.ages = { "16-39": 0.55 / 1.05, "40+": 0.5 / 1.05 };
  };
  expect(effectOf("pools.homes.ages.16-39")).toBeCloseTo(gap(townWith(more)) - gap(system), 5);
  // Of entrants as well: no more enter, but more of them from the community.
  const entrants = (of: Part) => {
    const { nursing } = of.pipelines as Record<string, Part>;
    nursing!.entrants = { community: 0.55 / 1.05, homes: 0.5 / 1.05 };
  };
  expect(effectOf("pipelines.nursing.entrants.community")).toBeCloseTo(gap(townWith(entrants)) - gap(system), 5);
});

test("a schedule that pools share stands once, and counts in all of them", () => {
  expect(effectOf("retirement.town.60+")).toBeCloseTo(gap(townWith(undefined, 0.1 * 1.1)) - gap(system), 5);
  expect(found.filter(({ parameter }) => parameter.includes("60+"))).toHaveLength(1);
});

test("numbers that do not bear on the gap have none", () => {
  expect(effectOf("pools.hospital.agency.fills")).toBe(0);
  expect(effectOf("pools.hospital.agency.premium")).toBe(0);
  expect(effectOf("demand.hospital.funded.growth")).toBe(0);
});

test("every line of the assumptions log has its line here, in its order; choices have no effect to report", () => {
  expect(found.map(({ parameter }) => parameter)).toEqual(run(system).assumptions.map(({ parameter }) => parameter));
  const choices = new Set(
    run(system)
      .assumptions.filter(({ unit }) => unit === "choice")
      .map(({ parameter }) => parameter),
  );
  expect(choices.size).toBeGreaterThan(0);
  for (const { parameter, effect } of found) if (choices.has(parameter)) expect(effect).toBeUndefined();
});

test("a number whose rise contradicts others has no effect to report", () => {
  // With retirements as high as the leaving rate less a little, ten per cent more leaves nothing for leaving.
  const tight = (of: Part) => {
    const { homes } = of.pools as Record<string, Part>;
    homes!.retirement = { kind: "hazard", byAge: { "16+": 0.195 } };
  };
  const edge = inputEffects(townWith(tight));
  const of = (parameter: string) => edge.find((one) => one.parameter === parameter);
  expect(of("pools.homes.retirement.16+")).toEqual({ parameter: "pools.homes.retirement.16+" });
  expect(of("pools.homes.leaving.rate")?.effect).toBeTypeOf("number");
});

test.each([
  ["nothing changed", {}],
  [
    "a scenario that changes the base too",
    {
      changes: [
        { parameter: "headcount", where: { pool: "homes" }, multiply: 1.2 },
        { parameter: "leaving.rate", from: 2021, multiply: 0.9 },
      ],
    },
  ],
  [
    "a scenario that sets a published rate",
    { changes: [{ parameter: "leaving.rate", where: { pool: "homes" }, from: 2021, set: 0.18 }] },
  ],
])("every effect is the difference of two runs from nothing, under %s", (_, scenario) => {
  const last = { measure: "gap", year: 2022 } as const;
  const before = run(system, scenario).at(last);
  const all = inputEffects(system, scenario).filter(({ effect }) => effect);
  expect(all.length).toBeGreaterThan(20);
  for (const { parameter, effect = 0 } of all) {
    const two =
      run(
        withNumber(system, parameter, (value) => value * 1.1),
        scenario,
      ).at(last) - before;
    expect(Math.abs(effect - two), parameter).toBeLessThanOrEqual(1e-6 * Math.abs(two) + 1e-9);
  }
});

test("what is wrong with the program is not taken for a contradiction of numbers", () => {
  const broken = structuredClone(system) as { demand: Record<string, unknown> };
  const { homes } = broken.demand;
  let asked = 0;
  Object.defineProperty(broken.demand, "homes", {
    enumerable: true,
    get: () => {
      if (asked++ > 100) throw new TypeError("broken");
      return homes;
    },
  });
  expect(() => inputEffects(broken as unknown as typeof system)).toThrow(new TypeError("broken"));
});

test("speaks of the pool and the year that it is asked about, as two runs do", () => {
  const higher = run(townWith(raise("pools/homes/headcount")));
  for (const asked of [
    { pool: "homes", year: 2021 },
    { pool: "sector:health", year: 2020 },
    { pool: "all", year: 2019 },
  ]) {
    const query = { ...asked, measure: "gap" } as const;
    const { effect } =
      inputEffects(system, {}, asked).find(({ parameter }) => parameter === "pools.homes.headcount") ?? {};
    expect(effect).toBeCloseTo(higher.at(query) - run(system).at(query), 5);
  }
  expect(() => inputEffects(system, {}, { pool: "hoems" })).toThrow(/homes/);
  expect(() => inputEffects(system, {}, { year: 2099 })).toThrow(/2099/);
});
