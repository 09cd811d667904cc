import { expect, test } from "vitest";
import { parseSystem } from "./parse.ts";
import { errorOf } from "./town.test-data.ts";

const town = ({ pool = "care", course = "academy", market = "local" }: Record<string, string> = {}) => `cadre: 1
id: town
title: Town
calendar: { base: 2024-03-31, until: 2026-03-31 }
axes: { age: none }
pools:
  ${pool}:
    title: Care
    employer: Us
    sector: care
    headcount: 100
    leaving: { rate: 30%, kind: hazard, scope: employer }
    recruitment: { market: "${market}" }
labourMarkets:
  ${market}: { capacity: 40 }
pipelines:
  ${course}: { title: A, intake: { 2024: 5 }, lasts: 1 year, completion: 50%, joins: { ${pool}: 50% } }
`;

test.each(["all", "community", "population"])("a pool called %s is refused, with the list of such words", (pool) => {
  const fault = errorOf(() => parseSystem(town({ pool })));
  expect(fault).toMatchObject({ code: "reserved-id", line: 7, column: 3, value: pool });
  for (const word of ['"all" is', '"community" is', '"population" is']) expect(fault.rule).toContain(word);
  // Without courses nobody enters one, and community services may be a pool.
  const alone = town({ pool }).replace(/pipelines:[\s\S]*/, "");
  if (pool === "community") expect(Object.keys(parseSystem(alone).pools)).toEqual([pool]);
  // Neither a course nor a market is taken for it.
  expect(Object.keys(parseSystem(town({ course: pool, market: pool })).pipelines)).toEqual([pool]);
});

test.each([
  ["pool", "care.home", 7],
  ["pool", "A B", 7],
  ["course", "academy.one", 17],
  ["course", "a:b", 17],
  ["market", "north.west", 15],
])("the id of a %s has no dots, colons and spaces (%s)", (what, id, line) => {
  expect(parseSystem(town()).id).toBe("town");
  expect(errorOf(() => parseSystem(town({ [what]: id.includes(":") ? `"${id}"` : id })))).toMatchObject({
    code: "bad-id",
    line,
    column: 3,
    value: id,
  });
});
