import { BAND_OPACITY, COLOURS, countText, drawsAgree, fan, noRangeWords } from "@cadre/charts";
import type { Spread } from "cadre";
import { chanceWords, difference } from "../pack/cell.ts";
import type { PackCertainty } from "../pack/certainty.ts";
import { chartPage, packChart, textOf } from "../pack/chart.ts";
import { hex } from "../pack/colours.ts";
import type { PackCell, PackPage, PackSeries, PackTable } from "../pack/pack.ts";
import { type PackSetting, scenarioName } from "../pack/setting.ts";
import { drawnPair } from "../pack/stated.ts";
import { briefRows } from "../pack/yearly.ts";

const QUANTILES = [
  ["p10", "1 in 10 below"],
  ["p50", "median"],
  ["p90", "9 in 10 below"],
] as const;
const RUNS = [hex(COLOURS.nothing), hex(COLOURS.plan)];

/** How sure the gap is, of the first scenario and the plan; left out where nobody has made draws. */
export function certaintyPage(setting: PackSetting): PackPage | undefined {
  const { pool, year, target } = setting;
  const runs = drawnPair(setting);
  const [first, plan] = runs;
  if (!first) return undefined;
  const chart = packChart(
    "how-sure",
    (size) => fan(first, { pool, target, year, ...(plan && { plan }), ...size }),
    yearByYear(setting, runs),
    (picture) => ({
      kind: "lines",
      series: seriesOf(setting, runs),
      ...(quantilesOf(setting, first).length > 1 && {
        between: { low: 1, high: 3, name: "8 in 10 draws", colour: hex(COLOURS.nothing), opacity: BAND_OPACITY },
      }),
      alt: inLines(picture.description).replace(/^Fan/, "Line"),
    }),
  );
  return chartPage(chart, {
    id: "how-sure",
    about: "How sure",
    text: unitAndLines(textOf(chart.picture)),
    tables: [certaintyTable(setting, runs)],
    notes: [
      "Each draw changes every number that is not known exactly, in the same way for all scenarios.",
      `In one of ten draws the gap of ${year} is below the first number of a row, in one of ten above the last.`,
      "A chance counts draws, and covers only what the files call uncertain. It does not say how likely the model is to be right.",
    ],
  });
}

const BAND =
  /Lines?(?: and band: median and|: medians; band, or between dashes:) 8 in 10 of (.*?); dotted: everything at its centre\./;

/** What the words of the picture say of its band, said of lines. */
const inLines = (text: string): string =>
  text.replace(BAND, "Solid: median of $1; dotted: the ends of what holds 8 in 10 of them.");

/** Unit, date and how to read the lines; chances and changes stand in the table. */
function unitAndLines(subtitle: string): string {
  const [unit = ""] = subtitle.split(/(?<=\.) /);
  return inLines(`${unit} ${BAND.exec(subtitle)?.[0] ?? ""}`).trim();
}

/** The three numbers of a spread; a dash at the ends of an interval that is none. */
const quantiles = (spread: Spread): PackCell[] =>
  QUANTILES.map(([key]) => (key !== "p50" && drawsAgree(spread) ? NONE : spread[key]));

/** What stands where nobody has given a range. */
const NONE = "–";

/** Median and ends of the interval of a scenario; the median alone where nothing uncertain bears on its gap in any year. */
function quantilesOf({ first, pool }: PackSetting, run: PackCertainty): readonly (typeof QUANTILES)[number][] {
  const years = [first.base, ...first.years];
  const alike = years.every((year) => drawsAgree(run.at({ pool, measure: "gap", year })));
  return alike ? QUANTILES.filter(([key]) => key === "p50") : QUANTILES;
}

/** A line a number and scenario, by its column in the table of years. */
function seriesOf(setting: PackSetting, runs: readonly PackCertainty[]): PackSeries[] {
  const lines = runs.flatMap((run, r) => quantilesOf(setting, run).map(([key]) => ({ key, r })));
  return lines.map(({ key, r }, i) => ({
    column: 1 + i,
    colour: RUNS[r] ?? hex(COLOURS.ink),
    dash: key === "p50" ? "solid" : "dot",
  }));
}

function yearByYear(setting: PackSetting, runs: readonly PackCertainty[]): PackTable {
  const { first, pool, name } = setting;
  const years = [first.base, ...first.years];
  const named = (run: PackCertainty, words: string) =>
    runs.length === 1 ? words : `${scenarioName(run.central, 30)}: ${words}`;
  return {
    caption: `${name}: gap in FTE, by how many draws lie below`,
    columns: [
      { title: "Year", kind: "year" },
      ...runs.flatMap((run) =>
        quantilesOf(setting, run).map(([, words]) => ({ title: named(run, words), kind: "whole" as const })),
      ),
    ],
    rows: years.map((year) => [
      year,
      ...runs.flatMap((run) => {
        const spread = run.at({ pool, measure: "gap", year });
        return quantilesOf(setting, run).map(([key]) => spread[key]);
      }),
    ]),
    ...briefRows(years, setting),
  };
}

/** The year asked for: interval and chance of each scenario, and how far the plan lies from the first, draw by draw. */
function certaintyTable({ pool, year, target, name }: PackSetting, runs: readonly PackCertainty[]): PackTable {
  const query = { pool, measure: "gap", year } as const;
  const changed = runs[1]?.difference?.at(query);
  const fixed = runs.filter((run) => drawsAgree(run.at(query))).map(({ central }) => scenarioName(central));
  const aim = target === 0 ? "no shortage" : `a gap of at most ${countText(target)} FTE`;
  return {
    caption:
      `${name}: gap in FTE in ${year} in ${countText(runs[0]?.draws ?? 0)} draws, and the chance of ${aim}` +
      `${changed ? ". Change: of the same draw, so it has an interval of its own" : ""}` +
      `${fixed.length > 0 ? `. ${noRangeWords(fixed)}` : ""}`,
    columns: [
      { title: "Scenario", kind: "text" },
      ...QUANTILES.map(([, words]) => ({
        title: words.charAt(0).toUpperCase() + words.slice(1),
        kind: "change" as const,
      })),
      { title: "All at the centre", kind: "change" },
      { title: "Chance", kind: "text" },
    ],
    rows: [
      ...runs.map((run): PackCell[] => {
        const spread = run.at(query);
        const chance = drawsAgree(spread) ? NONE : chanceWords(run.chance({ ...query, atMost: target }));
        return [scenarioName(run.central), ...quantiles(spread), run.central.at(query), chance];
      }),
      ...(changed && runs[0] && runs[1]
        ? [
            [
              "Change",
              ...quantiles(changed),
              difference(
                runs[1].central.at(query) - runs[0].central.at(query),
                { row: 1, column: 4 },
                { row: 0, column: 4 },
              ),
              "",
            ],
          ]
        : []),
    ],
    totals: runs.map((_, row) => row),
  };
}
