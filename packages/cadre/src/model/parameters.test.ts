import { expect, test } from "vitest";
import { parameterAt, parameterNamed, parameterOf } from "./parameter-of.ts";
import { PARAMETERS } from "./parameters.ts";

test("a parameter is found by its name, by the path of its number, and by a label of its list", () => {
  expect(parameterNamed("pipelines.nursing.joins.hospital")?.parameter).toBe("pipelines.<course>.joins.<pool>");
  expect(parameterAt("pools.care.ages.16-29")).toMatchObject({ parameter: "ages", labels: ["16-29"] });
  expect(parameterAt("pools.care.retirement.female.60+")).toMatchObject({ parameter: "retirement.rate" });
  expect(parameterAt("retirement.social-care.60+")).toMatchObject({ parameter: "retirement.rate", labels: ["60+"] });
  expect(parameterAt("pools.care.returners.0.heads.2021")).toMatchObject({ parameter: "returners.<n>" });
  expect(parameterAt("costs.pay")).toMatchObject({ parameter: "costs.pay" });
  expect(parameterOf("ages.16-29")).toMatchObject({ parameter: "ages" });
  // A pool may have the name of a quantity.
  expect(parameterOf("demand.posts.growthPerHead")).toMatchObject({ parameter: "demand.growthPerHead", labels: [] });
  for (const none of ["leaving", "leving.rate", "pools.care", "sources.x", ""])
    expect(parameterOf(none)).toBeUndefined();
});

test("what is known of each parameter fits together", () => {
  for (const [name, { at, words, rule, used, dated, calibrated, shapesBaseYear, parts }] of Object.entries(
    PARAMETERS,
  )) {
    expect(at, name).not.toEqual([]);
    expect(words, name).toMatch(/^[a-z]/);
    for (const { min, max } of [rule, used]) expect(min, name).toBeLessThan(max);
    // Only numbers with dates are worked out year by year, and something has to depend on them.
    if (dated) expect(parts.length, name).toBeGreaterThan(0);
    else expect([calibrated, used === rule], name).toEqual([false, true]);
    if (!dated && shapesBaseYear) expect(parts, name).toEqual([]);
  }
});
