import { expect, it } from "vitest";
import { problemOf } from "../problem.test-data.ts";
import { addUp } from "./add-up.ts";
import { spreadAges } from "./spread-ages.ts";

const staff = {
  by: ["age", "employer"],
  values: { "30-49": { Trust: 60, Council: 10 }, "16-29": { Trust: 20, Council: 0 }, "50+": { Trust: 30, Council: 5 } },
};

it("bands become single ages, employer by employer, whatever their order", () => {
  const single = spreadAges(staff, { until: 75 });
  const ages = addUp(single, ["age"]).values as Record<string, number>;
  expect(Object.keys(ages)).toHaveLength(60);
  expect(ages["75+"]).toBeGreaterThan(0);
  const council = addUp(single, ["employer", "age"]).values as Record<string, Record<string, number>>;
  expect(council.Council?.["20"]).toBe(0);
  expect(addUp(single, []).values).toBeCloseTo(125, 9);
});

it("ends without an open age where the last band has none", () => {
  const closed = { by: ["age"], values: { "16-17": 4, "18-20": 9 } };
  expect(Object.keys(spreadAges(closed, { until: 75 }).values)).toEqual(["16", "17", "18", "19", "20"]);
});

it("bands that overlap, run too far or are none are refused", () => {
  const code = (values: Record<string, number>) =>
    problemOf(() => spreadAges({ by: ["age"], values }, { until: 75 })).code;
  expect(code({ "16-30": 1, "30-40": 1 })).toBe("bad-bands");
  expect(code({ "16-80": 1 })).toBe("bad-bands");
  expect(code({ "80+": 1 })).toBe("bad-bands");
  expect(code({ young: 1 })).toBe("bad-bands");
  expect(problemOf(() => spreadAges(staff, { dimension: "band", until: 75 })).code).toBe("unknown-dimension");
});
