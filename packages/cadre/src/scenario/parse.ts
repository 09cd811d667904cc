import { checkText } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import { type Document, readDocument } from "../system/document.ts";
import { isRecord } from "../system/field/problem.ts";
import { type FileReader, filesInMemory } from "../system/files.ts";
import { Problems } from "../system/problems.ts";
import type { Source } from "../system/schema/sources.ts";
import { deepFreeze } from "../table/deep-freeze.ts";
import { type InheritedCounts, joinedScenario, type OwnScenario, parentsOf } from "./parents.ts";
import type { Change } from "./schema/change.ts";
import type { Intervention } from "./schema/intervention.ts";
import { intervention, interventionFile, use } from "./schema/intervention.ts";
import type { Scenario } from "./schema/scenario.ts";
import { scenarioFile } from "./schema/scenario.ts";

/** What `parseScenario` needs beside the text. */
export interface ScenarioOptions {
  /** Name of the file, for errors. */
  readonly file?: string;
  /**
   * Texts of the catalogue entries it uses (`data/interventions/<id>.yaml`) and of the scenarios it extends
   * (`<id>.yaml`), by path; or a function that finds them.
   */
  readonly files?: Readonly<Record<string, string>> | FileReader;
}

type Sources = Record<string, Source>;

/**
 * Reads a scenario from the text of its YAML (or JSON) file and returns it as plain frozen data, complete in itself:
 * catalogue entries it uses and the scenarios it extends are taken in. Whether its changes fit a system is checked when
 * it is run.
 *
 * Throws a `CadreError` with line, column, value, rule and what to do. Format: docs/guide/scenarios.md.
 *
 * @example
 * ```ts
 * import { parseScenario } from "cadre";
 * const plan = parseScenario(`
 *   cadre: 1
 *   id: keep-people
 *   title: Keep people
 *   system: ./system.yaml
 *   assumptions:
 *     - { parameter: leaving.rate, where: { sector: social-care }, from: 2021, over: 3, multiply: 0.9 }
 * `);
 * plan.assumptions?.[0].over; // 3
 * ```
 */
export function parseScenario(text: string, options: ScenarioOptions = {}): Scenario {
  checkText(text, options);
  const read = typeof options.files === "function" ? options.files : filesInMemory(options.files ?? {});
  return deepFreeze(readScenarioText(text, options.file, read));
}

function readScenarioText(text: string, file: string | undefined, read: FileReader): Scenario {
  const own = readOwn(text, file, read);
  const beside = read.names?.("", "system") ?? [];
  const parents = parentsOf(
    own,
    (path) => {
      const found = read(path, "system");
      return found && readOwn(found.text, path, read);
    },
    beside,
  );
  const { scenario, before } = joinedScenario([...parents, own]);
  checkKind(own, scenario);
  own.problems.throwIfAny();
  return {
    ...scenario,
    ...(file && { file }),
    positions: ownPositions(own.document, before),
  };
}

/** A scenario file by itself, without what it extends. */
function readOwn(text: string, file: string | undefined, read: FileReader): OwnScenario {
  const document = readDocument(text, file);
  if (isRecord(document.content) && "pools" in document.content && !("system" in document.content))
    throw new CadreError({
      ...{ code: "not-a-scenario", file, ...document.place(["pools"], "key"), path: "pools", value: "pools" },
      message: "This file holds a system, not a scenario.",
      rule: "A scenario names the file of its system; the pools stand there.",
      fix: "Name a scenario instead. The system by itself is what happens if nothing changes.",
    });
  const problems = new Problems(document);
  const {
    cadre: _,
    extends: parents = [],
    interventions: raw,
    sources: own,
    ...rest
  } = problems.contentAs(scenarioFile);
  const sources: Sources = { ...own };
  const interventions = raw.flatMap((one, i) => readIntervention(one, i, sources, problems, read) ?? []);
  sameIds(interventions, problems);
  checkYears(rest.assumptions, interventions, problems);
  const scenario: Scenario = { ...rest, interventions, sources };
  return { scenario, parents: [parents].flat(), document, problems, file };
}

/** Without anything that is done there is no plan, however it is called. */
function checkKind({ scenario: own, problems }: OwnScenario, { interventions = [] }: Scenario): void {
  if (own.kind !== "plan" || interventions.length > 0) return;
  problems.add(["kind"], {
    code: "not-a-plan",
    message: "This scenario does nothing, so it is not a plan.",
    value: "plan",
    rule: "A plan has interventions: what somebody does, and what it costs. What only changes assumptions is a risk or a what-if.",
    fix: "Write kind: risk for what may happen, or kind: what-if for a size to try; or write what is done under interventions.",
  });
}

/**
 * Positions by the place things have in the finished scenario: what is extended stands first, and where the file names
 * what it extends.
 */
