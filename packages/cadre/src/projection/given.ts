import { checkResult } from "../error/argument.ts";
import { peopleNow } from "../population/people.ts";
import type { Result } from "./result.ts";

/** A number, text or list as JSON holds it. */
export type GivenValue =
  | number
  | string
  | boolean
  | null
  | readonly GivenValue[]
  | { readonly [key: string]: GivenValue };

/** The content of `given.json`: what the files say, before Cadre has worked anything out. */
export interface GivenRecord {
  readonly cadre: 1;
  /** The system: each number as a fraction or count, without its source. */
  readonly system: GivenValue;
  /** People by year (rows) and band, without interpolation; left out when the system has no population. */
  readonly people?: GivenValue;
  /** The changes of the scenario as they were written: before evidence, reach and phase. */
  readonly scenario: GivenValue;
}

/**
 * What a result rests on before any rule of the model is applied: published rates, headcounts and shares, what each pool
 * wants and what markets have, courses, drivers, prices, people by year and band, and the changes of the scenario. Another
 * program can work out everything from it by the method pages. Changes of numbers of the base year, such as a headcount, are
 * made already. Its format is in docs/guide/results.md.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { givenRecord } from "cadre/results";
 * import { readSystem } from "cadre/node";
 * const { system } = givenRecord(run(await readSystem("scenarios/cumbria/system.yaml")));
 * JSON.stringify(system).includes('"vacancyRate":0.078'); // true: as the file has it
 * ```
 */
export function givenRecord(result: Result): GivenRecord {
  checkResult(result);
  const { system, scenario } = result.data.resolved;
  const { population, origin: _, sources: __, tested: ___, ...rest } = system;
  const { adjustments = [], assumptions = [], changes = [], interventions = [], evidence = "on" } = scenario;
  return {
    cadre: 1,
    system: plain(rest),
    ...(population && {
      people: plain({
        date: population.date,
        years: population.years,
        bands: population.bands,
        rows: peopleNow(population, []).rows,
        countedUntil: population.countedUntil ?? population.years[0],
        error: Object.entries(population.error ?? {}).map(([ages, { value, power }]) => ({ ages, value, power })),
      }),
    }),
    scenario: plain({ evidence, adjustments, changes, assumptions, interventions }),
  };
}

/** Where a number comes from is in `assumptions.csv`; here it is only the number, and of a formula its text. */
function plain(value: unknown): GivenValue {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null) return null;
  if ("written" in value && "value" in value) return plain(value.value);
  if ("text" in value && "tree" in value) return plain(value.text);
  if ("values" in value && "unit" in value) return plain(value.values);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([key, one]) => [key, plain(one)]),
  );
}
