import { checkArguments, TEXT } from "../error/shape.ts";

/** A sign that starts a formula, at the start of a text or where a spreadsheet might start a new cell within it. */
const OPENS = /(?<=(?:^|[\n\r\t;])[\p{Z}\p{Cc}\p{Cf}]*)[=+\-@＝＋－＠]/gu;
const CONTROL_FIRST = /^[\t\r\n]/;
/** A number as files and tables write it: "-5", "+1.5e3", "+1,234", "-3%". */
const NUMBER = /^[+-]?(\d+|\d{1,3}(,\d{3})+)?(\.\d+)?(?<=\d)(e[+-]?\d+)?%?$/i;

/**
 * A text for the cell of a spreadsheet, with an apostrophe before anything that would be run as a formula. Spreadsheets
 * skip spaces of every kind before a sign, take full-width signs for plain ones, and in some countries split a line at
 * semicolons, so each of these is covered. A number written as text, such as "-5", stays as it is.
 *
 * @example
 * ```ts
 * import { withoutFormula } from "cadre/tables";
 * withoutFormula("=HYPERLINK(A1)"); // "'=HYPERLINK(A1)"
 * withoutFormula("Home care; 16-29"); // "Home care; 16-29"
 * ```
 */
export function withoutFormula(text: string): string {
  checkArguments({ text }, { text: TEXT });
  if (NUMBER.test(text)) return text;
  const safe = text.replace(OPENS, "'$&");
  return CONTROL_FIRST.test(safe) ? `'${safe}` : safe;
}
