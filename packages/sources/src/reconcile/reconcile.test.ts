import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemOf } from "../problem.test-data.ts";
import { addUp } from "./add-up.ts";
import { entriesOf, type Margin, type NestedNumbers, nest } from "./breakdown.ts";
import { reconcile } from "./reconcile.ts";

const dimensions = { employer: ["Trust", "Council"], sex: ["female", "male"] };
const margin = (by: string[], values: NestedNumbers, trust = 1, source = by.join(" × ") || "total"): Margin => ({
  source,
  by,
  values,
  trust,
});
/** Cells of employers by sex. */
type ByEmployer = Record<"Trust" | "Council", Record<"female" | "male", number>>;
const employers = margin(["employer"], { Trust: 700, Council: 300 });

describe("exact margins", () => {
  it("leave what no margin says independent", () => {
    const { values } = reconcile({ dimensions, margins: [employers, margin(["sex"], { female: 800, male: 200 })] });
    const cells = values as ByEmployer;
    expect(cells.Trust.female).toBeCloseTo(560, 9);
    expect(cells.Council.male).toBeCloseTo(60, 9);
  });

  it("keep the cross-product ratio of the start, as in Deming and Stephan", () => {
    const start = {
      by: ["employer", "sex"],
      values: { Trust: { female: 9, male: 1 }, Council: { female: 2, male: 3 } },
    };
    const margins = [employers, margin(["sex"], { female: 800, male: 200 })];
    const { values } = reconcile({ dimensions, margins, start });
    const { Trust, Council } = values as ByEmployer;
    expect((Trust.female * Council.male) / (Trust.male * Council.female)).toBeCloseTo((9 * 3) / (1 * 2), 9);
    expect(Trust.female + Council.female).toBeCloseTo(800, 9);
  });

  it("keep an empty cell empty, of the start or of a figure", () => {
    const start = {
      by: ["employer", "sex"],
      values: { Trust: { female: 1, male: 1 }, Council: { female: 1, male: 0 } },
    };
    const some = reconcile({ dimensions, margins: [employers], start });
    expect((some.values as ByEmployer).Council).toEqual({ female: 300, male: 0 });
    const none = reconcile({ dimensions, margins: [margin(["employer"], { Trust: 700, Council: 0 })] });
    expect(addUp(none, ["employer"]).values).toEqual({ Trust: 700, Council: 0 });
  });

  it("may name some labels only", () => {
    const margins = [margin([], 1000), margin(["employer", "sex"], { Council: { male: 50 } })];
    const { values } = reconcile({ dimensions, margins });
    const cells = values as ByEmployer;
    expect(cells.Council.male).toBeCloseTo(50, 9);
    expect(cells.Trust.female).toBeCloseTo(950 / 3, 9);
  });

  it("of 30,000 cells are brought together at once", () => {
    const many = {
      a: Array.from({ length: 300 }, (_, i) => `a${i}`),
      b: Array.from({ length: 100 }, (_, i) => `b${i}`),
    };
    const margins = [
      margin(["a"], Object.fromEntries(many.a.map((label, i) => [label, 100 + i]))),
      margin(["b"], Object.fromEntries(many.b.map((label) => [label, (300 * 100 + (299 * 300) / 2) / 100]))),
    ];
    expect(reconcile({ dimensions: many, margins }).total).toBeCloseTo(74_850, 6);
  });
});

describe("trust", () => {
  const totals = (...pairs: [number, number][]) =>
    reconcile({
      dimensions: { all: ["all"] },
      margins: pairs.map(([value, trust], i) => margin([], value, trust, `source ${i}`)),
    }).total;

  it("weighs contradicting totals by the odds of their trust over their size", () => {
    // Σ w(x − t)²/t is least at x = Σ w ÷ Σ (w/t).
    expect(totals([100, 0.5], [110, 0.5])).toBeCloseTo(2 / (1 / 100 + 1 / 110), 9);
    expect(totals([100, 0.9], [110, 0.5])).toBeCloseTo(10 / (9 / 100 + 1 / 110), 9);
    expect(totals([100, 0.999], [110, 0.001])).toBeCloseTo(100, 4);
    expect(totals([100, 0.5], [110, 0])).toBeCloseTo(100, 9);
    expect(totals([100, 1], [110, 0.9])).toBeCloseTo(100, 9);
  });

  it("alone changes nothing where figures agree", () => {
    const soft = [
      margin(["employer"], { Trust: 700, Council: 300 }, 0.3),
      margin(["sex"], { female: 800, male: 200 }, 0.6),
    ];
    for (const { difference } of reconcile({ dimensions, margins: soft }).residuals)
      expect(Math.abs(difference)).toBeLessThan(1e-6);
  });

  it("lets a figure of zero give way", () => {
    const margins = [margin([], 1000), margin(["sex"], { female: 0, male: 900 }, 0.5)];
    const { female } = addUp(reconcile({ dimensions, margins }), ["sex"]).values as Record<string, number>;
    expect(female).toBeGreaterThan(0);
    expect(female).toBeLessThan(1);
  });
});

