import { COLOURS, supplyAndDemand } from "@cadre/charts";
import type { CountedMeasure } from "cadre";
import { difference, rounded } from "../pack/cell.ts";
import { chartPage, packChart } from "../pack/chart.ts";
import { hex } from "../pack/colours.ts";
import type { PackPage, PackSeries, PackTable } from "../pack/pack.ts";
import type { PackSetting } from "../pack/setting.ts";
import { centreWords, drawnPair } from "../pack/stated.ts";
import { briefRows } from "../pack/yearly.ts";

/** How supply and demand of the first scenario run, year by year. */
export function balancePage(setting: PackSetting): PackPage {
  const { first, pool, year } = setting;
  const numbers = balanceTable(setting);
  const paid = numbers.columns.length > 4;
  const series: PackSeries[] = [
    { column: 1, colour: hex(COLOURS.supply), dash: "solid" },
    { column: 2, colour: hex(COLOURS.need), dash: "dash" },
    ...(paid ? [{ column: 3, colour: hex(COLOURS.funded), dash: "dot" } as const] : []),
  ];
  const chart = packChart(
    "supply-and-demand",
    (size) => supplyAndDemand(first, { pool, funded: true, year, sure: drawnPair(setting), ...size }),
    numbers,
    (picture) => ({
      kind: "lines",
      series,
      between: { low: 1, high: 2, name: "Shortage", colour: hex(COLOURS.shortage), opacity: 1 },
      alt: picture.description,
    }),
  );
  return chartPage(chart, {
    id: "supply-and-demand",
    about: "Supply and demand",
    notes: [
      "Supply is the staff in post and demand the posts that are needed, both in full-time equivalents: a person on half the hours counts as half.",
      "The gap is demand less supply: above zero there are fewer staff than posts.",
      ...(paid ? ["Funded demand is the posts that the budget pays for, which is not the same as those needed."] : []),
    ],
  });
}

function balanceTable(setting: PackSetting): PackTable {
  const { first, pool, name } = setting;
  const values = (measure: CountedMeasure) => first.series({ pool, measure }).map(({ value }) => value);
  const [supply, demand, funded, gap] = [values("supply"), values("demand"), values("funded"), values("gap")];
  const paid = funded.some((value, i) => rounded(value) !== rounded(demand[i] ?? 0));
  const years = [first.base, ...first.years];
  return {
    caption: `${name}: staff in post (supply), posts needed (demand) and the gap between them`,
    columns: [
      { title: "Year", kind: "year" },
      { title: "Supply (FTE)", kind: "whole" },
      { title: "Demand (FTE)", kind: "whole" },
      ...(paid ? [{ title: "Funded (FTE)", kind: "whole" } as const] : []),
      { title: `Gap (FTE)${centreWords(setting)}`, kind: "whole" },
    ],
    rows: years.map((year, row) => [
      year,
      supply[row],
      demand[row],
      ...(paid ? [funded[row]] : []),
      difference(gap[row] ?? 0, { row, column: 2 }, { row, column: 1 }),
    ]),
    ...briefRows(years, setting),
  };
}
