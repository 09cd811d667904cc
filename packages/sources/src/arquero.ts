import { type ColumnTable, table } from "arquero";

/**
 * Rows as an arquero table, to filter, group and join with its verbs (`import { op } from "arquero"`). Columns are those
 * of the first row. The verbs compile what they are given, so a page whose policy forbids that has to work on the rows
 * themselves; the readers and `reconcile` never need it.
 *
 * @example
 * ```ts
 * import { readNhsStaff } from "@cadre/sources";
 * import { toTable } from "@cadre/sources/arquero";
 * const text = "month,org_code,org_name,staff_group,fte\n2018-JUN,RX1,Northland,Midwives,122.4";
 * toTable(readNhsStaff(text).rows).numRows(); // 1
 * ```
 */
export function toTable<Row extends object>(rows: readonly Row[]): ColumnTable {
  const names = Object.keys(rows[0] ?? {}) as (keyof Row & string)[];
  return table(names.map((name) => [name, rows.map((row) => row[name])] as [string, unknown[]]));
}
