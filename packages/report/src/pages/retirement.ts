import { agePyramid, COLOURS, countText } from "@cadre/charts";
import { measureOf, RETIREMENT_CAUSES } from "cadre/measures";
import { rounded, sum } from "../pack/cell.ts";
import { numbersOf, packChart, textOf } from "../pack/chart.ts";
import { hex } from "../pack/colours.ts";
import type { PackChart, PackPage, PackTable } from "../pack/pack.ts";
import { groupName, type PackSetting } from "../pack/setting.ts";
import { splitOf } from "../pack/split.ts";

/** The sides of the pyramid, in the colours of the picture. */
const SIDES = [hex(COLOURS.firstSex), hex(COLOURS.secondSex)];

/** Who retires until the year asked for, and how old the staff are; left out where nobody does. */
export function retirementPage(setting: PackSetting): PackPage | undefined {
  const { first, pool, year, name } = setting;
  const all = retiring(setting, pool, first.base, year);
  const staff = first.at({ pool, measure: "headcount", year: first.base });
  if (rounded(all) === 0 || rounded(staff) === 0) return undefined;
  const chart = first.axes.ageMax > first.axes.ageMin ? pyramid(setting) : undefined;
  const ages = chart ? [chart.picture.usermeta.cadre.title] : [];
  return {
    id: "who-retires",
    about: "Who retires",
    title: `${name}: ${countText(all)} people would retire by ${year}, ${countText((100 * all) / staff)} for every 100 in post in ${first.base}`,
    text: chart ? textOf(chart.picture) : `People who retire. Scenario: ${first.title}.`,
    points: ages,
    ...(chart && { chart }),
    tables: [retirementTable(setting)],
    notes: [
      `Counts staff of ${first.base} and those recruited since. Years end at ${first.referenceDate}.`,
      "The number for every 100 in post can seem too high where many people are recruited late in their working life.",
    ],
  };
}

/** How many people retire after the base date and up to a year. */
export const retiringUntil = (setting: PackSetting, until: number): number =>
  retiring(setting, setting.pool, setting.first.base, until);

const retiring = ({ first }: PackSetting, pool: string, after: number, until: number): number =>
  RETIREMENT_CAUSES.flatMap((cause) => first.series({ pool, measure: measureOf(cause) })).reduce(
    (total, { year, value }) => (year > after && year <= until ? total + value : total),
    0,
  );

function retirementTable(setting: PackSetting): PackTable {
  const { first, pool, milestones, year } = setting;
  const split = pool === "all" ? splitOf(first) : undefined;
  const ids = split?.ids ?? [pool];
  const ends = milestones.slice(1);
  const periods = ends.map((end, i) => ({ after: milestones[i] ?? first.base, end }));
  const rows = [...ids, ...(split ? ["all"] : [])];
  const head = split ? split.groups.charAt(0).toUpperCase() + split.groups.slice(1, -1) : "Staff";
  return {
    caption: `People who retire, in years that end at ${first.referenceDate}, and for every 100 in post in ${first.base}`,
    columns: [
      { title: head, kind: "text" },
      ...periods.map(({ after, end }) => ({
        title: after + 1 === end ? String(end) : `${after + 1}–${String(end).slice(2)}`,
        kind: "whole" as const,
      })),
      { title: "Together", kind: "whole" },
      { title: "Per 100", kind: "whole" },
    ],
    rows: rows.map((id, row) => {
      const total = retiring(setting, id, first.base, year);
      const staff = first.at({ pool: id, measure: "headcount", year: first.base });
      return [
        id === "all" ? "All staff" : groupName(first, id),
        ...periods.map(({ after, end }) => retiring(setting, id, after, end)),
        sum(
          total,
          periods.map((_, i) => ({ row, column: i + 1 })),
        ),
        staff > 0 ? (100 * total) / staff : "–",
      ];
    }),
    ...(split && { totals: [rows.length - 1] }),
  };
}

function pyramid({ first, pool, year }: PackSetting): PackChart {
  return packChart(
    "age-pyramid",
    (size) => agePyramid(first, { pool, year, against: first.base, ...size }),
    (picture) => numbersOf(picture, "text"),
    (picture) => {
      const now = picture.usermeta.cadre.table.columns.flatMap((title, column) =>
        column > 0 && title.endsWith(String(year)) ? [column] : [],
      );
      return {
        kind: now.length === 2 ? "pyramid" : "bars",
        series: now.map((column, i) => ({ column, colour: SIDES[i] ?? hex(COLOURS.firstSex), dash: "solid" })),
        alt: picture.description.replace(/; outline: [^.]*\./, "."),
      };
    },
  );
}
