import { describe, expect, test } from "vitest";
import { JOE_KUO } from "./joe-kuo.ts";
import { normalQuantile } from "./normal.ts";
import { normalShare } from "./normal-share.ts";
import { type Sampling, type SharesRequest, sampledShares } from "./sampling.ts";
import { directionNumbers, SOBOL_DIMENSIONS } from "./sobol.ts";

const ids = ["leaving.rate", "recruits", "posts"];
const column = (all: Float64Array, c: number, columns = ids.length) => all.filter((_, i) => i % columns === c);
const take = (request: Partial<SharesRequest>) => sampledShares({ ids, draws: 1000, seed: 1, ...request });
const samplings: Sampling[] = ["monte-carlo", "latin-hypercube", "sobol"];

/** The correlation of two lists of numbers. */
function correlation(x: Float64Array, y: Float64Array): number {
  const mean = (of: Float64Array) => of.reduce((sum, value) => sum + value, 0) / of.length;
  const [mx, my] = [mean(x), mean(y)];
  let [xy, xx, yy] = [0, 0, 0];
  x.forEach((value, i) => {
    xy += (value - mx) * (y[i]! - my);
    xx += (value - mx) ** 2;
    yy += (y[i]! - my) ** 2;
  });
  return xy / Math.sqrt(xx * yy);
}

/** Chi-square of shares over equal cells, as standard deviations from what evenness gives. */
function unevenness(of: Float64Array, cells = 50): number {
  const counts = new Float64Array(cells);
  for (const share of of) counts[Math.floor(share * cells)]!++;
  const expected = of.length / cells;
  const chi = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return (chi - (cells - 1)) / Math.sqrt(2 * (cells - 1));
}

describe.each(samplings)("%s", (sampling) => {
  test("every share lies inside (0, 1); the same seed gives the same, another seed others", () => {
    const all = take({ sampling });
    expect(all.every((share) => share > 0 && share < 1)).toBe(true);
    expect(take({ sampling })).toEqual(all);
    expect(take({ sampling, seed: 2 })).not.toEqual(all);
  });

  test("a part of the draws is the same numbers as in the whole", () => {
    const groups = [{ group: "pay", correlation: 0.5 }, undefined, { group: "pay", correlation: -0.5 }];
    const all = take({ sampling, groups });
    expect(take({ sampling, groups, from: 200, to: 700 })).toEqual(all.subarray(200 * 3, 700 * 3));
  });

  test("an uncertainty added at the end changes no other", () => {
    const more = sampledShares({ ids: [...ids, "new"], draws: 1000, seed: 1, sampling });
    expect(column(more, 1, 4)).toEqual(column(take({ sampling }), 1));
  });

  test("a member added to a group changes no other", () => {
    const member = (correlation: number) => ({ group: "pay", correlation });
    const few = take({ sampling, groups: [member(0.6), member(0.3), undefined] });
    const more = take({ sampling, groups: [member(0.6), member(0.3), member(-0.9)] });
    for (const c of [0, 1]) expect(column(more, c)).toEqual(column(few, c));
  });

  test.each([0.6, -0.6, 1, -1])("members correlate as stated (%d) and stay uniform", (rho) => {
    const draws = 20_000;
    const groups = [{ group: "pay", correlation: Math.abs(rho) }, { group: "pay", correlation: rho }, undefined];
    const all = take({ sampling, groups, draws });
    const [first, second, other] = [column(all, 0), column(all, 1), column(all, 2)];
    const error = 4 / Math.sqrt(draws);
    expect(Math.abs(correlation(first.map(normalQuantile), second.map(normalQuantile)) - rho)).toBeLessThan(error);
    // Pearson 1907: the rank correlation of two normals.
    const ranks = (6 / Math.PI) * Math.asin(rho / 2);
    expect(Math.abs(correlation(first, second) - ranks)).toBeLessThan(error);
    expect(Math.abs(correlation(first, other))).toBeLessThan(error);
    for (const one of [first, second, other]) expect(unevenness(one)).toBeLessThan(4);
  });

  test("a correlation beyond 1 is refused", () => {
    const groups = [{ group: "pay", correlation: 1.2 }];
    expect(() => take({ sampling, groups })).toThrow(/no correlation with its group "pay"/);
  });
});

test.each(["monte-carlo", "sobol"] as const)("%s: the first 500 of 1,000 draws are the 500", (sampling) => {
  expect(take({ sampling, draws: 500 })).toEqual(take({ sampling }).subarray(0, 500 * 3));
});

test.each(["monte-carlo", "latin-hypercube"] as const)("%s: the order of uncertainties does not matter", (sampling) => {
  const turned = sampledShares({ ids: ["posts", ...ids.slice(0, 2)], draws: 1000, seed: 1, sampling });
  expect(column(turned, 0)).toEqual(column(take({ sampling }), 2));
});

test("a misspelt way to sample is refused, not taken for another", () => {
  const misspelt = () => take({ sampling: "sobl" as Sampling });
  expect(misspelt).toThrow(expect.objectContaining({ code: "unknown-word", didYouMean: "sobol" }));
});

test("neighbouring seeds, ids and draws are independent", () => {
  const many = Array.from({ length: 4000 }, (_, i) => `pools.p${i}.leaving.rate`);
  const byId = sampledShares({ ids: many, draws: 2, seed: 1 });
  const first = byId.subarray(0, 4000);
  const bySeed = Float64Array.from(
    { length: 4000 },
    (_, seed) => sampledShares({ ids: ["posts"], draws: 1, seed })[0]!,
  );
  for (const line of [first, bySeed, sampledShares({ ids: ["posts"], draws: 4000, seed: 1 })]) {
    expect(unevenness(line)).toBeLessThan(4);
    expect(Math.abs(correlation(line.subarray(1), line.subarray(0, 3999)))).toBeLessThan(4 / Math.sqrt(4000));
  }
  expect(Math.abs(correlation(first, byId.subarray(4000)))).toBeLessThan(4 / Math.sqrt(4000));
});

