import { type Chart, COLOURS, staffFlow } from "@cadre/charts";
import { chartPage, numbersOf, packChart } from "../pack/chart.ts";
import { hex } from "../pack/colours.ts";
import type { PackPage, PackTable } from "../pack/pack.ts";
import type { PackSetting } from "../pack/setting.ts";

/** Who is there, who joins, who leaves and who is there at the end: the whole staff in one picture. */
export function flowPage({ first, pool, year }: PackSetting): PackPage {
  const chart = packChart(
    "staff-flow",
    (size) => staffFlow(first, { pool, year, ...size }),
    inShort,
    (picture) => ({
      kind: "pyramid",
      series: [
        { column: 2, colour: hex(COLOURS.joining), dash: "solid" },
        { column: 3, colour: hex(COLOURS.leaving), dash: "solid" },
      ],
      alt: picture.description.replace(/^Flow chart/, "Bar chart"),
    }),
  );
  return chartPage(chart, {
    id: "staff-flow",
    about: "Who comes and goes",
    tables: [
      numbersOf(chart.picture, "text", {
        caption: `${chart.picture.usermeta.cadre.table.caption}, by source and cause`,
      }),
    ],
    notes: [
      "From left to right: who is there and who joins; where they work; who leaves and who is there at the end.",
      "Whoever joins and leaves again within these years counts as both. Most of those who join replace others who leave.",
    ],
  });
}

/** Everybody who joins and everybody who leaves, other parts of the system included. */
function inShort(picture: Chart): PackTable {
  const { caption, columns, rows } = numbersOf(picture, "text");
  const last = columns.length - 1;
  const leave = columns.findIndex(({ title }) => title.startsWith("From another")) + 1;
  const sum = (cells: PackTable["rows"][number], from: number, to: number) =>
    cells.slice(from, to).reduce<number>((total, cell) => total + Number(cell), 0);
  const heads = [0, 1, last].flatMap((at) => columns[at] ?? []);
  return {
    caption,
    columns: [
      ...heads.slice(0, 2),
      { title: "Join", kind: "whole" },
      { title: "Leave", kind: "whole" },
      ...heads.slice(2),
    ],
    rows: rows
      .filter(([name]) => name !== "All")
      .map((cells) => [...cells.slice(0, 2), sum(cells, 2, leave), sum(cells, leave, last), cells[last]]),
  };
}
