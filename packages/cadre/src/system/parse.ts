import { checkText } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import { readFormula } from "../formula/formula.ts";
import { SCHEDULED_CAUSES, type ScheduledCause } from "../model/causes.ts";
import type { Schedule } from "../rates/schedule.ts";
import { deepFreeze } from "../table/deep-freeze.ts";
import type { Quantity } from "../table/quantity.ts";
import { type Document, readDocument } from "./document.ts";
import { isRecord } from "./field/problem.ts";
import { type FileReader, filesInMemory } from "./files.ts";
import { inJobs } from "./in-jobs.ts";
import { checkKnown } from "./known.ts";
import { checkPeopleAndHours, withPeopleAndHours } from "./people-and-hours.ts";
import { Problems } from "./problems.ts";
import { readPopulation } from "./read-population.ts";
import { loadSchedule } from "./schedule.ts";
import type { Demand } from "./schema/demand.ts";
import type { Funding } from "./schema/money.ts";
import { FULL_TIME, type Pool } from "./schema/pool.ts";
import type { Source } from "./schema/sources.ts";
import { type SystemFile, systemFile } from "./schema/system-file.ts";
import type { System } from "./types.ts";
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
  checkText(text, options);
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
  const file = problems.contentAs(systemFile);
  const inputs: { path: string; sha256?: string }[] = [];
  const find = typeof options.files === "function" ? options.files : filesInMemory(options.files ?? {});
  const reading: FileReader = (path, from) => {
    const found = find(path, from);
    if (found && !inputs.some((input) => input.path === path))
      inputs.push({ path, ...(found.sha256 && { sha256: found.sha256 }) });
    return found;
  };
  const read = Object.assign(reading, { names: find.names });
  const sources: Record<string, Source> = { ...file.sources };
  const pools: Record<string, Pool> = {};
  for (const [id, pool] of Object.entries(file.pools)) {
    const counts = pool.counts ?? file.counts;
    checkPeopleAndHours(id, pool, counts, problems);
    const found = { ...readPool(id, pool, sources, problems, read), counts };
    pools[id] = counts === "jobs" ? inJobs(found) : found;
  }
  const population = readPopulation(file, document, problems, read);
  const funding = readFunding(file, problems, read);
  const formulas = formulaPlaces(file, document);
  const demand = readDemand(file, pools, formulas, problems);
  const { place = file.title, axes, note: _n, counts: _c, population: _p, funding: _f, ...rest } = file;
  const [ageMin, ageMax] = axes.age === "none" ? [0, 0] : axes.age;
  const system: System = {
    ...rest,
    place,
    axes: { sex: axes.sex ?? ["all"], ageMin, ageMax, tenure: axes.tenure },
    sources,
    ...(population && { population }),
    pools,
    demand,
    ...(funding && { funding }),
    origin: {
      ...(options.file && { file: options.file }),
      positions: document.positions(),
      formulas,
      notes: problems.notes,
      inputs,
    },
  };
  // What could not be read would only be missed again.
  problems.throwIfAny();
  validate(system, axes.age === "none", problems);
  problems.throwIfAny();
  return deepFreeze(withCounts(system, file, problems));
}

/** People and hours that follow from others, now that what they follow from is known to be right. */
function withCounts(system: System, file: SystemFile, problems: Problems): System {
  const positions = { ...system.origin.positions };
  const pools: Record<string, Pool> = {};
  for (const [id, pool] of Object.entries(system.pools)) {
    pools[id] = withPeopleAndHours(id, pool, file.pools[id]!, system, problems);
    const at = positions[`pools.${id}.fteInPost`];
    if (at) positions[`pools.${id}.${file.pools[id]!.headcount ? "fte" : "headcount"}`] ??= at;
  }
  return { ...system, pools, origin: { ...system.origin, positions, notes: problems.notes } };
}

function readPool(
  id: string,
  pool: SystemFile["pools"][string],
  sources: Record<string, Source>,
  problems: Problems,
  read: FileReader,
): Omit<Pool, "counts"> {
  const schedules: { [cause in ScheduledCause]?: Schedule } = {};
  for (const cause of SCHEDULED_CAUSES) {
    const raw = pool[cause];
    if (raw === undefined) continue;
    const loaded = loadSchedule(raw, cause, ["pools", id, cause], problems, read);
    if (!loaded) continue;
    schedules[cause] = loaded.schedule;
    for (const [key, source] of Object.entries(loaded.sources)) sources[key] ??= source;
  }
  const { headcount, fteInPost, fte = FULL_TIME, ...rest } = without(pool, SCHEDULED_CAUSES);
  // Full-time equivalents in post stand in for people until the pool is known to be right.
  return { ...rest, headcount: headcount ?? fteInPost ?? NOBODY, fte, ...schedules };
}

const NOBODY: Quantity = { value: 0, unit: "heads", written: "", kind: "assumption" };

/** An object without some of its keys. */
function without<T extends object, K extends keyof T>(whole: T, keys: readonly K[]): Omit<T, K> {
  const rest: Partial<T> & Omit<T, K> = { ...whole };
  for (const key of keys) delete rest[key];
  return rest;
}

/** The funding rules stand in a file of their own; what they say is read when the account is worked out. */
function readFunding(file: SystemFile, problems: Problems, read: FileReader): Funding | undefined {
  if (!file.funding) return undefined;
  const { rules, pays, ...rest } = file.funding;
  const path = `data/funding/${rules}.yaml`;
  const found = /^[a-z0-9-]+$/.test(rules) ? read(path, "project") : undefined;
  const pipelines = Object.entries(file.pipelines);
  pays?.forEach((id, i) => {
    checkKnown(["funding", "pays", i], id, Object.keys(file.pipelines), "pipeline", problems);
  });
  if (!found) {
    problems.add(["funding", "rules"], {
      code: "missing-file",
      message: `There are no funding rules called "${rules}".`,
      value: rules,
      rule: `A name here stands for the file ${path}.`,
      fix: "Add that file, or correct the name.",
      known: read.names?.("data/funding", "project") ?? [],
      word: rules,
    });
    return undefined;
  }
  const paid = pays ?? pipelines.filter(([, { cost }]) => cost).map(([id]) => id);
  return { ...rest, rules: { file: path, text: found.text }, pays: paid };
}

/** What each pool's posts follow, with formulas read; what is wrong with one is shown at its own letter. */
function readDemand(
  file: SystemFile,
  pools: System["pools"],
  places: System["origin"]["formulas"],
  problems: Problems,
): System["demand"] {
  return Object.fromEntries(
    Object.entries(file.demand).map(([id, given]): [string, Demand] => {
      const { formula: text, ...rest } = pools[id]?.counts === "jobs" ? inJobs(given) : given;
      if (text === undefined) return [id, rest];
      const { formula, problem } = readFormula(text);
      if (formula) return [id, { ...rest, formula: formula.data }];
      const { column: inside, ...said } = problem;
      const [line, column] = places[id] ?? [];
      const place = column === undefined ? undefined : { line, column: column + inside - 1 };
      problems.add(["demand", id, "formula"], said, "value", place);
      return [id, rest];
    }),
  );
}

/** Where formulas begin, so that a fault can be shown at its own letter. */
function formulaPlaces(file: SystemFile, document: Document): System["origin"]["formulas"] {
  return Object.fromEntries(
    Object.keys(file.demand).flatMap((id) => {
      const place = document.firstLetter(["demand", id, "formula"]);
      return place ? [[id, place] as const] : [];
    }),
  );
}
