type Cell = string | number | undefined;

/**
 * Rows as the text of a CSV file (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe in
 * front, so that a title in somebody's file cannot run one; numbers keep every digit.
 */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((cells) => `${cells.map(cellText).join(",")}\n`).join("");

function cellText(cell: Cell): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  const text = isFormula(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const isFormula = (text: string): boolean => /^[=+\-@\t\r]/.test(text) && !Number.isFinite(Number(text));
