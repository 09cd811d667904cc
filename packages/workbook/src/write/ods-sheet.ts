import { escaped } from "../parts/xml.ts";
import type { BookCell, BookSheet } from "./book.ts";
import { CHART_SIZE } from "./ods-chart.ts";
import { odsCell, odsFormula } from "./ods-names.ts";
import type { OdsStyles } from "./ods-styles.ts";
import { rowHeight } from "./row-height.ts";

/** A sheet as an open document holds it. `object` is the folder of its chart. */
export function odsSheet(sheet: BookSheet, styles: OdsStyles, object: string | undefined): string {
  const { name, rows, table, chart, widths = [] } = sheet;
  const wide = Math.max(widths.length, ...rows.map((row) => row.length), 1);
  const columns = Array.from({ length: wide }, (_, c) => {
    const width = widths[c];
    return width === undefined
      ? "<table:table-column/>"
      : `<table:table-column table:style-name="${styles.column(width)}"/>`;
  });
  const each = rows.map((row, r) => {
    const xml = rowXml(row, wide, styles, widths);
    // The header of a table that runs over several sheets of paper is printed on each of them.
    return table?.range.top === r ? `<table:table-header-rows>${xml}</table:table-header-rows>` : xml;
  });
  const drawn =
    chart && object !== undefined
      ? `<table:table-row>${empty(wide)}</table:table-row><table:table-row><table:table-cell>${frame(sheet, chart, object)}</table:table-cell>${empty(wide - 1)}</table:table-row>`
      : "";
  return `<table:table table:name="${escaped(name)}" table:style-name="sheet">${columns.join("")}${each.join("")}${drawn}</table:table>`;
}

function rowXml(
  row: readonly (BookCell | undefined)[],
  wide: number,
  styles: OdsStyles,
  widths: readonly number[],
): string {
  const cells = row.map((cell) => (cell === undefined ? "<table:table-cell/>" : cellXml(cell, styles)));
  return `<table:table-row table:style-name="${styles.row(rowHeight(row, widths))}">${cells.join("")}${empty(wide - row.length)}</table:table-row>`;
}

const empty = (count: number): string =>
  count <= 0 ? "" : `<table:table-cell table:number-columns-repeated="${count}"/>`;

function cellXml({ value, look = {}, link }: BookCell, styles: OdsStyles): string {
  const named = `table:style-name="${styles.cell(look, link !== undefined)}"`;
  if (value === "") return `<table:table-cell ${named}/>`;
  if (typeof value === "string")
    return `<table:table-cell ${named} office:value-type="string">${paragraphs(value, link)}</table:table-cell>`;
  const number = typeof value === "number" ? value : value.value;
  const formula = typeof value === "number" ? "" : ` table:formula="${escaped(odsFormula(value.formula))}"`;
  const kind = look.format?.endsWith("%") ? "percentage" : "float";
  return `<table:table-cell ${named}${formula} office:value-type="${kind}" office:value="${number}"><text:p>${number}</text:p></table:table-cell>`;
}

/** A text by its lines: spaces that follow each other are written as such, since an open document joins them. */
function paragraphs(text: string, link: string | undefined): string {
  const spaced = (line: string) =>
    escaped(line)
      .replace(/^ | {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
      .replaceAll("\t", "<text:tab/>");
  const linked = (line: string) =>
    link === undefined ? line : `<text:a xlink:type="simple" xlink:href="${escaped(target(link))}">${line}</text:a>`;
  return text
    .split(/\r?\n/)
    .map((line) => `<text:p>${linked(spaced(line))}</text:p>`)
    .join("");
}

const target = (link: string): string => (link.startsWith("#") ? `#${odsCell(link.slice(1), 0, 0)}` : link);

function frame({ name }: BookSheet, { title, alt }: NonNullable<BookSheet["chart"]>, object: string): string {
  return `<draw:frame draw:name="${escaped(`Chart: ${name}`)}" draw:style-name="picture" ${CHART_SIZE} svg:x="0cm" svg:y="0cm"><draw:object xlink:href="./${object}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:title>${escaped(title)}</svg:title><svg:desc>${escaped(alt)}</svg:desc></draw:frame>`;
}
