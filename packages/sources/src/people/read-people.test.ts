import { describe, expect, it } from "vitest";
import { problemOf } from "../problem.test-data.ts";
import { readEstimates } from "./estimates.ts";
import { byVariant, detailedSeries, firstPublished, rowEach, singleAge, subnational } from "./layouts.test-data.ts";
import type { PeopleOfAge } from "./people-of-age.ts";
import { readProjections } from "./projections.ts";

const women2018 = (rows: readonly PeopleOfAge[]): (number | boolean)[][] =>
  rows.filter(({ sex, year }) => sex === "female" && year === 2018).map(({ age, people, open }) => [age, people, open]);
const northland = [
  [0, 9, false],
  [1, 10, false],
  [2, 92, true],
];

describe("layouts", () => {
  it("a row for each area, year and sex, of one series", () => {
    const { rows, source } = readEstimates(singleAge, { areas: ["northland"], years: [2018] });
    expect(women2018(rows)).toEqual(northland);
    expect(rows).toHaveLength(6);
    expect(rows[0]).toEqual({
      code: "E1",
      area: "Northland",
      year: 2018,
      sex: "female",
      age: 0,
      open: false,
      people: 9,
      series: "MYE",
    });
    expect(source).toMatchObject({ publisher: "Office for National Statistics", licence: "OGL-3.0" });
    const projected = readProjections(singleAge).rows;
    expect(new Set(projected.map(({ series }) => series))).toEqual(new Set(["SNPP2018_principal"]));
  });

  it("the same as first published, with totals that are checked and left out", () => {
    const { rows } = readEstimates(firstPublished);
    expect(women2018(rows)).toEqual(northland);
    expect(rows.some(({ sex }) => sex === "persons")).toBe(false);
  });

  it("the download of the subnational projections, years side by side", () => {
    const { rows } = readProjections(subnational, { years: [2018, 2020] });
    expect(women2018(rows).map(([, people]) => people)).toEqual([9.1, 10.2, 92.3]);
    expect(new Set(rows.map(({ year }) => year))).toEqual(new Set([2018, 2020]));
  });

  it("the detailed series, under a title, in any year's geography", () => {
    expect(women2018(readEstimates(detailedSeries).rows)).toEqual(northland);
    expect(women2018(readEstimates(detailedSeries.replace("ladcode18,laname18", "ladcode23,laname23")).rows)).toEqual(
      northland,
    );
  });

  it("a row for each figure", () => {
    expect(women2018(readEstimates(rowEach).rows)).toEqual(northland);
  });

  it("one country by variant", () => {
    const { rows } = readProjections(byVariant, { areas: ["England"], series: "high" });
    expect(rows.map(({ year, age, people }) => [year, age, people])).toEqual([
      [2022, 0, 10],
      [2022, 1, 11],
      [2022, 2, 80],
      [2023, 0, 12],
      [2023, 1, 10],
      [2023, 2, 84],
    ]);
    expect(rows[0]).toMatchObject({ area: "England", series: "high", sex: "male" });
  });

  it("give frozen rows and take a better name for the source", () => {
    const read = readEstimates(rowEach, { source: { title: "Mid-2018", published: "2019-06" } });
    expect(read.source).toMatchObject({ title: "Mid-2018", published: "2019-06", licence: "OGL-3.0" });
    expect(Object.isFrozen(read.rows) && Object.isFrozen(read.rows[0])).toBe(true);
  });

  it("read the file whatever its line ends and byte order mark", () => {
    expect(readEstimates(`\uFEFF${singleAge.replaceAll("\n", "\r\n")}`).rows).toEqual(readEstimates(singleAge).rows);
  });
});

