import { COLOURS, leaversByCause } from "@cadre/charts";
import { LEAVERS, type LeaverKind } from "cadre/measures";
import { chartPage, numbersOf, packChart } from "../pack/chart.ts";
import { hex } from "../pack/colours.ts";
import type { PackPage } from "../pack/pack.ts";
import type { PackSetting } from "../pack/setting.ts";
import { briefRows } from "../pack/yearly.ts";

/** The colours of the causes by their titles in the table, as the picture has them. */
const COLOUR_OF: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(LEAVERS).map(([kind, { title }]) => [title, COLOURS[kind as LeaverKind]]),
);

/** Who leaves a post, by cause and year. */
export function leaversPage(setting: PackSetting): PackPage {
  const { first, pool, year } = setting;
  const chart = packChart(
    "leavers-by-cause",
    (size) => leaversByCause(first, { pool, year, ...size }),
    (picture) => numbersOf(picture, "year", briefRows(first.years, setting)),
    (picture) => ({
      kind: "stack",
      series: picture.usermeta.cadre.table.columns.flatMap((title, column) =>
        COLOUR_OF[title] === undefined ? [] : [{ column, colour: hex(COLOUR_OF[title]), dash: "solid" as const }],
      ),
      alt: picture.description,
    }),
  );
  return chartPage(chart, {
    id: "who-leaves",
    about: "Who leaves",
    notes: [
      "Leaving means leaving this kind of work. People who change employer leave a post empty but are not lost. People who move stay within the system.",
      "A plan can hardly change deaths and retirements. It can change leaving.",
    ],
  });
}
