import { MEASURE_NAMES, type Measure } from "../model/measures.ts";
import type { Figures } from "./figures.ts";
import { numbersOf } from "./layout.ts";

/** Numbers in long form: one entry a row in each column. */
export interface Columns {
  readonly scenario: string[];
  readonly year: number[];
  readonly pool: string[];
  readonly measure: Measure[];
  /** Undefined where a ratio cannot be worked out. */
  readonly value: (number | undefined)[];
}

/** Every measure of every group and year, stocks from the base year on. */
export function longRows(scenario: string, figures: Figures): Columns {
  const columns: Columns = { scenario: [], year: [], pool: [], measure: [], value: [] };
  for (const { group, measure, year, row } of numbersOf(figures.groups, figures.span, MEASURE_NAMES)) {
    columns.scenario.push(scenario);
    columns.year.push(year);
    columns.pool.push(group.id);
    columns.measure.push(measure);
    columns.value.push(figures.number(group, measure, row));
  }
  return columns;
}
