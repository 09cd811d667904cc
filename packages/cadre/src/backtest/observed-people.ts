import { CadreError } from "../error/cadre-error.ts";
import type { Population } from "../population/types.ts";
import { parseBand } from "../table/band.ts";
import { type Figure, POPULATION, type Series } from "./series.ts";

/**
 * The people who were counted in the years that followed: of the editions that hold estimates alone, the one that reaches
 * furthest. Undefined where the series has none.
 */
export function observedPeople(series: Series, place: string): Population | undefined {
  const vintages = new Map<string, Figure[]>();
  for (const one of series.figures)
    if (one.pool === POPULATION) vintages.set(one.vintage, [...(vintages.get(one.vintage) ?? []), one]);
  const counted = [...vintages.values()].filter((figures) => figures.every(({ date, published }) => published >= date));
  const reach = (figures: readonly Figure[]) => latestDay(figures.map(({ date }) => date));
  const [first, ...others] = counted;
  if (!first) return undefined;
  return asPopulation(
    others.reduce((best, one) => (reach(one) > reach(best) ? one : best), first),
    place,
    series.file,
  );
}

/** Figures of one edition as the population of a system: a band for each measure, a year for each date. */
export function asPopulation(figures: readonly Figure[], place: string, file: string | undefined): Population {
  const cells = new Map<string, number>();
  const [years, bands] = [new Set<number>(), new Set<string>()];
  const first = figures[0]!;
  const date = first.date.slice(5);
  for (const one of figures) {
    const band = parseBand(one.measure);
    if (!band || one.date.slice(5) !== date)
      throw fault(
        one,
        file,
        band
          ? "Estimates of one edition hold for one day of the year."
          : "An age, a band or an open band, such as 65+.",
      );
    years.add(Number(one.date.slice(0, 4)));
    bands.add(band.label);
    cells.set(`${one.date.slice(0, 4)}|${band.label}`, one.value);
  }
  const orderedYears = [...years].sort((a, b) => a - b);
  const orderedBands = [...bands].sort((a, b) => (parseBand(a)?.from ?? 0) - (parseBand(b)?.from ?? 0));
  const people = orderedYears.map((year) =>
    Object.freeze(
      orderedBands.map((band) => {
        const count = cells.get(`${year}|${band}`);
        if (count === undefined)
          throw fault(first, file, `Every year has the same bands: ${band} is missing in ${year}.`);
        return count;
      }),
    ),
  );
  const published = latestDay(figures.map((one) => one.published));
  return Object.freeze({
    place,
    date,
    years: Object.freeze(orderedYears),
    bands: Object.freeze(orderedBands),
    people: Object.freeze(people),
    kind: "fact",
    source: first.source,
    known: published,
    note: first.vintage,
  });
}

const latestDay = (days: readonly string[]): string => [...days].sort().at(-1) ?? "";

function fault({ line, date, measure, pool, value }: Figure, file: string | undefined, rule: string): CadreError {
  return new CadreError({
    code: "bad-people",
    file,
    line,
    message: "These people cannot be read as a population.",
    value: `${date}, ${pool}, ${measure}, ${value}`,
    rule,
    fix: "Correct the line, or add what is missing.",
  });
}
