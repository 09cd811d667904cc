import { expect, it } from "vitest";
import { gapWords } from "./gap.ts";

it("says a gap in the unit that its posts are counted in", () => {
  const jobs = { one: "job", many: "jobs" };
  expect(gapWords(2310.4, jobs)).toBe("2,310 jobs short");
  expect(gapWords(1, jobs)).toBe("1 job short");
  expect(gapWords(-12, { one: "full-time equivalent", many: "full-time equivalents" })).toBe(
    "12 full-time equivalents above what is needed",
  );
  expect(gapWords(0.2, jobs)).toBe("in balance");
});
