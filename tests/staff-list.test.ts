import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { proposeColumns, readStaffList, type StaffList, type StaffPool } from "@cadre/sources";
import { expect, test } from "vitest";
import { MADE, madeList } from "../packages/sources/src/staff-list/made-list.test-data.ts";

const YEARS = 3;
const DAYS = 1096;
const python = spawnSync("python3", ["--version"]).status === 0;

const listOf = (text: string): StaffList => {
  const { columns } = proposeColumns(text, { threshold: 1 });
  return readStaffList(text, {
    columns: { ...columns, pools: ["group"] },
    asOf: MADE.asOf,
    since: MADE.since,
    threshold: 1,
  });
};

/** Every count of a list, named as the independent count names it. */
function countsOf({ pools, rows }: StaffList): Map<string, number> {
  const counts = new Map<string, number>([[",leftOut,all", rows.leftOut]]);
  const titleOf = (id: string): string => pools.find((pool) => pool.id === id)!.title;
  for (const pool of pools) {
    const set = (figure: string, group: string, value: number | undefined): void => {
      if (value !== undefined && value !== 0) counts.set(`${pool.title},${figure},${group}`, value);
    };
    set("headcount", "all", pool.headcount);
    set("fte", "all", pool.fte);
    for (const { name, count } of pool.sexes) set("sex", name, count);
    for (const { name, count } of pool.tenure) set("tenure", name, count);
    for (const { sex, age, headcount, fte } of pool.fteBySexAndAge) {
      set(`heads ${sex}`, age, headcount);
      set(`fte ${sex}`, age, fte);
    }
    for (const { name, count } of pool.joiners) set("joiners", name, count);
    for (const { name, count } of pool.joinersByAge) set("joinersByAge", name, count);
    for (const { name, count } of pool.moves) set("moves", titleOf(name), count);
    for (const { cause, by, group, leavers, personYears } of pool.leaving) {
      if (cause === "all") set(`days ${by}`, group, Math.round((personYears * DAYS * 1e6) / YEARS) / 1e6);
      else set(`leavers ${cause} ${by}`, group, leavers);
    }
    for (const { joinedBy, joined, after, inPool } of pool.survival) {
      set(`survival ${joinedBy}`, "joined", joined);
      if (inPool !== undefined) set(`survival ${joinedBy}`, String(after), Math.round(inPool * joined! * 1e6) / 1e6);
    }
  }
  return counts;
}

/** Compares with lines `pool,figure,group,value`; what arrives in a pool is another pool's moves and counted there. */
function expectCounts(list: StaffList, csv: string): number {
  const lines = csv
    .trim()
    .split("\n")
    .slice(1)
    .filter((line) => !line.includes(",arrivals,"));
  const counts = countsOf(list);
  const theirs = new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(",")), Number(line.slice(line.lastIndexOf(",") + 1))]),
  );
  expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(theirs));
  return lines.length;
}

test("a made-up list of 3,000 people is counted as another program counts it, in every number", () => {
  const list = listOf(madeList(3000, 1));
  expect(list.rows.leftOut / list.rows.read).toBeCloseTo(0.02, 3);
  expect(expectCounts(list, readFileSync("tests/reference/staff-list.csv", "utf8"))).toBeGreaterThan(290);
});

test.skipIf(!python)("so is another list, counted now (needs python3)", () => {
  const text = madeList(150, 7);
  const folder = mkdtempSync(join(tmpdir(), "cadre-staff-list-"));
  try {
    writeFileSync(join(folder, "list.csv"), text);
    const words = ["tests/reference/staff_list.py", join(folder, "list.csv"), MADE.asOf, String(YEARS)];
    expect(expectCounts(listOf(text), execFileSync("python3", words, { encoding: "utf8" }))).toBeGreaterThan(100);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the list of the guide is made up", () => {
  expect(readFileSync("data/examples/staff-list.csv", "utf8")).toBe(madeList(600, 13));
});

test("moves of one pool are arrivals in another", () => {
  const { pools } = listOf(madeList(600, 3));
  const moved = (pool: StaffPool): number => pool.moves.reduce((sum, { count }) => sum + count!, 0);
  expect(pools.reduce((sum, pool) => sum + moved(pool), 0)).toBeGreaterThan(10);
});
