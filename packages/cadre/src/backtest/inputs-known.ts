import { assumptionsOf } from "../base-year/inputs.ts";
import { CadreError, type Problem } from "../error/cadre-error.ts";
import { numbersOf } from "../system/numbers.ts";
import type { System } from "../system/types.ts";
import { decimalYear, monthsLater } from "../table/dates.ts";

/** An input with a source that was not out by a reading day, or of which nobody says when it was. */
export interface LaterInput {
  /** Where it stands; numbers under labels (ages, years) stand together. */
  readonly path: string;
  /** `yyyy-mm-dd`, or undefined where neither the number nor its source has a day. */
  readonly published: string | undefined;
  readonly source: string;
}

/**
 * The inputs of a system that could not be read on a day: published later, or on a day that nobody gives. Judgements
 * without a source have no day and are counted apart.
 */
export function laterInputs(
  system: System,
  readingDay: string,
): { readonly later: readonly LaterInput[]; readonly judgements: number } {
  const later = new Map<string, LaterInput>();
  const judgements = new Set<string>();
  // Numbers of ages, years and bands that share one source stand together.
  const records = new Map(numbersOf(system).map(({ path, record }) => [path, record]));
  for (const { parameter, source, known, isDefault } of assumptionsOf(system)) {
    if (isDefault) continue;
    const path = records.get(parameter) ?? parameter;
    if (source === undefined) {
      judgements.add(path);
      continue;
    }
    const said = known ?? system.sources[source]?.published;
    const published = said === undefined ? undefined : lastDayOf(String(said));
    if (published === undefined || published > readingDay) later.set(path, { path, published, source });
  }
  return { later: [...later.values()], judgements: judgements.size };
}

/** The last day of a year, month or day as `yyyy-mm-dd`: what was published in 2019-09 was out when September ended. */
export function lastDayOf(text: string): string | undefined {
  if (/^\d{4}$/.test(text)) return `${text}-12-31`;
  if (/^\d{4}-\d\d$/.test(text)) {
    const first = `${text}-01`;
    return decimalYear(first) === undefined ? undefined : dayBefore(monthsLater(first, 1));
  }
  return /^\d{4}-\d\d-\d\d$/.test(text) && decimalYear(text) !== undefined ? text : undefined;
}

const dayBefore = (date: string): string => {
  const [y, m, d] = date.split("-").map(Number) as [number, number, number];
  return new Date(Date.UTC(y, m - 1, d - 1)).toISOString().slice(0, 10);
};

/** Refuses a projection of the past whose system holds what was not known: the first input in front, the others behind. */
export function refuseLaterInputs(system: System, later: readonly LaterInput[], readingDay: string): void {
  const problems = later.map(({ path, published, source }): Problem => {
    const [line, column] = system.origin.positions[path] ?? [undefined, undefined];
    const population = path === "population";
    return {
      code: published === undefined ? "no-known-day" : "later-input",
      file: system.origin.file,
      line,
      column,
      path,
      message:
        published === undefined
          ? "Nobody says when this input was published."
          : "This input was published after the projection could have been made.",
      value: published === undefined ? source : `${published} (${source})`,
      rule: population
        ? `On ${readingDay} the population is a projection that was published by then; estimates of later years are later figures.`
        : `On ${readingDay} only what was published by then is read.`,
      fix: population
        ? 'Give a projection of that time in the series (pool "population"), or hold the population that was observed.'
        : published === undefined
          ? "Give the source a day (published), or the number one (known); or hold the inputs, which makes the scores conditional."
          : "Give an earlier figure in the series, or hold the inputs, which makes the scores conditional.",
    };
  });
  const [first, ...others] = problems;
  if (first) throw new CadreError(first, others);
}
