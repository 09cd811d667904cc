import type { Source } from "cadre";

/** What a reader gives: rows in the order of the file, and where they come from. */
export interface Figures<Row> {
  readonly rows: readonly Row[];
  /** Ready to stand under `sources` of a system file. */
  readonly source: Source;
  /** What of the file was left out and why, a sentence each: totals beside their parts, withheld figures nobody asked for. */
  readonly notes: readonly string[];
}

/** What every reader may be told about a file besides its text. */
export interface ReadOptions {
  /** Name of the file, for messages. */
  readonly file?: string;
  /** Which sheet of a workbook; may be left out where only one has figures. */
  readonly sheet?: string;
  /** Overrides what the reader says of the source: its title as published, the date of publication. */
  readonly source?: Partial<Source>;
}

/** The licence of official statistics in the United Kingdom, as registers name it. */
const OGL = "OGL-3.0";

/** The Open Government Licence asks for this sentence wherever the figures are used. */
const ATTRIBUTION = "Contains public sector information licensed under the Open Government Licence v3.0.";

/** Rows that cannot be changed, with an official source. */
export function figuresFrom<Row extends object>(
  rows: Row[],
  source: Source,
  options: ReadOptions,
  notes: readonly string[] = [],
): Figures<Row> {
  for (const row of rows) Object.freeze(row);
  const official: Source = { licence: OGL, note: ATTRIBUTION, ...source, ...options.source };
  return Object.freeze({
    rows: Object.freeze(rows),
    source: Object.freeze(official),
    notes: Object.freeze([...notes]),
  });
}
