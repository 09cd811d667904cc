import { expect, test } from "vitest";
import { coverBand, orderBands, parseBand } from "./band.ts";

test.each([
  ["16-29", 16, 29],
  ["16 – 29", 16, 29],
  ["75+", 75, Number.POSITIVE_INFINITY],
  ["60", 60, 60],
  [" 60-60 ", 60, 60],
  ["all", 0, Number.POSITIVE_INFINITY],
])("reads %s", (label, from, to) => {
  expect(parseBand(label)).toEqual({ from, to, label: label.trim() });
});

test.each(["29-16", "old", "-5", "16-", "+75", "1000", "", "16-29 years"])("%j is not a band", (label) => {
  expect(parseBand(label)).toBeUndefined();
});

test("bands are put in order, and two that share an age are told", () => {
  const bands = (...labels: string[]) => labels.map((label) => parseBand(label)!);
  expect(orderBands(bands("30-49", "50+", "16-29")).ordered.map(({ label }) => label)).toEqual([
    "16-29",
    "30-49",
    "50+",
  ]);
  expect(orderBands(bands("30-49", "50+", "16-29")).overlap).toBeUndefined();
  expect(orderBands(bands("16-30", "30-49")).overlap?.map(({ label }) => label)).toEqual(["16-30", "30-49"]);
  expect(orderBands(bands("40", "16+")).overlap?.map(({ label }) => label)).toEqual(["16+", "40"]);
});

const bands = ["0-15", "16-64", "65-74", "75-84", "85+"];

test.each([
  ["all", [0, 1, 2, 3, 4]],
  ["65+", [2, 3, 4]],
  ["16-74", [1, 2]],
  ["75-84", [3]],
  ["85+", [4]],
])("%s is made up of whole bands", (wanted, indices) => {
  expect(coverBand(bands, wanted)).toEqual(indices);
});

test.each([
  ["part of a band", "70+"],
  ["part of a band at its end", "0-70"],
  ["ages older than the last closed band", "65-90"],
  ["ages that nobody wrote", "elderly"],
])("%s cannot be made up", (_, wanted) => {
  expect(coverBand(bands, wanted)).toBeUndefined();
});

test("a gap between the bands, or a youngest band that starts late, leaves a wanted one open", () => {
  expect(coverBand(["0-15", "18-64", "65+"], "all")).toBeUndefined();
  expect(coverBand(["0-15", "18-64", "65+"], "18+")).toEqual([1, 2]);
  expect(coverBand(["16-64", "65+"], "all")).toBeUndefined();
  expect(coverBand(["0-15", "16-64"], "all")).toBeUndefined();
  expect(coverBand(["all"], "all")).toEqual([0]);
});
