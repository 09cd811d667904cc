import { expect, test } from "vitest";
import { parseSystem } from "./parse.ts";
import { errorOf, placeOf } from "./town.test-data.ts";

const HAZARD = "leaving: { rate: 20%, kind: hazard, scope: employer }";

/** A town as a planner writes it, with lines added to its two pools and at its end. */
const text = ({ homes = "", hospital = "", leaving = HAZARD, more = "" }) => `cadre: 1
id: town
title: Town
calendar: { base: 2019-03-31, until: 2022-03-31 }
axes: { age: none, tenure: 1 }
population: { people: { 2018: { "0-64": 800, "65+": 200 }, 2023: { "0-64": 780, "65+": 260 } } }
pools:
  homes:
    title: Care homes
    employer: Homes
    sector: care
    headcount: 100
    ${leaving}
    ${homes}
  hospital:
    title: Hospital
    employer: Trust
    sector: health
    headcount: 50
    leaving: { rate: 12%, kind: hazard, scope: employer }
    ${hospital}
${more}`;

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

interface Wrong {
  readonly file: string;
  readonly code: string;
  /** The text at whose first letter the error points. */
  readonly at: string;
  readonly value: string;
  readonly didYouMean?: string;
}

const wrong: Record<string, Wrong> = {
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
  "a market nobody names": {
    file: text({ more: "labourMarkets: { entry-level: { capacity: base-year } }" }),
    code: "market-without-pools",
    at: "entry-level",
    value: "entry-level",
  },
  "a market that is not there": {
    file: text({
      homes: "recruitment: { market: entry }",
      hospital: "recruitment: { market: entri }",
      more: "labourMarkets: { entry: { capacity: 10 } }",
    }),
    code: "unknown-labour-market",
    at: "entri",
    value: "entri",
    didYouMean: "entry",
  },
  "a capacity that is no number": {
    file: text({ homes: "recruitment: { market: entry }", more: "labourMarkets: { entry: { capacity: plenty } }" }),
    code: "not-a-number",
    at: "plenty",
    value: "plenty",
  },
  "recruits from a pool that is not there": {
    file: text({ hospital: "recruitment: { from: { hoems: 8% } }" }),
    code: "unknown-pool",
    at: "hoems",
    value: "hoems",
    didYouMean: "homes",
  },
  "a circle of hiring shares": {
    file: text({ homes: "recruitment: { from: { hospital: 5% } }", hospital: "recruitment: { from: { homes: 8% } }" }),
    code: "hiring-loop",
    at: "{ hospital: 5% }",
    value: "homes ← hospital ← homes",
  },
  "a pool that hires from itself": {
    file: text({ homes: "recruitment: { from: { homes: 5% } }" }),
    code: "hiring-loop",
    at: "{ homes: 5% }",
    value: "homes ← homes",
  },
  "a pool that hires all its recruits elsewhere": {
    file: text({ hospital: "recruitment: { from: { homes: 97% } }" }),
    code: "shares-above-100",
    at: "{ homes: 97% }",
    value: "homes: 97%",
  },
  "returners without a delay": {
    file: text({ homes: "returners: [ { cause: retirement, share: 15% } ]" }),
    code: "bad-returner",
    at: "{ cause: retirement",
    value: "cause, share",
  },
  "returners given in both ways": {
    file: text({ homes: "returners: [ { heads: { 2020: 5 }, delay: 1 } ]" }),
    code: "bad-returner",
    at: "{ heads",
    value: "delay, heads",
  },
  "returners given in no way": {
    file: text({ homes: "returners: [ { } ]" }),
    code: "bad-returner",
    at: "{ } ]",
    value: "{}",
  },
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
  "a formula beside drivers": {
    file: text({ more: "demand: { homes: { formula: base * 2, growthPerHead: 1% per year } }" }),
    code: "formula-and-drivers",
    at: "base * 2",
    value: "formula and growthPerHead",
  },
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
};

test.each(Object.entries(wrong))("%s is one clear error", (_, { file, code, at, value, didYouMean }) => {
  const found = errorOf(() => parseSystem(file, { file: "system.yaml" }));
  expect(found).toMatchObject({ code, value, didYouMean, file: "system.yaml", ...placeOf(file, at) });
  expect(found.others.map((other) => other.code)).toEqual([]);
  for (const said of [found.summary, found.path, found.rule, found.fix]) expect(said).toBeTruthy();
});

test("the text itself is right where nothing is changed, so that each error is about its change", () => {
  expect(Object.keys(parseSystem(text({})).pools)).toEqual(["homes", "hospital"]);
  expect(Object.keys(parseSystem(taught({})).pipelines)).toEqual(["nursing"]);
});

test("a funding record's sources are looked for as any other's", () => {
  const file = text({ more: "funding: { rules: england, payBill: { value: 5000000, source: nobody } }" });
  const found = errorOf(() => parseSystem(file, { files: { "data/funding/england.yaml": "cadre: 1" } }));
  expect(found).toMatchObject({ code: "unknown-source", ...placeOf(file, "nobody") });
});
