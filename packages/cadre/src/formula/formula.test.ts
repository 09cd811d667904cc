import { describe, expect, it } from "vitest";
import { worth } from "./formula.test-data.ts";
import { compileFormula as read } from "./formula.ts";
import { checkFormulaBands } from "./formula-check.ts";

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
