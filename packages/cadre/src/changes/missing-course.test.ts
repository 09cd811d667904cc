import { readdirSync, readFileSync } from "node:fs";
import { expect, it, test } from "vitest";
import { run } from "../projection/run.ts";
import { parseIntervention } from "../scenario/parse.ts";
import type { Change } from "../scenario/schema/change.ts";
import { parseSystem } from "../system/parse.ts";
import { errorOf } from "../system/town.test-data.ts";

const TOWN = `cadre: 1
id: town
title: Town
calendar: { base: 2019-03-31, until: 2022-03-31 }
axes: { age: [16, 75], tenure: 1, sex: [female, male] }
pools:
  care:
    title: Care
    employer: Us
    sector: care
    headcount: 100
    ages: { "16-75": 100% }
    sex: { female: 80%, male: 20% }
    leaving: { rate: 20%, kind: hazard, scope: employer }
`;
const COURSES = `${TOWN}pipelines:
  nursing-degree: { title: Nursing, intake: { 2019: 5 }, lasts: 3 years, completion: 70%, joins: { care: 60% } }
`;
const trying = (text: string, ...changes: Change[]) => run(parseSystem(text), { changes });
const intake = (course: string): Change => ({ parameter: `pipelines.${course}.intake`, add: 10 });

/** The file with what the error offers pasted at its end. */
function pasted(text: string, ...changes: Change[]): string {
  const [, ...block] = errorOf(() => trying(text, ...changes)).fix?.split("\n") ?? [];
  return `${text}${block.join("\n")}\n`;
}

it("a course that is not there is offered as a block to paste, alone or beside others", () => {
  expect(errorOf(() => trying(TOWN, intake("care-academy")))).toMatchObject({
    code: "unknown-parameter",
    summary: 'The system has no course "care-academy".',
    fix: expect.stringContaining("\npipelines:\n  care-academy:\n    title: Care academy\n    intake: { 2019: 10 }\n"),
  });
  expect(trying(pasted(TOWN, intake("care-academy")), intake("care-academy")).warnings).toEqual([]);
  const beside = pasted(COURSES, intake("care-academy"));
  expect(Object.keys(parseSystem(beside).pipelines)).toEqual(["nursing-degree", "care-academy"]);
});

it("a slip in the name of one that is there is told as such", () => {
  expect(errorOf(() => trying(COURSES, intake("nursing-degre"))).didYouMean).toBe("pipelines.nursing-degree.intake");
});

it.each([
  ...["completion", "joins.care", "entrants.care", "ages.16-75", "sex.male", "earlyLeaversJoin.care"],
  ...["worksWhileTraining.fte", "backfill.fte", "cost.perLearner", "cost.employerShare", "cost.smallEmployers"],
])("the block has the number that the change is about (%s)", (number) => {
  const change = { parameter: `pipelines.academy.${number}`, multiply: 1 };
  expect(trying(pasted(TOWN, change), change).years).toHaveLength(3);
});

const entries = readdirSync("data/interventions").filter((name) => name.endsWith(".yaml"));
const changesOf = (name: string) =>
  (parseIntervention(readFileSync(`data/interventions/${name}`, "utf8")).intervention.changes ?? []).filter(
    ({ parameter }) => parameter.startsWith("pipelines."),
  );

const withCourses = entries.filter((name) => changesOf(name).length > 0);
test("the catalogue has entries that need courses", () => expect(withCourses.length).toBeGreaterThan(10));

test.each(withCourses)("%s runs once its courses are pasted", (name) => {
  const text = changesOf(name).reduce((file, { parameter }) => {
    const change = { parameter, multiply: 1 };
    return file.includes(`  ${parameter.split(".")[1]}:\n`) ? file : pasted(file, change);
  }, TOWN);
  run(parseSystem(text), { changes: changesOf(name).map(({ parameter }) => ({ parameter, multiply: 1 })) });
});
