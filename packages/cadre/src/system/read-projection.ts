import { CadreError } from "../error/cadre-error.ts";
import { implausible } from "../model/plausible.ts";
import { RULES } from "../model/rules.ts";
import { projectCohorts } from "../population/cohorts.ts";
import { populationOf } from "../population/cohorts-population.ts";
import { personYearsLived, survivalRatios } from "../population/survival.ts";
import type { Population } from "../population/types.ts";
import { parseBand } from "../table/band.ts";
import { parseNumber } from "../table/quantity.ts";
import { type CsvTable, csvTable } from "./csv-table.ts";
import type { FileReader } from "./files.ts";
import type { Problems } from "./problems.ts";
import type { SystemFile } from "./schema/system-file.ts";
import { tableText } from "./table-text.ts";

type Given = NonNullable<NonNullable<SystemFile["population"]>["projection"]>;

/** Projects a population from the tables of a system file: people, life table, fertility and migration. */
export function projectedPopulation(
  given: Given,
  about: Omit<Population, "years" | "bands" | "people">,
  problems: Problems,
  read: FileReader,
): Population | undefined {
  const look = (key: "people" | "mortality" | "fertility" | "migration", file: string) => {
    const text = tableText(file, ["population", "projection", key], problems, read);
    return text === undefined ? undefined : { file, text };
  };
  // All are looked for before one is read, so that every missing file is told.
  const [of, dying] = [look("people", given.people), look("mortality", given.mortality)];
  const born = look("fertility", given.fertility);
  const moving = given.migration === undefined ? "nobody" : look("migration", given.migration);
  if (!of || !dying || !born || !moving) return undefined;
  const [people, mortality, fertility] = [table(of), table(dying), table(born)];
  const migration = moving === "nobody" ? undefined : table(moving);
  const start = bySexAge(people, "people", given);
  const sexes = start.sexes as 1 | 2;
  const lifetable = Object.hasOwn(mortality.columns, "survivors")
    ? personYearsLived({
        survivors: bySexAge(mortality, "survivors", given).values,
        expectation: lastOfEach(bySexAge(mortality, "expectation", given)),
      })
    : bySexAge(mortality, "personYears", given).values;
  checkRadix(mortality, given.radix);
  const births = bySexAge(fertility, "rate").values;
  births.forEach((rate, i) => checkFertility(fertility, rate, i));
  const byAge = new Float64Array(start.ages);
  // Fertility tables hold the childbearing ages only; other ages bear no children.
  births.forEach((rate, i) => {
    const age = fertility.rows[i]!.age;
    const x = Math.floor(age / given.interval);
    if (x < byAge.length) byAge[x] = rate;
  });
  const cohorts = projectCohorts({
    from: given.from,
    years: given.years,
    interval: given.interval,
    people: start.values,
    survival: survivalRatios({
      personYears: lifetable,
      radix: given.radix,
      interval: given.interval,
      sexes,
      ages: start.ages,
    }),
    fertility: byAge,
    ...(migration && {
      migration: bySexAge(migration, "people", { interval: given.interval, least: Number.NEGATIVE_INFINITY }).values,
      migrantsAge: given.migrantsAge,
    }),
    sexRatioAtBirth: given.sexRatioAtBirth,
  });
  return populationOf(cohorts, { ...about, kind: "assumption" });
}

/** A life table of survivors starts with those born: the radix. */
function checkRadix({ file, columns, rows }: Table, radix: number): void {
  const [first] = rows;
  if (!Object.hasOwn(columns, "survivors") || !first || first.age !== 0) return;
  const born = parseNumber(first.cells[columns.survivors!]!)?.value;
  if (born === undefined || Math.abs(born / radix - 1) < 1e-6) return;
  throw new CadreError({
    code: "radix-against-table",
    file,
    line: first.line,
    column: columns.survivors! + 1,
    message: `The life table starts with ${born}, and population.projection.radix is ${radix}: of those born ${born / radix < 1 ? `only 1 in ${Number((radix / born).toPrecision(3))} would live` : "more would live than were born"}.`,
    value: String(born),
    rule: "The radix is the number of births that a life table follows: its survivors at age 0.",
    fix: `Write radix: ${born} in the system file.`,
  });
}

/** Births a woman: a rate that no population has is given for 1,000 women, or for a group of ages. */
function checkFertility({ file, columns, rows }: Table, rate: number, i: number): void {
  const doubt = implausible(rate, "fertility");
  if (!doubt) return;
  throw new CadreError({
    code: "implausible",
    file,
    line: rows[i]!.line,
    column: columns.rate! + 1,
    message: doubt.message,
    value: String(rate),
    rule: "Births a woman a year at this age.",
    fix: implausible(rate / 1000, "fertility")
      ? "Correct the number, or its unit."
      : `This looks like births for 1,000 women: write ${rate / 1000}.`,
  });
}

