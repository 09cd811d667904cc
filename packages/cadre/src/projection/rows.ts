import type { Group } from "./groups.ts";
import { FLOW_MEASURES, type Measure, STOCK_MEASURES } from "./measures.ts";

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
      for (const measure of STOCK_MEASURES) add(year, group, measure, row);
      if (row > 0) for (const measure of FLOW_MEASURES) add(year, group, measure, row - 1);
    }
  });
  return columns;
}
