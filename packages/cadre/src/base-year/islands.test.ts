import { expect, test } from "vitest";
import { parseSystem } from "../system/parse.ts";
import { calibrate } from "./calibrate.ts";

const town = (nurses: string, carers: string) =>
  parseSystem(`
cadre: 1
id: town
title: Town
calendar: { base: 2024-03-31, until: 2026-03-31 }
axes: { age: none }
pools:
  nurses:
    { title: Nurses, employer: Hospital, sector: health, headcount: 100, leaving: { rate: 12%, kind: hazard, scope: employer }, ${nurses} }
  carers:
    { title: Carers, employer: Home, sector: care, headcount: 300, leaving: { rate: 30%, kind: hazard, scope: employer }, ${carers} }
`);

const nursesAs = (vacant: string, pay: number, tenure: string) =>
  `vacancyRate: ${vacant}, costs: { pay: ${pay} }, recruitment: { effort: ${pay / 40000} }, tenure: ${tenure}`;
const YOUNG = "{ 0: 40%, 1: 20%, 2: 10%, 3+: 30% }";
const known = calibrate(town(nursesAs("8%", 40000, YOUNG), "vacancyRate: 9%"));

test("a vacancy rate, pay and effort say nothing of who is there and leaves: both islands are taken as they stand", () => {
  const found = calibrate(town(nursesAs("2%", 48000, YOUNG), "vacancyRate: 7%"), known);
  expect(found.islands.map((island, i) => island === known.islands[i])).toEqual([true, true]);
  expect(found.opening).toEqual(known.opening);
});

test("an island with a number that shapes its base year is searched again, the other is not", () => {
  const old = town(nursesAs("8%", 40000, YOUNG.replace("40%", "10%").replace("30%", "60%")), "vacancyRate: 7%");
  const found = calibrate(old, known);
  expect(found.islands.map((island, i) => island === known.islands[i])).toEqual([false, true]);
  const afresh = calibrate(old);
  found.opening.forEach((heads, c) => {
    expect(heads).toBeCloseTo(afresh.opening[c]!, 9);
  });
  found.rates.hazards.leaving.forEach((hazard, c) => {
    expect(hazard).toBeCloseTo(afresh.rates.hazards.leaving[c]!, 12);
  });
  expect(found.opening).not.toEqual(known.opening);
});
