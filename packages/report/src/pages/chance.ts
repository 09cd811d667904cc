import { chanceByYear, countText, drawsAgree } from "@cadre/charts";
import { rounded } from "../pack/cell.ts";
import { asLines, chartPage, packChart } from "../pack/chart.ts";
import type { PackPage, PackTable } from "../pack/pack.ts";
import { type PackSetting, scenarioName } from "../pack/setting.ts";
import { drawnPair } from "../pack/stated.ts";
import { briefRows } from "../pack/yearly.ts";

/** How likely the aim is, by year; left out without draws, and where every draw of every year says the same. */
export function chancePage(setting: PackSetting): PackPage | undefined {
  const { first, pool, target, year: asked, name } = setting;
  const years = [first.base, ...first.years];
  // Where nothing uncertain bears on the gap, there is no chance to speak of.
  const runs = drawnPair(setting).filter(
    (run) => !years.every((year) => drawsAgree(run.at({ pool, measure: "gap", year }))),
  );
  const chances = years.map((year) => runs.map((run) => run.chance({ pool, measure: "gap", year, atMost: target })));
  if (new Set(chances.flat().map((share) => rounded(share * 100))).size < 2) return undefined;
  const numbers: PackTable = {
    caption: `${name}: chance that the gap is at most ${countText(target)} FTE, by year`,
    columns: [
      { title: "Year", kind: "year" },
      ...runs.map(({ central }) => ({ title: scenarioName(central, 40), kind: "chance" as const })),
    ],
    rows: years.map((year, i) => [year, ...(chances[i] ?? [])]),
    ...briefRows(years, setting),
  };
  const chart = packChart(
    "chance",
    (size) => chanceByYear(runs, { pool, atMost: target, year: asked, ...size }),
    numbers,
    asLines(runs.map((_, i) => i + 1)),
  );
  return chartPage(chart, {
    id: "chance",
    about: "Chance",
    notes: [
      "“Under 1%” and “over 99%” are also used for none and all of the draws, because no number of draws proves never or always.",
    ],
  });
}
