import { expect, test } from "vitest";
import { run } from "../projection/run.ts";
import { errorOf, still, town } from "./town.test-data.ts";
import { eachIsOneError, text } from "./written-town.test-data.ts";

const everybody = (rate: string, convention: string) =>
  town(
    { shop: still({ leaving: { rate, kind: "share-leaving-within-year", scope: "employer" } }) },
    { calendar: { base: "2019-03-31", until: "2022-03-31", convention } },
  );

test("in the opening-stock convention all can leave within a year, but no more than all", () => {
  const result = run(everybody("100%", "opening-stock"));
  expect(result.at({ measure: "headcount", year: 2020 })).toBe(0);
  expect(errorOf(() => everybody("101%", "opening-stock"))).toMatchObject({ code: "too-large", value: "101%" });
});

test("at a constant rate some always stay, so that 99.9% is the most", () => {
  const result = run(everybody("99.9%", "continuous"));
  expect(result.at({ measure: "headcount", year: 2020 })).toBeCloseTo(0.1, 9);
  expect(errorOf(() => everybody("100%", "continuous"))).toMatchObject({ code: "too-large", value: "100%" });
});

eachIsOneError({
  "a share still in post after no time": {
    file: text({ leaving: "leaving: { rate: 47%, kind: still-in-post, scope: employer }" }),
    code: "bad-still-in-post",
    at: "{ rate: 47%",
    value: "(nothing)",
  },
  "a share still in post after half a year": {
    file: text({ leaving: "leaving: { rate: 47%, kind: still-in-post, after: 6 months, scope: employer }" }),
    code: "bad-still-in-post",
    at: "6 months",
    value: "6 months",
  },
  "a time for a rate that needs none": {
    file: text({ leaving: "leaving: { rate: 20%, kind: hazard, after: 1 year, scope: employer }" }),
    code: "kind-contradiction",
    at: "1 year,",
    value: "kind: hazard",
  },
});
