import { describe, expect, it } from "vitest";
import { in2025 } from "./formula.test-data.ts";
import { compileFormula as read } from "./formula.ts";
import { checkFormula } from "./formula-check.ts";

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
      message: "In 2020 the formula does not give a number.",
      column: 8,
    });
    expect(checkFormula(read("base * 1000 ^ (years * 200)"), contexts)?.code).toBe("formula-not-finite");
    expect(checkFormula(read("base - 250 * years"), contexts)).toMatchObject({
      code: "formula-negative",
      message: "In 2021 the formula gives fewer than zero posts.",
      value: "base - 250 * years is -100",
    });
    expect(checkFormula(read("base - 100 * years"), contexts)).toBeUndefined();
  });
});
