import { type PageFigure, type PageTable, type Table, toHtml } from "@cadre/charts";
import { rowsAsRead } from "../pack/cell.ts";
import type { BoardPack, PackPage, PackTable } from "../pack/pack.ts";

/**
 * A board pack as one self-contained HTML page: pictures and style inside it, no script, nothing from a network. Every
 * chart has its numbers folded under it, which print open.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * import { boardPack, toPage } from "@cadre/report";
 * const today = run(await readSystem("scenarios/north-west-academies/system.yaml"));
 * const page = await toPage(boardPack([today]));
 * page.startsWith("<!doctype html>"); // true
 * ```
 */
export async function toPage({ title, subtitle, pages }: BoardPack): Promise<string> {
  const parts: (PageFigure | PageTable)[] = [];
  for (const page of pages) parts.push(...partsOf(page));
  return toHtml(parts, { title, intro: subtitle });
}

/** The chart under the page's finding, and then its tables; the words of the page stand above whichever comes first. */
function partsOf({ chart, title, text, points, tables }: PackPage): (PageFigure | PageTable)[] {
  const figure: PageFigure[] = chart
    ? [{ spec: titled(chart.picture, title), narrow: titled(chart.narrow, title) }]
    : [];
  const own = tables.map((table, i): PageTable => {
    const opens = i === 0 && !chart;
    return {
      title: opens ? title : headingOf(table),
      ...(opens && { text }),
      ...(i === 0 && { points }),
      table: asRead(table),
      words: isWords(table),
    };
  });
  return [...figure, ...own];
}

/** Whether a table holds words in most of its columns. */
const isWords = ({ columns }: PackTable): boolean =>
  2 * columns.filter(({ kind }) => kind === "text").length > columns.length;

/** A chart under another title; the picture in a page shows none of its own. */
function titled<T extends PageFigure["spec"]>(spec: T, title: string): T {
  return { ...spec, usermeta: { cadre: { ...spec.usermeta.cadre, title } } };
}

/** What a table is about, up to the first explanation in its caption. */
const headingOf = ({ caption }: PackTable): string => caption.split(/[.,(]/)[0]?.trim() || caption;

function asRead(table: PackTable): Table {
  return { caption: table.caption, columns: table.columns.map(({ title }) => title), rows: rowsAsRead(table) };
}
