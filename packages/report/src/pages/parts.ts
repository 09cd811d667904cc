import { gapByPool } from "@cadre/charts";
import { difference } from "../pack/cell.ts";
import { asLines, chartPage, packChart } from "../pack/chart.ts";
import { MOST_LINES } from "../pack/colours.ts";
import type { PackCell, PackPage, PackTable } from "../pack/pack.ts";
import { groupName, type PackSetting, scenarioName } from "../pack/setting.ts";
import { splitOf } from "../pack/split.ts";
import { changeOf, drawnPair, gapOf } from "../pack/stated.ts";
import { briefRows } from "../pack/yearly.ts";
import { kindWords } from "../text/kind.ts";
import { shortenedText } from "../text/plain.ts";

/** Where the gap is: by employer, or by sector, or by pool where there is only one of those. Left out for a single pool. */
export function partsPage(setting: PackSetting): PackPage | undefined {
  const { first, plan, pool, year } = setting;
  if (pool !== "all") return undefined;
  const split = splitOf(first);
  if (!split) return undefined;
  const { groups, ids } = split;
  const gap = (id: string, when: number, result = first) => gapOf(setting, result, { pool: id, year: when });
  const sure = drawnPair(setting);
  const ranked = [...ids].sort((one, other) => Math.abs(gap(other, year)) - Math.abs(gap(one, year)));
  const years = [first.base, ...first.years];
  const change = (id: string, row: number): PackCell => {
    const { value } = changeOf(setting, { pool: id, year });
    return sure.length > 0 ? value : difference(value, { row, column: 3 }, { row, column: 2 });
  };
  const heads = ranked.slice(0, MOST_LINES);
  const numbers: PackTable = {
    caption: `Gap in FTE by ${groups.slice(0, -1)} (demand less supply; a minus sign is more than needed)`,
    columns: [
      { title: "Year", kind: "year" },
      ...heads.map((id) => ({ title: shortenedText(groupName(first, id), 40), kind: "whole" as const })),
    ],
    rows: years.map((when) => [when, ...heads.map((id) => gap(id, when))]),
    ...briefRows(years, setting),
  };
  const closes = plan ? [{ title: "Change (FTE)", kind: "change" } as const] : [];
  const table: PackTable = {
    caption:
      `Gap by ${groups.slice(0, -1)} in FTE, a minus sign is more than needed` +
      `${plan ? `. ${kindWords(plan)}: “${scenarioName(plan)}”. Change: against “${scenarioName(first)}”` : ""}` +
      `${sure.length > 0 ? ". Medians of draws, each by itself" : ""}`,
    columns: [
      { title: groups.charAt(0).toUpperCase() + groups.slice(1, -1), kind: "text" },
      { title: String(first.base), kind: "whole" },
      { title: String(year), kind: "whole" },
      ...(plan ? [{ title: `${year}, ${kindWords(plan).toLowerCase()}`, kind: "whole" } as const] : []),
      ...closes,
    ],
    rows: ranked.map((id, row) => [
      groupName(first, id),
      gap(id, first.base),
      gap(id, year),
      ...(plan ? [gap(id, year, plan)] : []),
      ...(plan ? [change(id, row)] : []),
    ]),
  };
  const chart = packChart(
    `gap-by-${groups.slice(0, -1)}`,
    (size) => gapByPool(first, { groups, year, sure, ...size }),
    numbers,
    asLines(
      heads.map((_, i) => i + 1),
      "groups",
    ),
  );
  return chartPage(chart, {
    id: "where-the-gap-is",
    about: `Gap by ${groups.slice(0, -1)}`,
    tables: [table],
    notes: [
      "A surplus of one does not fill the shortage of another by itself: people would have to move.",
      ...(ranked.length > heads.length
        ? [`The editable chart holds the ${heads.length} largest gaps; the table has all ${ranked.length}.`]
        : []),
    ],
  });
}
