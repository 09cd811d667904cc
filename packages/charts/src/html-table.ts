import { escapeText } from "./escape.ts";
import type { Table } from "./table.ts";

/**
 * A table as HTML, in a box that scrolls by itself where the screen is too narrow, with row and column heads. One that
 * stands open may wrap its first column; one of `words` in place of numbers is set to the left.
 */
export function htmlTable(table: Table, { open = false, words = false } = {}): string {
  const kinds = [open && "open", words && "words"].filter(Boolean).join(" ");
  const heads = table.columns.map((column) => `<th scope="col">${escapeText(column)}</th>`).join("");
  const rows = table.rows
    .map(([first = "", ...others]) => {
      const cells = others.map((cell) => `<td>${escapeText(cell)}</td>`).join("");
      return `<tr><th scope="row">${escapeText(first)}</th>${cells}</tr>`;
    })
    .join("\n");
  const caption = escapeText(table.caption);
  // The caption stands outside the scrolling box, so that a wide table does not carry it off a narrow screen.
  const rounded = words ? "" : " Figures are rounded one by one, so they may not add up to the last digit.";
  return `<p class="caption">${caption}.${rounded}</p>
<div class="scroll" role="region" tabindex="0" aria-label="${caption}">
<table${kinds ? ` class="${kinds}"` : ""} aria-label="${caption}">
<thead><tr>${heads}</tr></thead>
<tbody>
${rows}
</tbody>
</table>
</div>`;
}
