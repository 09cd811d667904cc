import { CadreError } from "../error/cadre-error.ts";
import { NUMBER_RULES } from "../model/rules.ts";
import type { Population } from "../population/types.ts";
import { parseBand } from "../table/band.ts";
import { parseNumber } from "../table/quantity.ts";
import { csvTable } from "./csv-table.ts";

type People = Pick<Population, "years" | "bands" | "people">;

const COLUMNS = ["place", "year", "age", "people"] as const;
const BOTH_SEXES = ["persons", "people", "all", "both", "total", "t"];
/** Words of one sex, so that F and female are the same people. */
const SEXES = new Map([
  ...["f", "females", "women", "woman"].map((word) => [word, "female"] as const),
  ...["m", "males", "men", "man"].map((word) => [word, "male"] as const),
]);

/**
 * Reads a population table: CSV with the columns place, year, age, people (and sex, which is added up). Returns the
 * years and bands of one place. Faults name the line and column of the table.
 */
export function readPopulationTable(text: string, place: string, file: string): People {
  const fail = (
    line: number,
    column: number,
    problem: { code: string; message: string; value: string; rule: string; fix: string; didYouMean?: string },
  ): never => {
    throw new CadreError({ file, line, column, ...problem });
  };
  const { columns: column, rows } = csvTable(text, file, "population table", COLUMNS);
  const cells = new Map<string, number>();
  const places = new Set<string>();
  const years = new Set<number>();
  const bands = new Set<string>();
  const sexes = new Map<string, Set<string>>();
  for (const { line, cells: row } of rows) {
    // Every row has as many cells as there are columns.
    const said = (name: (typeof COLUMNS)[number]) => row[column[name]]!;
    places.add(said("place"));
    if (said("place") !== place) continue;
    const year = Number(said("year"));
    const people = parseNumber(said("people"));
    const band = parseBand(said("age"));
    if (!/^\d{4}$/.test(said("year").trim()))
      fail(line, column.year + 1, cell("year", said("year"), "A year of four digits.", "2018"));
    if (!people || people.unit || people.percent || people.value < 0 || people.value > NUMBER_RULES.PEOPLE.max)
      return fail(
        line,
        column.people + 1,
        cell("number of people", said("people"), "A count, from 0 to 1e12.", "15538"),
      );
    if (!band) return fail(line, column.age + 1, cell("age", said("age"), "An age, a band or an open band.", "65-74"));
    // A total beside its bands would be counted twice.
    if (band.label === "all") continue;
    years.add(year);
    bands.add(band.label);
    const key = `${year}|${band.label}`;
    const written = column.sex === undefined ? "" : row[column.sex]!.trim().toLowerCase();
    const sex = SEXES.get(written) ?? written;
    const before = sexes.get(key) ?? new Set();
    if (before.has(sex) || (before.size > 0 && [sex, ...before].some((name) => BOTH_SEXES.includes(name))))
      fail(line, column.people + 1, {
        code: "people-twice",
        message: `These people are counted twice: there are others aged ${band.label} in ${year}.`,
        value: row.join(","),
        rule: "One line for each place, year and age, or one for each sex (F and female are the same); a total of the sexes stands alone.",
        fix: "Remove one of the lines.",
      });
    sexes.set(key, before.add(sex));
    cells.set(key, (cells.get(key) ?? 0) + people.value);
  }
  if (years.size === 0)
    fail(1, column.place + 1, {
      code: "unknown-place",
      message: `The table has no rows for the place "${place}".`,
      value: [...places].slice(0, 12).join(", ") || "(no rows)",
      rule: "The place's name in the table is the system's `place`, or `population.place`.",
      fix: "Correct the name, or add rows for the place.",
    });
  const half = halfOfTheSexes(sexes);
  if (half)
    fail(1, (column.sex ?? 0) + 1, {
      code: "half-of-the-sexes",
      message: `The table has no ${half.missing} for ${place}${half.every ? "" : ` aged ${half.band} in ${half.year}`}.`,
      value: half.there,
      rule: "A population is everybody: females and males, or both together without a column sex.",
      fix: `Add the rows of ${half.missing}s; if only ${half.there}s are meant, remove the column sex.`,
    });
  return grid(cells, years, bands, (year, band) =>
    fail(1, 1, {
      code: "missing-people",
      message: `The table has no people aged ${band} in ${year} for ${place}.`,
      value: `${place}, ${year}, ${band}`,
      rule: "Every year has the same age bands.",
      fix: "Add the row, or remove the band from the other years.",
    }),
  );
}

/** The sex that some people of a table lack beside the other. */
function halfOfTheSexes(
  sexes: ReadonlyMap<string, ReadonlySet<string>>,
): { missing: string; there: string; year: string; band: string; every: boolean } | undefined {
  const lacking = [...sexes].find(([, here]) => here.has("female") !== here.has("male"));
  if (!lacking) return undefined;
  const [key, here] = lacking;
  const [year = "", band = ""] = key.split("|");
  const [there, missing] = here.has("female") ? ["female", "male"] : ["male", "female"];
  return { missing, there, year, band, every: [...sexes.values()].every((each) => !each.has(missing)) };
}

const cell = (what: string, value: string, rule: string, example: string) => ({
  code: "bad-cell",
  message: `This is not ${/^[aeiou]/.test(what) ? "an" : "a"} ${what}.`,
  value: value || "(nothing)",
  rule,
  fix: `Write it like ${example}.`,
});

/** Population given in the system file itself: people by year and band. */
export function gridOfPeople(
  people: Readonly<Record<string, Readonly<Record<string, number>>>>,
  missing: (year: number, band: string) => never,
): People {
  const cells = new Map<string, number>();
  const years = new Set<number>();
  const bands = new Set<string>();
  for (const [year, row] of Object.entries(people)) {
    years.add(Number(year));
    for (const [band, count] of Object.entries(row)) {
      bands.add(band);
      cells.set(`${Number(year)}|${band}`, count);
    }
  }
  return grid(cells, years, bands, missing);
}

function grid(
  cells: Map<string, number>,
  years: Set<number>,
  bands: Set<string>,
  missing: (year: number, band: string) => never,
): People {
  const orderedYears = [...years].sort((a, b) => a - b);
  const orderedBands = [...bands].sort((a, b) => (parseBand(a)?.from ?? 0) - (parseBand(b)?.from ?? 0));
  return {
    years: orderedYears,
    bands: orderedBands,
    people: orderedYears.map((year) => orderedBands.map((band) => cells.get(`${year}|${band}`) ?? missing(year, band))),
  };
}
