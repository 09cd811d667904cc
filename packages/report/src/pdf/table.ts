import { COLOURS } from "@cadre/charts";
import type { PackTable } from "../pack/pack.ts";
import { setTable } from "../text/columns.ts";
import { decorate, INK, keepRoom, newSheet, PAPER, type Paper, SIZES, writeText } from "./paper.ts";

const PADDING = { x: 4, y: 3 };
/** A table of at most so many points is not broken. */
const IN_ONE_PIECE = 240;
const LINE = COLOURS.grid;
/** The letters of the paper are so much wider than those that widths are told for. */
const LETTERS = 1.15;

/** Writes a table under its caption, tagged with its heads; on a new sheet the head row is drawn again. */
export function writeTable(
  paper: Paper,
  part: PDFKit.PDFStructureElement,
  table: PackTable,
  shown: readonly number[] = table.rows.map((_, i) => i),
): void {
  const { document } = paper;
  const set = setTable(table, shown, PAPER.width / 72, SIZES.table * LETTERS);
  const widths = set.widths.map((width) => width * 72);
  const starts = widths.map((_, i) => PAPER.left + widths.slice(0, i).reduce((sum, width) => sum + width, 0));
  const heightOf = (cells: readonly string[], bold: boolean) => {
    document.font(bold ? "bold" : "regular").fontSize(SIZES.table);
    const heights = cells.map((cell, i) =>
      document.heightOfString(cell || " ", { width: inner(widths[i]), features: ["tnum"] }),
    );
    return Math.max(...heights) + 2 * PADDING.y;
  };
  const cell = (text: string, column: number, y: number, bold: boolean) => {
    document
      .font(bold ? "bold" : "regular")
      .fontSize(SIZES.table)
      .fillColor(INK);
    document.text(text, (starts[column] ?? 0) + PADDING.x, y + PADDING.y, {
      width: inner(widths[column]),
      align: set.words[column] ? "left" : "right",
      // Figures of equal width, so that digits stand under each other.
      features: ["tnum"],
    });
  };
  const rule = (y: number, colour: string) =>
    decorate(paper, () => {
      const end = (starts.at(-1) ?? 0) + (widths.at(-1) ?? 0);
      document.moveTo(PAPER.left, y).lineTo(end, y).lineWidth(0.5).strokeColor(colour).stroke();
    });
  const head = heightOf(set.heads, true);
  const heights = set.rows.map((row, r) => heightOf(row, set.totals.includes(r)));
  const all = heights.reduce((sum, height) => sum + height, 0);
  // A short table stands in one piece.
  const first = all <= IN_ONE_PIECE ? all : (heights[0] ?? 0);
  document.font("regular").fontSize(SIZES.caption);
  keepRoom(paper, document.heightOfString(table.caption, { width: PAPER.width }) + head + first + 10);
  const tag = document.struct("Table");
  part.add(tag);
  writeText(paper, tag, "Caption", table.caption, { size: SIZES.caption, quiet: true, after: 3 });
  const heads = document.struct("TR");
  tag.add(heads);
  for (const [i, text] of set.heads.entries())
    heads.add(document.struct("TH", { scope: "Column" } as object, () => cell(text, i, paper.y, true)));
  heads.end();
  paper.y += head;
  rule(paper.y, INK);
  for (const [r, cells] of set.rows.entries()) {
    const bold = set.totals.includes(r);
    const height = heightOf(cells, bold);
    if (paper.y + height > PAPER.bottom) {
      newSheet(paper);
      decorate(paper, () => set.heads.forEach((text, i) => cell(text, i, paper.y, true)));
      paper.y += head;
      rule(paper.y, INK);
    }
    const row = document.struct("TR");
    tag.add(row);
    for (const [i, text] of cells.entries()) {
      const kind = i === 0 ? "TH" : "TD";
      row.add(document.struct(kind, (i === 0 ? { scope: "Row" } : {}) as object, () => cell(text, i, paper.y, bold)));
    }
    row.end();
    paper.y += height;
    rule(paper.y, LINE);
  }
  tag.end();
  paper.y += 12;
}

const inner = (width = 0): number => Math.max(8, width - 2 * PADDING.x);
