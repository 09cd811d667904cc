import { rowsAsRead } from "../pack/cell.ts";
import type { PackTable } from "../pack/pack.ts";
import { linesNeeded, textInches, widestWord } from "./measure.ts";

/** How a table is set: the widths of its columns and the heights of its rows in inches, head first. */
export interface SetTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly totals: readonly number[];
  /** Whether a column holds words and stands to the left. */
  readonly words: readonly boolean[];
  readonly widths: readonly number[];
  readonly headHeight: number;
  readonly rowHeights: readonly number[];
  /** Size of the letters. */
  readonly points: number;
  /** Whether columns had to give way. */
  readonly squeezed: boolean;
  /** Whether words have to be broken. */
  readonly broken: boolean;
}

const PADDING = 0.16;
/** No column asks for more than this share of the width. */
const MOST_OF_WIDTH = 0.45;

/** Sets some rows of a table in at most so many inches of width, in letters of so many points. */
export function setTable(table: PackTable, shown: readonly number[], most: number, points: number): SetTable {
  const all = rowsAsRead(table);
  const rows = shown.map((row) => all[row] ?? []);
  const heads = table.columns.map(({ title }) => title);
  const words = table.columns.map(({ kind }, i) => kind === "text" || i === 0);
  const totals = shown.flatMap((row, i) => (table.totals?.includes(row) ? [i] : []));
  const widest = Math.max(1.5, MOST_OF_WIDTH * most);
  const natural = heads.map((head, i) => {
    const cells = rows.map((row, r) => textInches(row[i] ?? "", points, totals.includes(r)));
    // A head may take two lines before it makes its column wider.
    const title = Math.max(widestWord(head, points, true), textInches(head, points, true) / 2);
    return PADDING + Math.min(widest, Math.max(0.3, title, ...cells));
  });
  const least = heads.map((head, i) => {
    const cells = rows.map((row) => (words[i] ? widestWord(row[i] ?? "", points) : textInches(row[i] ?? "", points)));
    return PADDING + Math.min(widest / 2, Math.max(0.3, widestWord(head, points, true), ...cells));
  });
  const widths = fitted(natural, least, most);
  const lineHeight = (points * 1.2) / 72;
  const height = (cells: readonly string[], bold: boolean) =>
    0.1 +
    lineHeight * Math.max(1, ...cells.map((cell, i) => linesNeeded(cell, (widths[i] ?? 1) - PADDING, points, bold)));
  return {
    heads,
    rows,
    totals,
    words,
    widths,
    headHeight: height(heads, true),
    rowHeights: rows.map((row, i) => height(row, totals.includes(i))),
    points,
    squeezed: added(natural) > most,
    broken: added(least) > most,
  };
}

/** A table in the largest of some sizes of letters in which it fits a box without squeezing, or else in the smallest. */
export function largestTable(
  table: PackTable,
  shown: readonly number[],
  room: { width: number; height: number },
  sizes: readonly number[],
): SetTable {
  const set = (points: number) => setTable(table, shown, room.width, points);
  const fits = (one: SetTable) => !one.squeezed && heightOf(one) <= room.height;
  return set(sizes.find((points) => fits(set(points))) ?? Math.min(...sizes));
}

/** Natural widths where they fit; else columns give way in proportion to what they have above their least. */
function fitted(natural: readonly number[], least: readonly number[], most: number): number[] {
  const [wanted, needed] = [added(natural), added(least)];
  if (wanted <= most) return [...natural];
  if (needed >= most) return least.map((width) => (width * most) / needed);
  const share = (most - needed) / (wanted - needed);
  return natural.map((width, i) => (least[i] ?? 0) + (width - (least[i] ?? 0)) * share);
}

const added = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

/** The width of the whole table in inches. */
export const widthOf = ({ widths }: SetTable): number => added(widths);

/** The height of the head and all rows in inches. */
export const heightOf = ({ headHeight, rowHeights }: SetTable): number =>
  rowHeights.reduce((total, height) => total + height, headHeight);
