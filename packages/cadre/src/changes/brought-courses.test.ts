import { expect, it } from "vitest";
import { compare } from "../apart/compare.ts";
import { decompose } from "../apart/decompose.ts";
import type { Result } from "../projection/result.ts";
import { run } from "../projection/run.ts";
import { parseIntervention } from "../scenario/parse.ts";
import { parseSystem } from "../system/parse.ts";
import { errorOf } from "../system/town.test-data.ts";
import { ensemble } from "../uncertainty/ensemble.ts";

const pool = (id: string, sector: string, heads: number) => `  ${id}:
    title: ${id}
    employer: Us
    sector: ${sector}
    headcount: ${heads}
    ages: { "16-75": 100% }
    leaving: { rate: 20%, kind: hazard, scope: employer }
`;
const town = (...pools: string[]) =>
  parseSystem(`cadre: 1
id: town
title: Town
calendar: { base: 2019-03-31, until: 2024-03-31 }
axes: { age: [16, 75], tenure: 1 }
pools:
${pools.join("")}`);
const { intervention: academy } = parseIntervention(`cadre: 1
id: academy
title: Academy
changes: [{ parameter: pipelines.academy.intake, add: 40, from: 2020 }]
brings:
  academy: { title: Academy course, lasts: 1 year, completion: 50%, joins: { care: 60%, health: 20% }, entrants: { health: 10%, community: 90% } }
`);
const systemOf = ({ data }: Result) => data.resolved.system;
const plan = { interventions: [academy] };

it("a system without the course gets it, with its shares by sector laid on pools by headcount", () => {
  const place = town(pool("homes", "care", 100), pool("visits", "care", 300));
  const result = run(place, plan);
  expect(systemOf(result).pipelines.academy).toMatchObject({
    lasts: 12,
    completion: { value: 0.5, quality: "assumed", kind: "assumption" },
    joins: { values: { homes: 0.15, visits: 0.45 } },
    entrants: { values: { community: 1 } },
  });
  expect(result.warnings.join(" ")).toContain(
    '"Academy" needs a course that the system lacks. It is assumed: 1 year, 50% finish, 15% of them join homes, 45% of them join visits.',
  );
  // Of 40, half finish, and six in ten of these take a post.
  expect(result.at({ pool: "all", measure: "joiners.pipeline", year: 2023 })).toBeCloseTo(12, 9);
  const brought = result.assumptions.filter(({ parameter }) => parameter.startsWith("pipelines.academy."));
  expect(brought.length).toBeGreaterThan(3);
  expect(new Set(brought.map(({ quality }) => quality))).toEqual(new Set(["assumed"]));
  expect(systemOf(run(place, plan))).toBe(systemOf(result));
});

it("a course that is there is left as it is, and so is a place where nobody does anything", () => {
  const place = town(pool("homes", "care", 100));
  expect(systemOf(run(place))).toBe(place);
  const own = systemOf(run(place, plan));
  expect(systemOf(run(own, plan))).toBe(own);
});

it("a place where nobody could join is told that it has no such course", () => {
  const { code, summary } = errorOf(() => run(town(pool("shops", "retail", 100)), plan));
  expect({ code, summary }).toEqual({ code: "unknown-parameter", summary: 'The system has no course "academy".' });
});

it("what it adds is told apart from doing nothing, where the course is not", () => {
  const place = town(pool("homes", "care", 100));
  const [before, after] = [run(place), run(place, plan)];
  const { parts } = decompose(before, after, { measure: "headcount", year: 2024 });
  const added = after.at({ measure: "headcount", year: 2024 }) - before.at({ measure: "headcount", year: 2024 });
  expect(added).toBeGreaterThan(10);
  expect(parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(added, 6);
  expect(compare([before, after]).rows().value.length).toBeGreaterThan(0);
});

it("draws have the course too", async () => {
  const place = town(pool("homes", "care", 100));
  const sure = await ensemble(place, plan, { draws: 3, seed: 1, measures: ["joiners.pipeline"] });
  expect(sure.chance({ measure: "joiners.pipeline", year: 2023, atMost: 1 })).toBe(0);
});
