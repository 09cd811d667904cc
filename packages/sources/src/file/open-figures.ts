import { addressOf, checkContent, isWorkbook, openWorkbook, type Sheet, type Workbook } from "@cadre/workbook";
import { CadreError } from "cadre";
import type { ReadOptions } from "../figures.ts";
import { type Csv, openCsv } from "./csv.ts";
import { findHeader, fitsLayout, type Header, type Layout } from "./header.ts";
import { withoutMark } from "./mark.ts";
import { nearestWord } from "./nearest.ts";

/** A file of figures: its cells, and the header that says what they are. */
export interface OpenedFigures<Key extends string, L extends Layout<Key>> {
  readonly csv: Csv;
  readonly header: Header<Key, L>;
  /** What of the file has to be known, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Opens a CSV file, as text or bytes, or a workbook, as bytes, and finds the header in it. Of a workbook it takes the sheet
 * that is named, or the one that has a known header. `usual` is what the file is called where nobody says.
 */
export function openFigures<Key extends string, L extends Layout<Key>>(
  content: string | Uint8Array,
  options: ReadOptions,
  usual: string,
  layouts: readonly L[],
): OpenedFigures<Key, L> {
  checkContent(content, options, "text or bytes");
  const { file, sheet } = options;
  if (typeof content === "string" || !isWorkbook(content)) {
    const text = typeof content === "string" ? content : new TextDecoder().decode(content);
    const csv = openCsv(text, file ?? `${usual}.csv`);
    return { csv, header: findHeader<Key, L>(csv, layouts), notes: [] };
  }
  const book = openWorkbook(content, file ?? `${usual}.xlsx`);
  const found = sheet === undefined ? theSheet(book, layouts) : named(book, sheet);
  const csv = sheetCells(book.file, found);
  const hidden = found.hiddenRows.filter((row) => (found.rows[row]?.length ?? 0) > 0).length;
  return {
    csv,
    header: findHeader<Key, L>(csv, layouts),
    notes: hidden === 0 ? [] : [`The sheet ${found.name} hides ${hidden} of its rows; they were read like the others.`],
  };
}

/** A sheet as records that can say where a cell is. */
function sheetCells(file: string, sheet: Sheet): Csv {
  const width = sheet.rows.reduce((most, { length }) => Math.max(most, length), 0);
  const lines = sheet.rows.flatMap((cells, row) =>
    // Where a row of a sheet ends, the rest of its cells are empty.
    filled(cells) > 0
      ? [{ cells: Array.from({ length: width }, (_, i) => withoutMark(cells[i] ?? "")), number: row + 1 }]
      : [],
  );
  // Notes below a table stand in one cell each.
  while (width > 1 && lines.length > 1 && filled(lines.at(-1)?.cells ?? []) === 1) lines.pop();
  return {
    file,
    lines,
    fail(line, field, problem) {
      throw new CadreError({ file, ...(line && { cell: addressOf(sheet.name, line.number - 1, field) }), ...problem });
    },
  };
}

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== "").length;

/** The one sheet that shows and has a header that is known. */
function theSheet<L extends Layout>(book: Workbook, layouts: readonly L[]): Sheet {
  const shown = book.sheets.filter(({ hidden }) => !hidden).map(({ name }) => book.read(name));
  const used = shown.filter(({ rows }) => rows.length > 0);
  const known = used.filter((sheet) => fitsLayout(sheetCells(book.file, sheet), layouts));
  const [only, other] = known.length > 0 ? known : used;
  // A lone sheet tells by itself what its header lacks.
  if (only && !other) return only;
  throw new CadreError({
    code: known.length > 0 ? "which-sheet" : "unknown-layout",
    file: book.file,
    message:
      known.length > 0
        ? `${known.length} sheets of this workbook hold figures.`
        : "No sheet of this workbook has a layout that the reader knows.",
    value: (known.length > 0 ? known : used).map(({ name }) => name).join(", ") || "(no sheet with anything on it)",
    rule:
      known.length > 0
        ? "One sheet is read at a time."
        : `The layouts are: ${layouts.map(({ title }) => title).join("; ")}.`,
    fix:
      known.length > 0
        ? "Name one with `sheet`, and read the others after it."
        : "Use the workbook as published. Name its sheet with `sheet` to see what its header lacks.",
  });
}

function named(book: Workbook, wanted: string): Sheet {
  const names = book.sheets.map(({ name }) => name);
  const found = names.find((name) => name.trim().toLowerCase() === wanted.trim().toLowerCase());
  if (found !== undefined) return book.read(found);
  const near = nearestWord(wanted, names);
  throw new CadreError({
    code: "unknown-sheet",
    file: book.file,
    message: `This workbook has no sheet "${wanted}".`,
    path: "sheet",
    value: wanted,
    rule: `Its sheets are: ${names.join(", ")}.`,
    fix: "Name one of them.",
    ...(near !== undefined && { didYouMean: near }),
  });
}
