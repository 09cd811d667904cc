import { expect, test } from "vitest";
import { errorOf, placeOf } from "../system/town.test-data.ts";
import { system, text } from "./explain.test-data.ts";
import { type ExplainQuestion, explain, explainable } from "./explain.ts";

test("an input: as written, with its source, note and place", () => {
  const { value, unit, steps } = explain(system, { parameter: "headcount", where: { pool: "homes" } });
  expect({ value, unit }).toEqual({ value: 1000, unit: "heads" });
  const { line } = placeOf(text, "{ value: 1000");
  expect(steps).toHaveLength(1);
  expect(steps[0]).toMatchObject({
    what: "As written: 1000",
    source: "A survey of homes",
    at: "page 4",
    note: "rounded",
  });
  expect(steps[0]!.place).toMatch(new RegExp(`^system\\.yaml:${line}:`));
  const ages = explain(system, { parameter: "ages", where: { pool: "homes" } });
  expect(ages.steps.map(({ what, value: share }) => [what, share])).toEqual([
    ["16-39", 0.4],
    ["40-59", 0.45],
    ["60-70", 0.15],
  ]);
});

test.each<[ExplainQuestion, string, string | undefined]>([
  [{ parameter: "leaving.rat" }, "unknown-parameter", "leaving.rate"],
  [{ parameter: "headcuont" }, "unknown-parameter", "headcount"],
  [{}, "unknown-parameter", undefined],
  // @ts-expect-error: a typing mistake in a measure does not compile
  [{ measure: "suply" }, "unknown-measure", "supply"],
  [{ parameter: "leaving.rate", where: { pool: "hoems" } }, "unknown-pool", "homes"],
  [{ measure: "gap", where: { pool: "hoems" } }, "unknown-pool", "homes"],
  [{ parameter: "leaving.rate", year: 2035 }, "unknown-year", undefined],
  [{ measure: "gap", year: 2035 }, "unknown-year", undefined],
  [{ parameter: "leaving.rate", where: { tenure: "5" } }, "unknown-class", undefined],
  [{ parameter: "leaving.rate", where: { age: "90+" } }, "unknown-class", undefined],
  [{ parameter: "headcount", where: { age: "16-29" } }, "not-by-class", undefined],
  [{ measure: "gap", where: { sex: "female" } }, "not-by-class", undefined],
])("%j is an error that says what can be asked", (question, code, didYouMean) => {
  const found = errorOf(() => explain(system, question));
  expect(found.code).toBe(code);
  if (didYouMean) expect(found.didYouMean).toBe(didYouMean);
  for (const said of [found.summary, found.value, found.rule, found.fix]) expect(said).toBeTruthy();
});

test("a sector, employer or level is a group; a rate is of one pool", () => {
  const gap = (where: object) => explain(system, { measure: "gap", where, year: 2022 }).value;
  expect(gap({ sector: "care" })).toBe(gap({ pool: "homes" }));
  expect(gap({ employer: "Trust" })).toBe(gap({ pool: "hospital" }));
  expect(errorOf(() => gap({ sector: "care", employer: "Trust" })).code).toBe("no-such-group");
  expect(errorOf(() => gap({ role: "nurse" })).code).toBe("no-such-group");
  expect(errorOf(() => gap({ sector: "shops" })).code).toBe("unknown-pool");
  expect(errorOf(() => explain(system, { parameter: "leaving.rate", where: { sector: "care" } })).code).toBe(
    "unknown-pool",
  );
});

test("whatever can be asked for has an answer", () => {
  const { parameters, measures } = explainable(system);
  expect(parameters).toEqual(
    expect.arrayContaining(["leaving.rate", "headcount", "leaving.stayingInSector", "recruitment.effort"]),
  );
  for (const parameter of parameters) {
    const { title, steps } = explain(system, { parameter, where: { pool: "homes" } });
    expect(title).toBeTruthy();
    expect(steps.length).toBeGreaterThan(0);
  }
  for (const measure of measures)
    expect(explain(system, { measure, where: { pool: "homes" } }).steps.length).toBeGreaterThan(1);
});
