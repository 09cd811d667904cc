import { checkContent } from "@cadre/workbook";
import { CadreError } from "cadre";
import type { ReadOptions } from "../figures.ts";
import { type Careers, careersOf } from "./careers.ts";
import type { StaffColumns } from "./columns.ts";
import { countPool } from "./count-pool.ts";
import { type Day, isoDay, parseDay } from "./day.ts";
import { poolSmall } from "./disclosure.ts";
import { ageRates, leavingRates } from "./list-rates.ts";
import { listText } from "./list-text.ts";
import { notesOf } from "./notes.ts";
import { poolIds } from "./pool-ids.ts";
import { type ReadRows, readRows } from "./read-rows.ts";
import { OTHER_POOL, smallPools } from "./small-pools.ts";
import type { StaffList } from "./staff-list.ts";
import { type Tally, tally } from "./tally.ts";
import { type MatchedLists, matchLists } from "./two-lists.ts";
import { windowOf } from "./window.ts";

/** How a staff list is read. */
export interface StaffListOptions extends ReadOptions {
  /** What its columns mean: a confirmed proposal of `proposeColumns`. */
  readonly columns: StaffColumns;
  /** The day the list shows, `2024-03-31`. */
  readonly asOf: string;
  /** The day from whose close on the list holds every leaver. Worked out from the leaving dates when left out. */
  readonly since?: string;
  /** An earlier list of the people in post on the day `since`, for lists that hold no leavers. */
  readonly before?: {
    readonly content: string | Uint8Array;
    readonly file?: string;
    readonly sheet?: string;
    readonly columns?: StaffColumns;
  };
  /** Counts below it are put together with others; the default is 5, and 1 shows all. */
  readonly threshold?: number;
  /** Told how many rows have been read. */
  readonly progress?: (done: number, of: number) => void;
}

/**
 * Counts a staff list, the text or bytes of a CSV file or the bytes of a workbook: for each pool the people in post with their ages, sexes, years in post and full-time equivalents, and
 * from the dates of joiners and leavers the leaving rates over person-years, the joiners, the moves and who stayed. Each
 * row of the list is a person or an assignment. Rows that cannot be used are listed. Personal data goes in and only counts
 * come out; those below `threshold` are put together with others.
 *
 * Throws a `CadreError` when a column is missing, no row can be used, a date is none, or the list does not say who left.
 * Method: docs/method/staff-list.md.
 *
 * @example
 * ```ts
 * import { proposeColumns, readStaffList } from "@cadre/sources";
 * const rows = Array.from({ length: 20 }, (_, i) => `${i},Nurses,F,01/02/19${60 + i},1,01/04/2020,${i < 2 ? "01/10/2023" : ""}`);
 * const list = ["Employee Number,Staff Group,Gender,DOB,WTE,Start Date,Leaving Date", ...rows].join("\n");
 * const { columns } = proposeColumns(list);
 * const { pools } = readStaffList(list, { columns, asOf: "2024-03-31", since: "2023-03-31", threshold: 1 });
 * pools[0].headcount; // 18
 * ```
 */
