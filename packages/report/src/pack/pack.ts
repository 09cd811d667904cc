import type { Chart } from "@cadre/charts";

/**
 * How the numbers of a column read: as text, a calendar year, a whole number, a change with its sign, a percentage, a chance
 * counted in draws, or with every digit.
 */
export type ColumnKind = "text" | "year" | "whole" | "change" | "percent" | "chance" | "exact";

/** A column of a table: its head, and how its numbers read. */
export interface PackColumn {
  readonly title: string;
  readonly kind: ColumnKind;
}

/** Another cell of the same table, both counted from 0. */
export interface CellAt {
  readonly row: number;
  readonly column: number;
}

/** A number that follows from other cells of its table; a workbook keeps it as a formula. */
export interface CellFormula {
  readonly value: number;
  readonly plus: readonly CellAt[];
  readonly minus: readonly CellAt[];
}

/** What stands in a cell: text as it is, a number unrounded, a computed number, or nothing. */
export type PackCell = string | number | CellFormula | undefined;

/** A table of a board pack, its numbers unrounded. `rowsAsRead` gives them as they are read. */
export interface PackTable {
  readonly caption: string;
  readonly columns: readonly PackColumn[];
  readonly rows: readonly (readonly PackCell[])[];
  /** The rows that are enough on a slide, such as every fifth year; all of them when left out. */
  readonly brief?: readonly number[];
  /** The rows that stand for the whole: set in bold, and whole numbers in a column of changes. */
  readonly totals?: readonly number[];
}

/** A series of an editable chart: a column of the chart's numbers and how it is drawn. */
export interface PackSeries {
  readonly column: number;
  /** Six hexadecimal digits, without a hash. */
  readonly colour: string;
  readonly dash: "solid" | "dash" | "dot";
}

/** An editable chart, as office programs draw them: rows of `numbers` along one axis, a series for each named column. */
export interface PackDrawing {
  readonly kind: "lines" | "stack" | "bars" | "pyramid";
  readonly series: readonly PackSeries[];
  /** The rows drawn; all of them when left out. */
  readonly rows?: readonly number[];
  /** Two columns between which the ground is filled where a program can do that, and what lies between them. */
  readonly between?: {
    readonly low: number;
    readonly high: number;
    readonly name: string;
    readonly colour: string;
    readonly opacity: number;
  };
  /** The same as a few steps from the first total of the numbers to the last, where a program can hang bars up: each the sum of some rows. */
  readonly steps?: readonly { readonly name: string; readonly rows: readonly number[] }[];
  /** Says what the editable chart shows, with its numbers; it may be of another kind than the picture. */
  readonly alt: string;
}

/** A chart of a board pack: the picture, the numbers it is drawn from, and how it is drawn where it stays editable. */
export interface PackChart {
  /** Name of its picture files, without an ending. */
  readonly name: string;
  readonly picture: Chart;
  /** The same for a telephone. */
  readonly narrow: Chart;
  readonly numbers: PackTable;
  readonly drawing: PackDrawing;
}

/** Something to take away from a page: a number or a word, and the sentence that goes on from it. */
export interface PackTakeaway {
  readonly mark: string;
  readonly words: string;
}

/** A page of a board pack: a finding, and what shows it. */
export interface PackPage {
  readonly id: string;
  /** What the page is about, in a few words: the name of its sheet in a workbook. */
  readonly about: string;
  /** The finding, as a sentence. */
  readonly title: string;
  /** The finding in at most twelve words and rough numbers, without the place that the pack is about; else the title is short. */
  readonly headline?: string;
  /** What a board takes away, at most three things; a page without any is for looking up. */
  readonly so?: readonly PackTakeaway[];
  /** Measure, unit, date and scenario, or what else is needed to read the page. */
  readonly text: string;
  /** Short statements below the title. */
  readonly points: readonly string[];
  readonly chart?: PackChart;
  /** What stands on the page beside the chart's own numbers; where there is none, those are shown. */
  readonly tables: readonly PackTable[];
  /** What a speaker says and may be asked. */
  readonly notes: readonly string[];
}

/** What a slide says of a page: a headline of at most twelve words, and up to three things to take away. */
export type PackBrief = Required<Pick<PackPage, "headline" | "so">>;

/** A board pack as plain data, the same for every kind of file. */
export interface BoardPack {
  readonly title: string;
  /** Which scenarios, from when to when. */
  readonly subtitle: string;
  /** Where the figures come from. */
  readonly source: string;
  readonly pages: readonly PackPage[];
  /** Long tables that only a workbook holds: every figure, every input. */
  readonly sheets: readonly { readonly about: string; readonly table: PackTable }[];
}
