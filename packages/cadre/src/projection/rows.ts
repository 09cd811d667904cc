import type { Group } from "./groups.ts";
import { FLOW_MEASURES, type Measure, PIPELINE_MEASURES, STOCK_MEASURES } from "./measures.ts";

/** Numbers in long form: one entry a row in each column. */
export interface Columns {
  readonly scenario: string[];
  readonly year: number[];
  readonly pool: string[];
  readonly measure: string[];
  readonly value: number[];
}

/** Every measure of every group and year, stocks from the base year on. */
export function longRows(
  scenario: string,
  groups: readonly Group[],
  base: number,
  years: readonly number[],
  value: (group: Group, measure: Measure, row: number) => number,
): Columns {
  const columns: Columns = { scenario: [], year: [], pool: [], measure: [], value: [] };
  const add = (year: number, group: Group, measure: Measure, row: number) => {
    columns.scenario.push(scenario);
    columns.year.push(year);
    columns.pool.push(group.id);
    columns.measure.push(measure);
    columns.value.push(value(group, measure, row));
  };
  [base, ...years].forEach((year, row) => {
    for (const group of groups) {
      const { stocks, flows } = measuresOf(group);
      for (const measure of stocks) add(year, group, measure, row);
      if (row > 0) for (const measure of flows) add(year, group, measure, row - 1);
    }
  });
  return columns;
}

/** The measures that a group has: those of staff, of pipelines, or of both. */
export function measuresOf({ pools, courses }: Group): { stocks: readonly Measure[]; flows: readonly Measure[] } {
  const staff = pools.length > 0;
  const training =
    courses.length > 0 ? PIPELINE_MEASURES.filter((measure) => !staff || measure !== "cost.training") : [];
  return {
    stocks: staff ? STOCK_MEASURES : ["trainees"],
    flows: staff ? [...FLOW_MEASURES, ...training] : training,
  };
}
