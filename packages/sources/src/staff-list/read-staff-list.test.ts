import { describe, expect, it } from "vitest";
import { problemOf } from "../problem.test-data.ts";
import { readStaffList, type StaffListOptions } from "./read-staff-list.ts";
import { COLUMNS, dayAfter, listOf, times, type Written } from "./small-list.test-data.ts";
import type { StaffList } from "./staff-list.ts";

const YEAR = { columns: COLUMNS, asOf: "2024-03-31", since: "2023-03-31", threshold: 1 } as const;
const read = (rows: readonly Written[], options: Partial<StaffListOptions> = {}): StaffList =>
  readStaffList(listOf(rows), { ...YEAR, ...options });
const leaving = ({ pools: [pool] }: StaffList, by = "all", group = "all") =>
  pool!.leaving.find((row) => row.cause === "all" && row.by === by && row.group === group);

describe("a leaving rate from a staff list", () => {
  it("says that 9 leavers of 50 are 18%", () => {
    // Each leaver is replaced on the next day, so that 50 people are in post on every day of the year.
    const days = Array.from({ length: 9 }, (_, i) => dayAfter("2023-05-01", i * 30));
    const list = read([
      ...times(41, {}),
      ...days.map((end) => ({ end })),
      ...days.map((end) => ({ start: dayAfter(end, 1), birth: "1990-01-01" })),
    ]);
    expect(leaving(list)).toMatchObject({ leavers: 9, personYears: 50, rate: 0.18 });
    expect(list.pools[0]).toMatchObject({ headcount: 50, joiners: [{ name: "not said", count: 9 }] });
    expect(leaving(list)!.low).toBeCloseTo(0.088, 2);
    expect(leaving(list)!.high).toBeCloseTo(0.33, 2);
  });

  it("divides by the days lived at each age and in each year of service", () => {
    const list = read([{ birth: "1988-06-30", start: "2022-12-31", end: "2023-09-30" }, ...times(3, {})]);
    // 91 days at 34, then 92 at 35 until the last day; a year of service is complete on 31 December, after that.
    const days = (by: string, group: string) => Math.round((leaving(list, by, group)!.personYears ?? 0) * 366);
    expect(days("age", "25-34")).toBe(90);
    expect(days("age", "35-44")).toBe(93 + 3 * 366);
    expect(days("tenure", "0")).toBe(183);
    expect(leaving(list, "age", "35-44")).toMatchObject({ leavers: 1 });
    expect(leaving(list, "age", "25-34")).toMatchObject({ leavers: 0, rate: 0, low: 0 });
  });

  it("is not computable where nobody was at risk", () => {
    const list = read(times(6, {}));
    expect(leaving(list, "age", "65+")).toMatchObject({ rate: undefined, why: "not computable", personYears: 0 });
    expect(leaving(list, "age", "35-44")).toMatchObject({ rate: 0, why: undefined });
  });

  it("counts causes by the words of the list, and those it does not know as leaving", () => {
    const list = read([
      ...times(20, {}),
      { end: "2023-06-01", reason: "Retirement" },
      { end: "2023-06-01", reason: "Died" },
      { end: "2023-06-01", reason: "Moved to the sea" },
    ]);
    const counts = list.pools[0]!.leaving.filter(({ by }) => by === "all").map(({ cause, leavers }) => [
      cause,
      leavers,
    ]);
    expect(Object.fromEntries(counts)).toEqual({ all: 3, leaving: 1, retirement: 1, death: 1 });
  });
});

describe("people and posts", () => {
  it("counts two assignments as one head whose hours add up, in the pool where most of them are", () => {
    const list = read([
      { person: "A", number: "1", fte: "0.6" },
      { person: "A", number: "2", fte: "0.3", group: "Doctors" },
      { person: "A", number: "3", fte: "0.1" },
      ...times(2, { group: "Doctors" }),
    ]);
    const [doctors, nurses] = list.pools;
    expect(doctors).toMatchObject({ id: "doctors", headcount: 2, fte: 2, fteElsewhere: 0 });
    expect(nurses).toMatchObject({ id: "nurses", headcount: 1, fte: 1, fteElsewhere: 0.3 });
  });

  it("takes a change of pool for a move, and no break of a month for leaving", () => {
    const list = read([
      ...times(3, { group: "Doctors" }),
      ...times(3, {}),
      { person: "A", end: "2023-06-30" },
      { person: "A", start: "2023-07-20", group: "Doctors" },
      { person: "B", end: "2023-06-30" },
      { person: "B", start: "2023-10-01" },
    ]);
    const [doctors, nurses] = [
      list.pools.find(({ id }) => id === "doctors"),
      list.pools.find(({ id }) => id === "nurses"),
    ];
    expect(nurses!.moves).toMatchObject([{ name: "doctors", count: 1 }]);
    expect(nurses!.joiners).toEqual([{ name: "came back", count: 1 }]);
    expect(doctors!.joiners).toEqual([]);
    expect(leaving({ ...list, pools: [nurses!] })!.leavers).toBe(1);
  });

  it("follows new staff from year end to year end, and gives no share of nobody", () => {
    const joined = (start: string, ends: string[]): Written[] => ends.map((end) => ({ start, end }));
    const list = read(
      [
        ...joined("2021-06-01", ["", "", "2021-12-31", "2022-12-31", "2023-12-31"]),
        ...joined("2023-06-01", ["", "2024-01-31"]),
      ],
      { since: "2021-03-31" },
    );
    const shares = list.pools[0]!.survival.map(({ joinedBy, after, inPool }) => [joinedBy, after, inPool]);
    expect(shares).toEqual([
      ["2022-03-31", 0, 0.8],
      ["2022-03-31", 1, 0.6],
      ["2022-03-31", 2, 0.4],
      ["2023-03-31", 0, undefined],
      ["2023-03-31", 1, undefined],
      ["2024-03-31", 0, 0.5],
    ]);
    expect(list.pools[0]!.survival[3]).toMatchObject({ joined: 0, why: "not computable" });
  });
});

