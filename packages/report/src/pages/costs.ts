import { scenariosSideBySide } from "@cadre/charts";
import { type CountedMeasure, MEASURES, partsOf, poundsIn, type Result } from "cadre";
import { difference, sum } from "../pack/cell.ts";
import { asLines, packChart, textOf } from "../pack/chart.ts";
import { furthest } from "../pack/furthest.ts";
import type { PackCell, PackPage, PackTable } from "../pack/pack.ts";
import { type Setting, scenarioName } from "../pack/setting.ts";
import { briefRows } from "../pack/yearly.ts";
import { costUntil } from "./scenarios.ts";

/** What the scenarios cost; left out where nothing has a price. */
export function costsPage(setting: Setting): PackPage | undefined {
  const { results, first, pool, year } = setting;
  const yearly = results.map((result) => result.series({ pool, measure: "cost.total" }));
  const { per, unit } = poundsIn(yearly.flatMap((points) => points.map(({ value }) => value)));
  if (yearly.every((points) => points.every(({ value }) => value === 0))) return undefined;
  const numbers: PackTable = {
    caption: `All costs by scenario, in ${unit}, in years that end at ${first.referenceDate}`,
    columns: [
      { title: "Year", kind: "year" },
      ...results.map((result) => ({ title: scenarioName(result, 40), kind: "whole" as const })),
    ],
    rows: first.years.map((year, row) => [year, ...yearly.map((points) => (points[row]?.value ?? 0) / per)]),
    ...briefRows(first.years, setting),
  };
  const chart = packChart(
    "costs",
    (size) => scenariosSideBySide(results, { pool, measure: "cost.total", year, ...size }),
    numbers,
    asLines(furthest(setting, "cost.total").map((i) => i + 1)),
  );
  const { title } = chart.picture.usermeta.cadre;
  const unpriced = new Set(results.flatMap(unpricedIn));
  return {
    id: "costs",
    about: "Costs",
    title,
    text: textOf(chart.picture),
    points: unpriced.size > 0 ? [unpricedWords(unpriced.size)] : [],
    chart,
    tables: [costTable(setting)],
    notes: [
      "Costs are those that the files give a price for, in the prices of the year they are given in, without inflation.",
      "A scenario that fills more posts pays more people: higher cost of pay is not by itself a fault of the plan.",
    ],
  };
}

const unpricedWords = (count: number): string =>
  count === 1
    ? "One intervention has no stated cost. It is not free."
    : `${count} interventions have no stated cost. They are not free.`;

const unpricedIn = ({ data }: Result): string[] =>
  (data.resolved.scenario.interventions ?? [])
    .filter(({ cost }) => (cost?.perYear ?? cost?.once) === undefined)
    .map(({ id }) => id);

/** Costs by kind until the year asked for, a scenario a row. */
function costTable({ results, first, pool, year }: Setting): PackTable {
  const cost = (result: Result, measure: CountedMeasure) => costUntil(result, measure, year, pool);
  const kinds = partsOf("cost.total").filter((measure) => results.some((result) => cost(result, measure) !== 0));
  const { per, unit } = poundsIn(results.map((result) => cost(result, "cost.total")));
  const last = kinds.length + 1;
  return {
    caption: `Costs from ${first.years[0]} to ${year} together, in ${unit}${
      results.length > 1 ? `. Change: against “${scenarioName(first)}”` : ""
    }`,
    columns: [
      { title: "Scenario", kind: "text" },
      ...kinds.map((measure) => ({ title: MEASURES[measure].head, kind: "whole" as const })),
      { title: "All costs", kind: "whole" },
      ...(results.length > 1 ? [{ title: "Change", kind: "change" } as const] : []),
    ],
    rows: results.map((result, row): PackCell[] => {
      const total = cost(result, "cost.total") / per;
      return [
        scenarioName(result),
        ...kinds.map((measure) => cost(result, measure) / per),
        sum(
          total,
          kinds.map((_, i) => ({ row, column: i + 1 })),
        ),
        ...(results.length > 1
          ? [
              row === 0
                ? "–"
                : difference(total - cost(first, "cost.total") / per, { row, column: last }, { row: 0, column: last }),
            ]
          : []),
      ];
    }),
  };
}
