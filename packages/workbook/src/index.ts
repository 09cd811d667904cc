export { addressOf, type CellRange, cellName } from "./parts/address.ts";
export { checkContent } from "./read/check-content.ts";
export { isWorkbook, openWorkbook } from "./read/read-workbook.ts";
export type { Sheet, SheetName, Workbook } from "./read/sheet.ts";
export { type SheetOptions, type SheetRows, sheetRows } from "./read/sheet-rows.ts";
export type {
  Book,
  BookCell,
  BookChart,
  BookSheet,
  BookTable,
  CellChoice,
  CellFormula,
  CellLook,
  ChartColumn,
  ChartSeries,
} from "./write/book.ts";
export { sheetName } from "./write/sheet-name.ts";
export { tableName } from "./write/table-name.ts";
export { writeOds } from "./write/write-ods.ts";
export { writeXlsx } from "./write/write-xlsx.ts";
