import { describe, expect, it } from "vitest";
import { clippedTitle, columns, wrappedText } from "./columns.ts";
import { percentage, readableNumber, significantNumber } from "./number.ts";

describe("numbers", () => {
  it.each([
    [33452.4, "33,452"],
    [-0.2, "0"],
    [-1234.5, "-1,235"],
    [1e6, "1,000,000"],
  ])("%d reads %s", (value, text) => expect(readableNumber(value)).toBe(text));

  it.each([
    [0, "0"],
    [33452.4, "33,452"],
    [100, "100"],
    [0.07341, "0.07341"],
    [0.34, "0.34"],
    [-5.26316, "-5.263"],
    [1e-9, "0.000000001"],
  ])("%d reads %s where its size matters", (value, text) => expect(significantNumber(value)).toBe(text));

  it("shares read as percentages", () => expect(percentage(0.1283)).toBe("12.8%"));
});

describe("text", () => {
  it("stands in columns", () => {
    expect(columns([["", "2019", "2035"], ["Care"], ["  gap", "9", "1,234"]])).toBe(
      "       2019   2035\nCare\n  gap     9  1,234",
    );
  });

  it("is cut in the middle, so that names that begin alike differ", () => {
    const names = ["Northland and Southland Community Trust East", "Northland and Southland Community Trust West"];
    expect(names.map((name) => clippedTitle(name, 20))).toEqual(["Northland and… East", "Northland and… West"]);
    expect(clippedTitle("Short", 5)).toBe("Short");
  });

  it("is wrapped, and a word longer than a line keeps whole", () => {
    expect(wrappedText("one two three", "  ", 9)).toBe("  one two\n  three");
    expect(wrappedText("x".repeat(20), "", 5)).toBe("x".repeat(20));
  });
});
