import { writeXlsx } from "@cadre/workbook";
import { parseSystem, run } from "cadre";
import { describe, expect, it } from "vitest";
import { MADE, type MadePool, madeList, RETIRING, TRUTH } from "./made-list.test-data.ts";
import { proposeColumns } from "./propose.ts";
import { type ListRate, listRate } from "./rate.ts";
import { readStaffList } from "./read-staff-list.ts";
import { COLUMNS, listOf, times } from "./small-list.test-data.ts";
import type { StaffList } from "./staff-list.ts";
import { leftOutCsv, staffListCsv } from "./staff-tables.ts";
import { staffSystemText } from "./system-text.ts";
import { TENURES } from "./tally.ts";

const made = (text: string, options: { threshold?: number; asOf?: string } = {}): StaffList =>
  readStaffList(text, { columns: proposeColumns(text, { threshold: 1 }).columns, ...MADE, ...options });

/** Lists of the quick test; the method page has the result of 200. */
const LISTS = 10;

describe("a made-up list", () => {
  it("holds the true rates in its 95% intervals about 95 times of 100", () => {
    let [inside, asked] = [0, 0];
    const ask = (truth: number, { low, high }: { low: number | undefined; high: number | undefined }): void => {
      asked++;
      if (low! <= truth && truth <= high!) inside++;
    };
    for (let seed = 1; seed <= LISTS; seed++) {
      const { pools, ageRates } = made(madeList(600, seed), { threshold: 1 });
      for (const { title, leaving } of pools)
        for (const [k, truth] of TRUTH[title as MadePool].leaving.entries())
          ask(
            truth,
            leaving.find(({ cause, by, group }) => cause === "leaving" && by === "tenure" && group === TENURES[k])!,
          );
      ask(
        RETIRING,
        ageRates.find(({ cause }) => cause === "retirement")!.bands.find(({ age }) => age === "60-64")!.rate,
      );
    }
    expect(asked).toBe(LISTS * 13);
    expect(inside / asked).toBeGreaterThan(0.9);
    expect(inside / asked).toBeLessThan(0.99);
  });

  it("makes a system that opens with its people and runs", () => {
    const list = made(madeList(900, 5));
    const result = run(parseSystem(staffSystemText(list, { id: "westshire", place: "Westshire" })));
    for (const { id, headcount, fte, ages } of list.pools) {
      expect(result.at({ pool: id, measure: "headcount", year: 2024 })).toBeCloseTo(headcount, 6);
      expect(result.at({ pool: id, measure: "supply", year: 2024 })).toBeCloseTo(fte, 0);
      expect(ages.reduce((sum, band) => sum + band.headcount, 0)).toBe(headcount);
    }
    expect(result.at({ measure: "headcount", year: 2034 })).toBeGreaterThan(list.all.headcount / 2);
  });

  it("lets no name, number or birthday out, and no count of 1 to 4", () => {
    const text = madeList(400, 6);
    const list = made(text);
    const out = [
      JSON.stringify({ ...list, leaving: [...list.leaving.pools] }),
      staffSystemText(list, { id: "westshire", place: "Westshire" }),
      staffListCsv(list),
      leftOutCsv(list),
    ].join("\n");
    const personal = text
      .split("\n")
      .slice(1, -1)
      .flatMap((line) => [/Person \d+/, /2\d{7}/, /\d\d\/\d\d\/\d{4}/].flatMap((kind) => kind.exec(line)?.[0] ?? []));
    expect(personal.length).toBeGreaterThan(1000);
    expect(personal.filter((word) => out.includes(word))).toEqual([]);
    const heading = staffListCsv(list).split("\n")[0]!.split(",");
    const counts = staffListCsv(list)
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",")[heading.indexOf("count")])
      .filter((count) => count !== "");
    expect(counts.length).toBeGreaterThan(100);
    expect(counts.filter((count) => Number(count) > 0 && Number(count) < 5)).toEqual([]);
  });
});

