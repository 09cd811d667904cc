import { describe, expect, test } from "vitest";
import { parseSystem } from "../system/parse.ts";
import { type EnsembleOptions, ensemble, ensembles } from "./ensemble.ts";
import { mergeEnsembles } from "./merge-ensembles.ts";

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
        headcount: 50,
        leaving: { rate: "20%", kind: "hazard", scope: "employer" },
      },
    },
  }),
);
const unsure = {
  id: "unsure",
  uncertainties: [
    { id: "posts", parameter: "demand.posts", multiply: { normal: { mean: 1, sd: 0.1 } } },
    {
      id: "care",
      parameter: "leaving.rate",
      multiply: {
        discrete: [
          { value: 1, share: 0.5 },
          { value: 1.2, share: 0.5 },
        ],
      },
    },
  ],
} as const;
const one = (options: EnsembleOptions) => ensemble(system, unsure, { seed: 7, ...options });
const parts = (sizes: readonly number[], options: EnsembleOptions = {}) => {
  let from = 0;
  return Promise.all(
    sizes.map((draws) => {
      from += draws;
      return one({ ...options, draws, from: from - draws });
    }),
  );
};

describe("parts of an ensemble are the whole, to the last bit", () => {
  test.each<[string, number[], EnsembleOptions]>([
    ["two halves", [100, 100], {}],
    ["ten parts", Array(10).fill(20), {}],
    ["uneven parts", [7, 60, 33], {}],
    ["more draws than are kept one by one", [1000, 60, 1], {}],
    ["strata of the whole", [50, 150], { sampling: "latin-hypercube", of: 200 }],
    ["points that fill the space", [130, 70], { sampling: "sobol" }],
    ["careers by chance", [30, 30], { noise: true }],
  ])("%s", async (_, sizes, options) => {
    const draws = sizes.reduce((sum, size) => sum + size, 0);
    const whole = await one({ ...options, draws });
    const merged = mergeEnsembles((await parts(sizes, options)).reverse());
    expect(merged.draws).toBe(draws);
    expect(merged.data.spreads).toEqual(whole.data.spreads);
    expect(merged.rows()).toEqual(whole.rows());
    expect(merged.refused).toBe(whole.refused);
  });

  test("differences between scenarios too", async () => {
    const both = (options: EnsembleOptions) => ensembles(system, [{ id: "a" }, unsure], { seed: 7, ...options });
    const [whole, left, right] = await Promise.all([
      both({ draws: 60 }),
      both({ draws: 20 }),
      both({ draws: 40, from: 20 }),
    ]);
    const merged = mergeEnsembles([left[1]!, right[1]!]);
    expect(merged.data.difference).toEqual(whole[1]!.data.difference);
  });
});

test("parts that are not one ensemble are refused with what is wrong", async () => {
  const [a, b, c] = await parts([20, 20, 20]);
  expect(() => mergeEnsembles([])).toThrow(/no parts/);
  expect(() => mergeEnsembles([a!, c!])).toThrow(/Draws 20 to 39 are missing/);
  expect(() => mergeEnsembles([a!, b!, b!])).toThrow(/Draw 20 is there twice/);
  const other = await ensemble(system, unsure, { seed: 8, draws: 20, from: 20 });
  expect(() => mergeEnsembles([a!, other])).toThrow(/not of one ensemble/);
  const many = await one({ draws: 1001, from: 20 });
  expect(() => mergeEnsembles([a!, many])).toThrow(/more than 1,000 draws/);
});

test("strata need to know of how many draws these are a part", async () => {
  await expect(one({ draws: 10, from: 10, sampling: "latin-hypercube" })).rejects.toThrow(/of how many/);
  await expect(one({ draws: 10, from: 10, of: 15 })).rejects.toThrow(/from 10/);
  await expect(one({ draws: 10, from: -1 })).rejects.toThrow(/-1/);
});
