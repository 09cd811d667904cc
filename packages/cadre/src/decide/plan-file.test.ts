import { expect, test } from "vitest";
import { errorOf } from "../system/town.test-data.ts";
import { parsePlan } from "./plan-file.ts";

const entry = "cadre: 1\nid: mentors\ntitle: Mentors\nchanges: [ { parameter: leaving.rate, multiply: 0.9 } ]\n";
const files = {
  "data/interventions/mentors.yaml": entry,
  "do-nothing.yaml": "cadre: 1\nid: do-nothing\ntitle: Nothing\nsystem: ./system.yaml\n",
};
const plan = (more: string) => `cadre: 1\nid: one\ntitle: One\nsystem: ./system.yaml\n${more}`;
const least = "objective: { least: shortage }\n";
const option = "options: [ { use: mentors, starts: [2020], reaches: [50%], price: { perYear: 5 } } ]\n";

test("a plan file is read with the catalogue and the scenario beside it", () => {
  const { question, system } = parsePlan(plan(`${least}${option}scenario: do-nothing\n`), { files });
  expect(system).toBe("./system.yaml");
  expect(question).toMatchObject({
    scenario: { id: "do-nothing" },
    options: [{ intervention: { id: "mentors" }, starts: [2020], reaches: [0.5], price: { perYear: 5 } }],
    objective: { least: "shortage" },
  });
});

test("a faulty one is an error with its place", () => {
  const error = (more: string) => errorOf(() => parsePlan(plan(more), { files, file: "plan.yaml" }));
  expect(error(`${least}options: [ { use: mentor, starts: [2020] } ]`)).toMatchObject({
    code: "unknown-intervention",
    file: "plan.yaml",
    line: 6,
  });
  expect(error(`${least}options: [ { starts: [2020] } ]`).code).toBe("bad-option");
  expect(error(`objective: { least: cost }\n${option}`).code).toBe("no-target");
  expect(error(`${least}${option}scenario: nothing\n`).code).toBe("unknown-scenario");
  expect(error(`objectiv: { least: shortage }\n${option}`)).toMatchObject({ didYouMean: "objective" });
});
