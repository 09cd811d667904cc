import { numberIn, rounded, rowsAsRead } from "../../pack/cell.ts";
import type { ColumnKind, PackChart } from "../../pack/pack.ts";
import { shortenedText } from "../../text/plain.ts";

/** The rows of a chart's table as it draws them: labels, and numbers as the table shows them. */
export interface DrawnTable {
  readonly labels: readonly string[];
  readonly column: (at: number) => number[];
  /** The same unrounded. */
  readonly exact: (at: number) => number[];
  readonly nameOf: (at: number) => string;
  readonly isShare: (at: number) => boolean;
}

const isShare = (kind: ColumnKind): boolean => kind === "percent" || kind === "chance";

/** Reads some rows of the table behind a chart; those that it draws unless others are asked for. */
export function drawnTable({ numbers, drawing }: PackChart, asked = drawing.rows): DrawnTable {
  const rows = asked ?? numbers.rows.map((_, i) => i);
  const read = rowsAsRead(numbers);
  const kindOf = (at: number): ColumnKind => numbers.columns[at]?.kind ?? "whole";
  return {
    labels: rows.map((row) => shortenedText(read[row]?.[0] ?? "", 60) || "–"),
    column: (at) =>
      rows.map((row) => {
        const value = numberIn(numbers.rows[row]?.[at]) ?? 0;
        return isShare(kindOf(at)) ? rounded(value * 100) / 100 : rounded(value);
      }),
    exact: (at) => rows.map((row) => numberIn(numbers.rows[row]?.[at]) ?? 0),
    nameOf: (at) => shortenedText(numbers.columns[at]?.title ?? "", 60) || "–",
    isShare: (at) => isShare(kindOf(at)),
  };
}
