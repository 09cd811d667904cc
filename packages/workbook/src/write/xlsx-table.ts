import { rangeName } from "../parts/address.ts";
import { escaped } from "../parts/xml.ts";
import type { BookSheet, BookTable } from "./book.ts";

/** The part that marks cells of a sheet as a table; without buttons to filter, which screen readers stumble over. */
export function tableXml({ name, range }: BookTable, { rows }: BookSheet, id: number): string {
  const heads = rows[range.top]?.slice(range.left, range.right + 1) ?? [];
  const columns = heads.map(
    (cell, i) => `<tableColumn id="${i + 1}" name="${escaped(typeof cell?.value === "string" ? cell.value : "")}"/>`,
  );
  return [
    `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}" name="${name}" displayName="${name}" ref="${rangeName(range)}" totalsRowShown="0">`,
    `<tableColumns count="${columns.length}">${columns.join("")}</tableColumns>`,
    '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>',
  ].join("");
}
