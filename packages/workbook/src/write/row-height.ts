import { type BookCell, HEADING_POINTS, POINTS } from "./book.ts";

/** Height of a line of letters of a size, both in points. */
const lineHeight = (points: number): number => Math.round(points * 1.36);
/** Capital and bold letters are wider than the digits in which the width of a column is counted. */
const BOLD = 1.15;
/** Columns that nothing is said of are so many characters wide. */
const USUAL_WIDTH = 8;
/** No program shows a row that is higher. */
const HIGHEST = 400;

/** The height that a row needs so that no word in it is cut, in points; undefined where the usual one will do. */
export function rowHeight(row: readonly (BookCell | undefined)[], widths: readonly number[]): number | undefined {
  const needed = row.map((cell, i) => {
    if (cell === undefined) return 0;
    const { heading, bold, wrap } = cell.look ?? {};
    const points = heading === undefined ? POINTS : HEADING_POINTS[heading];
    const text = typeof cell.value === "string" ? cell.value : "";
    const room = (widths[i] ?? USUAL_WIDTH) / (bold || heading ? BOLD : 1) - 1;
    return lineHeight(points) * (wrap ? linesOf(text, room) : 1);
  });
  const most = Math.min(HIGHEST, Math.max(0, ...needed));
  return most > lineHeight(POINTS) ? most : undefined;
}

/** How many lines a text takes where so many characters fit into one. */
function linesOf(text: string, room: number): number {
  let [lines, at] = [1, 0];
  for (const word of text.split(" ")) {
    if (at > 0 && at + 1 + word.length > room) {
      lines += 1;
      at = 0;
    }
    // A word that is wider than its column is broken.
    lines += Math.max(0, Math.ceil(word.length / room) - 1);
    at += (at > 0 ? 1 : 0) + Math.min(word.length, room);
  }
  return lines;
}
