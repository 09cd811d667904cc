import { existsSync, readdirSync } from "node:fs";
import { parseScenario, run } from "cadre";
import { readScenario } from "cadre/node";
import { scenarioText } from "cadre/scenarios";
import { expect, test } from "vitest";
import { assertSame } from "./assert-laws.ts";
import { two } from "./two-pools.ts";

const PLACES = readdirSync("scenarios").filter((place) => existsSync(`scenarios/${place}/system.yaml`));

test("a scenario crosses to a worker and back, and to a file and back, without change", () => {
  const scenario = parseScenario(
    `cadre: 1
id: plan
title: "A plan: with a colon, and a # sign"
system: ./system.yaml
assumptions: [ { parameter: headcount, where: { pool: care }, multiply: 1.1 } ]
interventions:
  - { id: keep, title: Keep, evidence: { level: 2 }, from: 2021, changes: [ { parameter: leaving.rate, where: { tenure: "0" }, multiply: { p10: 0.7, p90: 0.9 } } ] }
uncertainties:
  - { parameter: leaving.rate, multiply: { normal: { mean: 1, sd: 0.08 } } }
`,
  );
  const { positions: _, ...content } = scenario;
  const { positions: _p, ...again } = parseScenario(scenarioText(scenario));
  expect(again).toEqual(content);
  assertSame(run(two(), structuredClone(scenario)), run(two(), scenario));
});

test.each(PLACES)("every scenario of %s crosses to a file and back without change", async (place) => {
  const files = readdirSync(`scenarios/${place}`).filter((name) => /(?<!^system|^checks|^assurance)\.yaml$/.test(name));
  for (const name of files) {
    const { positions: _, file: _f, ...content } = await readScenario(`scenarios/${place}/${name}`);
    const { positions: _p, ...again } = parseScenario(scenarioText(content));
    expect(again, name).toEqual(content);
    expect(structuredClone(content), name).toEqual(content);
  }
});
