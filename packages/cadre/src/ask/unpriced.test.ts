import { expect, test } from "vitest";
import { run } from "../projection/run.ts";
import type { Intervention } from "../scenario/schema/intervention.ts";
import { parseSystem } from "../system/parse.ts";
import { unpriced } from "./unpriced.ts";

const place = (cost: string) =>
  parseSystem(`
cadre: 1
id: town
title: Town
calendar: { base: 2024-03-31, until: 2026-03-31 }
axes: { age: none }
pools:
  nurses:
    { title: Nurses, employer: Us, sector: health, headcount: 100, leaving: { rate: 10%, kind: hazard, scope: employer } }
pipelines:
  degree: { title: Degree, lasts: 1 year, intake: { 2024: 10, 2025: 10 }, completion: 80%, joins: { nurses: 100% }${cost} }
`);

const acts = (parameter: string, cost?: Intervention["cost"]): Intervention => ({
  ...{ id: "act", title: "Act", changes: [{ parameter, add: 0.1 }] },
  ...(cost && { cost }),
});
const lacking = (cost: string, act: Intervention) =>
  unpriced(run(place(cost), { id: "plan", interventions: [act] })).map(({ title }) => title);

test("learners of a course with a price are priced; what else is done with a course is not", () => {
  expect(lacking(", cost: { perLearner: 9000 }", acts("pipelines.degree.intake"))).toEqual([]);
  expect(lacking(", cost: { perLearner: 9000 }", acts("pipelines.degree.completion"))).toEqual(["Act"]);
  expect(lacking("", acts("pipelines.degree.intake"))).toEqual(["Act"]);
  expect(lacking("", acts("pipelines.degree.intake", { perYear: 0 }))).toEqual([]);
  expect(lacking("", acts("leaving.rate"))).toEqual(["Act"]);
});
