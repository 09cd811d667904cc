import { rowsAsRead } from "../pack/cell.ts";
import type { PackTable } from "../pack/pack.ts";

/** Rows of a table as sentences: the name of the row, and then its numbers under the heads of their columns. */
export function rowsInWords(table: PackTable, chosen: readonly number[], only: readonly number[]): string {
  const rows = rowsAsRead(table);
  return chosen
    .map((row) => {
      const cells = rows[row] ?? [];
      const said = only.map((column) =>
        only.length > 1 ? `${table.columns[column]?.title} ${cells[column]}` : `${cells[column]}`,
      );
      return `${cells[0]}: ${said.join(", ")}.`;
    })
    .join(" ");
}
