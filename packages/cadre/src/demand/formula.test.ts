import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { CadreError } from "../error/cadre-error.ts";
import { checkFormulaBands, compileFormula, readFormula } from "./formula.ts";
import { checkFormula } from "./formula-check.ts";
import { partOf } from "./formula-part.ts";
import { syntaxOf } from "./formula-syntax.ts";
import type { FormulaContext } from "./formula-words.ts";

const people: Record<string, number> = { "65+": 1200, "16-64": 3000, all: 5000, "90+": 0 };
const people0: Record<string, number> = { "65+": 1000, "16-64": 3100, all: 4900, "90+": 0 };
const in2025: FormulaContext = {
  base: 400,
  years: 6,
  year: 2025,
  people: (band) => people[band]!,
  people0: (band) => people0[band]!,
};

const read = compileFormula;
const worth = (text: string): number => read(text).evaluate(in2025);
const fault = (text: string) => {
  const { problem } = readFormula(text);
  if (!problem) throw new Error(`Read without a problem: ${text}`);
  return problem;
};

describe("a formula", () => {
  it("is worked out as it is written", () => {
    expect(worth("base * people('65+') / people0('65+') * 1.01 ^ years")).toBe(((400 * 1200) / 1000) * 1.01 ** 6);
    expect(worth("base * (0.6 * people('65+') / people0('65+') + 0.4 * people(\"all\") / people0('all'))")).toBe(
      400 * ((0.6 * 1200) / 1000 + (0.4 * 5000) / 4900),
    );
    expect(worth("year >= 2025 ? base * 1.1 : base")).toBe(400 * 1.1);
    expect(worth("year > 2025 ? base * 1.1 : base")).toBe(400);
    expect(worth("max(base, 10, 500) + min(1, 2) + sqrt(16) + abs(-3) + round(2.5) + exp(0) + log(exp(1))")).toBe(
      500 + 1 + 4 + 3 + 3 + 1 + 1,
    );
    expect(worth("base\n  * 2\n  + .5e1")).toBe(805);
  });

  it("keeps the rules of arithmetic that planners expect", () => {
    expect(worth("-2 ^ 2")).toBe(-4);
    expect(worth("2 ^ 3 ^ 2")).toBe(512);
    expect(worth("2 ^ -1")).toBe(0.5);
    expect(worth("10 - 4 - 3")).toBe(3);
    expect(worth("100 / 10 / 5")).toBe(2);
    expect(worth("2 + 3 * 4")).toBe(14);
    expect(worth("1 < 2 ? 10 : 2 < 1 ? 20 : 30")).toBe(10);
    expect(worth("2 == 3 ? 10 : 2 != 3 ? 20 : 30")).toBe(20);
  });

  it("says which names and age bands it uses", () => {
    const formula = read("base * people('65+') / people0('65+') + years * people('16-64') * 0");
    expect(formula.names).toEqual(["base", "years"]);
    expect(formula.bands).toEqual(["65+", "16-64"]);
    expect(Object.isFrozen(formula)).toBe(true);
  });

  it("asks the population only for bands that it can make up", () => {
    const formula = read("base * people('16-64') / people('65+')");
    expect(checkFormulaBands(formula, ["0-15", "16-64", "65+"])).toBeUndefined();
    expect(checkFormulaBands(formula, ["0-15", "16-64", "65-74", "75+"])).toBeUndefined();
    expect(checkFormulaBands(formula, ["0-17", "18-64", "65+"])).toMatchObject({ value: "16-64", column: 15 });
    expect(checkFormulaBands(formula, ["0-15", "16-64"])).toMatchObject({ value: "65+", column: 33 });
  });
});

