import { altText, type Chart, COLOURS } from "@cadre/charts";
import { rowsInWords } from "../text/rows-in-words.ts";
import { hex, lines } from "./colours.ts";
import type { PackChart, PackDrawing, PackPage, PackTable } from "./pack.ts";

/** Width in pixels of the pictures for telephones. */
const PHONE = 360;

/** A chart at its two widths, with the numbers it is drawn from and its editable twin. */
export function packChart(
  name: string,
  draw: (size: { width?: number }) => Chart,
  numbers: PackTable | ((picture: Chart) => PackTable),
  drawing: (picture: Chart) => PackDrawing,
): PackChart {
  const picture = draw({});
  return {
    name,
    picture,
    narrow: draw({ width: PHONE }),
    numbers: typeof numbers === "function" ? numbers(picture) : numbers,
    drawing: drawing(picture),
  };
}

/** The rounded numbers that travel with a picture, as numbers again. */
export function numbersOf(picture: Chart, kind: "year" | "text", more: Partial<PackTable> = {}): PackTable {
  const { caption, columns, rows } = picture.usermeta.cadre.table;
  return {
    caption,
    columns: columns.map((title, i) => ({ title, kind: i === 0 ? kind : "whole" })),
    rows: rows.map((cells) => cells.map((cell, i) => (i === 0 && kind === "text" ? cell : numberRead(cell)))),
    ...more,
  };
}

/** "1,234" and "−12" are numbers; what is none stays text. */
function numberRead(text: string): number | string {
  const number = Number(text.replaceAll(",", "").replace("−", "-"));
  return text !== "" && Number.isFinite(number) ? number : text;
}

/** The columns of the numbers as lines, which the alternative text of the picture tells as well. */
export const asLines =
  (columns: readonly number[], kind: "against-first" | "groups" = "against-first") =>
  (picture: Chart): PackDrawing => ({ kind: "lines", series: lines(columns, kind), alt: altText(picture) });

/** What some rows add between the totals of a table, as bars, and as steps where some of them are added up. */
export const asBars =
  (numbers: PackTable, rows: readonly number[], steps?: PackDrawing["steps"]) =>
  (picture: Chart): PackDrawing => {
    const { title, subtitle } = picture.usermeta.cadre;
    return {
      kind: "bars",
      series: [{ column: 1, colour: hex(COLOURS.worse), dash: "solid" }],
      rows,
      ...(steps && { steps }),
      alt: `Bar chart. ${title}. ${subtitle} ${rowsInWords(numbers, rows, [1])}`,
    };
  };

/** What only the picture shows: its outline, its grey lines, where its axis starts. */
const ONLY_DRAWN =
  /; outline: [^.]*| Grey: [^.]*\.| The (vertical axis|scale) does not start at zero[^.]*\.| Funded demand equals demand\./g;

/** What a page says under its title, where the picture may be drawn another way. */
export const textOf = (picture: Chart): string => picture.usermeta.cadre.subtitle.replace(ONLY_DRAWN, "");

/** A page about one chart: the finding of the chart, its unit and date, and what `page` adds or says instead. */
export const chartPage = (
  chart: PackChart,
  page: Pick<PackPage, "id" | "about" | "notes"> & Partial<Pick<PackPage, "text" | "tables">>,
): PackPage => ({
  title: chart.picture.usermeta.cadre.title,
  text: textOf(chart.picture),
  points: [],
  chart,
  tables: [],
  ...page,
});
