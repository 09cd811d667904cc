import { roughText } from "@cadre/charts";
import { describe, expect, it } from "vitest";
import { rangeWords, shareWords } from "./rough.ts";

describe("rough numbers", () => {
  it("have two figures, and ranges those of their width", () => {
    expect([9717, 835, 47.4, -1290, 0, 100_500].map(roughText)).toEqual([
      "9,700",
      "840",
      "47",
      "−1,300",
      "0",
      "100,000",
    ]);
    expect(rangeWords([5660, 14_373])).toBe("5,700 to 14,400");
    expect(rangeWords([-300.4, 2480], "and")).toBe("−300 and 2,500");
    expect(rangeWords([12, 17])).toBe("12 to 17");
  });

  it("are shares that a board hears", () => {
    expect([0.5, 0.52, 0.36, 0.03, 0.98, 0.21].map(shareWords)).toEqual([
      ...["about half", "about half", "over a third", "very little", "nearly all", "about a fifth"],
    ]);
  });
});