describe("a publisher who changes a file is noticed", () => {
  const file = { file: "pop.csv" };
  const problem = (text: string, options = {}) => problemOf(() => readEstimates(text, { ...file, ...options }));

  it("a renamed column", () => {
    expect(problem(singleAge.replace("area_name", "area_nm"))).toMatchObject({
      code: "missing-column",
      file: "pop.csv",
      line: 1,
      column: 11,
      value: "area_nm",
      didYouMean: "area_name",
    });
  });

  it("a column that is gone", () => {
    expect(problem(singleAge.replaceAll(/^([^,]+,)(?:"[^"]*"|[^,]+),/gm, "$1"))).toMatchObject({
      code: "missing-column",
      line: 1,
    });
  });

  it("an age or a year that lost its column", () => {
    expect(problem(singleAge.replace("age1,", "age_one,"))).toMatchObject({
      code: "missing-age",
      line: 1,
      value: "age_one",
      column: singleAge.indexOf("age1,") + 1,
    });
    expect(problemOf(() => readProjections(subnational.replace('"2019"', '"2019p"')))).toMatchObject({
      code: "missing-year",
      value: "2019p",
    });
  });

  it("a cell that is no number, at its place behind a quoted comma", () => {
    const text = singleAge.replace(
      'E2,"Southland, City of",MYE,2017,f,20,21',
      'E2,"Southland, City of",MYE,2017,f,20,c',
    );
    expect(problem(text)).toMatchObject({ code: "bad-cell", line: 8, column: 39, value: "c" });
  });

  it("an unquoted comma, a short row, a sex, an age and a year that are none", () => {
    expect(problem(singleAge.replace('"Southland, City of"', "Southland, City of"))).toMatchObject({ line: 8 });
    expect(problem(singleAge.replace(",11,90", ""))).toMatchObject({ code: "short-row", line: 2 });
    expect(problem(firstPublished.replace("females", "femails"))).toMatchObject({ didYouMean: "females", line: 4 });
    expect(problem(rowEach.replace(/1,1$/m, "1-4,1-4"))).toMatchObject({ code: "bad-cell", value: "1-4", line: 3 });
    expect(problem(firstPublished.replace("2018,m", "18,m"))).toMatchObject({ code: "bad-cell", value: "18", line: 3 });
  });

  it("totals that are not the sum of their parts", () => {
    expect(problem(firstPublished.replace("females,E1,NORTHLAND,111", "females,E1,NORTHLAND,115"))).toMatchObject({
      code: "total-differs",
      line: 4,
      column: 27,
      value: "115",
    });
    const persons = firstPublished.replace("213,19,21,173", "223,19,21,183");
    expect(problem(persons)).toMatchObject({ code: "total-differs", line: 2 });
    // Rounded parts may miss a rounded total by half a person each.
    expect(readEstimates(firstPublished.replace("NORTHLAND,111", "NORTHLAND,112")).rows).toHaveLength(6);
  });

  it("a missing age, a doubled figure, a last age that is not open", () => {
    expect(problem(rowEach.replace(/^10,.*\n/m, ""))).toMatchObject({ code: "missing-age", value: "1" });
    expect(problem(rowEach.replace(/^(10,.*\n)/m, "$1$1"))).toMatchObject({ code: "figure-twice", line: 4 });
    expect(problem(rowEach.replaceAll("2+", "2"))).toMatchObject({ code: "missing-age", value: "2" });
  });

  it("another kind of file", () => {
    expect(problem("period,sex,age,mx,qx\n2017-2019,male,0,0.1,0.2\n")).toMatchObject({ code: "unknown-layout" });
    expect(problem(singleAge.split("\n")[0]!)).toMatchObject({ code: "no-figures", line: 1 });
    expect(problem("")).toMatchObject({ code: "unknown-layout", message: expect.stringContaining("empty") });
    expect(problem(subnational)).toMatchObject({ code: "other-kind", fix: "Read it with readProjections." });
    expect(problemOf(() => readProjections(subnational.replaceAll("Population", "Births")))).toMatchObject({
      code: "bad-cell",
      value: "Births",
    });
  });
});

describe("what is asked for and not there", () => {
  it("an area", () => {
    expect(problemOf(() => readEstimates(singleAge, { areas: ["Northland", "Nortland"] }))).toMatchObject({
      code: "unknown-area",
      path: "areas[1]",
      didYouMean: "Northland",
    });
    const twins = singleAge.replaceAll('"Southland, City of"', "Northland");
    expect(problemOf(() => readEstimates(twins, { areas: ["Northland"] }))).toMatchObject({ code: "ambiguous-area" });
    expect(readEstimates(twins, { areas: ["E2"], years: [2018] }).rows[0]!.people).toBe(19);
    expect(problemOf(() => readProjections(byVariant, { series: "high" }))).toMatchObject({ code: "which-area" });
  });

  it("a year, of one area or of all", () => {
    expect(problemOf(() => readEstimates(singleAge, { years: [2019] }))).toMatchObject({
      code: "missing-year",
      value: "2019",
      rule: "It has: 2017, 2018.",
    });
    const gap = singleAge.replaceAll(/^E2,.*MYE,2018.*\n/gm, "");
    expect(problemOf(() => readEstimates(gap))).toMatchObject({ code: "missing-year" });
    expect(readEstimates(gap, { years: [2017] }).rows).toHaveLength(12);
  });

  it("a series", () => {
    expect(problemOf(() => readProjections(byVariant, { areas: ["England"] }))).toMatchObject({ code: "which-series" });
    expect(problemOf(() => readProjections(byVariant, { areas: ["England"], series: "hig" }))).toMatchObject({
      code: "which-series",
      didYouMean: "high",
    });
    expect(problemOf(() => readProjections(singleAge.replaceAll(/^.*SNPP.*\n/gm, "")))).toMatchObject({
      code: "which-series",
      message: "The file has no projections.",
    });
  });
});