function ownPositions(document: Document, before: InheritedCounts): Scenario["positions"] {
  const { line, column } = document.place(["extends"]);
  const moved: Record<string, readonly [number, number]> = {};
  for (const [key, count] of Object.entries(before))
    for (let i = 0; i < count; i++) moved[`${key}.${i}`] = [line, column];
  for (const [path, place] of Object.entries(document.positions())) {
    const [key = "", index, ...rest] = path.split(".");
    const shift = before[key as keyof typeof before] ?? 0;
    moved[
      index === undefined ? key : [key, Number.isNaN(Number(index)) ? index : Number(index) + shift, ...rest].join(".")
    ] = place;
  }
  return moved;
}

function readIntervention(
  raw: unknown,
  i: number,
  sources: Sources,
  problems: Problems,
  read: FileReader,
): Intervention | undefined {
  const path = ["interventions", i];
  const local = isRecord(raw) && "use" in raw;
  const parsed = (local ? use : intervention).safeParse(raw);
  if (!parsed.success) {
    problems.addIssues(parsed.error.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] })));
    return undefined;
  }
  if (!("use" in parsed.data)) return parsed.data;
  const { use: id, ...changes } = parsed.data;
  const file = `data/interventions/${id}.yaml`;
  const found = read(file, "project");
  if (!found) {
    problems.add([...path, "use"], {
      code: "unknown-intervention",
      message: `The catalogue has no intervention "${id}".`,
      value: id,
      rule: `A name here stands for the file ${file}.`,
      fix: "Correct the name (cadre interventions lists them), or write the intervention out.",
      known: read.names?.("data/interventions", "project") ?? [],
      word: id,
    });
    return undefined;
  }
  const entry = parseIntervention(found.text, { file });
  Object.assign(sources, entry.sources);
  for (const note of entry.notes) problems.note(note);
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return { ...entry.intervention, ...given };
}

/**
 * Reads one entry of the catalogue of interventions from the text of its file, with the sources it names. Throws a
 * `CadreError` with its place in the file. `notes` are words that a later version will not know.
 *
 * @example
 * ```ts
 * import { parseIntervention } from "cadre/scenarios";
 * const { intervention } = parseIntervention(`
 *   cadre: 1
 *   id: exit-interviews
 *   title: Exit interviews
 *   evidence: { level: 0 }
 *   changes: [ { parameter: leaving.rate, multiply: { p10: 0.9, p90: 1 } } ]
 * `);
 * intervention.evidence?.level; // 0
 * ```
 */
export function parseIntervention(
  text: string,
  options: { file?: string } = {},
): { intervention: Intervention; sources: Readonly<Sources>; notes: readonly string[] } {
  checkText(text, options);
  const { file } = options;
  const document = readDocument(text, file);
  const problems = new Problems(document);
  const { cadre: _, sources = {}, ...entry } = problems.contentAs(interventionFile);
  const named = entry.evidence?.source;
  if (named && !Object.hasOwn(sources, named))
    problems.add(["evidence", "source"], {
      code: "unknown-source",
      message: `The source "${named}" is not listed.`,
      value: named,
      rule: "An entry of the catalogue lists its sources under `sources`.",
      fix: "Add it under `sources` in this file.",
      known: Object.keys(sources),
      word: named,
    });
  problems.throwIfAny();
  return { intervention: entry, sources, notes: problems.notes };
}

function sameIds(interventions: readonly Intervention[], problems: Problems): void {
  interventions.forEach(({ id }, i) => {
    if (interventions.findIndex((one) => one.id === id) < i)
      problems.add(["interventions", i], {
        code: "same-id",
        message: "Two interventions have the same id.",
        value: id,
        rule: "An intervention may be in a scenario only once.",
        fix: "Remove one, or give it an id of its own.",
      });
  });
}

/** A change that ends before it begins would do nothing, and nobody would notice. */
function checkYears(assumptions: readonly Change[], interventions: readonly Intervention[], problems: Problems): void {
  const check = (change: Change, by: { from?: number; until?: number }, path: readonly PropertyKey[]) => {
    const [from, until] = [change.from ?? by.from, change.until ?? by.until];
    if (from === undefined || until === undefined || from <= until) return;
    problems.add(path, {
      code: "ends-before-it-begins",
      message: `This change of ${change.parameter} ends before it begins.`,
      value: `from ${from} until ${until}`,
      rule: "The last year is the first one or a later one.",
      fix: "Correct one of the two years.",
    });
  };
  for (const [i, change] of assumptions.entries()) check(change, {}, ["assumptions", i, "until"]);
  for (const [i, one] of interventions.entries())
    for (const [c, change] of one.changes.entries()) check(change, one, ["interventions", i, "changes", c, "until"]);
}
