import { scenariosSideBySide } from "@cadre/charts";
import type { CountedMeasure, Result } from "cadre";
import { poundsIn } from "cadre/measures";
import { unpriced } from "cadre/results";
import { evidenceOf } from "cadre/scenarios";
import { difference } from "../pack/cell.ts";
import { asLines, chartPage, packChart } from "../pack/chart.ts";
import { furthestScenarios } from "../pack/furthest.ts";
import type { PackCell, PackPage, PackTable } from "../pack/pack.ts";
import { type PackSetting, scenarioName } from "../pack/setting.ts";
import { centreWords, drawnPair } from "../pack/stated.ts";
import { briefRows } from "../pack/yearly.ts";

/** Behind the name of a scenario that rests on an effect nobody has measured. */
const MARK = " *";

/** Scenarios side by side; left out where there is only one. */
export function scenariosPage(setting: PackSetting): PackPage | undefined {
  const { results, first, pool, year } = setting;
  if (results.length < 2) return undefined;
  const numbers = yearByYear(setting);
  const shown = furthestScenarios(setting, "gap");
  const chart = packChart(
    "scenarios-gap",
    (size) => scenariosSideBySide(results, { pool, year, sure: drawnPair(setting), ...size }),
    numbers,
    asLines(shown.map((i) => i + 1)),
  );
  const board = scenarioTable(setting);
  return chartPage(chart, {
    id: "scenarios",
    about: "Scenarios",
    tables: [board],
    notes: [
      ...results.flatMap(({ title: name, data }) => {
        const { question } = data.resolved.scenario;
        return question ? [`“${name}”: ${question}`] : [];
      }),
      `Changes are against “${scenarioName(first)}”.`,
      ...(shown.length < results.length
        ? [
            `The editable chart holds ${shown.length} scenarios, the plan and those furthest from the first; the table has all.`,
          ]
        : []),
    ],
  });
}

/** Gap of every scenario and year, and in a workbook how far each lies from the first. */
function yearByYear(setting: PackSetting): PackTable {
  const { results, first, pool, name } = setting;
  const gaps = results.map((result) => result.series({ pool, measure: "gap" }));
  const years = [first.base, ...first.years];
  return {
    caption: `${name}: gap in FTE by scenario${centreWords(setting)} (a minus sign is more than needed), and the change against the first`,
    columns: [
      { title: "Year", kind: "year" },
      ...results.map((result) => ({ title: scenarioName(result, 40), kind: "whole" as const })),
      ...results.slice(1).map((result) => ({ title: `Change: ${scenarioName(result, 32)}`, kind: "change" as const })),
    ],
    rows: years.map((year, row): PackCell[] => {
      const gap = gaps.map((points) => points.find((point) => point.year === year)?.value ?? 0);
      return [
        year,
        ...gap,
        ...gap
          .slice(1)
          .map((value, i) => difference(value - (gap[0] ?? 0), { row, column: i + 2 }, { row, column: 1 })),
      ];
    }),
    ...briefRows(years, setting),
  };
}

/** What a scenario leaves, changes and costs, and how sure its effects are: a scenario a row. */
export function scenarioTable(setting: PackSetting): PackTable {
  const { results, first, pool, year, name } = setting;
  const centre = centreWords(setting);
  const gap = (result: Result) => result.at({ pool, measure: "gap", year });
  const costs = results.map((result) => costUntil(result, "cost.interventions", year));
  const { per, unit } = poundsIn(costs);
  const priced = results.some((result) => interventionsOf(result).length > 0);
  const unsure = results.some((result) => unmeasured(result) > 0);
  return {
    caption: [
      `${name}: gap in full-time equivalents (FTE) in ${year}, a minus sign is more than needed`,
      `Change: against “${scenarioName(first)}”`,
      ...(priced ? [`Interventions: their stated cost, ${first.years[0]} to ${year}, of all staff together`] : []),
      ...(unsure ? [`${MARK.trim()} depends on an effect that nobody has measured`] : []),
    ].join(". "),
    columns: [
      { title: "Scenario", kind: "text" },
      { title: `Gap (FTE)${centre}`, kind: "whole" },
      { title: `Change (FTE)${centre}`, kind: "change" },
      ...(priced
        ? ([
            { title: `Interventions (${unit})`, kind: "whole" },
            { title: "Not priced", kind: "text" },
            { title: "Evidence", kind: "text" },
          ] as const)
        : []),
    ],
    rows: results.map((result, row): PackCell[] => {
      const interventions = interventionsOf(result);
      const open = unpriced(result).length;
      const none = interventions.length === 0;
      const all = !none && open === interventions.length;
      return [
        `${scenarioName(result)}${unmeasured(result) > 0 ? MARK : ""}`,
        gap(result),
        row === 0 ? "–" : difference(gap(result) - gap(first), { row, column: 1 }, { row: 0, column: 1 }),
        ...(priced
          ? [
              none ? "–" : all ? "not stated" : (costs[row] ?? 0) / per,
              none ? "–" : `${open} of ${interventions.length}`,
              none ? "–" : evidenceOf(result.data.resolved.scenario).words,
            ]
          : []),
      ];
    }),
  };
}

const interventionsOf = (result: Result) => result.data.resolved.scenario.interventions ?? [];
const unmeasured = (result: Result): number => evidenceOf(result.data.resolved.scenario).unmeasured.length;

/** What a measure of cost adds up to from the first year on. */
export function costUntil(result: Result, measure: CountedMeasure, until: number, pool = "all"): number {
  return result.years.reduce((sum, year) => (year > until ? sum : sum + result.at({ pool, measure, year })), 0);
}
