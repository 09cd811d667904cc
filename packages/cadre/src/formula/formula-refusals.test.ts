import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CadreError } from "../error/cadre-error.ts";
import { in2025, worth } from "./formula.test-data.ts";
import { compileFormula, readFormula } from "./formula.ts";
import { syntaxOf } from "./formula-syntax.ts";
import { readTree } from "./read-tree.ts";

const fault = (text: string) => {
  const { problem } = readFormula(text);
  if (!problem) throw new Error(`Read without a problem: ${text}`);
  return problem;
};

describe("what is not a formula", () => {
  it.each([
    ["constructor", 1],
    ["__proto__", 1],
    ["prototype + 1", 1],
    ["base.constructor", 5],
    ['base.constructor("return 1")()', 5],
    ["cos.constructor('return process')()", 1],
    ["max.constructor(1)", 1],
    ["min['constructor'](1)", 1],
    ["import('fs')", 1],
    ["import({ a: 1 })", 1],
    ["eval('1')", 1],
    ["evaluate('1')", 1],
    ["parse('1')", 1],
    ["simplify('x')", 1],
    ["createUnit('foo')", 1],
    ["f(x) = x", 1],
    ["base = 3", 6],
    ["a.b", 1],
    ["people['call']('65+')", 1],
    ["people.call('65+')", 1],
    ["people(people('65+'))", 8],
    ["people('65+', 2)", 8],
    ["people()", 8],
    ["people(65)", 8],
    ["people", 1],
    ["people('65+').constructor", 14],
    ["'base'", 1],
    ["max('65+', 2)", 5],
    ["('65+')", 2],
    ["[1, 2]", 1],
    ["{ a: 1 }", 1],
    ["1; 2", 2],
    ["1 # note", 3],
    ["`1`", 1],
    ["base'", 5],
    ["base' + base'", 5],
    ["5!", 2],
    ["5%", 2],
    ["1:2", 1],
    ["1 << 2", 1],
    ["base ?? 1", 1],
    ["base?.5", 7],
    ["true", 1],
    ["NaN", 1],
    ["Infinity", 1],
    ["null", 1],
    ["i", 1],
    ["pi", 1],
    ["e", 1],
    ["5 mod 3", 3],
    ["5 to 3", 3],
    ["not base", 1],
    ["base and 1", 6],
    ["toString", 1],
    ["valueOf()", 1],
    ["hasOwnProperty(1)", 1],
    ["0x1F", 2],
    ["2 base", 3],
    ["base(2)", 1],
    ["(base)(2)", 7],
    ["min(1, 2)(3)", 10],
    ["1e999", 1],
    ["1 < 2", 1],
    ["1 + (2 < 3)", 6],
    ["base ? 1 : 2", 1],
    ["1 < 2 < 3 ? 1 : 2", 1],
    ["sqrt(1, 2)", 1],
    ["max(1)", 1],
    ["log()", 1],
    ["people('65 and over')", 8],
    ["base *", 6],
    ["(base", 5],
    ["base)", 5],
    ["max(1,)", 7],
    ["base ** 2", 7],
    ["base × 2", 6],
    ["people(‘65+’)", 8],
    ["people('65+)", 8],
    ["\u202ebase", 1],
    ["", 1],
    ["   ", 1],
    [`base${" + 1".repeat(150)}`, 501],
    [`${"(".repeat(40)}base${")".repeat(40)}`, 21],
  ])("refuses %j", (text, column) => {
    const problem = fault(text);
    expect(problem.column).toBe(column);
    for (const said of [problem.code, problem.message, problem.value, problem.rule, problem.fix])
      expect(said).toMatch(/\S/);
    expect(problem.value.length).toBeLessThanOrEqual(60);
  });

  it("is one CadreError for whoever only wants the formula", () => {
    expect(() => compileFormula("base * yeers")).toThrow(CadreError);
    expect(() => compileFormula("base * yeers")).toThrow('did you mean "years"?');
  });

  it("offers the word that was meant", () => {
    expect(fault("Base * 2").didYouMean).toBe("base");
    expect(fault("base * yeers").didYouMean).toBe("years");
    expect(fault("peeple('65+')").didYouMean).toBe("people");
    expect(fault("base × 2").didYouMean).toBe("*");
    expect(fault("base = 2 ? 1 : 2").didYouMean).toBe("==");
  });

  it("never throws, whatever the text", () => {
    const pieces = [
      "base",
      "people('65+')",
      "(",
      ")",
      "+",
      "-",
      "*",
      "/",
      "^",
      "?",
      ":",
      "<",
      "==",
      ",",
      "1",
      " ",
      "'",
    ];
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc
        .array(fc.constantFrom(...pieces, "min(", "people(", ".", "[", "=", "constructor", "\\", "\n"), {
          maxLength: 30,
        })
        .map((list) => list.join("")),
    );
    fc.assert(
      fc.property(text, (written) => {
        const { formula, problem } = readFormula(written);
        if (formula) expect(typeof formula.evaluate(in2025)).toBe("number");
        else expect(problem.column).toBeGreaterThan(0);
      }),
      { numRuns: 3000 },
    );
  });

  it("reads the longest chains without losing its footing", () => {
    expect(worth(`${"-".repeat(490)}base`)).toBe(400);
    expect(worth(`1${"^1".repeat(249)}`)).toBe(1);
    expect(worth(`${"1<2?1:".repeat(80)}2`)).toBe(1);
    expect(worth(`0${"+1".repeat(249)}`)).toBe(249);
  });

  it("refuses every kind of node it does not know, even if the pieces had let it through", () => {
    for (const text of [
      "a.b",
      "f(x) = x",
      "a = 1",
      "[1]",
      "{a: 1}",
      "1; 2",
      "1:2",
      "a[1]",
      "'x'",
      "a'",
      "5!",
      "a ?? b",
      "true",
      "f(1)",
      "a",
      "(a)(b)",
      "constructor(1)",
      "(min)(2)",
      "max.constructor(1)",
      "people(1)",
      "people0('all', 2)",
    ])
      expect(
        () =>
          readTree(syntaxOf(text), [{ kind: "number", text: "1", column: 1 }], { names: new Set(), bands: new Set() }),
        text,
      ).toThrow();
  });
});
