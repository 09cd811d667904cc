import { CadreError } from "../error/cadre-error.ts";
import type { Quantity, QuantityMap } from "../table/quantity.ts";
import { readDocument } from "./document.ts";
import { isRecord } from "./field/problem.ts";
import { type FileReader, filesInMemory } from "./files.ts";
import { gridOfPeople, readPopulationTable } from "./population.ts";
import { Problems } from "./problems.ts";
import { loadSchedule } from "./schedule.ts";
import { fteByAge, fteForAll, type SystemFile, systemFile } from "./schema.ts";
import type { Pool, Population, Source, System } from "./types.ts";
import { validate } from "./validate.ts";

/** What `parseSystem` needs beside the text. */
export interface ParseOptions {
  /** Name of the file, for errors. */
  readonly file?: string;
  /** Texts of the tables and schedules the file names, by path; or a function that finds them. */
  readonly files?: Readonly<Record<string, string>> | FileReader;
}

/**
 * Reads a system from the text of its YAML (or JSON) file and returns it as plain frozen data, with every default
 * filled in and every number still carrying its source. Tables and schedules it names are taken from `files`.
 *
 * Throws a `CadreError` with line, column, value, rule and what to do when anything is wrong; further problems of the
 * same file are in its `others`. See docs/guide/system-file.md.
 *
 * @example
 * ```ts
 * import { parseSystem } from "cadre";
 * const home = parseSystem(`
 *   cadre: 1
 *   id: home-care
 *   title: Home care
 *   calendar: { base: 2024-03-31, until: 2030-03-31 }
 *   pools:
 *     carers:
 *       title: Home carers
 *       employer: Our agency
 *       sector: social-care
 *       headcount: 120
 *       ages: { "18-29": 25%, "30-49": 40%, "50-70": 35% }
 *       leaving: { rate: 30%, kind: leavers-per-average-headcount, scope: employer }
 * `);
 * home.pools.carers.headcount.value; // 120
 * ```
 */
export function parseSystem(text: string, options: ParseOptions = {}): System {
  const document = readDocument(text, options.file);
  const problems = new Problems(document);
  if (!isRecord(document.content))
    throw new CadreError({
      code: "not-a-system",
      file: options.file,
      ...document.place([]),
      message: "This file does not hold a system.",
      value: String(text.trim().slice(0, 60)),
      rule: "A system file is a group of keys that starts with `cadre: 1`.",
      fix: "Start one with `cadre new`, or copy an example from scenarios/.",
    });
  const parsed = systemFile.safeParse(document.content);
  if (!parsed.success) {
    problems.addIssues(parsed.error.issues);
    problems.throwIfAny();
    throw new Error("a failed reading holds at least one issue");
  }
  const file = parsed.data;
  const inputs: { path: string; sha256?: string }[] = [];
  const find = typeof options.files === "function" ? options.files : filesInMemory(options.files ?? {});
  const read: FileReader = (path, from) => {
    const found = find(path, from);
    if (found && !inputs.some((input) => input.path === path))
      inputs.push({ path, ...(found.sha256 && { sha256: found.sha256 }) });
    return found;
  };
  const sources: Record<string, Source> = { ...file.sources };
  const pools: Record<string, Pool> = {};
  for (const [id, pool] of Object.entries(file.pools)) pools[id] = readPool(id, pool, sources, problems, read);
  const population = readPopulation(file, problems, read);
  const place = file.place ?? file.title;
  const { age, sex, tenure } = file.axes;
  const [ageMin, ageMax] = age === "none" ? [0, 0] : age;
  const system: System = {
    cadre: 1,
    id: file.id,
    title: file.title,
    place,
    calendar: file.calendar,
    axes: { sex: sex ?? ["all"], ageMin, ageMax, tenure },
    sources,
    ...(population && { population }),
    pools,
    moves: file.moves,
    demand: file.demand,
    origin: { ...(options.file && { file: options.file }), positions: document.positions(), inputs },
  };
  // What could not be read would only be missed again.
  problems.throwIfAny();
  validate(system, age === "none", problems);
  problems.throwIfAny();
  return deepFreeze(system);
}

function readPool(
  id: string,
  pool: SystemFile["pools"][string],
  sources: Record<string, Source>,
  problems: Problems,
  read: FileReader,
): Pool {
  const { fte, retirement, mortality, ...rest } = pool;
  const schedules: { retirement?: Pool["retirement"]; mortality?: Pool["mortality"] } = {};
  for (const [kind, raw] of [
    ["retirement", retirement],
    ["mortality", mortality],
  ] as const) {
    if (raw === undefined) continue;
    const loaded = loadSchedule(raw, kind, ["pools", id, kind], problems, read);
    if (!loaded) continue;
    schedules[kind] = loaded.schedule;
    for (const [key, source] of Object.entries(loaded.sources)) sources[key] ??= source;
  }
  return { ...rest, fte: readFte(fte, ["pools", id, "fte"], problems), ...schedules };
}

/** FTE a head is one number or numbers by age; a record with a plain value is the former. */
function readFte(raw: unknown, path: readonly string[], problems: Problems): Quantity | QuantityMap {
  const byAge = isRecord(raw) && (!("value" in raw) || isRecord(raw.value));
  const parsed = (byAge ? fteByAge : fteForAll).safeParse(raw);
  if (parsed.success) return parsed.data;
  problems.addIssues(parsed.error.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] })));
  return { value: 1, unit: "FTE", written: "1", kind: "assumption" };
}

function readPopulation(file: SystemFile, problems: Problems, read: FileReader): Population | undefined {
  const given = file.population;
  if (!given) return undefined;
  const { table, people, place: named, date, kind, ...provenance } = given;
  const place = named ?? file.place ?? file.title;
  const about = {
    place,
    date,
    ...provenance,
    kind: kind ?? (provenance.source ? ("fact" as const) : ("assumption" as const)),
  };
  if (!table === !people) {
    problems.add(["population"], {
      code: "population-without-people",
      message: "The population is given either as a table or in place.",
      value: table ? "both" : "neither",
      rule: "Exactly one of population.table and population.people.",
      fix: 'Name a CSV file in `table`, or write `people: { 2018: { "0-17": 1000, … } }`.',
    });
    return undefined;
  }
  if (people) {
    const missing = (year: number, band: string): never => {
      problems.add(["population", "people", String(year)], {
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
  const found = problems.reading(["population", "table"], () => read(String(table), "system"));
  if (!found) {
    problems.add(["population", "table"], {
      code: "missing-file",
      message: "This table is not there.",
      value: String(table),
      rule: "A path is relative to the system file.",
      fix: "Correct the path, or put the table there.",
    });
    return undefined;
  }
  return { ...about, table: String(table), ...readPopulationTable(found.text, place, String(table)) };
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const child of Object.values(value)) deepFreeze(child);
  }
  return value;
}
