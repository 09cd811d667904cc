import { CadreError } from "../error/cadre-error.ts";
import { implausible } from "../model/plausible.ts";
import { populationOf } from "../population/cohorts-population.ts";
import { forecastNumber, spreadInWords } from "../population/forecast-error.ts";
import { POPULATION_SPREADS } from "../population/forecast-spreads.ts";
import { projectedCohorts, projectedWith } from "../population/projection.ts";
import { personYearsLived, survivalRatios } from "../population/survival.ts";
import type { ForecastNumber, Population, Projection } from "../population/types.ts";
import { tailsOf } from "../rates/history.ts";
import { parseNumber, type Quantity } from "../table/quantity.ts";
import { type AgeTable, ageTable, bySexAge, lastOfEach } from "./age-table.ts";
import type { PopulationSpreadGiven } from "./field/population-spread.ts";
import type { FileReader } from "./files.ts";
import type { Problems } from "./problems.ts";
import { readImprovement } from "./read-improvement.ts";
import type { SystemFile } from "./schema/system-file.ts";
import { tableText } from "./table-text.ts";

type Given = NonNullable<NonNullable<SystemFile["population"]>["projection"]>;

/** Projects a population from the tables of a system file: people, life table, fertility and migration. */
export function projectedPopulation(
  given: Given,
  spread: PopulationSpreadGiven | undefined,
  about: Omit<Population, "years" | "bands" | "people">,
  problems: Problems,
  read: FileReader,
): Population | undefined {
  const look = (key: "people" | "mortality" | "fertility" | "migration" | "mortalityImprovement", file: string) => {
    const text = tableText(file, ["population", "projection", key], problems, read);
    return text === undefined ? undefined : { file, text };
  };
  // All are looked for before one is read, so that every missing file is told.
  const [of, dying] = [look("people", given.people), look("mortality", given.mortality)];
  const born = look("fertility", given.fertility);
  const moving = given.migration === undefined ? "nobody" : look("migration", given.migration);
  const falling =
    given.mortalityImprovement === undefined ? "never" : look("mortalityImprovement", given.mortalityImprovement);
  if (!of || !dying || !born || !moving || !falling) return undefined;
  const [people, fertility] = [ageTable(of), ageTable(born)];
  const start = bySexAge(people, "people", given);
  const { from, years, interval, migrantsAge, sexRatioAtBirth } = given;
  const lives = livingOn(ageTable(dying), given, start);
  const migrants =
    moving === "nobody"
      ? undefined
      : bySexAge(ageTable(moving), "people", { interval, least: Number.NEGATIVE_INFINITY }).values;
  const numbers: Omit<Projection, "projectedWith"> = {
    from,
    years,
    interval,
    migrantsAge,
    sexRatioAtBirth,
    counted: [...start.values],
    survival: { atBirth: [...lives.atBirth], byAge: [...lives.byAge] },
    survivalOf: given.mortalityOf ?? from,
    fertility: [...fertilityByAge(fertility, start.ages, interval)],
    ...(migrants && { migration: [...migrants] }),
    mortalityImprovement: falling === "never" ? [] : readImprovement(falling, { from, years, interval, ...start }),
    ...drawnNumbers(given, spread),
  };
  const projection = { ...numbers, projectedWith: projectedWith(numbers) };
  return populationOf(projectedCohorts(projection), { ...about, kind: "assumption", countedUntil: from, projection });
}

/** The numbers of a projection that are drawn: as the file has them, or as they stand in a plain run. */
function drawnNumbers(
  given: Given,
  spread: PopulationSpreadGiven | undefined,
): Pick<Projection, "improvementRealised" | "fertilityGrowth" | "moreMigrants"> {
  const of = typeof spread === "string" ? POPULATION_SPREADS[spread] : undefined;
  const drawn = (quantity: Quantity | undefined, otherwise: Quantity, sd: number | undefined): ForecastNumber => ({
    ...(quantity ?? otherwise),
    ...(of && sd !== undefined && { sd, from: spreadInWords(of) }),
  });
  const falls = given.mortalityImprovement !== undefined;
  const ages = given.moreMigrants ?? {};
  const movers = Object.keys(ages).length > 0 ? Object.keys(ages) : Object.keys(POPULATION_SPREADS.place.moreMigrants);
  return {
    improvementRealised: drawn(
      given.improvementRealised,
      forecastNumber(1, "share", "100%"),
      falls ? of?.improvementRealised : undefined,
    ),
    fertilityGrowth: drawn(given.fertilityGrowth, forecastNumber(0, "per year", "0% per year"), of?.fertilityGrowth),
    moreMigrants: Object.fromEntries(
      movers.map((label) => {
        const sd = of?.moreMigrants[label];
        const withTails = of && sd !== undefined ? sd * tailsOf(of) : undefined;
        return [label, drawn(ages[label], forecastNumber(0, "share", "0%"), withTails)];
      }),
    ),
  };
}

/** Shares of people who live through an interval, from the life table of a file. */
function livingOn(mortality: AgeTable, given: Given, { sexes, ages }: { sexes: number; ages: number }) {
  const personYears = Object.hasOwn(mortality.columns, "survivors")
    ? personYearsLived({
        survivors: bySexAge(mortality, "survivors", given).values,
        expectation: lastOfEach(bySexAge(mortality, "expectation", given)),
      })
    : bySexAge(mortality, "personYears", given).values;
  checkRadix(mortality, given.radix);
  return survivalRatios({ personYears, radix: given.radix, interval: given.interval, sexes: sexes as 1 | 2, ages });
}

/** Births a woman by age. Fertility tables hold the childbearing ages only; other ages bear no children. */
function fertilityByAge(fertility: AgeTable, ages: number, interval: number): Float64Array {
  const births = bySexAge(fertility, "rate").values;
  births.forEach((rate, i) => checkFertility(fertility, rate, i));
  const byAge = new Float64Array(ages);
  births.forEach((rate, i) => {
    const x = Math.floor(fertility.rows[i]!.age / interval);
    if (x < byAge.length) byAge[x] = rate;
  });
  return byAge;
}

/** A life table of survivors starts with those born: the radix. */
function checkRadix({ file, columns, rows }: AgeTable, radix: number): void {
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
function checkFertility({ file, columns, rows }: AgeTable, rate: number, i: number): void {
  const doubt = implausible(rate, "fertility");
  if (!doubt) return;
  throw new CadreError({
    code: "implausible",
    file,
    line: rows[i]!.line,
    column: columns.rate! + 1,
    message: doubt.message,
    value: String(rate),
    rule: "Births per woman and year at this age.",
    fix: implausible(rate / 1000, "fertility")
      ? "Correct the number, or its unit."
      : `This looks like births for 1,000 women: write ${rate / 1000}.`,
  });
}
