import { type Chart, countText, sourceLine } from "@cadre/charts";
import type { Ensemble } from "cadre";
import { differenceBars } from "./charts/difference-bars.ts";
import { differenceWords } from "./sure-words.ts";

/** Whose gaps are compared, in which year, and how wide. */
export interface PlansApartOptions {
  readonly groups: readonly { readonly pool: string; readonly name: string }[];
  readonly year: number;
  readonly width?: number;
}

/** What one plan changes of the gap against another on the same draws, group by group: medians and eight draws in ten. */
export function plansApart(
  [before, after]: readonly [Ensemble, Ensemble],
  { groups, year, width }: PlansApartOptions,
): Chart {
  const bars = groups.map((group) => {
    const { p10 = 0, p50 = 0, p90 = 0 } = after.difference?.at({ pool: group.pool, measure: "gap", year }) ?? {};
    return { ...group, p10, p50, p90, says: differenceWords(after, { pool: group.pool, year }) };
  });
  const date = `${after.central.referenceDate} ${year}`;
  return differenceBars(bars, {
    title: `“${after.title}” against “${before.title}”: ${bars.map(({ name, says }) => `${name.toLowerCase()} ${says}`).join(", ")}`,
    subtitle: `Difference of the gap in full-time equivalents (FTE) at ${date}, draw by draw. Bar: median; thin line: 8 in 10 of ${countText(after.draws)} draws.`,
    source: sourceLine(after.central),
    sides: ["fewer short", "more short"],
    ...(width !== undefined && { width }),
  });
}
