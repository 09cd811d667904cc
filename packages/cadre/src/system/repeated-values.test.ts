import { expect, test } from "vitest";
import { assumptionsOf } from "../base-year/inputs.ts";
import { parseSystem } from "./parse.ts";

test("what a file says once and repeats (&name, *name) is given by the file, at the place where it is said", () => {
  const system = parseSystem(`cadre: 1
id: town
title: A town
calendar: { base: 2024-03-31, until: 2026-03-31 }
axes: { age: none }
pools:
  nurses:
    title: Nurses
    employer: Hospital
    sector: health
    headcount: 300
    leaving: &leaving
      rate: 12%
      kind: leavers-per-average-headcount
      scope: employer
  porters: { title: Porters, employer: Hospital, sector: health, headcount: 80, leaving: *leaving }
`);
  const rates = assumptionsOf(system).filter(({ parameter }) => parameter.endsWith("leaving.rate"));
  expect(rates.map(({ value, isDefault }) => [value, isDefault])).toEqual([
    [0.12, false],
    [0.12, false],
  ]);
  expect(system.origin.positions["pools.porters.leaving.rate"]).toEqual([13, 13]);
});
