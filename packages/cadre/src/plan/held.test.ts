import { expect, test } from "vitest";
import { project } from "../projection/project.ts";
import { run } from "../projection/run.ts";
import { settled } from "../projection/settle.ts";
import { shortfalls } from "../projection/shortfalls.ts";
import type { Change } from "../scenario/schema/change.ts";
import { pool, still, town } from "../system/town.test-data.ts";
import type { System } from "../system/types.ts";

const warned = (system: System, ...changes: Change[]): readonly string[] => run(system, { changes }).warnings;

test("a number of a pool held at a limit is told with pool, years and what was asked", () => {
  const system = town({ homes: pool(), hospital: pool() });
  const where = { pool: "hospital" };
  expect(warned(system, { parameter: "leaving.rate", where, add: -0.3, from: 2021 })).toContainEqual(
    expect.stringMatching(/held at the limit, in 2021, 2022: "hospital" at 0 \(asked: -0\.1\)\.$/),
  );
  expect(warned(system, { parameter: "fte", where, set: 1.5 }, { parameter: "fte", where, add: 1 })).toContainEqual(
    expect.stringMatching(/held at the limit, in 2020, 2021, 2022: "hospital" at 2 \(asked: 2\.5\)\.$/),
  );
  expect(
    warned(system, { parameter: "agency.fills", where, set: 0.8 }, { parameter: "agency.fills", add: 0.4 }),
  ).toEqual(expect.arrayContaining([expect.stringMatching(/"hospital" at 1 \(asked: 1\.2\)/)]));
});

test("a number of the base held at a limit is told with what was asked", () => {
  expect(warned(town({ homes: still() }), { parameter: "headcount", add: -120 })).toContainEqual(
    "A change would take pools.homes.headcount beyond what it can be; it is held at 0 (asked: -20).",
  );
});

test("posts that are not there cannot be moved, and a warning says how many", () => {
  const system = town(
    { homes: still(), hospital: still() },
    {
      demand: { homes: { posts: 80 }, hospital: { posts: 50 } },
      substitutions: [{ of: "homes", by: "hospital", fte: 120, ratio: 0.5, start: 2020, over: 2 }],
    },
  );
  const result = run(system);
  expect(result.warnings).toContainEqual(
    'Shifts and substitutions would move more posts out of "homes" than it has, in 2021, 2022: 120.0 FTE of 80.0 in 2021. All that are there move, in proportion.',
  );
  expect(result.at({ pool: "homes", measure: "demand", year: 2021 })).toBe(0);
  expect(result.at({ pool: "hospital", measure: "demand", year: 2021 })).toBe(50 + 80 / 2);
});

test("more than all finishers cannot join, and a warning says how many would", () => {
  const course = { title: "Midwifery", intake: { 2019: 10 }, lasts: "1 year", completion: 1, joins: { homes: 0.7 } };
  const system = town({ homes: still() }, { pipelines: { course } });
  const result = run(system, { changes: [{ parameter: "pipelines.course.joins.homes", add: 0.4, from: 2020 }] });
  expect(result.warnings.join()).toContain("pipelines.course.joins.homes");
  const two = town(
    { homes: still(), hospital: still() },
    { pipelines: { course: { ...course, joins: { homes: 0.7, hospital: 0.2 } } } },
  );
  const changes = [{ parameter: "pipelines.course.joins.hospital", set: 0.6, from: 2020 }];
  const both = run(two, { changes });
  expect(both.warnings).toContainEqual(
    'More than all finishers of "Midwifery" would join a pool (130% of those who start in 2020); their shares are held at 100% together, in 2020, 2021, 2022.',
  );
  expect(both.at({ measure: "joiners.pipeline", year: 2022 })).toBeCloseTo(10, 10);
});

test("a rate of moving where nobody moves does nothing, and a warning says so", () => {
  const system = town({ homes: pool() });
  expect(warned(system, { parameter: "moves.rate", set: 0.05 }).join()).toContain("no moves lead out of these pools");
});

test("recruits that never settle are told with pool, year and heads", () => {
  const resolved = settled(town({ homes: pool({ recruitment: { mode: "fill" } }) }));
  const projection = project(resolved);
  expect(projection.unsettled.every((heads) => heads === 0)).toBe(true);
  projection.unsettled[1] = 3.25;
  expect(shortfalls(resolved, projection)).toEqual([
    'The recruits that fill the posts of "homes" did not settle, in 2021: they may be wrong by 3.25 people a year or more.',
  ]);
});