/** A table by sex and age, women first. */
interface Table {
  readonly file: string;
  readonly columns: CsvTable<"age">["columns"];
  readonly rows: readonly { line: number; sex: number; age: number; cells: readonly string[] }[];
}

/** Words for the sexes, women first. */
const SEXES = new Map([
  ...["female", "women", "f"].map((word) => [word, 0] as const),
  ...["male", "men", "m"].map((word) => [word, 1] as const),
]);

function table({ file, text }: { readonly file: string; readonly text: string }): Table {
  const { columns, rows: lines } = csvTable(text, file, "table by age, and by sex where it differs,", ["age"]);
  const fail = (line: number, column: number, message: string, value: string, rule: string, fix: string): never => {
    throw new CadreError({ code: "bad-table", file, line, column, message, value, rule, fix });
  };
  const seen = new Map<string, number>();
  const rows = lines.map(({ line, cells }) => {
    const named = columns.sex === undefined ? "female" : cells[columns.sex]!.trim().toLowerCase();
    const sex = SEXES.get(named);
    if (sex === undefined)
      return fail(
        line,
        (columns.sex ?? 0) + 1,
        "This is not a sex the projection knows.",
        named,
        "female or male.",
        "Write female or male.",
      );
    const age = cells[columns.age]!;
    const band = parseBand(age);
    if (!band)
      return fail(
        line,
        columns.age + 1,
        "This is not an age.",
        age || "(nothing)",
        "An age, a group or an open group.",
        "Write it like 42, 40-44 or 90+.",
      );
    const before = seen.get(`${sex}|${band.from}`);
    if (before !== undefined)
      fail(
        line,
        columns.age + 1,
        `This age stands in line ${before} already.`,
        cells.join(","),
        "One line for each sex and age.",
        "Remove one of the two.",
      );
    seen.set(`${sex}|${band.from}`, line);
    return { line, sex, age: band.from, cells };
  });
  return { file, columns, rows: rows.sort((a, b) => a.sex - b.sex || a.age - b.age) };
}

/** One column by (sex, age), women first; every sex has the same ages, from birth on in steps of `interval`. */
function bySexAge(
  { file, columns, rows }: Table,
  column: string,
  { interval, least = 0 }: { interval?: number; least?: number } = {},
): { values: Float64Array; sexes: number; ages: number } {
  const fail = (line: number, message: string, value: string, rule: string, fix: string): never => {
    throw new CadreError({
      code: "bad-table",
      file,
      line,
      column: (columns[column] ?? 0) + 1,
      message,
      value,
      rule,
      fix,
    });
  };
  if (!Object.hasOwn(columns, column))
    fail(
      1,
      `The table has no column "${column}".`,
      Object.keys(columns).join(","),
      `A column ${column}.`,
      "Name the columns in the first line.",
    );
  const values = Float64Array.from(rows, ({ line, cells }) => {
    const read = parseNumber(cells[columns[column]!]!);
    if (!read || read.unit || read.percent || read.value < least || Math.abs(read.value) > RULES.PEOPLE.max)
      return fail(
        line,
        "This is not a number that belongs here.",
        cells[columns[column]!] || "(nothing)",
        `A number${least === 0 ? " from 0 to 1e12" : ", at most 1e12,"} in ${column}.`,
        "Correct the cell.",
      );
    return read.value;
  });
  const sexes = new Set(rows.map(({ sex }) => sex)).size;
  const ages = values.length / sexes;
  if (!Number.isInteger(ages) || rows.some(({ age }, i) => age !== rows[i % ages]!.age))
    fail(
      1,
      "Women and men do not have the same ages here.",
      `${values.length} rows, ${sexes} sexes`,
      "Each sex has a row for each age.",
      "Add the missing rows.",
    );
  const skipped = interval === undefined ? undefined : rows.find(({ age }, i) => age !== (i % ages) * interval);
  if (skipped && interval !== undefined) {
    const wanted = (rows.indexOf(skipped) % ages) * interval;
    fail(
      skipped.line,
      `There is no row for age ${wanted} before this one.`,
      String(skipped.age),
      `Every age from birth on, in steps of ${interval} (population.projection.interval).`,
      "Add the row, or correct the interval.",
    );
  }
  return { values, sexes, ages };
}

const lastOfEach = ({ values, sexes, ages }: { values: Float64Array; sexes: number; ages: number }): number[] =>
  Array.from({ length: sexes }, (_, s) => values[(s + 1) * ages - 1]!);
