import { expect, test } from "vitest";
import { dayOf, decimalYear, monthsAfter, referenceDates } from "./dates.ts";

test("a date as a decimal year counts the days of its own year", () => {
  expect(decimalYear("2019-01-01")).toBe(2019);
  expect(decimalYear("2019-03-31")).toBeCloseTo(2019 + 89 / 365, 12);
  expect(decimalYear("2020-03-31")).toBeCloseTo(2020 + 90 / 366, 12);
  expect(decimalYear("2020-12-31")).toBeCloseTo(2020 + 365 / 366, 12);
});

test.each(["2019-02-29", "2019-13-01", "2019-00-10", "2019-04-31", "someday"])("there is no day %s", (date) => {
  expect(decimalYear(date)).toBeUndefined();
});

test("a day reads as people write it", () => {
  expect(dayOf("2019-03-31")).toBe("31 March");
  expect(dayOf("2018-06-01")).toBe("1 June");
});

test("reference dates are the same day of every year", () => {
  expect(referenceDates("2019-03-31", "2021-03-31")).toEqual(
    ["2019-03-31", "2020-03-31", "2021-03-31"].map((date) => decimalYear(date)),
  );
});

test("29 February is 28 February in years that have none", () => {
  expect(referenceDates("2020-02-29", "2024-02-29")).toEqual(
    ["2020-02-29", "2021-02-28", "2022-02-28", "2023-02-28", "2024-02-29"].map((date) => decimalYear(date)),
  );
});

test.each([
  ["2019-03-31", 2019, 4, 0],
  ["2019-03-31", 2019, 9, 5],
  ["2019-03-31", 2020, 3, 11],
  ["2019-03-31", 2019, 3, -1],
  ["2019-03-31", 2017, 9, -19],
  ["2019-12-31", 2020, 1, 0],
  ["2018-06-30", 2018, 9, 2],
  // A year that begins on 16 March: half of the month's 31 days and a half are over.
  ["2019-03-15", 2019, 9, 6 - 15 / 31],
  ["2019-03-15", 2019, 3, -15 / 31],
])("after %s, the first of month %i-%i is %f months on", (date, year, month, months) => {
  expect(monthsAfter(date, year, month)).toBeCloseTo(months, 12);
});
