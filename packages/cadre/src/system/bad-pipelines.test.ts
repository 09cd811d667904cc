import { expect, test } from "vitest";
import { parseSystem } from "./parse.ts";
import { eachIsOneError, text } from "./written-town.test-data.ts";

/** The town with one course, a line a key. */
const taught = (changed: Record<string, string>) => {
  const course = {
    title: "Nursing",
    intake: "{ 2019: 10 }",
    lasts: "1 year",
    completion: "80%",
    joins: "{ hospital: 90% }",
  };
  const lines = Object.entries({ ...course, ...changed }).map(([key, value]) => `    ${key}: ${value}`);
  return text({ more: `pipelines:\n  nursing:\n${lines.join("\n")}` });
};

eachIsOneError({
  "a pipeline that ends nowhere": {
    file: taught({ joins: "{ hospital: 0% }" }),
    code: "pipeline-ends-nowhere",
    at: "{ hospital: 0% }",
    value: "hospital: 0%",
  },
  "a pipeline without any pool to join": {
    file: taught({ joins: "{}" }),
    code: "not-a-list-of-numbers",
    at: "{}",
    value: "{}",
  },
  "more finishers who join than finish": {
    file: taught({ joins: "{ hospital: 70%, homes: 40% }" }),
    code: "shares-above-100",
    at: "{ hospital: 70%",
    value: "hospital: 70%, homes: 40%",
  },
  "a conversion above 100%": {
    file: taught({ joins: "{ hospital: 120% }" }),
    code: "too-large",
    at: "120%",
    value: "120%",
  },
  "a completion above 100%": { file: taught({ completion: "110%" }), code: "too-large", at: "110%", value: "110%" },
  "more early leavers who join than leave": {
    file: taught({ earlyLeaversJoin: "{ hospital: 60%, homes: 60% }" }),
    code: "shares-above-100",
    at: "{ hospital: 60%",
    value: "hospital: 60%, homes: 60%",
  },
  "a pool in joins that is not there": {
    file: taught({ joins: "{ hospitel: 90% }" }),
    code: "unknown-pool",
    at: "hospitel",
    value: "hospitel",
    didYouMean: "hospital",
  },
  "a pool in entrants that is not there": {
    file: taught({ entrants: "{ comunity: 100% }" }),
    code: "unknown-pool",
    at: "comunity",
    value: "comunity",
    didYouMean: "community",
  },
  "entrants who are not all of them": {
    file: taught({ entrants: "{ community: 60%, homes: 30% }" }),
    code: "shares-do-not-sum",
    at: "{ community: 60%",
    value: "community: 60%, homes: 30%",
  },
  "a length nobody can read": {
    file: taught({ lasts: "4 yaers" }),
    code: "bad-length",
    at: "4 yaers",
    value: "4 yaers",
  },
  "a length without a unit": { file: taught({ lasts: "48" }), code: "bad-length", at: "48", value: "48" },
  "a length that outlasts a working life": {
    file: taught({ lasts: "51 years" }),
    code: "bad-length",
    at: "51 years",
    value: "51 years",
  },
  "a thirteenth month": { file: taught({ month: "13" }), code: "wrong-type", at: "13", value: "13" },
  "a month in words": { file: taught({ month: "September" }), code: "wrong-type", at: "September", value: "September" },
  "one bad month of several": { file: taught({ month: "[9, 14]" }), code: "wrong-type", at: "14]", value: "14" },
  "trainees who work in a pool that is not there": {
    file: taught({ worksWhileTraining: "{ pool: wards, fte: 0.4 }" }),
    code: "unknown-pool",
    at: "wards",
    value: "wards",
  },
  "posts that nobody's pool backfills": {
    file: taught({ backfill: "{ pool: hospitl, fte: 0.4 }" }),
    code: "unknown-pool",
    at: "hospitl",
    value: "hospitl",
    didYouMean: "hospital",
  },
  "a mistyped key of a pipeline": {
    file: taught({ complexion: "80%" }),
    code: "unknown-key",
    at: "complexion",
    value: "complexion",
    didYouMean: "completion",
  },
});

test("the text itself is right where nothing is changed, so that each error is about its change", () => {
  expect(Object.keys(parseSystem(taught({})).pipelines)).toEqual(["nursing"]);
});
