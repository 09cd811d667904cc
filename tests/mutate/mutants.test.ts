import { expect, test } from "vitest";
import { mutantsOf, planted } from "./mutants.ts";

const faults = (text: string) => mutantsOf(text).map((mutant) => planted(text, mutant));

test("operators, numbers, conditions and functions are changed one at a time, and steps left out", () => {
  expect(faults("x = a + 2;")).toEqual([";", "x = a - 2;", "x = a + (2 + 1);"]);
  expect(faults("const y = Math.min(a, 0);")).toEqual(["const y = Math.max(a, 0);", "const y = Math.min(a, 1);"]);
  expect(faults("const z = a < b ? c : d;")).toEqual(["const z = !(a < b) ? c : d;", "const z = a <= b ? c : d;"]);
  expect(faults("if (a && b) f();")).toEqual(["if (!(a && b)) f();", "if (a || b) f();", "if (a && b) ;"]);
});

test("types, imports and words stay as they are", () => {
  expect(faults('import a from "b";\ntype T = 1 | 2;\ninterface I { a: 3 }\nconst w = "a" + b;')).toEqual([]);
});

test("a fault says its line", () => {
  expect(mutantsOf("const a = 1;\nconst b = a * c;").map(({ line, was, is }) => [line, was, is])).toEqual([
    [1, "1", "(1 + 1)"],
    [2, "*", "/"],
  ]);
});
