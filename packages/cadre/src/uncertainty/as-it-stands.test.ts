import { expect, test } from "vitest";
import { run } from "../projection/run.ts";
import { parseSystem } from "../system/parse.ts";
import { asItStands } from "./as-it-stands.ts";
import { ensemble } from "./ensemble.ts";

const system = parseSystem(`
cadre: 1
id: town
title: Town
calendar: { base: 2024-03-31, until: 2027-03-31 }
axes: { age: none }
pools:
  carers:
    title: Carers
    employer: Us
    sector: care
    headcount: { value: 100, p10: 90, p90: 110 }
    vacancyRate: { value: 5%, spread: place }
    leaving: { rate: { history: { 2022: 28%, 2023: 33%, 2024: 30% } }, kind: hazard, scope: employer }
`);
const gap = { measure: "gap", year: 2027 } as const;

test("a system as it stands runs to the same numbers, and has nothing to draw", async () => {
  const still = asItStands(system);
  expect(run(still).rows().value).toEqual(run(system).rows().value);
  const spread = async (of: typeof system) => {
    const { p10, p90 } = (await ensemble(of, {}, { draws: 30, seed: 1 })).at(gap);
    return p90 - p10;
  };
  expect(await spread(system)).toBeGreaterThan(0.1);
  expect(await spread(still)).toBe(0);
  expect(system.pools.carers!.headcount.p10).toBe(90);
});
