import {
  type LeavingRow,
  ROW_FAULTS,
  type RowFault,
  type StaffList,
  type StaffPool,
  type StaffProposal,
} from "@cadre/sources";
import { clippedTitle, columns, wrappedText } from "./text/columns.ts";
import { percentage, readableNumber } from "./text/number.ts";

/** What Cadre takes the columns of a list for, for a planner to confirm. */
export function proposalText({ proposals, notRead, open, columns: found }: StaffProposal): string {
  const table = columns([
    ["Column", "is taken for", "because of"],
    ...proposals.map(({ column, says, because }) => [clippedTitle(column, 30), says, because]),
  ]);
  return [
    table,
    "",
    wrappedText(`Pools are made from: ${found.pools.map((field) => found.columns[field] ?? field).join(", ")}.`),
    ...(notRead.length > 0 ? [wrappedText(`Not read: ${notRead.join(", ")}.`)] : []),
    ...open.map((sentence) => wrappedText(`To settle: ${sentence}`)),
  ].join("\n");
}

const WIDEST_TITLE = 32;

/** What a list shows, in a table of its pools; everything else stands in the files. */
export function staffListText(list: StaffList): string {
  const { rows, pools, all } = list;
  const table = columns([
    ["Pool", "People", "FTE", "Leavers", "Rate a year", "95% interval", "Weight", "In the file"],
    ...[...pools, all].map((pool) => poolRow(list, pool)),
  ]);
  const left = faultCounts(list).map(([fault, count]) => `  ${count}  ${ROW_FAULTS[fault]}`);
  return [
    `${readableNumber(rows.read)} rows read, ${readableNumber(rows.used)} used, ${readableNumber(rows.leftOut)} left out.`,
    ...(left.length > 0 ? [...left, "  rows-left-out.csv lists them by line and column."] : []),
    "",
    table,
    "",
    wrappedText(
      "Rate: leavers by all causes for each person-year. In the file: leaving without retirement and death, drawn toward all pools; the weight is the pool's own share in it.",
    ),
    ...list.notes.map((note) => wrappedText(note)),
  ].join("\n");
}

function poolRow({ leaving }: StaffList, pool: StaffPool): string[] {
  const row = pool.leaving.find(({ cause, by }) => cause === "all" && by === "all");
  const own = leaving.pools.get(pool.id);
  return [
    clippedTitle(pool.title, WIDEST_TITLE),
    readableNumber(pool.headcount),
    readableNumber(pool.fte, 1),
    row?.leavers === undefined ? "few" : readableNumber(row.leavers),
    rateText(row),
    row?.low === undefined || row.high === undefined ? "–" : `${percentage(row.low)} to ${percentage(row.high)}`,
    own ? own.weight.toFixed(2) : "",
    own ? percentage(own.rate) : "",
  ];
}

const rateText = (row: LeavingRow | undefined): string =>
  row?.rate === undefined ? (row?.why ?? "not computable") : percentage(row.rate);

function faultCounts({ problems }: StaffList): [RowFault, number][] {
  const counts = new Map<RowFault, number>();
  for (const { fault } of problems) counts.set(fault, (counts.get(fault) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
