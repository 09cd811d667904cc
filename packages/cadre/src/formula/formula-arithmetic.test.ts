import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { in2025, worth } from "./formula.test-data.ts";
import { compileFormula } from "./formula.ts";
import { checkFormula } from "./formula-check.ts";

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
        const problem = checkFormula(compileFormula(text), [in2025]);
        if (!problem) expect(value).toBeGreaterThanOrEqual(0);
        if (!problem) expect(value).toBeLessThan(Number.POSITIVE_INFINITY);
        if (value < 0 || !Number.isFinite(value)) expect(problem?.message).toContain("2025");
      }),
    );
  });
});
