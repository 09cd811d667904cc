import { BAND_OPACITY, COLOURS, planLessNothing } from "@cadre/charts";
import { chartPage, numbersOf, packChart, textOf } from "../pack/chart.ts";
import { hex } from "../pack/colours.ts";
import type { PackPage, PackSeries } from "../pack/pack.ts";
import { type PackSetting, scenarioName } from "../pack/setting.ts";
import { drawnPair } from "../pack/stated.ts";
import { briefRows } from "../pack/yearly.ts";

/** What the plan changes, year by year; left out without a plan. */
export function differencePage(setting: PackSetting): PackPage | undefined {
  const { first, plan, pool, year } = setting;
  if (!plan) return undefined;
  const [before, after] = drawnPair(setting);
  const sure = before && after && { sure: [before, after] as const };
  const chart = packChart(
    "what-the-plan-changes",
    (size) => planLessNothing({ before: first, plan, pool, year, ...sure, ...size }),
    (picture) => {
      const numbers = numbersOf(picture, "year", briefRows([first.base, ...first.years], setting));
      return { ...numbers, columns: numbers.columns.map((one, i) => (i === 0 ? one : { ...one, kind: "change" })) };
    },
    (picture) => ({
      kind: "lines",
      series: picture.usermeta.cadre.table.columns
        .slice(1)
        .map((_, i): PackSeries => ({ column: i + 1, colour: hex(COLOURS.plan), dash: i === 0 ? "solid" : "dot" })),
      ...(sure && {
        between: { low: 2, high: 3, name: "8 in 10 draws", colour: hex(COLOURS.plan), opacity: BAND_OPACITY },
      }),
      alt: picture.description.replace("Band: 8 in 10", "Dotted: the ends of what holds 8 in 10"),
    }),
  );
  return chartPage(chart, {
    id: "what-the-plan-changes",
    about: "What the plan changes",
    text: textOf(chart.picture).replace("Band: 8 in 10", "Dotted: the ends of what holds 8 in 10"),
    notes: [
      `Zero is “${scenarioName(first)}”. Above it the plan leaves fewer short.`,
      ...(sure
        ? ["Both scenarios have the same luck in each draw, so the change is more certain than either result."]
        : []),
    ],
  });
}
