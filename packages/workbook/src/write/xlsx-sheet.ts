import { cellName, quotedSheet, rangeName } from "../parts/address.ts";
import { escaped } from "../parts/xml.ts";
import type { BookCell, BookSheet, CellChoice } from "./book.ts";
import { rowHeight } from "./row-height.ts";
import type { Styles } from "./xlsx-styles.ts";

/** What all sheets of a workbook share: the texts of its cells, and how they look. */
export interface SharedParts {
  text(text: string): number;
  readonly styles: Styles;
}

/** A sheet, and the addresses outside of the workbook that it links to, in the order of their ids from rId1 on. */
export interface SheetPart {
  readonly xml: string;
  readonly outside: readonly string[];
}

const OPEN =
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">';

/** Writes a sheet. `ids` are those of its drawing and its table. */
export function sheetXml(
  sheet: BookSheet,
  shared: SharedParts,
  { isFirst, ids }: { isFirst: boolean; ids: { drawing?: string; table?: string } },
): SheetPart {
  const links = sheet.rows.flatMap((row, r) =>
    row.flatMap((cell, c) => (cell?.link === undefined ? [] : [{ at: cellName(r, c), to: cell.link }])),
  );
  const outside = [...new Set(links.flatMap(({ to }) => (to.startsWith("#") ? [] : [to])))];
  const xml = [
    OPEN,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    views(sheet, isFirst),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columns(sheet),
    `<sheetData>${sheet.rows.map((row, r) => rowXml(row, r, shared, sheet.widths)).join("")}</sheetData>`,
    sheet.isProtected ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>' : "",
    choices(sheet.choices ?? []),
    links.length === 0 ? "" : `<hyperlinks>${links.map((link) => hyperlink(link, outside)).join("")}</hyperlinks>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    ids.drawing === undefined ? "" : `<drawing r:id="${ids.drawing}"/>`,
    ids.table === undefined ? "" : `<tableParts count="1"><tablePart r:id="${ids.table}"/></tableParts>`,
    "</worksheet>",
  ];
  return { xml: xml.join(""), outside };
}

function views({ frozen = 0 }: BookSheet, isFirst: boolean): string {
  const below = `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`;
  const pane = frozen === 0 ? "" : ' pane="bottomLeft"';
  const selected = `<selection${pane} activeCell="A1" sqref="A1"/>`;
  return `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ""} workbookViewId="0">${frozen === 0 ? "" : below}${selected}</sheetView></sheetViews>`;
}

function columns({ widths = [] }: BookSheet): string {
  if (widths.length === 0) return "";
  const each = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  return `<cols>${each.join("")}</cols>`;
}

function rowXml(
  row: readonly (BookCell | undefined)[],
  r: number,
  shared: SharedParts,
  widths: readonly number[] = [],
): string {
  const cells = row.map((cell, c) => (cell === undefined ? "" : cellXml(cell, cellName(r, c), shared))).join("");
  const height = rowHeight(row, widths);
  return cells === "" ? "" : `<row r="${r + 1}"${height === undefined ? "" : ` ht="${height}"`}>${cells}</row>`;
}

function cellXml({ value, look = {}, link }: BookCell, at: string, { text, styles }: SharedParts): string {
  const start = `<c r="${at}" s="${styles.id(look, link !== undefined)}"`;
  // A cell without text only has its look, such as one to be filled in.
  if (value === "") return `${start}/>`;
  if (typeof value === "string") return `${start} t="s"><v>${text(value)}</v></c>`;
  if (typeof value === "number") return `${start}><v>${value}</v></c>`;
  return `${start}><f>${escaped(value.formula)}</f><v>${value.value}</v></c>`;
}

function choices(all: readonly CellChoice[]): string {
  if (all.length === 0) return "";
  return `<dataValidations count="${all.length}">${all.map(choice).join("")}</dataValidations>`;
}

/** Office programs show no more of a message than this. */
const [MOST_IN_TITLE, MOST_IN_MESSAGE] = [32, 255];

function choice({ range, words, free = false, title, message }: CellChoice): string {
  const shown = `promptTitle="${escaped(title.slice(0, MOST_IN_TITLE))}" prompt="${escaped(message.slice(0, MOST_IN_MESSAGE))}"`;
  const sqref = `sqref="${rangeName(range)}"`;
  if (!words) return `<dataValidation allowBlank="1" showInputMessage="1" ${shown} ${sqref}/>`;
  const refused = free ? "" : ' showErrorMessage="1" errorTitle="Not in the list" error="Choose one of the list."';
  return `<dataValidation type="list" allowBlank="1" showInputMessage="1"${refused} ${shown} ${sqref}><formula1>"${escaped(words.join(","))}"</formula1></dataValidation>`;
}

function hyperlink({ at, to }: { at: string; to: string }, outside: readonly string[]): string {
  return to.startsWith("#")
    ? `<hyperlink ref="${at}" location="${escaped(`${quotedSheet(to.slice(1))}!A1`)}"/>`
    : `<hyperlink ref="${at}" r:id="rId${outside.indexOf(to) + 1}"/>`;
}