describe("an expression made up at random", () => {
  /** An expression as text, how tightly its outermost operator binds, and its value worked out by JavaScript. */
  interface Made {
    readonly text: string;
    readonly binds: number;
    readonly value: number;
  }
  const wrap = (made: Made, atLeast: number): string => (made.binds >= atLeast ? made.text : `(${made.text})`);
  const join = (op: string, binds: number, apply: (a: number, b: number) => number) => (left: Made, right: Made) => ({
    // Powers join from the right, everything else from the left.
    text: `${wrap(left, op === "^" ? binds + 1 : binds)} ${op} ${wrap(right, op === "^" ? binds : binds + 1)}`,
    binds,
    value: apply(left.value, right.value),
  });
  const joins = [
    join("+", 2, (a, b) => a + b),
    join("-", 2, (a, b) => a - b),
    join("*", 3, (a, b) => a * b),
    join("/", 3, (a, b) => a / b),
    join("^", 5, (a, b) => a ** b),
  ];
  const compare: [string, (a: number, b: number) => boolean][] = [
    ["<", (a, b) => a < b],
    ["<=", (a, b) => a <= b],
    [">", (a, b) => a > b],
    [">=", (a, b) => a >= b],
    ["==", (a, b) => a === b],
    ["!=", (a, b) => a !== b],
  ];
  const functions: [string, number, (...x: number[]) => number][] = [
    ["min", 2, Math.min],
    ["max", 3, Math.max],
    ["sqrt", 1, Math.sqrt],
    ["exp", 1, Math.exp],
    ["log", 1, Math.log],
    ["abs", 1, Math.abs],
    ["round", 1, Math.round],
  ];
  const word = (text: string, value: number): Made => ({ text, binds: 9, value });
  const { made } = fc.letrec<{ made: Made }>((tie) => ({
    made: fc.oneof(
      { maxDepth: 5, depthSize: "small" },
      fc.constantFrom(
        word("base", 400),
        word("years", 6),
        word("year", 2025),
        word("people('65+')", 1200),
        word('people0("16-64")', 3100),
        word(" people ( 'all' ) ", 5000),
      ),
      fc.oneof(
        fc.integer({ min: 0, max: 3000 }).map((n) => word(String(n), n)),
        fc.constantFrom("0.5", ".25", "1.01", "2e3", "1E-2", "0").map((text) => word(text, Number(text))),
      ),
      fc.tuple(fc.constantFrom(...joins), tie("made"), tie("made")).map(([apply, a, b]) => apply(a, b)),
      tie("made").map((a): Made => ({ text: `-${wrap(a, 4)}`, binds: 4, value: -a.value })),
      tie("made").map((a): Made => ({ text: `(${a.text})`, binds: 9, value: a.value })),
      fc
        .tuple(fc.constantFrom(...functions), fc.array(tie("made"), { minLength: 3, maxLength: 3 }))
        .map(([[name, arity, apply], args]): Made => {
          const taken = args.slice(0, arity);
          const text = `${name}(${taken.map((a) => a.text).join(", ")})`;
          return { text, binds: 9, value: apply(...taken.map((a) => a.value)) };
        }),
      fc
        .tuple(fc.constantFrom(...compare), fc.tuple(tie("made"), tie("made"), tie("made"), tie("made")))
        .map(([[sign, holds], [a, b, one, other]]): Made => {
          const text = `${wrap(a, 2)} ${sign} ${wrap(b, 2)} ? ${wrap(one, 1)} : ${wrap(other, 1)}`;
          return { text, binds: 0, value: holds(a.value, b.value) ? one.value : other.value };
        }),
    ),
  }));

  test("equals what JavaScript makes of it, to the last digit", () => {
    fc.assert(
      fc.property(made, ({ text, value }) => {
        fc.pre(text.length <= 500);
        expect(worth(text)).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  test("passes the check exactly when it and its pieces come to numbers and it is not negative", () => {
    fc.assert(
      fc.property(made, ({ text, value }) => {
        fc.pre(text.length <= 500);
        const problem = checkFormula(read(text), [in2025]);
        if (!problem) expect(value).toBeGreaterThanOrEqual(0);
        if (!problem) expect(value).toBeLessThan(Number.POSITIVE_INFINITY);
        if (value < 0 || !Number.isFinite(value)) expect(problem?.message).toContain("2025");
      }),
    );
  });
});

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
          partOf(syntaxOf(text), [{ kind: "number", text: "1", column: 1 }], { names: new Set(), bands: new Set() }),
        text,
      ).toThrow();
  });
});

describe("a formula at its reference dates", () => {
  const contexts = [2019, 2020, 2021].map((year) => ({ ...in2025, year, years: year - 2019 }));

  it("is told where it divides by zero, and by what", () => {
    expect(checkFormula(read("base * people('90+') / people0('90+')"), contexts)).toMatchObject({
      code: "formula-division-by-zero",
      message: "In 2019 the formula divides by zero.",
      column: 24,
      value: "people0('90+') is 0 in base * people('90+') / people0('90+')",
    });
    expect(checkFormula(read("min(base, base / (2021 - year))"), contexts)).toMatchObject({
      message: "In 2021 the formula divides by zero.",
      value: "(2021 - year) is 0 in base / (2021 - year)",
    });
    // The half that is not taken does not count.
    expect(checkFormula(read("year == 2021 ? base : base / (2021 - year)"), contexts)).toBeUndefined();
  });

  it("is told where it comes to no number or to fewer than no posts", () => {
    expect(checkFormula(read("base * sqrt(0.5 - years)"), contexts)).toMatchObject({
      code: "formula-not-finite",
      message: "In 2020 the formula does not come to a number.",
      column: 8,
    });
    expect(checkFormula(read("base * 1000 ^ (years * 200)"), contexts)?.code).toBe("formula-not-finite");
    expect(checkFormula(read("base - 250 * years"), contexts)).toMatchObject({
      code: "formula-negative",
      message: "In 2021 the formula comes to fewer than no posts.",
      value: "base - 250 * years is -100",
    });
    expect(checkFormula(read("base - 100 * years"), contexts)).toBeUndefined();
  });
});
