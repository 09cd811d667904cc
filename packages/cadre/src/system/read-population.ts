import { CadreError } from "../error/cadre-error.ts";
import { forecastErrors } from "../population/forecast-error.ts";
import type { Population } from "../population/types.ts";
import { mixVariants } from "../population/variants.ts";
import { parseBand } from "../table/band.ts";
import type { Document } from "./document.ts";
import type { PopulationSpreadGiven } from "./field/population-spread.ts";
import type { FileReader } from "./files.ts";
import { gridOfPeople, readPopulationTable } from "./population.ts";
import type { Problems } from "./problems.ts";
import { projectedPopulation } from "./read-projection.ts";
import type { SystemFile } from "./schema/system-file.ts";
import { tableText } from "./table-text.ts";

type Given = NonNullable<SystemFile["population"]>;
type About = Omit<Population, "years" | "bands" | "people">;

const WAYS = ["table", "people", "variants", "projection"] as const;

/** The people a system serves: from a table, in place, as a mix of variants, or projected by the library. */
export function readPopulation(
  file: SystemFile,
  document: Document,
  problems: Problems,
  read: FileReader,
): Population | undefined {
  const given = file.population;
  if (!given) return undefined;
  const { table, people, variants, mix, projection, spread, countedUntil, place: named, date, ...provenance } = given;
  const place = named ?? file.place ?? file.title;
  const about: About = { place, date, ...provenance, kind: kindOf(provenance) };
  const path = ["population"];
  const ways = WAYS.filter((way) => given[way] !== undefined);
  if (ways.length !== 1) {
    problems.add(path, {
      code: "population-without-people",
      message: "The population is given in one way.",
      value: ways.join(", ") || "neither",
      rule: `Exactly one of ${WAYS.join(", ")}.`,
      fix: 'Name a CSV file in `table`, or write `people: { 2018: { "0-17": 1000, … } }`.',
    });
    return undefined;
  }
  if (!variants !== !mix) {
    problems.add([...path, variants ? "variants" : "mix"], {
      code: "variants-without-mix",
      message: "Population variants need a mix that says how much of each to use.",
      value: variants ? Object.keys(variants).join(", ") : Object.keys(mix?.values ?? {}).join(", "),
      rule: "variants and mix together.",
      fix: "Write mix: { principal: 100% }, for example.",
    });
    return undefined;
  }
  return within(path, document, () => {
    if (projection) {
      const projected = projectedPopulation(projection, spread, about, problems, read);
      return typeof spread === "object" ? withErrors(projected, spread, countedUntil) : projected;
    }
    const found =
      variants && mix
        ? mixed(variants, mix.values, about, problems, read)
        : counted({ table, people }, about, path, problems, read);
    return spread === undefined ? found : withErrors(found, spread, countedUntil);
  });
}

/** People whose projection may be off, from the last year that was counted on. */
function withErrors(
  found: Population | undefined,
  spread: PopulationSpreadGiven,
  countedUntil: number | undefined,
): Population | undefined {
  if (!found) return undefined;
  return {
    ...found,
    countedUntil: countedUntil ?? found.countedUntil ?? found.years[0]!,
    error: forecastErrors(spread),
  };
}

function mixed(
  variants: NonNullable<Given["variants"]>,
  weights: Readonly<Record<string, number>>,
  about: About,
  problems: Problems,
  read: FileReader,
): Population | undefined {
  const found: Record<string, Population> = {};
  for (const [name, variant] of Object.entries(variants)) {
    const { table, people, place, ...provenance } = variant;
    const path = ["population", "variants", name];
    if (!table === !people) {
      problems.add(path, {
        code: "population-without-people",
        message: "A variant is given either as a table or in place.",
        value: table ? "both" : "neither",
        rule: "Exactly one of table and people.",
        fix: "Name a CSV file in `table`, or write people by year and band.",
      });
      return undefined;
    }
    const own = {
      ...about,
      ...provenance,
      place: place ?? about.place,
      kind: kindOf({ source: about.source, ...provenance }),
    };
    const population = counted({ table, people }, own, path, problems, read);
    if (!population) return undefined;
    found[name] = { ...population, place: about.place };
  }
  const { note, ...mix } = mixVariants(found, weights);
  return { ...mix, ...about, kind: "assumption", note: [about.note, note].filter(Boolean).join("; "), variants: found };
}

function counted(
  { table, people }: Pick<Given, "table" | "people">,
  about: About,
  path: readonly string[],
  problems: Problems,
  read: FileReader,
): Population | undefined {
  if (people) {
    if (mislabelled(people, [...path, "people"], problems)) return undefined;
    const missing = (year: number, band: string): never => {
      problems.add([...path, "people", String(year)], {
        code: "missing-people",
        message: `No people aged ${band} in ${year}.`,
        value: String(year),
        rule: "Every year has the same age bands.",
        fix: `Add "${band}" to ${year}.`,
      });
      problems.throwIfAny();
      throw new Error("unreachable");
    };
    return { ...about, ...gridOfPeople(people, missing) };
  }
  const text = tableText(String(table), [...path, "table"], problems, read);
  if (text === undefined) return undefined;
  return { ...about, table: String(table), ...readPopulationTable(text, about.place, String(table)) };
}

/** Whether a year or a band of people given in place cannot be read, with the problem reported. */
function mislabelled(people: NonNullable<Given["people"]>, path: readonly string[], problems: Problems): boolean {
  const wrong = Object.entries(people).flatMap(([year, row]) => [
    ...(/^\d{4}$/.test(year) ? [] : [{ at: [year], what: "a year", rule: "A year of four digits.", example: "2018" }]),
    ...Object.keys(row)
      .filter((band) => !parseBand(band))
      .map((band) => ({
        at: [year, band],
        what: "an age or an age band",
        rule: "An age, a band or an open band.",
        example: "65-74",
      })),
  ]);
  for (const { at, what, rule, example } of wrong)
    problems.add(
      [...path, ...at],
      {
        code: "bad-label",
        message: `"${at.at(-1)}" is not ${what}.`,
        value: at.at(-1),
        rule,
        fix: `Write it like ${example}.`,
      },
      "key",
    );
  return wrong.length > 0;
}

/** Runs a part of the reading whose errors know no place, and gives them that of the population. */
function within<T>(path: readonly string[], document: Document, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CadreError) || error.line !== undefined) throw error;
    const { code, message: _, summary, path: at, value, rule, fix, didYouMean } = error;
    const own = at?.startsWith("population") ? at.split(".") : [...path];
    throw new CadreError({
      code,
      message: summary,
      file: document.file,
      ...document.place(own),
      path: own.join("."),
      value,
      rule,
      fix,
      didYouMean,
    });
  }
}

const kindOf = (provenance: { kind?: Population["kind"]; source?: string }): Population["kind"] =>
  provenance.kind ?? (provenance.source ? "fact" : "assumption");