/** Three dimensions of two or three labels, margins over some of them with trust below 1, and cells to start from. */
const problems = fc
  .record({ a: fc.integer({ min: 2, max: 3 }), b: fc.integer({ min: 2, max: 3 }), c: fc.constant(2) })
  .map((sizes) =>
    Object.fromEntries(
      Object.entries(sizes).map(([name, size]) => [name, Array.from({ length: size }, (_, i) => `${name}${i}`)]),
    ),
  )
  .chain((labels) => {
    const value = fc.integer({ min: 1, max: 1000 });
    const table = (by: readonly string[]): fc.Arbitrary<NestedNumbers> => {
      const combinations = by.reduce<string[][]>(
        (list, name) => list.flatMap((before) => labels[name]!.map((label) => [...before, label])),
        [[]],
      );
      return fc
        .array(value, { minLength: combinations.length, maxLength: combinations.length })
        .map((values) => nest(combinations.map((labels, i) => [labels, values[i]!] as const)));
    };
    const margins = [["a"], ["b", "c"], ["a", "b"], []].map((by) =>
      fc
        .record({ values: table(by), trust: fc.constantFrom(0, 0.05, 0.3, 0.5, 0.8, 0.95) })
        .map(({ values, trust }) => margin(by, values, trust)),
    );
    const last = table(["a"]).map((values) => margin(["a"], values, 0.5, "last"));
    return fc.record({
      dimensions: fc.constant(labels),
      margins: fc.tuple(...margins, last),
      start: table(["a", "b", "c"]).map((values) => ({ by: ["a", "b", "c"], values })),
    });
  });

it("the pressures on every cell that is not empty balance: no other cells have a smaller misfit", () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const { values, residuals, total, by } = reconcile(problem);
      let pressures = 0;
      for (const { trust, target, difference } of residuals)
        pressures = Math.max(pressures, Math.abs(((trust / (1 - trust)) * difference) / target));
      for (const [labels, heads] of entriesOf(values)) {
        let pressure = 0;
        for (const { trust, where, target, difference } of residuals)
          if (Object.entries(where).every(([name, label]) => labels[by.indexOf(name)] === label))
            pressure += ((trust / (1 - trust)) * difference) / target;
        expect(heads).toBeGreaterThanOrEqual(0);
        // An empty cell may still be pressed down, never up.
        expect(pressure).toBeGreaterThan(-1e-5 * Math.max(pressures, 1));
        if (heads > 1e-3 * total) expect(pressure).toBeLessThan(1e-5 * Math.max(pressures, 1));
      }
    }),
    { numRuns: 60, seed: 1 },
  );
});

describe("what cannot be reconciled", () => {
  const problem = (margins: Margin[], start?: { by: string[]; values: NestedNumbers }) =>
    problemOf(() => reconcile({ dimensions, margins, ...(start ? { start } : {}) }));

  it("exact sources that contradict each other, both named", () => {
    expect(problem([employers, margin([], 990, 1, "press")])).toMatchObject({
      code: "contradiction",
      message: 'Two fully trusted sources contradict each other: 1,000 in "employer", 990 in "press".',
    });
    const cells = margin(["employer", "sex"], {
      Trust: { female: 600, male: 90 },
      Council: { female: 210, male: 100 },
    });
    expect(problem([employers, cells]).message).toContain("on Trust: 700");
  });

  it("exact sources that agree in pairs and not together", () => {
    const three = { x: ["0", "1"], y: ["0", "1"], z: ["0", "1"] };
    const same = { 0: { 0: 5, 1: 0 }, 1: { 0: 0, 1: 5 } };
    const differ = { 0: { 0: 0, 1: 5 }, 1: { 0: 5, 1: 0 } };
    const margins = [margin(["x", "y"], same), margin(["y", "z"], same), margin(["x", "z"], differ)];
    expect(problemOf(() => reconcile({ dimensions: three, margins }))).toMatchObject({ code: "empty-start" });
    const softer = { 0: { 0: 4, 1: 1 }, 1: { 0: 1, 1: 4 } };
    const harder = { 0: { 0: 1, 1: 4 }, 1: { 0: 4, 1: 1 } };
    const thrice = [margin(["x", "y"], softer), margin(["y", "z"], softer), margin(["x", "z"], harder)];
    expect(problemOf(() => reconcile({ dimensions: three, margins: thrice }))).toMatchObject({ code: "contradiction" });
  });

  it("unknown labels, wrong nesting, bad figures, trust out of range, cells that nobody counts", () => {
    expect(problem([margin(["employr"], { Trust: 1 })])).toMatchObject({
      code: "unknown-label",
      path: "margins[0].by[0]",
      didYouMean: "employer",
    });
    expect(problem([margin(["employer"], { Trusst: 1 })])).toMatchObject({
      path: "margins[0].values.Trusst",
      didYouMean: "Trust",
    });
    expect(problem([margin(["employer"], 5)])).toMatchObject({ code: "wrong-depth" });
    expect(problem([margin(["employer"], { Trust: -5 })])).toMatchObject({ code: "bad-figure" });
    expect(problem([margin([], Number.NaN)])).toMatchObject({ code: "bad-figure" });
    expect(problem([margin([], 5, 1.2)])).toMatchObject({ code: "bad-trust" });
    expect(problem([margin([], 5, 0.9999)])).toMatchObject({ code: "bad-trust" });
    expect(problem([margin(["employer"], { Trust: 5 })])).toMatchObject({
      code: "free-cell",
      value: "Council, female",
    });
    expect(problem([margin([], 5, 0)])).toMatchObject({ code: "free-cell" });
    const empty = { by: ["employer"], values: { Trust: 1, Council: 0 } };
    expect(problem([employers], empty)).toMatchObject({ code: "empty-start" });
    expect(problemOf(() => reconcile({ dimensions: { a: ["x", "x"] }, margins: [] }))).toMatchObject({
      code: "bad-dimension",
    });
    expect(problemOf(() => addUp(employers, ["sex"]))).toMatchObject({ code: "unknown-dimension" });
  });
});
