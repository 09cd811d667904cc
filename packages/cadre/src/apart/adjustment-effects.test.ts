import { expect, test } from "vitest";
import { changeRows } from "../ask/change-rows.ts";
import { run } from "../projection/run.ts";
import { parseScenario } from "../scenario/parse.ts";
import { scenarioText } from "../scenario/write.ts";
import { parseSystem } from "../system/parse.ts";
import { adjustmentEffects } from "./adjustment-effects.ts";

const TOWN = parseSystem(`
cadre: 1
id: town
title: A town
calendar: { base: 2024-03-31, until: 2030-03-31 }
axes: { age: none }
pools:
  carers:
    title: Carers
    employer: Us
    sector: care
    headcount: 800
    vacancyRate: 10%
    leaving: { rate: 30%, kind: hazard, scope: employer }
`);
const scenarioWith = (adjustments: string, more = "") =>
  parseScenario(`
cadre: 1
id: judged
title: Judged
system: ./system.yaml
adjustments: [ ${adjustments} ]
${more}
`);
const WHO = "who: Head of care, why: Agency staff are in the count, until: 2026-12-31";
const RATE = `{ parameter: leaving.rate, where: { pool: carers }, set: 25%, ${WHO} }`;

test("an adjustment takes the place of a number, and its effect is the gap with it less the gap without", () => {
  const scenario = scenarioWith(RATE);
  const [judged] = adjustmentEffects(TOWN, scenario);
  const gap = (of: typeof scenario | undefined) => run(TOWN, of).at({ measure: "gap", year: 2030 });
  expect(judged?.effect).toBe(gap(scenario) - gap(undefined));
  expect(judged?.effect).toBeLessThan(-10);
  expect(judged).toMatchObject({ number: "leaving.rate (pool: carers)", set: 0.25, who: "Head of care" });
});

test("numbers of the base year can be set too, and evidence takes nothing away from a judgement", () => {
  const scenario = scenarioWith(`{ parameter: headcount, set: 700, ${WHO} }, ${RATE}`);
  const result = run(TOWN, scenario);
  expect(result.at({ measure: "headcount", year: 2024 })).toBeCloseTo(700, 9);
  expect(result.at({ measure: "leavers", year: 2025 }) / result.at({ measure: "personYears", year: 2025 })).toBeCloseTo(
    0.25,
    9,
  );
  expect(adjustmentEffects(TOWN, scenario)).toHaveLength(2);
});

test("every result says it first, and so do its changes", () => {
  const scenario = scenarioWith(RATE, "assumptions: [ { parameter: fte, multiply: 0.9 } ]");
  expect(run(TOWN, scenario).warnings[0]).toBe(
    "Set by judgement: leaving.rate (pool: carers) is 0.25, by Head of care, to be looked at again by 2026-12-31. Agency staff are in the count",
  );
  const rows = changeRows(scenario);
  expect(rows.map(({ parameter }) => parameter)).toEqual(["leaving.rate", "fte"]);
  expect(rows[0]?.adjustment?.until).toBe("2026-12-31");
});

test("it is written and read back, and what extends a scenario has its adjustments", () => {
  const scenario = scenarioWith(RATE);
  expect(parseScenario(scenarioText(scenario)).adjustments).toEqual(scenario.adjustments);
  const files = { "judged.yaml": scenarioText(scenario) };
  const text = "cadre: 1\nid: more\ntitle: More\nsystem: ./system.yaml\nextends: judged";
  expect(parseScenario(text, { files }).adjustments).toEqual(scenario.adjustments);
});

test.each([
  ["{ parameter: leaving.rate, set: 25%, who: Us, why: Because }", /until/],
  ["{ parameter: leaving.rate, set: 25%, who: Us, why: Because, until: soon }", /yyyy-mm-dd/],
  [`{ parameter: leaving.rate, set: { p10: 0.2, p90: 0.3 }, ${WHO} }`, /one number/],
  [`{ parameter: leaving.rate, multiply: 0.9, ${WHO} }`, /multiply/],
])("a judgement without all it needs is refused: %s", (adjustment, said) => {
  expect(() => scenarioWith(adjustment)).toThrowError(said);
});

test("what is set by judgement cannot be set a second time", () => {
  const scenario = scenarioWith(RATE, "assumptions: [ { parameter: leaving.rate, set: 28% } ]");
  expect(() => run(TOWN, scenario)).toThrowError(/both set leaving.rate/);
});
