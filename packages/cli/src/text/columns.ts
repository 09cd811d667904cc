import { distinctShortNames } from "@cadre/charts";

/** A table for a terminal: the first column to the left, the others to the right, two spaces between. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** A text in lines of at most 80 characters, each after the first one indented. */
export function wrappedText(text: string, indent = "", width = 80): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    if (line !== "" && indent.length + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.map((text) => indent + text).join("\n");
}

/** A title cut to a width, with a sign where something is missing: names that begin alike are told apart by their ends. */
export const clippedTitle = (text: string, width: number): string =>
  distinctShortNames([text], (name) => name.length <= width)[0] ?? "";
