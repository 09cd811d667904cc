import type { BookChart, BookSheet } from "@cadre/workbook";
import { numberIn, rowsAsRead } from "../pack/cell.ts";
import { textOf } from "../pack/chart.ts";
import type { PackChart } from "../pack/pack.ts";
import { sentences, title, words } from "./cells.ts";
import type { TableSheet } from "./table-sheet.ts";

/** The kinds of an editable chart as a workbook draws them: what is drawn to two sides elsewhere stands side by side. */
const KINDS = { lines: "lines", stack: "stack", bars: "bars", pyramid: "columns" } as const;

/** A chart on a sheet of its own, drawn by the office program from the cells of a table. */
export function chartSheet({ picture, drawing }: PackChart, { sheet, data }: TableSheet, name: string): BookSheet {
  const { title: finding } = picture.usermeta.cadre;
  const { table } = sheet;
  const first = table.range.top + 1;
  const rows = drawing.rows ?? data.rows.map((_, i) => i);
  const read = rowsAsRead(data);
  const column = (at: number) => ({
    sheet: sheet.name,
    column: at,
    head: table.range.top,
    rows: rows.map((row) => first + row),
  });
  const heads = sheet.rows[table.range.top] ?? [];
  const chart: BookChart = {
    kind: KINDS[drawing.kind],
    title: finding,
    alt: drawing.alt,
    unit: unitOf(picture),
    categories: { ...column(0), values: rows.map((row) => read[row]?.[0] ?? "") },
    series: drawing.series.map(({ column: at, colour, dash }) => ({
      title: String(heads[at]?.value ?? ""),
      cells: { ...column(at), values: rows.map((row) => numberIn(data.rows[row]?.[at]) ?? "") },
      colour,
      dash,
    })),
  };
  return {
    name,
    rows: [
      [title(finding)],
      ...sentences(textOf(picture)).map((sentence) => [words(sentence)]),
      [
        words(
          `This sheet holds one chart. It draws the table ${table.name} on the sheet ${sheet.name}.`,
          {},
          `#${sheet.name}`,
        ),
      ],
    ],
    chart,
  };
}

/** What the numbers are: the first words below the title of a picture that name a unit. */
function unitOf(picture: PackChart["picture"]): string {
  const parts = textOf(picture).split(/[.:,;](?= |$)/);
  return (parts.find((part) => /FTE|£|people|%/i.test(part)) ?? parts[0] ?? "").trim();
}
