import { countText, scenariosSideBySide } from "@cadre/charts";
import type { CountedMeasure, Result } from "cadre";
import { MEASURES, partsOf, poundsIn } from "cadre/measures";
import { unpriced } from "cadre/results";
import { difference, sum } from "../pack/cell.ts";
import { asLines, packChart, textOf } from "../pack/chart.ts";
import { furthestScenarios } from "../pack/furthest.ts";
import type { PackCell, PackPage, PackTable } from "../pack/pack.ts";
import { type PackSetting, scenarioName } from "../pack/setting.ts";
import { briefRows } from "../pack/yearly.ts";
import { costUntil } from "./scenarios.ts";

/** What the scenarios cost; left out where nothing has a price. */
export function costsPage(setting: PackSetting): PackPage | undefined {
  const { results, first, pool, year } = setting;
  const yearly = results.map((result) => result.series({ pool, measure: "cost.total" }));
  const { per, unit } = poundsIn(yearly.flatMap((points) => points.map(({ value }) => value)));
  // Where interventions alone have a price, all costs are theirs again, and those without a price would be drawn as free.
  const paid = (result: Result) =>
    costUntil(result, "cost.total", year, pool) - costUntil(result, "cost.interventions", year, pool);
  if (results.every((result) => paid(result) === 0)) return undefined;
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
    asLines(furthestScenarios(setting, "cost.total").map((i) => i + 1)),
  );
  const { title } = chart.picture.usermeta.cadre;
  const withoutPrice = new Set(results.flatMap((result) => unpriced(result).map(({ id }) => id)));
  return {
    id: "costs",
    about: "Costs",
    title: findingOf(setting) ?? title,
    text: textOf(chart.picture),
    points: withoutPrice.size > 0 ? [unpricedWords(withoutPrice.size)] : [],
    chart,
    tables: [costTable(setting)],
    notes: [
      "Costs are those that the files give a price for, in the prices of the year they are given in, without inflation.",
      "Pay is shown separately: a scenario that fills more posts pays more people, which is its purpose.",
    ],
  };
}

/** What the plan costs until the year asked for, pay apart: pay for posts that are filled is no price of a plan. */
function findingOf(setting: PackSetting): string | undefined {
  const { first, plan, year, name } = setting;
  const costs = costsApart(setting);
  if (!plan || !costs) return undefined;
  const { pay, other } = costs;
  const said = (value: number) => {
    const { per, unit } = poundsIn([value]);
    return `£${countText(Math.abs(value) / per)}${unit.slice(1)} ${value < 0 ? "less" : "more"}`;
  };
  const apart = pay === 0 ? "" : ` apart from pay, and ${said(pay)} for pay`;
  return `${name}: “${scenarioName(plan)}” costs ${said(other)} from ${first.years[0]} to ${year}${apart}`;
}

/** How much more the plan costs than the first scenario until the year asked for: pay, and all else; nothing without a plan. */
export function costsApart({ first, plan, pool, year }: PackSetting): { pay: number; other: number } | undefined {
  if (!plan) return undefined;
  const until = (measure: CountedMeasure) =>
    costUntil(plan, measure, year, pool) - costUntil(first, measure, year, pool);
  const pay = until("cost.pay");
  return { pay, other: until("cost.total") - pay };
}

const unpricedWords = (count: number): string =>
  count === 1
    ? "One intervention has no stated cost. It is not free."
    : `${count} interventions have no stated cost. They are not free.`;

/** What stands for costs that nobody has stated; they are not zero. */
const NO_PRICE = "no price";

/** Whether a scenario does things that cost money, and no price of any of them is known. */
const isUnpriced = (result: Result, measure: CountedMeasure): boolean => {
  const { interventions = [] } = result.data.resolved.scenario;
  return (
    measure === "cost.interventions" && interventions.length > 0 && unpriced(result).length === interventions.length
  );
};

/** Costs by kind until the year asked for, a scenario a row. */
function costTable({ results, first, pool, year }: PackSetting): PackTable {
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
        ...kinds.map((measure) => (isUnpriced(result, measure) ? NO_PRICE : cost(result, measure) / per)),
        sum(
          total,
          // Words cannot be added up.
          kinds.flatMap((measure, i) => (isUnpriced(result, measure) ? [] : [{ row, column: i + 1 }])),
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
