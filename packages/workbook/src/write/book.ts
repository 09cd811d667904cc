import type { CellRange } from "../parts/address.ts";

/** How a cell looks. What is left out looks as the rest of the sheet does. */
export interface CellLook {
  /** A title (1) or the title of a part (2): told as a heading to those who listen, and set larger. */
  readonly heading?: 1 | 2;
  readonly bold?: boolean;
  /** Six hexadecimal digits, without a hash. */
  readonly fill?: string;
  readonly colour?: string;
  readonly align?: "left" | "right";
  /** A little away from the left edge, which parts words from the numbers of the column before. */
  readonly indent?: boolean;
  /** Lines that are too long go on below. */
  readonly wrap?: boolean;
  /** A line below the cell. */
  readonly lined?: boolean;
  /** How a number is shown, as Excel writes it: `#,##0`, `0.0%`. `@` is text. */
  readonly format?: string;
  /** Can be changed on a sheet that is protected. */
  readonly open?: boolean;
}

/** A number that follows from other cells of its sheet: `H4-H5`, `SUM(B3:B9)`, with its value. */
export interface CellFormula {
  readonly formula: string;
  readonly value: number;
}

/** What stands in a cell. */
export interface BookCell {
  readonly value: string | number | CellFormula;
  readonly look?: CellLook | undefined;
  /** Where a click leads: the name of a sheet after `#`, or an address of the web or of mail. */
  readonly link?: string | undefined;
}

/** A marked-up table: its first row is the header, whose names are texts that all differ. */
export interface BookTable {
  /** Letters, digits and underscores; no other table of the workbook has it. */
  readonly name: string;
  readonly range: CellRange;
}

/** Cells that offer a list to choose from, or tell what belongs there when they are entered. */
export interface CellChoice {
  readonly range: CellRange;
  /** The words to choose from; none where only the message is wanted. */
  readonly words?: readonly string[] | undefined;
  /** Whether other words may be written too. */
  readonly free?: boolean | undefined;
  readonly title: string;
  readonly message: string;
}

/** Cells of one column that a chart draws, and what stands in them. Rows and columns count from 0. */
export interface ChartColumn {
  readonly sheet: string;
  readonly column: number;
  /** The row of the header, and those that are drawn. */
  readonly head: number;
  readonly rows: readonly number[];
  readonly values: readonly (string | number)[];
}

/** A line, or bars, of a chart. */
export interface ChartSeries {
  readonly title: string;
  readonly cells: ChartColumn;
  /** Six hexadecimal digits, without a hash. */
  readonly colour: string;
  readonly dash: "solid" | "dash" | "dot";
}

/** A chart that the office program draws and that can be edited there. */
export interface BookChart {
  readonly kind: "lines" | "columns" | "stack" | "bars";
  readonly title: string;
  /** What the chart shows, in words, for those who do not see it. */
  readonly alt: string;
  readonly categories: ChartColumn;
  readonly series: readonly ChartSeries[];
  /** What the numbers are, with their unit. */
  readonly unit: string;
}

/** A sheet of a workbook that is to be written. */
export interface BookSheet {
  /** At most 31 characters, as `sheetName` makes them. */
  readonly name: string;
  /** Cells row by row; what is undefined stays empty. */
  readonly rows: readonly (readonly (BookCell | undefined)[])[];
  /** Widths of columns in characters. */
  readonly widths?: readonly number[];
  readonly table?: BookTable | undefined;
  /** So many rows at the top stay in sight. */
  readonly frozen?: number | undefined;
  readonly choices?: readonly CellChoice[];
  /** Only cells that look `open` can be changed; there is no password. */
  readonly isProtected?: boolean;
  /** Drawn below the last row. */
  readonly chart?: BookChart | undefined;
}

/** A workbook that is to be written, as plain data. */
export interface Book {
  readonly title: string;
  readonly subject?: string;
  /** Colours of links and of the lines behind charts, six hexadecimal digits each; else those of the program. */
  readonly colours?: { readonly link: string; readonly grid: string };
  readonly sheets: readonly BookSheet[];
}

/** The letters of every workbook: found on every machine with an office program. */
export const FACE = "Arial";
/** Size of letters in points, of headings by their level. */
export const POINTS = 11;
export const HEADING_POINTS: Readonly<Record<1 | 2, number>> = { 1: 16, 2: 13 };
