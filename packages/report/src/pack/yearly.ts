import type { PackTable } from "./pack.ts";
import type { PackSetting } from "./setting.ts";

/** The rows of a table of years that are enough on a slide: the milestones. */
export function briefRows(years: readonly number[], { milestones }: PackSetting): Pick<PackTable, "brief"> {
  const shown = years.flatMap((year, row) => (milestones.includes(year) ? [row] : []));
  return { brief: shown.length > 0 ? shown : years.slice(-1).map((_, row) => row) };
}
