import type { Comparison } from "cadre";
import { csvText } from "cadre/tables";

const HEADINGS = ["scenario", "title", "year", "pool", "measure", "value", "difference"] as const;
const MEASURES = ["gap", "supply", "demand", "headcount", "cost.interventions", "cost.total"] as const;

/** The rows of `comparison.csv`: the main measures of a pool in every scenario and year, with the difference from the first one. */
export function comparisonRows(comparison: Comparison, pool: string) {
  const [first] = comparison.results;
  return MEASURES.flatMap((measure) =>
    first.series({ pool, measure }).flatMap(({ year }) =>
      comparison.at({ pool, measure, year }).map(({ id, title, value, difference }) => ({
        ...{ scenario: id, title, year, pool, measure, value, difference },
      })),
    ),
  );
}

export const comparisonCsv = (comparison: Comparison, pool: string): string =>
  csvText(HEADINGS, comparisonRows(comparison, pool));
