import { COLOURS, leaversByCause } from "@cadre/charts";
import { numbersOf, packChart, textOf } from "../pack/chart.ts";
import { hex } from "../pack/colours.ts";
import type { PackPage } from "../pack/pack.ts";
import type { Setting } from "../pack/setting.ts";
import { briefRows } from "../pack/yearly.ts";

/** The colours of the causes by their names in the table, as the picture has them. */
const CAUSES: Readonly<Record<string, string>> = {
  Leaving: COLOURS.leaving,
  "Changing employer": COLOURS.churn,
  Retiring: COLOURS.retiring,
  "Moving to another pool": COLOURS.moves,
  "Hired by another pool": COLOURS.hires,
  "Leaving to train": COLOURS.training,
  Dying: COLOURS.dying,
};

/** Who leaves a post, by cause and year. */
export function leaversPage(setting: Setting): PackPage {
  const { first, pool } = setting;
  const chart = packChart(
    "leavers-by-cause",
    (size) => leaversByCause(first, { pool, ...size }),
    (picture) => numbersOf(picture, "year", briefRows(first.years, setting)),
    (picture) => ({
      kind: "stack",
      series: picture.usermeta.cadre.table.columns.flatMap((title, column) =>
        CAUSES[title] === undefined ? [] : [{ column, colour: hex(CAUSES[title]), dash: "solid" as const }],
      ),
      alt: picture.description,
    }),
  );
  const { title } = chart.picture.usermeta.cadre;
  return {
    id: "who-leaves",
    about: "Who leaves",
    title,
    text: textOf(chart.picture),
    points: [],
    chart,
    tables: [],
    notes: [
      "Leaving is leaving the kind of work here; changing employer leaves a post empty and loses nobody; moving stays within the system.",
      "Deaths and retirements hardly answer to a plan. Leaving does.",
    ],
  };
}
