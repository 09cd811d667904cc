import { expect, test } from "vitest";
import { readScenario, readSystem } from "../node.ts";
import { run } from "../projection/run.ts";
import { parseSystem } from "../system/parse.ts";
import { ensemble, ensembles } from "./ensemble.ts";
import { normalQuantile } from "./normal.ts";
import { quantile } from "./quantile.ts";

const system = parseSystem(
  JSON.stringify({
    cadre: 1,
    id: "care",
    title: "Care",
    calendar: { base: "2019-03-31", until: "2021-03-31" },
    axes: { age: "none" },
    pools: {
      carers: {
        title: "C",
        employer: "E",
        sector: "s",
        headcount: 1000,
        leaving: { rate: "20%", kind: "hazard", scope: "employer" },
      },
    },
  }),
);
const posts = { id: "posts", parameter: "demand.posts", multiply: { normal: { mean: 1, sd: 0.1 } } };
const scenario = (...uncertainties: object[]) => ({ id: "unsure", uncertainties: uncertainties as (typeof posts)[] });

test("normal quantiles agree with tables", () => {
  expect(normalQuantile(0.5)).toBe(0);
  expect(normalQuantile(0.9)).toBeCloseTo(1.2815515655446004, 14);
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
  expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 11);
});

test("an 80% interval of 0.8 to 0.9 read as normal has mean 0.85 and standard deviation 0.0390152", () => {
  const interval = { p10: 0.8, p90: 0.9 };
  expect(quantile(interval, 0.5)).toBeCloseTo(0.85, 14);
  expect(quantile(interval, 0.1)).toBeCloseTo(0.8, 12);
  expect((quantile(interval, 0.841344746068543) - 0.85).toFixed(7)).toBe("0.0390152");
});

test.each([
  [{ uniform: { low: 2, high: 4 } }, 0.25, 2.5],
  [{ triangular: { low: 0, mode: 1, high: 2 } }, 0.5, 1],
  [{ triangular: { low: 0, mode: 1, high: 2 } }, 0.125, 0.5],
  [{ pert: { low: 0, mode: 1, high: 2 } }, 0.5, 1],
  [{ lognormal: { median: 2, sd: 0.5 } }, 0.5, 2],
])("the quantile of %o at %d", (effect, u, value) => {
  expect(quantile(effect, u)).toBeCloseTo(value, 6);
});

test("a linear output of one normal uncertainty has the quantiles of theory, within Monte Carlo error", async () => {
  const sure = await ensemble(system, scenario(posts), { draws: 1000, seed: 3 });
  const { mean, p10, p50, p90 } = sure.at({ measure: "demand", year: 2021 });
  const error = (100 / Math.sqrt(1000)) * 4;
  expect(Math.abs(mean - 1000)).toBeLessThan(error);
  expect(Math.abs(p50 - 1000)).toBeLessThan(error * 1.3);
  expect(Math.abs(p90 - (1000 + 128.155))).toBeLessThan(error * 1.8);
  expect(Math.abs(p10 - (1000 - 128.155))).toBeLessThan(error * 1.8);
  expect(sure.chance({ measure: "gap", year: 2021, atMost: 0 })).toBeCloseTo(0.5, 1);
});

test("the same seed draws the same; another uncertainty changes no other draw; no width is the plain run", async () => {
  const at = { measure: "demand", year: 2021 } as const;
  const one = await ensemble(system, scenario(posts), { draws: 100 });
  expect((await ensemble(system, scenario(posts), { draws: 100 })).at(at)).toEqual(one.at(at));
  expect((await ensemble(system, scenario(posts), { draws: 100, seed: 2 })).at(at)).not.toEqual(one.at(at));
  const other = { parameter: "recruitment.recruits", multiply: { p10: 0.5, p90: 1.5 } };
  expect((await ensemble(system, scenario(other, posts), { draws: 100 })).at(at)).toEqual(one.at(at));
  const sharp = await ensemble(system, scenario({ ...posts, multiply: { normal: { mean: 1, sd: 0 } } }), { draws: 20 });
  const plain = run(system).at(at);
  for (const value of Object.values(sharp.at(at))) expect(value).toBeCloseTo(plain, 12);
});

test("weak evidence makes an interval two and a half times as wide at level 0", async () => {
  const spread = async (level: 0 | 4) => {
    const keep = {
      id: "keep",
      title: "Keep",
      evidence: { level },
      changes: [{ parameter: "demand.posts", multiply: { p10: 0.8, p90: 1.2 } }],
    };
    const sure = await ensemble(system, { id: "keep", interventions: [keep] }, { draws: 300 });
    const { p10, p90 } = sure.at({ measure: "demand", year: 2021 });
    return p90 - p10;
  };
  expect((await spread(0)) / (await spread(4))).toBeCloseTo(2.5, 6);
});

test("a size that is a range is drawn about what the plain run takes of it", async () => {
  const changes = [{ parameter: "demand.funded", multiply: { p10: 1.1, p90: 1.3 } }];
  const filling = parseSystem(
    JSON.stringify({
      cadre: 1,
      id: "care",
      title: "Care",
      calendar: { base: "2019-03-31", until: "2021-03-31" },
      axes: { age: "none" },
      pools: {
        carers: {
          title: "C",
          employer: "E",
          sector: "s",
          headcount: 1000,
          leaving: { rate: "20%", kind: "hazard", scope: "employer" },
          recruitment: { mode: "fill" },
        },
      },
    }),
  );
  const sized = {
    id: "sized",
    interventions: [{ id: "money", title: "Money", evidence: { level: 1 as const }, changes }],
  };
  const query = { measure: "headcount", year: 2021 } as const;
  const sure = await ensemble(filling, sized, { draws: 400, seed: 1 });
  // Half of a fifth more; twice as wide as found.
  expect(run(filling, sized).at(query)).toBeCloseTo(1100, 6);
  expect(Math.abs(sure.at(query).p50 - 1100)).toBeLessThan(20);
  expect(Math.abs(sure.at(query).p90 - sure.at(query).p10 - 400)).toBeLessThan(60);
});

test("scenarios that are drawn together come to the same as alone, also where draws change the base year", async () => {
  const place = await readSystem("scenarios/leicester-leicestershire-rutland/system.yaml");
  const nothing = await readScenario("scenarios/leicester-leicestershire-rutland/do-nothing.yaml");
  const plan = await readScenario("scenarios/leicester-leicestershire-rutland/plan.yaml");
  // Two blocks, so that what one leaves behind would show in the other.
  const options = { draws: 27, seed: 3, measures: ["gap"] } as const;
  const together = await ensembles(place, [nothing, plan], options);
  const alone = await ensemble(place, plan, options);
  expect(together[1]!.rows()).toEqual(alone.rows());
});
