import { expect, test } from "vitest";
import { run } from "../projection/run.ts";
import { errorOf, still, town } from "./town.test-data.ts";

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
