import { describe, expect, test } from "vitest";
import { CadreError } from "../error/cadre-error.ts";
import { centre } from "./centre.ts";
import type { Effect } from "./distribution.ts";
import { parseScenario } from "./parse.ts";

const written = (line: string) => `  - { parameter: leaving.rate, ${line} }`;
const scenario = (line: string) =>
  parseScenario(`cadre: 1
id: unsure
title: Unsure
system: ./system.yaml
uncertainties:
${written(line)}
`);
const read = (effect: string): Effect | undefined => scenario(`multiply: ${effect}`).uncertainties?.[0]?.multiply;
const fault = (line: string): CadreError => {
  try {
    scenario(line);
  } catch (error) {
    if (error instanceof CadreError) return error;
  }
  throw new Error(`${line} was read without a fault`);
};

test.each([
  ["90%", 0.9, 0.9],
  ["{ p10: 0.8, p90: 90% }", { p10: 0.8, p90: 0.9 }, 0.85],
  ["{ p10: 0.8, p90: 0.9, family: uniform }", { p10: 0.8, p90: 0.9, family: "uniform" }, 0.85],
  ["{ normal: { mean: 1, sd: 8% } }", { normal: { mean: 1, sd: 0.08 } }, 1],
  ["{ triangular: { low: 0, mode: 1, high: 5 } }", { triangular: { low: 0, mode: 1, high: 5 } }, 2],
  ["{ pert: { low: 0, mode: 1, high: 5 } }", { pert: { low: 0, mode: 1, high: 5 } }, 1.5],
  ["{ beta: { a: 2, b: 6 } }", { beta: { a: 2, b: 6 } }, 0.25],
  ["{ beta: { mean: 70%, sd: 5% } }", { beta: { mean: 0.7, sd: 0.05 } }, 0.7],
  ["{ beta: { a: 1, b: 3, low: 1, high: 3 } }", { beta: { a: 1, b: 3, low: 1, high: 3 } }, 1.5],
  [
    "{ discrete: [ { value: 0.5, share: 25% }, { value: 1, share: 75% } ] }",
    {
      discrete: [
        { value: 0.5, share: 0.25 },
        { value: 1, share: 0.75 },
      ],
    },
    0.875,
  ],
] as [string, Effect, number][])("%s is read, and a plain run takes its mean", (text, effect, mean) => {
  expect(read(text)).toEqual(effect);
  expect(centre(effect)).toBeCloseTo(mean, 14);
});

test("means that have no simple formula agree with numerical integration", () => {
  // Made with mpmath.quad at 30 digits.
  const interval = (family: "lognormal" | "logit-normal", p10: number, p90: number) => centre({ p10, p90, family });
  expect(interval("lognormal", 0.5, 2)).toBeCloseTo(1.1575061368932344, 13);
  expect(interval("logit-normal", 0.1, 0.4)).toBeCloseTo(0.23480934510438747, 13);
  expect(interval("logit-normal", 0.001, 0.999)).toBeCloseTo(0.5, 13);
  expect(interval("logit-normal", 1e-9, 0.9)).toBeCloseTo(0.15497515505007184, 11);
  expect(interval("logit-normal", 0.3, 0.3)).toBe(0.3);
});