describe("a Latin hypercube", () => {
  test.each([1, 2, 7, 100, 1000])("of %d draws has exactly one in each stratum", (draws) => {
    const all = take({ sampling: "latin-hypercube", draws });
    for (const c of [0, 1, 2]) {
      const strata = [...column(all, c)].map((share) => Math.floor(share * draws));
      expect(strata.sort((a, b) => a - b)).toEqual(Array.from({ length: draws }, (_, i) => i));
    }
  });

  test("puts every draw into every stratum equally often, in no order", () => {
    const many = Array.from({ length: 5000 }, (_, i) => `u${i}`);
    const all = sampledShares({ ids: many, draws: 10, seed: 1, sampling: "latin-hypercube" });
    for (const d of [0, 3, 9]) expect(unevenness(all.subarray(d * 5000, (d + 1) * 5000), 10)).toBeLessThan(4);
    // Without replacement, two draws correlate by −1/(n − 1) over shuffles.
    const [one, next] = [all.subarray(0, 5000), all.subarray(5000, 10_000)];
    expect(Math.abs(correlation(one, next) + 0.99 / 9)).toBeLessThan(4 / Math.sqrt(5000));
  });
});

describe("a Sobol sequence", () => {
  // Made with scipy.stats.qmc.Sobol(200, scramble=False): points 777 and 1000.
  test.each([
    [0, 0.6923828125, 0.2197265625],
    [1, 0.9365234375, 0.0966796875],
    [2, 0.1630859375, 0.5185546875],
    [5, 0.3564453125, 0.9072265625],
    [17, 0.8642578125, 0.3447265625],
    [63, 0.4267578125, 0.4462890625],
    [127, 0.1181640625, 0.5439453125],
    [199, 0.1435546875, 0.8427734375],
  ])("has the published points in dimension %d", (dimension, ...published) => {
    const directions = directionNumbers(dimension);
    const points = [777, 1000].map((n) => {
      const gray = n ^ (n >>> 1);
      return (directions.reduce((bits, v, k) => ((gray >>> k) & 1 ? bits ^ v : bits), 0) >>> 0) / 2 ** 32;
    });
    expect(points).toEqual(published);
  });

  test("has sound numbers in every dimension: odd and small enough, of a polynomial's degree", () => {
    expect(SOBOL_DIMENSIONS).toBe(200);
    for (const { polynomial, initial } of JOE_KUO.slice(1)) {
      expect(Math.floor(Math.log2(polynomial))).toBe(initial.length);
      for (const [k, m] of initial.entries()) expect(m % 2 === 1 && m < 2 ** (k + 1)).toBe(true);
    }
  });

  test("stays a net when scrambled: each of 1,024 strata once, each of 32 by 32 squares once in the first two", () => {
    const all = take({ sampling: "sobol", draws: 1024 });
    for (const c of [0, 1, 2])
      expect(new Set([...column(all, c)].map((share) => Math.floor(share * 1024))).size).toBe(1024);
    const squares = [...column(all, 0)].map((x, d) => Math.floor(x * 32) * 32 + Math.floor(all[d * 3 + 1]! * 32));
    expect(new Set(squares).size).toBe(1024);
  });

  test("is unbiased by scrambling: a point is uniform over seeds", () => {
    for (const draw of [0, 5]) {
      const over = Float64Array.from({ length: 4000 }, (_, seed) => {
        return sampledShares({ ids, draws: 8, seed, sampling: "sobol", from: draw, to: draw + 1 })[2]!;
      });
      expect(unevenness(over)).toBeLessThan(4);
    }
  });

  test("integrates far better than chance", () => {
    const error = (sampling: Sampling) => {
      let squares = 0;
      for (let seed = 0; seed < 20; seed++) {
        const all = take({ sampling, seed, draws: 1024 });
        let sum = 0;
        for (let d = 0; d < 1024; d++) sum += all[d * 3]! * all[d * 3 + 1]! * all[d * 3 + 2]!;
        squares += (sum / 1024 - 1 / 8) ** 2;
      }
      return Math.sqrt(squares / 20);
    };
    expect(error("sobol")).toBeLessThan(error("monte-carlo") / 10);
  });

  test("says when there are too many", () => {
    const many = Array.from({ length: 201 }, (_, i) => `u${i}`);
    expect(() => sampledShares({ ids: many, draws: 2, seed: 1, sampling: "sobol" })).toThrow(
      /more uncertain numbers and groups/,
    );
  });
});

test("normal shares agree with tables, far into both tails, and undo normal quantiles", () => {
  // Made with mpmath.ncdf at 40 digits.
  const known = [
    [-37, 5.725571222524576e-300],
    [-10, 7.619853024160527e-24],
    [-2.4, 0.008197535924596131],
    [0.5, 0.6914624612740131],
    [1.959963984540054, 0.975],
  ] as const;
  for (const [z, share] of known) expect(normalShare(z) / share).toBeCloseTo(1, 12);
  for (let share = 1e-12; share < 1; share = share * 1.7 + 1e-13)
    expect(normalShare(normalQuantile(share)) / share).toBeCloseTo(1, 12);
});