describe("rows that cannot be used", () => {
  it.each<[string, Written, string]>([
    ["no-person", { person: "" }, "Employee Number"],
    ["no-pool", { group: "" }, "Staff Group"],
    ["no-birth", { birth: "" }, "Date of Birth"],
    ["bad-birth", { birth: "31/02/1980" }, "Date of Birth"],
    ["impossible-age", { birth: "1864-01-01" }, "Date of Birth"],
    ["no-sex", { sex: "" }, "Gender"],
    ["unknown-sex", { sex: "?" }, "Gender"],
    ["no-start", { start: "" }, "Start Date"],
    ["bad-start", { start: "01/04/15" }, "Start Date"],
    ["bad-end", { end: "soon" }, "Leaving Date"],
    ["left-before-start", { end: "2015-03-31" }, "Leaving Date"],
    ["no-hours", { fte: "" }, "WTE"],
    ["zero-hours", { fte: "0" }, "WTE"],
    ["zero-hours", { fte: "-0.5" }, "WTE"],
    ["bad-hours", { fte: "full" }, "WTE"],
    ["too-many-hours", { fte: "37.5" }, "WTE"],
    ["row-twice", { person: "P1" }, "Employee Number"],
    ["other-birth", { person: "P1", number: "2", birth: "1980-06-16" }, "Date of Birth"],
    ["other-sex", { person: "P1", number: "2", sex: "M" }, "Gender"],
  ])("%s: are listed with line and column, and counted", (fault, row, column) => {
    const { rows, problems, pools } = read([...times(6, {}), row]);
    expect(problems).toEqual([{ line: 8, column, fault }]);
    expect(rows).toEqual({ read: 7, used: 6, leftOut: 1, notCounted: 0, notYet: 0 });
    expect(pools[0]!.headcount).toBe(6);
  });

  it("keeps an assignment held once only, and people who have not started yet", () => {
    const { rows, problems } = read([
      ...times(6, {}),
      { person: "A", number: "7" },
      { person: "A", number: "7", start: "2016-01-01" },
      { start: "2024-04-01" },
    ]);
    expect(problems).toEqual([{ line: 9, column: "Assignment Number", fault: "assignment-twice" }]);
    expect(rows).toMatchObject({ read: 9, used: 7, leftOut: 1, notYet: 1 });
  });

  it("says so when none is left, or a column is missing", () => {
    expect(problemOf(() => read([{ fte: "0" }]))).toMatchObject({ code: "no-rows-used", line: 2 });
    const columns = { ...COLUMNS, columns: { ...COLUMNS.columns, fte: "WTEs" } };
    expect(problemOf(() => read(times(6, {}), { columns }))).toMatchObject({
      code: "missing-column",
      didYouMean: "WTE",
    });
    expect(problemOf(() => read(times(6, {}), { columns: { ...COLUMNS, pools: ["role"] } }))).toMatchObject({
      code: "missing-column",
    });
  });
});

describe("the time that is counted", () => {
  it("is as many whole years as the list holds leavers for", () => {
    const ends = ["2021-04-10", "2021-09-01", "2022-06-01", "2022-12-01", "2023-05-01", "2023-11-01", "2009-01-01"];
    const rows = [...times(9, {}), ...ends.map((end) => ({ start: "2005-01-01", end }))];
    const { since: _, ...open } = YEAR;
    expect(readStaffList(listOf(rows), open)).toMatchObject({
      since: "2021-03-31",
      years: 3,
    });
  });

  it("asks for it where no leavers are listed", () => {
    const { since: _, ...open } = YEAR;
    expect(problemOf(() => readStaffList(listOf(times(6, {})), open))).toMatchObject({ code: "no-leavers" });
    expect(problemOf(() => read(times(6, {}), { since: "2024-03-31" }))).toMatchObject({ code: "bad-date" });
    expect(problemOf(() => read(times(6, {}), { asOf: "31/03/2024" }))).toMatchObject({
      code: "bad-date",
      path: "asOf",
    });
  });
});
