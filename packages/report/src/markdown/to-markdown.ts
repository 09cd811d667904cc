import { rowsAsRead } from "../pack/cell.ts";
import type { BoardPack, PackPage, PackTable } from "../pack/pack.ts";

/**
 * A pack as Markdown, for a wiki or a repository: its pages as headings, statements and tables. Charts are left out.
 * Text of a file stays text: what Markdown or HTML would read as an instruction is escaped.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { boardPack, toMarkdown } from "@cadre/report";
 * toMarkdown(boardPack([run(await readSystem("scenarios/cumbria/system.yaml"))])).startsWith("# "); // true
 * ```
 */
export function toMarkdown({ title, subtitle, pages, source }: BoardPack): string {
  return `${[`# ${safe(title)}`, safe(subtitle), ...pages.map(section), safe(source)].join("\n\n")}\n`;
}

const section = ({ title, text, points, tables, notes }: PackPage): string =>
  [
    `## ${safe(title)}`,
    ...(text === "" ? [] : [safe(text)]),
    ...(points.length === 0 ? [] : [points.map((point) => `- ${safe(point)}`).join("\n")]),
    ...tables.map(tableText),
    ...notes.map(safe),
  ].join("\n\n");

function tableText(table: PackTable): string {
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => safe(cell)).join(" | ")} |`;
  const rule = table.columns.map(({ kind }) => (kind === "text" ? "---" : "---:"));
  const lines = [
    row(table.columns.map(({ title }) => title)),
    `| ${rule.join(" | ")} |`,
    ...rowsAsRead(table).map(row),
  ];
  return `**${safe(table.caption)}**\n\n${lines.join("\n")}`;
}

/** On one line, and every sign that Markdown or HTML gives a meaning to made plain. */
const safe = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<>|#&]/g, (sign) => `\\${sign}`)
    .replace(/^([-+]|\d+[.)])(?=\s)/, "\\$1");
