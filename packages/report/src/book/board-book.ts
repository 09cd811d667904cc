import { COLOURS } from "@cadre/charts";
import { type Book, type BookSheet, sheetName, tableName } from "@cadre/workbook";
import { hex } from "../pack/colours.ts";
import type { BoardPack, PackPage, PackTable } from "../pack/pack.ts";
import { chartSheet } from "./chart-sheet.ts";
import { contentsSheet, coverSheet, type Entry, findingsSheet, notesSheet } from "./front-sheets.ts";
import type { Publication } from "./publication.ts";
import { type TableSheet, tableSheet } from "./table-sheet.ts";

/** Names that are given, so that each is given once. */
interface Taken {
  readonly sheets: string[];
  readonly tables: string[];
}

/**
 * A board pack as a workbook that follows the rules for accessible spreadsheets: a cover, contents with links, findings and
 * notes in words, then a sheet for each table and each chart.
 */
export function boardBook(pack: BoardPack, publication: Publication): Book {
  const taken: Taken = {
    sheets: ["Cover", "Contents", "Findings", "Notes"],
    tables: ["Contents", "Findings", "Notes"],
  };
  const made = [
    ...pack.pages.flatMap((page) => pageSheets(page, taken)),
    ...pack.sheets.map(({ about, table }) => onSheet(table, about, about, taken).sheet),
  ];
  const [findings, notes] = [findingsSheet(pack.pages), notesSheet(pack)];
  const charts = made.filter(({ chart }) => chart).length;
  const counted = `${made.length - charts} tables and ${charts} charts, each on a sheet of its own, and the findings and notes in words.`;
  return {
    title: pack.title,
    subject: pack.subtitle,
    colours: { link: hex(COLOURS.supply), grid: hex(COLOURS.grid) },
    sheets: [
      coverSheet(pack, publication, counted),
      contentsSheet([findings, notes, ...made].map(entryOf)),
      findings,
      notes,
      ...made,
    ],
  };
}

/** The tables of a page, and its chart behind the table that it draws. */
function pageSheets({ about, tables, chart }: PackPage, taken: Taken): BookSheet[] {
  const named = (table: PackTable, i: number) =>
    onSheet(table, about, i === 0 ? about : `${about}, ${byWhat(table)}`, taken);
  const own = tables.map(named);
  if (!chart) return own.map(({ sheet }) => sheet);
  const drawn = named(chart.numbers, own.length);
  const name = sheetName(`Chart ${about}`, taken.sheets);
  taken.sheets.push(name);
  return [...own.map(({ sheet }) => sheet), drawn.sheet, chartSheet(chart, drawn, name)];
}

/** By what a further table of a page tells its rows apart: "by year". */
const byWhat = ({ columns }: PackTable): string => `by ${(columns[0]?.title ?? "row").toLowerCase()}`;

function onSheet(table: PackTable, short: string, about: string, taken: Taken): TableSheet {
  const sheet = sheetName(about.length > 31 ? short : about, taken.sheets);
  const name = tableName(sheet, taken.tables);
  taken.sheets.push(sheet);
  taken.tables.push(name);
  return tableSheet(table, { sheet, table: name, about });
}

/** What the contents say of a sheet: its title, unless that is its name; then what stands below. */
function entryOf({ name, rows, table, chart }: BookSheet): Entry {
  const text = (row: number) => String(rows[row]?.[0]?.value ?? "");
  return {
    sheet: name,
    kind: chart ? "Chart" : /^(Findings|Notes)$/.test(name) ? "Words" : "Table",
    about: chart ? text(0) : text(1),
    table: table?.name ?? "",
  };
}
