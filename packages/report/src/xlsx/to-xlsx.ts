import { withoutFormula } from "cadre";
import type { Workbook, Worksheet } from "exceljs";
import { rowsAsRead } from "../pack/cell.ts";
import type { BoardPack, PackPage, PackTable } from "../pack/pack.ts";
import { linesNeeded } from "../text/measure.ts";
import { columnName } from "./formula.ts";
import { sheetName } from "./sheet-name.ts";
import { CHARACTER, FACE, writeTable } from "./table.ts";

/** Width of a column in characters: no narrower and no wider than these. */
const [NARROWEST, WIDEST] = [9, 46];
/** A page's words run over so many columns at least. */
const LEAST_COLUMNS = 6;

/** So many rows are readable on one sheet of paper. */
const MOST_ON_A_SHEET = 45;

/**
 * A board pack as a workbook (XLSX): a sheet a page with its tables and the numbers of its chart, then every figure, every
 * input and every change. Numbers are unrounded; gaps, sums and differences are formulas, so that they follow when a
 * number is tried out. In Node and in a page; the library that writes workbooks is loaded only now.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { boardPack, toXlsx } from "@cadre/report";
 * const today = run(await readSystem("scenarios/north-west-academies/system.yaml"));
 * const bytes = await toXlsx(boardPack([today])); // a Uint8Array, to be written or downloaded
 * ```
 */
export async function toXlsx(pack: BoardPack): Promise<Uint8Array> {
  const { default: library } = await import("exceljs");
  const book = new library.Workbook();
  book.creator = "Cadre";
  book.title = pack.title;
  book.subject = pack.subtitle;
  book.calcProperties.fullCalcOnLoad = true;
  for (const page of pack.pages) pageSheet(newSheet(book, page.about), pack, page);
  for (const { about, table } of pack.sheets) listSheet(newSheet(book, about), table);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function newSheet(book: Workbook, about: string): Worksheet {
  const name = sheetName(
    about,
    book.worksheets.map((sheet) => sheet.name),
  );
  return book.addWorksheet(name, {
    properties: { defaultRowHeight: 15 },
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
}

/** What a page says, and below it every table of it. */
function pageSheet(sheet: Worksheet, pack: BoardPack, page: PackPage): void {
  const tables = [...page.tables, ...(page.chart ? [page.chart.numbers] : [])];
  const columns = Math.max(LEAST_COLUMNS, ...tables.map((table) => table.columns.length));
  setWidths(sheet, tables, columns);
  let row = 1;
  const say = (text: string, size: number, bold = false) => {
    if (text === "") return;
    words(sheet, row, text, { size, bold, columns });
    row += 1;
  };
  say(page.title, 14, true);
  say(page.text, 11);
  for (const point of page.points) say(`• ${point}`, 11);
  for (const table of tables) {
    row += 1;
    say(table.caption, 10);
    row = writeTable(sheet, table, row);
  }
  row += 1;
  say(pack.source, 9);
  if (row < MOST_ON_A_SHEET) sheet.pageSetup.fitToHeight = 1;
}

/** One long table that can be sorted and filtered, its head in sight. */
function listSheet(sheet: Worksheet, table: PackTable): void {
  setWidths(sheet, [table], table.columns.length);
  words(sheet, 1, table.caption, { size: 11, bold: true, columns: Math.min(8, table.columns.length) });
  const end = writeTable(sheet, table, 2);
  sheet.views = [{ state: "frozen", ySplit: 2 }];
  sheet.autoFilter = `A2:${columnName(table.columns.length - 1)}${Math.max(2, end - 1)}`;
  sheet.pageSetup.printTitlesRow = "2:2";
}

/** Words over several columns, in a row as high as they need. */
function words(
  sheet: Worksheet,
  row: number,
  text: string,
  { size, bold, columns }: { size: number; bold: boolean; columns: number },
): void {
  const cell = sheet.getCell(row, 1);
  cell.value = withoutFormula(text);
  cell.numFmt = "@";
  cell.font = { name: FACE, size, bold };
  cell.alignment = { wrapText: true, vertical: "top", horizontal: "left" };
  const last = Math.min(columns, 8);
  if (last > 1) sheet.mergeCells(row, 1, row, last);
  const width = Array.from({ length: last }, (_, i) => sheet.getColumn(i + 1).width ?? NARROWEST);
  const inches = width.reduce((sum, one) => sum + one, 0) * CHARACTER;
  sheet.getRow(row).height = linesNeeded(text, inches, size, bold) * size * 1.3 + 4;
}

/** Columns as wide as what stands in them. */
function setWidths(sheet: Worksheet, tables: readonly PackTable[], columns: number): void {
  const read = tables.map(rowsAsRead);
  for (let i = 0; i < columns; i += 1) {
    const longest = tables.flatMap((table, t) => [
      // A head may take two lines.
      Math.max((table.columns[i]?.title.length ?? 0) / 2, longestWord(table.columns[i]?.title ?? "")),
      ...(read[t] ?? []).slice(0, 2000).map((row) => row[i]?.length ?? 0),
    ]);
    sheet.getColumn(i + 1).width = Math.min(WIDEST, longest.reduce((most, one) => Math.max(most, one), NARROWEST) + 3);
  }
}

const longestWord = (text: string): number => Math.max(...text.split(" ").map((word) => word.length));