export function readStaffList(content: string | Uint8Array, options: StaffListOptions): StaffList {
  checkContent(content, options ?? null, "text or bytes");
  const { columns, progress, threshold = 5 } = options;
  const asOf = dayOption(options.asOf, "asOf");
  const file = options.file ?? "staff-list.csv";
  const now = readRows(listText(content, file, options.sheet), { columns, asOf, file, progress });
  const earlier = options.before && readEarlier(options);
  const window = windowOf(now, asOf, options.since === undefined ? undefined : dayOption(options.since, "since"), file);
  const words = new Map([...(earlier?.pools ?? []), ...now.pools]);
  const careers = (poolOf: (pool: string) => string): MatchedLists => {
    const after = careersOf(now.persons, poolOf);
    if (!earlier) return { careers: after, undated: 0, missing: 0 };
    return matchLists(careersOf(earlier.persons, poolOf), after, window.since, asOf);
  };
  const each = careers((pool) => pool);
  const small = smallPools(each.careers, [...words.keys()], asOf, threshold);
  if (small === undefined) return failSmall(file, threshold);
  const matched = small.size === 0 ? each : careers((pool) => (small.has(pool) ? OTHER_POOL : pool));
  const { careers: known, undated, missing } = matched;
  const tallies = tally(known, window);
  const sexes = sexesOf(known);
  const ids = poolIds(
    [...tallies.keys()].filter((pool) => pool !== ""),
    words,
    columns.employer,
  );
  const showing = { threshold, window, sexes, idOf: (pool: string) => ids.get(pool)!.id };
  const pools = [...ids].map(([pool, named]) => countPool(tallies.get(pool)!, named, showing));
  const apart = ageRates(tallies.get("")!, window.daysOfYear, threshold);
  const byId = new Map([...tallies].map(([pool, one]) => [pool === "" ? "" : ids.get(pool)!.id, one]));
  const rows = rowsOf(now);
  const counted = { window, rows, undated, missing, small: small.size, threshold, columns, before: earlier };
  return Object.freeze({
    asOf: isoDay(asOf),
    since: isoDay(window.since),
    years: (asOf - window.since) / window.daysOfYear,
    threshold,
    rows,
    problems: now.problems,
    notes: notesOf(counted),
    sexes,
    sector: columns.sector,
    pools: pools.sort((a, b) => b.headcount - a.headcount || (a.id < b.id ? -1 : 1)),
    all: countPool(tallies.get("")!, { id: "all", title: "All staff", employer: "", role: "all staff" }, showing),
    ageRates: apart,
    leaving: leavingRates(
      byId,
      apart.map(({ cause }) => cause),
      rareMoves(tallies, ids, threshold),
      window.daysOfYear,
      threshold,
    ),
    source: {
      title: `Staff list of ${isoDay(asOf)}: ${rows.used} of ${rows.read} rows, ${known.size} people`,
      published: isoDay(asOf),
      note: `Leavers and joiners from ${isoDay(window.since)} to ${isoDay(asOf)}. Counts below ${threshold} are put together with others.`,
      ...options.source,
    },
  });
}

function readEarlier({ columns, before, since, progress }: StaffListOptions): ReadRows {
  if (since === undefined)
    throw new CadreError({
      code: "no-date",
      message: "The day of the earlier list is not known.",
      rule: "Two lists are matched over the time between their days.",
      fix: "Give the day of the earlier list as `since`, such as 2023-03-31.",
    });
  const { content, file = "earlier-list.csv", sheet, columns: own = columns } = before!;
  return readRows(listText(content, file, sheet), { columns: own, asOf: dayOption(since, "since"), file, progress });
}

function dayOption(text: string, path: string): Day {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDay(text, "day-first") : undefined;
  if (day !== undefined) return day;
  throw new CadreError({
    code: "bad-date",
    message: "This is not a day.",
    path,
    value: text,
    rule: "A day is written yyyy-mm-dd.",
    fix: "Write it like 2024-03-31.",
  });
}

const rowsOf = ({ read, used, problems, notCounted, notYet }: ReadRows): StaffList["rows"] => ({
  read,
  used,
  leftOut: problems.length,
  notCounted,
  notYet,
});

const sexesOf = (careers: Careers): string[] =>
  [...new Set([...careers.values()].flatMap((spells) => spells.map(({ sex }) => sex)))]
    .filter((sex) => sex !== "")
    .sort();

/** Moves of a pool that are too few to be shown with where they went. They count as leaving. */
function rareMoves(
  tallies: ReadonlyMap<string, Tally>,
  ids: ReadonlyMap<string, { readonly id: string }>,
  threshold: number,
): Map<string, number> {
  return new Map(
    [...ids].map(([pool, { id }]) => {
      const moves = tallies.get(pool)!.moves;
      const shown = poolSmall(moves, threshold, "").filter(({ name }) => name !== "");
      const all = [...moves.values()].reduce((sum, count) => sum + count, 0);
      return [id, all - shown.reduce((sum, { count }) => sum + (count ?? 0), 0)];
    }),
  );
}

function failSmall(file: string, threshold: number): never {
  throw new CadreError({
    code: "too-few-people",
    file,
    message: `Fewer than ${threshold} people of the list are in post.`,
    rule: `Counts below ${threshold} are not shown, because people could be recognised.`,
    fix: "Use a list of more people, or lower the threshold if the result stays with you.",
  });
}