describe("two lists a year apart", () => {
  it("show the flows that one list with dates shows, for all who were there on either day", () => {
    const text = madeList(900, 8, false);
    const { columns } = proposeColumns(text, { threshold: 1 });
    const [header, ...all] = text.trim().split("\n");
    const inPostOn = (row: string, day: string): boolean => {
      const [start, end] = row
        .split(",")
        .slice(-4, -2)
        .map((date) => date.split("/").reverse().join("-"));
      return start! <= day && (end === "" || end! >= day);
    };
    // Those who came and went between the two days are in neither list, and a move before leaving cannot be seen.
    const numberOf = (row: string): string => row.slice(0, row.indexOf(","));
    const on = (day: string): Set<string> => new Set(all.filter((row) => inPostOn(row, day)).map(numberOf));
    const [then, now] = [on("2023-03-31"), on("2024-03-31")];
    const rows = all.filter((row) => then.has(numberOf(row)) || now.has(numberOf(row)));
    const at = (day: string): string => {
      const inPost = rows.filter((row) => inPostOn(row, day));
      // Somebody still in post has no leaving date yet.
      return [header, ...inPost.map((row) => row.replace(/,[^,]*,[^,]*(,[^,]*)$/, ",,$1"))].join("\n");
    };
    const one = readStaffList([header, ...rows].join("\n"), {
      columns,
      asOf: "2024-03-31",
      since: "2023-03-31",
      threshold: 1,
    });
    const two = readStaffList(at("2024-03-31"), {
      columns,
      asOf: "2024-03-31",
      since: "2023-03-31",
      threshold: 1,
      before: { content: at("2023-03-31") },
    });
    expect(two.pools.map(({ headcount }) => headcount)).toEqual(one.pools.map(({ headcount }) => headcount));
    expect(two.all.leaving[0]!.leavers).toBe(one.all.leaving[0]!.leavers);
    const joined = ({ all }: StaffList): number => all.joiners.reduce((sum, { count }) => sum + count!, 0);
    expect(joined(two)).toBe(joined(one));
    expect(joined(one)).toBeGreaterThan(30);
    const both = all.filter((row) => then.has(numberOf(row)) && now.has(numberOf(row)));
    const stayed = readStaffList([header, ...both].join("\n"), { columns, ...MADE, since: "2023-03-31", threshold: 1 });
    expect(moved(two)).toBe(moved(stayed));
    expect(moved(two)).toBeGreaterThan(5);
    // A leaver without a date counts as having left in the middle of the year.
    expect(two.all.leaving[0]!.rate! / one.all.leaving[0]!.rate!).toBeCloseTo(1, 1);
  });

  it("take the dates and reasons of leavers that the second list names", () => {
    const people = times(20, {});
    const options = { columns: COLUMNS, asOf: "2024-03-31", since: "2023-03-31", threshold: 1 } as const;
    const before = { content: listOf([...people, { person: "Q" }, { person: "R" }]) };
    const now = readStaffList(listOf([...people, { person: "Q", end: "2023-09-30", reason: "Retirement" }]), {
      ...options,
      before,
    });
    const counts = now.pools[0]!.leaving.filter(({ by }) => by === "all").map(({ cause, leavers }) => [cause, leavers]);
    expect(Object.fromEntries(counts)).toMatchObject({ all: 2, retirement: 1 });
    expect(now.notes.join(" ")).toContain("1 person left between the lists without a date");
  });
});

/** Count and limits. */
const MID_P = [
  [10, 5.0795, 17.8249],
  [100, 81.7918, 121.1035],
] as const;

const moved = ({ pools }: StaffList): number =>
  pools.reduce((sum, { moves }) => moves.reduce((all, { count }) => all + count!, sum), 0);

it("is the same list as a workbook", () => {
  const text = madeList(150, 9);
  const rows = text
    .trim()
    .split("\n")
    .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((value) => ({ value: value.replaceAll('"', "") })));
  const book = writeXlsx({ title: "Staff", sheets: [{ name: "Staff", rows }] });
  const { columns } = proposeColumns(book, { threshold: 1 });
  expect(columns).toEqual(proposeColumns(text, { threshold: 1 }).columns);
  expect(readStaffList(book, { columns, ...MADE })).toEqual(readStaffList(text, { columns, ...MADE }));
});

describe("small pools", () => {
  const row = (group: string, count: number, ends: number) =>
    Array.from({ length: count }, (_, i) => ({ person: `${group}${i}`, group, end: i < ends ? "2023-10-01" : "" }));

  it("are put together", () => {
    const text = listOf([...row("Nurses", 40, 6), ...row("Porters", 3, 0), ...row("Cooks", 4, 0)]);
    const { pools, notes } = readStaffList(text, { columns: COLUMNS, asOf: "2024-03-31", since: "2023-03-31" });
    expect(pools.map(({ id, headcount }) => [id, headcount])).toEqual([
      ["nurses", 34],
      ["other-staff", 7],
    ]);
    expect(notes.join(" ")).toContain("Pools of fewer than 5 people are put together");
  });

  it("are drawn toward all pools, the more the smaller they are", () => {
    const text = listOf([...row("A", 400, 40), ...row("B", 400, 160), ...row("C", 20, 8), ...row("D", 300, 60)]);
    const { leaving } = readStaffList(text, { columns: COLUMNS, asOf: "2024-03-31", since: "2023-03-31" });
    const [a, c] = [leaving.pools.get("a")!, leaving.pools.get("c")!];
    expect(a.weight).toBeGreaterThan(c.weight);
    expect(c.weight).toBeGreaterThan(0);
    // Worked out by hand from the four rates: mean 268/978.5, spread between pools 0.0258.
    const rates: ListRate[] = ["a", "b", "c", "d"].map((id) => leaving.pools.get(id)!.raw);
    const time = rates.reduce((sum, { personYears }) => sum + personYears, 0);
    const mean = rates.reduce((sum, { leavers }) => sum + leavers, 0) / time;
    const spread = rates.reduce((sum, { personYears, rate }) => sum + personYears * (rate! - mean) ** 2, 0) / time;
    const between = spread - mean / (time / 4);
    expect(c.weight).toBeCloseTo(between / (between + mean / c.raw.personYears), 12);
    expect(c.rate).toBeCloseTo(mean + c.weight * (c.raw.rate! - mean), 12);
    expect(c.p10).toBeLessThan(c.rate);
    expect(c.p90).toBeGreaterThan(c.rate);
  });

  it("have intervals near the exact ones, and none where nobody lived", () => {
    // Exact mid-P limits of a Poisson mean, found by bisection.
    for (const [leavers, low, high] of MID_P) {
      expect(Math.abs(listRate(leavers, 1).low! / low - 1)).toBeLessThan(0.015);
      expect(Math.abs(listRate(leavers, 1).high! / high - 1)).toBeLessThan(0.015);
    }
    expect(listRate(0, 0)).toEqual({ leavers: 0, personYears: 0, rate: undefined, low: undefined, high: undefined });
  });
});
