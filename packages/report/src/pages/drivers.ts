import { driverWaterfall } from "@cadre/charts";
import { type Driver, gapDrivers } from "cadre/results";
import { rounded, sum } from "../pack/cell.ts";
import { asBars, chartPage, packChart, textOf } from "../pack/chart.ts";
import type { PackPage, PackTable } from "../pack/pack.ts";
import type { PackSetting } from "../pack/setting.ts";
import { centreWords } from "../pack/stated.ts";

/** Why the gap of the first scenario changes: posts, leavers and joiners. */
export function driversPage(setting: PackSetting): PackPage {
  const { first, pool, year, name } = setting;
  const centre = centreWords(setting);
  const drivers = gapDrivers(first, { pool, year });
  const gap = (when: number) => first.at({ pool, measure: "gap", year: when });
  const parts = drivers.filter(({ value }) => rounded(value) !== 0);
  const numbers: PackTable = {
    caption: `${name}: what changes the gap from ${first.base} to ${year}, in FTE (a minus sign narrows it)`,
    columns: [
      { title: "What changes it", kind: "text" },
      { title: "FTE", kind: "change" },
    ],
    rows: [
      [`Gap in ${first.base}`, gap(first.base)],
      ...drivers.map(({ title, value }) => [title, value]),
      [
        `Gap in ${year}${centre}`,
        sum(
          gap(year),
          [...drivers, undefined].map((_, row) => ({ row, column: 1 })),
        ),
      ],
    ],
    totals: [0, drivers.length + 1],
  };
  const rows = drivers.flatMap((driver, i) => (parts.includes(driver) ? [i + 1] : []));
  const chart = packChart(
    "why-the-gap-changes",
    (size) => driverWaterfall(drivers, { result: first, pool, year, ...size }),
    numbers,
    asBars(numbers, rows, stepsOf(drivers)),
  );
  return chartPage(chart, {
    id: "why-the-gap-changes",
    about: "Why the gap changes",
    text: `${textOf(chart.picture)}${centre === "" ? "" : " Everything at its centre."}`,
    notes: [
      `The parts add up to the change of the gap from ${first.base} to ${year}. People count by the hours they work at their age.`,
      "Leavers widen the gap and joiners narrow it; most years nearly as many join as leave, so small changes in either move the gap a lot.",
    ],
  });
}

/** Joiners and leavers nearly cancel each other: what is left of them is one step, beside posts and retirements. */
function stepsOf(drivers: readonly Driver[]) {
  const rows = (keep: (id: Driver["id"]) => boolean) => drivers.flatMap(({ id }, i) => (keep(id) ? [i + 1] : []));
  const isPosts = (id: Driver["id"]) => id === "people-served" || id === "other-demand";
  return [
    { name: "Posts needed", rows: rows(isPosts) },
    { name: "Retirements", rows: rows((id) => id === "retirements") },
    { name: "Other leavers less joiners", rows: rows((id) => !isPosts(id) && id !== "retirements") },
  ];
}
