import { expect, test } from "vitest";
import { parseObserved } from "../against/observed-file.ts";
import { parseChecks } from "../against/parse-checks.ts";
import { run } from "../projection/run.ts";
import { parseScenario } from "../scenario/parse.ts";
import { parseSystem } from "./parse.ts";

const system = (causes: string, returners = "") => `
cadre: 1
id: town
title: Town
calendar: { base: 2024-03-31, until: 2026-03-31 }
axes: { age: [20, 69], tenure: 2 }
pools:
  care:
    title: Care
    employer: E
    sector: care
    headcount: 200
    ages: { "20-49": 60%, "50-69": 40% }
    leaving: { rate: 20%, kind: hazard, scope: employer, includes: [retirement, death] }
    retirement: { "60+": 10% }
    ${causes}
    ${returners}
`;

const note = (was: string, is: string, place: string) =>
  `"${was}" is now called "${is}" (${place}). The old word is still read; the next version will not know it.`;

test("a system that says mortality and retiring runs as one that says death and retirement, and is told", () => {
  const now = parseSystem(system('death: { "60+": 1% }', "returners: [ { cause: retirement, share: 10%, delay: 1 } ]"));
  const old = parseSystem(
    system('mortality: { "60+": 1% }', "returners: [ { cause: retiring, share: 10%, delay: 1 } ]"),
    { file: "town.yaml" },
  );
  expect(old.pools).toEqual({ care: { ...now.pools.care, death: { ...now.pools.care!.death } } });
  expect(old.origin.positions["pools.care.death"]).toEqual(
    now.origin.positions["pools.care.death"]!.map((at, i) => at + 4 * i),
  );
  expect(run(old).rows().value).toEqual(run(now).rows().value);
  expect(run(now).warnings).toEqual([]);
  expect(run(old).warnings).toEqual([
    note("mortality", "death", "town.yaml, line 16"),
    note("retiring", "retirement", "town.yaml, line 17"),
  ]);
});

test("both words in one pool are one too many", () => {
  expect(() => parseSystem(system('death: { "60+": 1% }', 'mortality: { "60+": 1% }'))).toThrow("mortality");
});

test("a schedule in the folder of the version before is found, and said", () => {
  const schedule = "cadre: 1\nid: all\ntitle: Deaths\nkind: hazard\nbyAge: { '60+': 1% }\n";
  const files = { "data/mortality/all.yaml": schedule };
  const old = parseSystem(system("death: all"), { files });
  expect(old.pools.care!.death!.id).toBe("all");
  expect(old.origin.notes).toEqual([note("data/mortality", "data/death", "data/mortality/all.yaml")]);
  expect(parseSystem(system("death: all"), { files: { "data/death/all.yaml": schedule } }).origin.notes).toEqual([]);
});

test("a scenario that changes mortality.rate changes death.rate, and the run says so", () => {
  const text = (parameter: string) =>
    `{ cadre: 1, id: s, title: S, system: ./system.yaml, assumptions: [ { parameter: ${parameter}, multiply: 2 } ] }`;
  const town = parseSystem(system('death: { "60+": 1% }'));
  const old = run(town, parseScenario(text("mortality.rate")));
  expect(old.rows().value).toEqual(run(town, parseScenario(text("death.rate"))).rows().value);
  expect(old.warnings).toEqual([note("mortality.rate", "death.rate", "line 1")]);
});

test("checks and observed figures may name measures by their old words", () => {
  const check = "{ id: a, says: Some retire, measure: leavers.retiring, year: 2025, atLeast: 1 }";
  const checks = parseChecks(`{ cadre: 1, system: ./system.yaml, checks: [ ${check} ] }`);
  expect(checks.checks[0]!.measure).toBe("leavers.retirement");
  expect(checks.notes).toEqual([note("leavers.retiring", "leavers.retirement", "line 1")]);
  const observed = parseObserved(
    "date,pool,measure,value\n2025-03-31,all,leavers.dying,1\n2026-03-31,all,leavers.dying,2\n",
    { file: "observed.csv" },
  );
  expect(observed.figures.map(({ measure }) => measure)).toEqual(["leavers.death", "leavers.death"]);
  expect(observed.notes).toEqual([note("leavers.dying", "leavers.death", "observed.csv, line 2 and 1 more")]);
});

test("code that asks with an old word is told the new one", () => {
  const town = parseSystem(system('death: { "60+": 1% }'));
  const today = run(town);
  // @ts-expect-error: the old word is none of the measures
  expect(() => today.at({ measure: "leavers.dying", year: 2025 })).toThrow("leavers.death");
  const changes = [{ parameter: "mortality.rate", multiply: 2 }];
  expect(() => run(town, { changes })).toThrow("death.rate");
});
