import { COLOURS } from "@cadre/charts";
import { withoutFormula } from "cadre";
import type { CellValue, Worksheet } from "exceljs";
import { kindAt } from "../pack/cell.ts";
import { hex } from "../pack/colours.ts";
import type { ColumnKind, PackCell, PackTable } from "../pack/pack.ts";
import { linesNeeded } from "../text/measure.ts";
import { formulaOf } from "./formula.ts";

/** Numbers as the other formats write them; what rounds to nothing has no sign. */
const FORMATS: Readonly<Record<ColumnKind, string>> = {
  text: "@",
  year: "0",
  whole: '[>=0.5]#,##0;[<=-0.5]"−"#,##0;"0"',
  change: '[>=0.5]+#,##0;[<=-0.5]"−"#,##0;"0"',
  percent: "0%",
  chance: "0%",
  exact: "General",
};

/**
 * Writes a table from a row of a sheet on, numbers unrounded and computed ones as formulas, and returns the row after it.
 * Text is always a cell of text, whatever it begins with.
 */
export function writeTable(sheet: Worksheet, table: PackTable, at: number): number {
  const head = sheet.getRow(at);
  const top = at + 1;
  for (const [i, { title, kind }] of table.columns.entries()) {
    const cell = head.getCell(i + 1);
    cell.value = withoutFormula(title);
    cell.numFmt = FORMATS.text;
    cell.font = { name: FACE, size: 11, bold: true };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: `FF${hex(COLOURS.wash)}` } };
    cell.border = { bottom: { style: "thin", color: { argb: `FF${hex(COLOURS.ink)}` } } };
    const left = kind === "text" || i === 0;
    cell.alignment = {
      ...(left ? { horizontal: "left", indent: i === 0 ? 0 : 1 } : { horizontal: "right" }),
      vertical: "bottom",
      wrapText: true,
    };
  }
  head.height = heightOf(
    sheet,
    table.columns.map(({ title }) => title),
    true,
  );
  for (const [r, cells] of table.rows.entries()) {
    const row = sheet.getRow(top + r);
    for (const [i, value] of cells.entries()) {
      if (value === undefined) continue;
      const cell = row.getCell(i + 1);
      const isText = typeof value === "string";
      const kind = kindAt(table, r, i);
      cell.value = contentOf(value, top);
      cell.numFmt = isText ? FORMATS.text : FORMATS[kind === "text" ? "exact" : kind];
      cell.font = { name: FACE, size: 11, bold: table.totals?.includes(r) ?? false };
      const left = i === 0 || (isText && table.columns[i]?.kind === "text");
      cell.alignment = {
        ...(left ? { horizontal: "left", indent: i === 0 ? 0 : 1 } : { horizontal: "right" }),
        vertical: "top",
        wrapText: isText,
      };
    }
    const height = heightOf(
      sheet,
      cells.map((cell) => (typeof cell === "string" ? cell : "")),
      false,
    );
    if (height > LINE) row.height = height;
  }
  return top + table.rows.length;
}

/** Text is disarmed here too: a workbook may be saved as a CSV file, whose reader takes text for formulas. */
function contentOf(value: Exclude<PackCell, undefined>, top: number): CellValue {
  if (typeof value === "object") return { formula: formulaOf(value, top), result: value.value };
  return typeof value === "string" ? withoutFormula(value) : value;
}

/** About how many inches a character of a column's width is. */
export const CHARACTER = 0.078;
/** Widths of letters are told on the wide side; a row must not be much higher than its words. */
const WIDE_ESTIMATE = 1.1;
/** Height of a row of one line, in points. */
const LINE = 15;

/** The height of a row in points, so that no word in it is cut. */
function heightOf(sheet: Worksheet, texts: readonly string[], bold: boolean): number {
  const lines = texts.map((text, i) =>
    linesNeeded(text, Math.max(0.4, (sheet.getColumn(i + 1).width ?? 9) * CHARACTER * WIDE_ESTIMATE - 0.15), 11, bold),
  );
  // More than a sheet of paper's worth of lines in one row cannot be shown by any program.
  return Math.min(400, Math.max(...lines) * LINE);
}

/** Found on every machine with an office program. */
export const FACE = "Arial";
