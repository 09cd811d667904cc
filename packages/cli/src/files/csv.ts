/** A cell of a CSV file. */
export type Cell = string | number | undefined;

/**
 * One line of RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe in front, so that a title
 * in somebody's file cannot run one; numbers keep every digit.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(",")}\n`;
}

function cellText(cell: Cell): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  const text = isFormula(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const isFormula = (text: string): boolean => /^[=+\-@\t\r]/.test(text) && !isNumber(text);
const isNumber = (text: string): boolean => text.trim() === text && Number.isFinite(Number(text));
