import { describe, expect, it } from "vitest";
import { compareTexts } from "./same-text.ts";

describe("two texts of one file", () => {
  it("are exact, close or different", () => {
    expect(compareTexts("a,1.5\nb,2\n", "a,1.5\nb,2\n")).toEqual({ agree: "exact" });
    expect(compareTexts("a,1.5\nb,2\n", "a,1.5000000001\nb,2\n")).toEqual({ agree: "close" });
    expect(compareTexts("x 1e-12", "x 0")).toEqual({ agree: "close" });
  });

  it("differ at a line and column, with both values", () => {
    expect(compareTexts("year,gap\n2030,12.5\n", "year,gap\n2030,12.6\n")).toEqual({
      agree: "no",
      ...{ line: 2, column: 6, was: "12.5", is: "12.6" },
    });
    expect(compareTexts("a\nb\n", "a\nc\n")).toMatchObject({ agree: "no", line: 2, was: "b", is: "c" });
    expect(compareTexts("a\n", "a\nb\n")).toMatchObject({ agree: "no", line: 2, was: "", is: "b" });
    expect(compareTexts("gap,1", "gap,n/a")).toMatchObject({ agree: "no", column: 5 });
  });
});
