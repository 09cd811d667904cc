import { COLOURS } from "@cadre/charts";
import type { PackSeries } from "./pack.ts";

/** A colour of the charts as office programs write it. */
export const hex = (colour: string): string => colour.replace("#", "").toUpperCase();

/** Lines apart by colour, by lightness and by dash, the first black: what the others are held against. */
const LINES: readonly Omit<PackSeries, "column">[] = [
  { colour: hex(COLOURS.ink), dash: "solid" },
  { colour: hex(COLOURS.supply), dash: "solid" },
  { colour: hex(COLOURS.demand), dash: "dash" },
  { colour: "00694C", dash: "dot" },
  { colour: hex(COLOURS.hires), dash: "dash" },
  { colour: "6B5400", dash: "dot" },
];

/** More lines than this are not told apart. */
export const MOST_LINES = LINES.length;

/** The columns as lines, in the order of the colours. */
export function lines(columns: readonly number[]): PackSeries[] {
  return columns.slice(0, MOST_LINES).map((column, i) => ({ column, ...(LINES[i] as Omit<PackSeries, "column">) }));
}