describe("what is wrong is said at its place, with what was meant", () => {
  test.each([
    ["multiply: { nornal: { mean: 1, sd: 0.1 } }", "{ nornal", /not a known distribution/, "normal"],
    ["multiply: { p10: 0.8, p90: 0.9, famly: normal }", "famly", /"famly" is not a key/, "family"],
    ["multiply: { p10: 0.8, p90: 0.9, family: log-normal }", "log-normal", /not a family/, "lognormal"],
    ["multiply: { normal: { meen: 1, sd: 0.1 } }", "meen", /"meen" is not a key/, "mean"],
    ["multiply: { normal: { mean: 1 } }", "{ mean: 1 }", /normal has mean, sd/, undefined],
    ["multiply: { beta: { } }", "{ }", /beta has mean, sd, or a, b/, undefined],
    ["multiply: { normal: { mean: one, sd: 0.1 } }", "one", /not a number/, undefined],
    ["multiply: { p10: 0.9, p90: 0.8 }", "{ p10: 0.9, p90: 0.8", /p10 is the smaller end/, undefined],
    ["multiply: { p10: 0.9 }", "{ p10: 0.9 }", /not a number/, undefined],
    ["multiply: { p10: 0, p90: 1, family: lognormal }", "{ p10: 0,", /lies above 0/, undefined],
    ["multiply: { p10: 10%, p90: 100%, family: logit-normal }", "{ p10: 10%", /between 0 and 1/, undefined],
    ["multiply: { beta: { mean: 50%, sd: 50% } }", "{ mean: 50%", /sd is below 0.500/, undefined],
    ["multiply: { beta: { mean: 120%, sd: 5% } }", "{ mean: 120%", /mean lies between/, undefined],
    ["multiply: { beta: { a: 0, b: 1 } }", "{ a: 0", /above 0/, undefined],
    ["multiply: { triangular: { low: 0, mode: 3, high: 2 } }", "{ low: 0", /mode lies between/, undefined],
    ["multiply: { discrete: [ { value: 1, share: 30% } ] }", "[ {", /add up to 30%/, undefined],
    ["multiply: { discrete: [ { value: 1, shar: 100% } ] }", "shar", /"shar" is not a key/, "share"],
    ["multiply: 0.9, group: pay", "pay", /how closely/, undefined],
    ["multiply: 0.9, correlation: 0.5", "0.5", /what this correlates with/, undefined],
    ["multiply: 0.9, group: pay, correlation: 1.5", "1.5", /from -1 to 1/, undefined],
    ["multiply: 0.9, grup: pay, correlation: 0.5", "grup", /"grup"/, "group"],
  ])("%s", (line, place, message, meant) => {
    const error = fault(line);
    const told = [error, ...error.others].find((problem) => message.test(describeOf(problem)));
    expect(told, error.message).toBeDefined();
    expect(told?.line).toBe(6);
    const from = written(line).slice((told?.column ?? 0) - 1);
    expect(from.startsWith(place), from).toBe(true);
    if (meant) expect(told?.didYouMean).toBe(meant);
  });
});

test.each([
  [{ p10: 0.5, p90: 1, family: "logit-normal" }, "bad-effect", /between 0 and 1/, undefined],
  [{ p10: -1, p90: 1, family: "lognormal" }, "bad-effect", /lies above 0/, undefined],
  [{ p10: 0.9, p90: 0.8 }, "bad-effect", /p10 is the smaller end/, undefined],
  [{ p10: 0.9 }, "bad-effect", /not a number/, undefined],
  [{ p10: 0.8, p90: 0.9, family: "gamma" }, "unknown-word", /not a family/, undefined],
  [{ beta: { mean: 0.5, sd: 0.6 } }, "bad-effect", /sd is below 0.500/, undefined],
  [{ normal: { mean: 1, sd: -1 } }, "bad-effect", /not below 0/, undefined],
  [{ normal: { mean: Number.NaN, sd: 1 } }, "bad-effect", /not a number/, undefined],
  [{ lognormal: { median: -1, sd: 0.1 } }, "bad-effect", /median .* above 0/, undefined],
  [{ discrete: [] }, "bad-effect", /list of values/, undefined],
  [{ discrete: [{ value: 1, share: 0.3 }] }, "bad-effect", /add up to 30%/, undefined],
  [{ nornal: { mean: 1, sd: 1 } }, "bad-effect", /not a known distribution/, "normal"],
])("%o is refused as well where code gives it rather than a file", (effect, code, message, didYouMean) => {
  const tried = () => centre(effect as unknown as Effect);
  expect(tried).toThrow(message);
  expect(tried).toThrow(expect.objectContaining({ name: "CadreError", code, didYouMean }));
});

const describeOf = (problem: { message: string }): string =>
  "summary" in problem ? `${problem.summary}` : problem.message;

test("two uncertainties of one id are told apart, at the second", () => {
  const error = fault("id: pay, multiply: 0.9 }\n  - { id: pay, parameter: recruitment, multiply: 1.1");
  expect(error).toMatchObject({ code: "same-id", value: "pay", line: 7, column: 11 });
});

test("members of a group are read", () => {
  expect(scenario("multiply: { p10: 0.8, p90: 1.2 }, group: pay, correlation: -0.6").uncertainties?.[0]).toMatchObject({
    group: "pay",
    correlation: -0.6,
  });
});
