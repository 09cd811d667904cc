import { expect, test } from "vitest";
import { personYearsLived, survivalRatios } from "./survival.ts";

const code = (code: string) => expect.objectContaining({ code });

test("single ages: those of the last two ages survive as one open group when the table ends where the people do", () => {
  const { atBirth, byAge } = survivalRatios({
    personYears: Float64Array.of(98, 97, 291),
    radix: 100,
    interval: 1,
    sexes: 1,
    ages: 3,
  });
  expect(atBirth[0]).toBe(0.98);
  expect([...byAge]).toEqual([97 / 98, 291 / 388, 291 / 388]);
});

test("a table that goes on to higher ages gives the last two groups each their own share, for each sex", () => {
  const { atBirth, byAge } = survivalRatios({
    personYears: Float64Array.of(98, 97, 90, 60, 30, 90, 80, 70, 40, 10),
    radix: 100,
    interval: 1,
    sexes: 2,
    ages: 3,
  });
  expect([...atBirth]).toEqual([0.98, 0.9]);
  expect([...byAge]).toEqual([97 / 98, 90 / 97, 90 / 180, 80 / 90, 70 / 80, 50 / 120]);
});

test("both ways agree on a population that is the life table itself", () => {
  const personYears = Float64Array.of(98, 97, 90, 60, 30);
  const longer = survivalRatios({ personYears, radix: 100, interval: 1, sexes: 1, ages: 3 }).byAge;
  const ending = survivalRatios({
    personYears: Float64Array.of(98, 97, 180),
    radix: 100,
    interval: 1,
    sexes: 1,
    ages: 3,
  }).byAge;
  const people = [98, 97, 180];
  expect(people[1]! * ending[1]! + people[2]! * ending[2]!).toBeCloseTo(
    people[1]! * longer[1]! + people[2]! * longer[2]!,
    12,
  );
});

test("person-years are the mean of those alive at both ends of a year of age; the last age lives its expectation", () => {
  const survivors = Float64Array.of(100, 90, 80, 100, 80, 60);
  expect([...personYearsLived({ survivors, expectation: [2.5, 2] })]).toEqual([95, 85, 200, 90, 70, 120]);
});

test("a table that cannot be one is refused", () => {
  const table = { radix: 100, interval: 1, sexes: 1 } as const;
  expect(() => survivalRatios({ ...table, personYears: Float64Array.of(98, 97), ages: 3 })).toThrow(
    code("life-table-too-short"),
  );
  expect(() => survivalRatios({ ...table, personYears: Float64Array.of(90, 97, 80), ages: 3 })).toThrow(
    code("not-a-life-table"),
  );
  expect(() => survivalRatios({ ...table, radix: 1, personYears: Float64Array.of(98, 97, 80), ages: 3 })).toThrow(
    code("not-a-life-table"),
  );
});
