import { csvText } from "cadre/tables";
import { ROW_FAULTS } from "./problems.ts";
import type { ListRate } from "./rate.ts";
import type { StaffList } from "./staff-list.ts";
import type { StaffPool } from "./staff-pool.ts";

const HEADINGS = [
  "pool",
  "figure",
  "by",
  "group",
  "sex",
  "count",
  "fte",
  "personYears",
  "rate",
  "low95",
  "high95",
  "weight",
  "shrunkRate",
  "why",
] as const;

type Row = Partial<Record<(typeof HEADINGS)[number], string | number | undefined>>;

/**
 * Every figure of a staff list as the text of a CSV file, a line each, with the count it stands on: people in post by age,
 * sex and years in post, leaving rates by cause with their 95% intervals, joiners, moves, who stayed, and each pool's rate
 * beside the one drawn toward all pools.
 *
 * @example
 * ```ts
 * import { proposeColumns, readStaffList, staffListCsv } from "@cadre/sources";
 * const rows = Array.from({ length: 40 }, (_, i) => `${i},Nurses,F,01/02/19${60 + i},1,01/04/2020,${i < 6 ? "01/10/2023" : ""}`);
 * const text = ["Employee Number,Staff Group,Gender,DOB,WTE,Start Date,Leaving Date", ...rows].join("\n");
 * const list = readStaffList(text, { columns: proposeColumns(text).columns, asOf: "2024-03-31", since: "2023-03-31" });
 * staffListCsv(list).includes("nurses,headcount,all,all,all,34,34"); // true
 * ```
 */
export function staffListCsv(list: StaffList): string {
  const rows = [...list.pools, list.all].flatMap((pool) => [
    ...stockRows(pool),
    ...flowRows(pool),
    ...shrunkRows(list, pool.id),
  ]);
  for (const { cause, bands } of list.ageRates)
    for (const { age, rate } of bands)
      rows.push({ pool: "all", figure: `${cause} by age`, by: "age", group: age, ...rateCells(rate) });
  return csvText(
    HEADINGS,
    rows.map((row) => Object.fromEntries(HEADINGS.map((name) => [name, row[name]])) as Required<Row>),
  );
}

/** Rows of the list that could not be used, as the text of a CSV file: where they stand and why, and nothing of what they say. */
export const leftOutCsv = ({ problems }: StaffList): string =>
  csvText(
    ["line", "column", "why"],
    problems.map(({ line, column, fault }) => ({ line, column, why: ROW_FAULTS[fault] })),
  );

function stockRows({ id: pool, headcount, fte, ages, sexes, fteBySexAndAge, tenure }: StaffPool): Row[] {
  const heads = { pool, figure: "headcount" };
  return [
    { ...heads, by: "all", group: "all", sex: "all", count: headcount, fte },
    ...ages.map(({ age, headcount: count, fte }) => ({ ...heads, by: "age", group: age, sex: "all", count, fte })),
    ...sexes.map(({ name, count }) => ({ ...heads, by: "sex", group: name, sex: name, count })),
    ...tenure.map(({ name, count }) => ({ ...heads, by: "tenure", group: name, sex: "all", count })),
    ...fteBySexAndAge.map(({ sex, age, headcount: count, fte }) => ({
      ...heads,
      by: "sex and age",
      group: age,
      sex,
      count,
      fte,
    })),
  ];
}

function flowRows({ id: pool, leaving, joiners, joinersByAge, moves, survival }: StaffPool): Row[] {
  return [
    ...leaving.map(({ cause, by, group, why, ...rate }) => ({
      pool,
      figure: `leavers: ${cause}`,
      by,
      group,
      why,
      ...rateCells(rate),
    })),
    ...joiners.map(({ name, count }) => ({
      pool,
      figure: "joiners",
      by: "source",
      group: name,
      count,
      ...unsaid(count),
    })),
    ...joinersByAge.map(({ name, count }) => ({
      pool,
      figure: "joiners",
      by: "age",
      group: name,
      count,
      ...unsaid(count),
    })),
    ...moves.map(({ name, count, rate }) => ({
      pool,
      figure: "moves",
      by: "to",
      group: name,
      count,
      rate,
      ...unsaid(count),
    })),
    ...survival.flatMap(({ joinedBy, joined, after, inPool, inList, why }) =>
      (
        [
          ["still in the pool", inPool],
          ["still in the list", inList],
        ] as const
      ).map(([figure, rate]) => ({
        pool,
        figure,
        by: `joined by ${joinedBy}`,
        group: `after ${after} year ends`,
        count: joined,
        rate,
        why: rate === undefined ? why : undefined,
      })),
    ),
  ];
}

const unsaid = (count: number | undefined): Row => (count === undefined ? { why: "withheld" } : {});

const rateCells = ({
  leavers,
  personYears,
  rate,
  low,
  high,
}: Omit<ListRate, "leavers"> & { leavers: number | undefined }): Row => ({
  count: leavers,
  personYears,
  rate,
  low95: low,
  high95: high,
});

function shrunkRows({ leaving }: StaffList, pool: string): Row[] {
  const own = leaving.pools.get(pool);
  if (!own) return [];
  const raw = own.weight === 0 ? {} : rateCells(own.raw);
  return [
    {
      pool,
      figure: "leaving rate of the system file",
      by: "all",
      group: "all",
      ...raw,
      weight: own.weight,
      shrunkRate: own.rate,
    },
  ];
}
