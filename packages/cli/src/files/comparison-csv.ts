import type { Comparison } from "cadre";
import { csvText } from "cadre/tables";

const HEADINGS = ["scenario", "title", "year", "pool", "measure", "value", "difference"] as const;
const MEASURES = ["gap", "supply", "demand", "headcount", "cost.interventions", "cost.total"] as const;

/** `comparison.csv`: the main measures of a pool in every scenario and year, with the difference from the first one. */
export function comparisonCsv(comparison: Comparison, pool: string): string {
  const [first] = comparison.results;
  const rows = MEASURES.flatMap((measure) =>
    first.series({ pool, measure }).flatMap(({ year }) =>
      comparison.at({ pool, measure, year }).map(({ id, title, value, difference }) => ({
        ...{ scenario: id, title, year, pool, measure, value, difference },
      })),
    ),
  );
  return csvText(HEADINGS, rows);
}
