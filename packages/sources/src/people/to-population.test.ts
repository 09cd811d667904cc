import { parseSystem } from "cadre";
import { describe, expect, it } from "vitest";
import { problemOf } from "../problem.test-data.ts";
import { readEstimates } from "./estimates.ts";
import { singleAge, subnational } from "./layouts.test-data.ts";
import { readProjections } from "./projections.ts";
import { toPopulation } from "./to-population.ts";

const rows = readEstimates(singleAge).rows;

describe("toPopulation", () => {
  it("adds up the sexes of one area by single age", () => {
    expect(toPopulation(rows, "Northland")).toBe(
      "place,year,age,people\n" +
        "Northland,2017,0,21\nNorthland,2017,1,21\nNorthland,2017,2+,170\n" +
        "Northland,2018,0,19\nNorthland,2018,1,21\nNorthland,2018,2+,173\n",
    );
  });

  it("adds up areas to a place and ages to bands, and quotes a comma", () => {
    const text = toPopulation(rows, "Both, together", { areas: ["Northland", "E2"], bands: ["0-1", "2+"] });
    expect(text.split("\n")[1]).toBe('"Both, together",2017,0-1,124');
    expect(text.split("\n")[2]).toBe('"Both, together",2017,2+,510');
  });

  it("keeps the sexes apart when asked", () => {
    const text = toPopulation(rows, "Northland", { bySex: true, bands: ["0+"] });
    expect(text).toContain("place,year,sex,age,people\nNorthland,2017,female,0+,111\nNorthland,2017,male,0+,101\n");
  });

  it("is read by a system as it stands", () => {
    const system = `cadre: 1
id: town
title: Town
place: Northland
calendar: { base: 2017-06-30, until: 2018-06-30 }
population: { table: ./people.csv }
pools:
  care:
    title: Care
    employer: A provider
    sector: social-care
    role: care
    headcount: 100
    ages: { "16-75": 100% }
    fte: 1
    vacancyRate: 0%
    leaving: { rate: 20%, kind: hazard, scope: employer, includes: [] }
`;
    const files = { "./people.csv": toPopulation(rows, "Northland", { bands: ["0", "1+"] }) };
    const { population } = parseSystem(system, { file: "system.yaml", files });
    expect(population?.years).toEqual([2017, 2018]);
    expect(population?.people).toEqual([
      [21, 191],
      [19, 194],
    ]);
  });

  it("joins females and males read from files of their own", () => {
    const women = readProjections(subnational).rows;
    const men = readProjections(subnational.replaceAll("females", "males")).rows;
    expect(toPopulation([...women, ...men], "Northland")).toContain("Northland,2018,0,18.2\n");
    expect(problemOf(() => toPopulation(women, "Northland"))).toMatchObject({ code: "missing-sex" });
    expect(problemOf(() => toPopulation([...women, ...women], "Northland"))).toMatchObject({ code: "figure-twice" });
  });

  it("refuses a place it does not know, half a place and bands that do not fit", () => {
    expect(problemOf(() => toPopulation(rows, "Nortland"))).toMatchObject({
      code: "unknown-area",
      didYouMean: "Northland",
    });
    const half = rows.filter(({ code, year }) => code === "E1" || year === 2017);
    expect(problemOf(() => toPopulation(half, "Both", { areas: ["E1", "E2"] }))).toMatchObject({
      code: "missing-year",
    });
    for (const bands of [["0-1"], ["1+"], ["0", "2+"], ["0-2"], ["0+", "2+"], ["0-1", "1+"], ["young", "2+"], []])
      expect(problemOf(() => toPopulation(rows, "Northland", { bands })).code, String(bands)).toBe("bad-bands");
  });
});
