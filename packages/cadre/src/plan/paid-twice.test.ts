import { expect, test } from "vitest";
import { run } from "../projection/run.ts";
import { still, town } from "../system/town.test-data.ts";

const course = (cost?: object) => ({
  title: "Course",
  intake: { 2019: 10 },
  month: 4,
  lasts: "1 year",
  completion: 1,
  joins: { homes: 1 },
  ...(cost && { cost }),
});
const calendar = { base: "2019-03-31", until: "2021-03-31" };
const more = (cost?: object, parameter = "pipelines.course.intake") => ({
  id: "plan",
  title: "Plan",
  interventions: [{ id: "more", title: "More learners", ...(cost && { cost }), changes: [{ parameter, multiply: 2 }] }],
});
const twice = (price: object | undefined, ...[cost, parameter]: Parameters<typeof more>) =>
  run(
    town({ homes: still() }, { calendar, pipelines: { course: course(price) } }),
    more(cost, parameter),
  ).warnings.filter((warning) => warning.includes("counted twice"));

test("a price of the course and a cost of the intervention that fills it are both named", () => {
  const [said, ...others] = twice({ perLearner: 12_000 }, { perYear: 120_000 });
  expect(others).toEqual([]);
  expect(said).toContain("interventions.more.cost");
  expect(said).toContain("pipelines.course.cost.perLearner");
  expect(twice({ perLearner: 12_000 }, { once: 5_000 })).toHaveLength(1);
});

test("one price is no two, and what changes something else trains nobody", () => {
  expect(twice(undefined, { perYear: 120_000 })).toEqual([]);
  expect(twice({ perLearner: 12_000 })).toEqual([]);
  expect(twice({ perLearner: 12_000 }, { perYear: 120_000 }, "recruitment.effort")).toEqual([]);
});
