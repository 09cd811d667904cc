import { CadreError } from "cadre";
import { addressOf, type CellRange, columnNumber, rangeOf } from "../parts/address.ts";
import { attribute, readXml } from "../parts/xml.ts";
import { type Format, numberText } from "./number-format.ts";
import { type Sheet, tidyRows } from "./sheet.ts";
import { officeText } from "./xlsx-styles.ts";

/** What the workbook knows and its sheets refer to. */
interface Known {
  readonly name: string;
  readonly file: string;
  readonly styles: readonly Format[];
  readonly texts: readonly string[];
  readonly from1904: boolean;
}

/** The cell that is being read. */
interface Reading {
  row: number;
  column: number;
  type: string;
  style: number;
  value: string;
  hasFormula: boolean;
  hasValue: boolean;
}

/** Reads the cells of a sheet. */
export function readSheet(bytes: Uint8Array, known: Known): Sheet {
  const rows: (string[] | undefined)[] = [];
  const hiddenRows: number[] = [];
  const merged: CellRange[] = [];
  const cell: Reading = { row: -1, column: -1, type: "n", style: 0, value: "", hasFormula: false, hasValue: false };
  let inside = "";
  readXml(bytes, {
    open(name, attributes) {
      if (name === "row") {
        cell.row = Number(attribute(attributes, "r") ?? cell.row + 2) - 1;
        cell.column = -1;
        if (/^(1|true)$/.test(attribute(attributes, "hidden") ?? "")) hiddenRows.push(cell.row);
      } else if (name === "c") begin(cell, attributes);
      else if (name === "v" || name === "t") {
        inside = name;
        cell.hasValue = true;
      } else if (name === "f") cell.hasFormula = true;
      else if (name === "rPh") inside = "";
      else if (name === "mergeCell") {
        const range = rangeOf(attribute(attributes, "ref") ?? "");
        if (range) merged.push(range);
      }
    },
    close(name) {
      if (name === "v" || name === "t") inside = "";
      if (name !== "c") return;
      const text = textOf(cell, known);
      if (text === "") return;
      rows[cell.row] ??= [];
      (rows[cell.row] as string[])[cell.column] = text;
    },
    text(part) {
      if (inside !== "") cell.value += part;
    },
  });
  return { name: known.name, rows: tidyRows(rows), hiddenRows, merged };
}

function begin(cell: Reading, attributes: string): void {
  const at = attribute(attributes, "r");
  cell.column = at === undefined ? cell.column + 1 : columnNumber(at);
  cell.type = attribute(attributes, "t") ?? "n";
  cell.style = Number(attribute(attributes, "s") ?? 0);
  cell.value = "";
  cell.hasFormula = false;
  cell.hasValue = false;
}

function textOf({ row, column, type, style, value, hasFormula, hasValue }: Reading, known: Known): string {
  // A formula whose result is an empty text has a value that is empty.
  if (hasFormula && !hasValue && type !== "str") throw notCalculated(known, row, column);
  if (type === "s") return known.texts[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (type === "d") return value.replace(/T00:00(:00(\.0+)?)?Z?$/, "");
  if (type !== "n") return officeText(value);
  return value.trim() === ""
    ? ""
    : numberText(Number(value), known.styles[style] ?? { kind: "number" }, known.from1904);
}

const notCalculated = ({ file, name }: Known, row: number, column: number): CadreError =>
  new CadreError({
    code: "formula-not-calculated",
    file,
    cell: addressOf(name, row, column),
    message: "This cell holds a formula without a result.",
    rule: "Cadre reads the results of formulas, which the program that saves the workbook writes beside them.",
    fix: "Open the workbook in Excel or LibreOffice, save it, and try again.",
  });
