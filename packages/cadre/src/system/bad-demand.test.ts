import { expect, test } from "vitest";
import { parseSystem } from "./parse.ts";
import { errorOf, placeOf } from "./town.test-data.ts";
import { eachIsOneError, text } from "./written-town.test-data.ts";

eachIsOneError({
  "a budget with both growth and posts": {
    file: text({ more: "demand: { homes: { funded: { growth: 1% per year, posts: { 2020: 90 } } } }" }),
    code: "bad-funded",
    at: "{ growth",
    value: "growth, posts",
  },
  "a budget with neither": {
    file: text({ more: "demand: { homes: { funded: { } } }" }),
    code: "bad-funded",
    at: "{ } } }",
    value: "{}",
  },
  "a word that no formula knows": {
    file: text({ more: "demand: { homes: { formula: base * yeers } }" }),
    code: "formula-unknown-name",
    at: "yeers",
    value: "yeers",
    didYouMean: "years",
  },
  "a formula beside drivers": {
    file: text({ more: "demand: { homes: { formula: base * 2, growthPerHead: 1% per year } }" }),
    code: "formula-and-drivers",
    at: "base * 2",
    value: "formula and growthPerHead",
  },
  "a shift to where it came from": {
    file: text({ more: "shifts: [ { from: homes, share: 5%, start: 2020, to: homes } ]" }),
    code: "same-pool",
    at: "homes } ]",
    value: "homes",
  },
  "a shift to a pool that is not there": {
    file: text({ more: "shifts: [ { from: homes, to: hospitl, share: 5%, start: 2020 } ]" }),
    code: "unknown-pool",
    at: "hospitl",
    value: "hospitl",
    didYouMean: "hospital",
  },
  "a pool in place of itself": {
    file: text({ more: "substitutions: [ { of: homes, fte: 5, start: 2020, by: homes } ]" }),
    code: "same-pool",
    at: "homes } ]",
    value: "homes",
  },
  "money whose source nobody lists": {
    file: text({ more: "costs: { pay: { value: 30000, source: pay-survey } }" }),
    code: "unknown-source",
    at: "pay-survey",
    value: "pay-survey",
  },
});

test("the text itself is right where nothing is changed, so that each error is about its change", () => {
  expect(Object.keys(parseSystem(text({})).pools)).toEqual(["homes", "hospital"]);
});

test("a funding record's sources are looked for as any other's", () => {
  const file = text({ more: "funding: { rules: england, payBill: { value: 5000000, source: nobody } }" });
  const found = errorOf(() => parseSystem(file, { files: { "data/funding/england.yaml": "cadre: 1" } }));
  expect(found).toMatchObject({ code: "unknown-source", ...placeOf(file, "nobody") });
});
