import { COLOURS } from "@cadre/charts";
import type { BookCell, CellLook } from "@cadre/workbook";
import { withoutFormula } from "cadre/tables";
import { hex } from "../pack/colours.ts";
import { plainText } from "../text/plain.ts";

/** A text as a cell. It is disarmed: a workbook may be saved as CSV, whose reader takes text for formulas. */
export function words(text: string, look: CellLook = {}, link?: string): BookCell {
  const value = withoutFormula(plainText(text));
  return { value, look: { format: "@", align: "left", ...look }, ...(link !== undefined && { link }) };
}

/** The title of a sheet, in its first cell. */
export const title = (text: string): BookCell => words(text, { heading: 1 });

/** The title of a part of a sheet of words. */
export const subtitle = (text: string): BookCell => words(text, { heading: 2 });

/** Words that go on below where they are longer than their column. */
export const prose = (text: string, link?: string): BookCell => words(text, { wrap: true }, link);

/** The name of a column. */
export const head = (text: string, align: "left" | "right" = "left", column = 0): BookCell =>
  words(text, {
    ...{ bold: true, wrap: true, lined: true, fill: hex(COLOURS.wash), align },
    indent: align === "left" && column > 0,
  });

/** What stands where there is no value: a cell that is left empty could be one that was forgotten. */
export const NO_VALUE = "[z]";

/** What `NO_VALUE` means, for those who meet it. */
export const ABOUT_NO_VALUE = `${NO_VALUE} means that no value applies here, or that the files give none.`;

/** Sentences a row each: a long line runs off a screen, and a wrapped one makes the first column as wide as it. */
export const sentences = (text: string): string[] =>
  text
    .split(/(?<=[.!?])\s+(?=[A-Z“*£0-9])/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
