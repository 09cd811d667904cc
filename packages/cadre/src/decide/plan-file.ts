import { checkText } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import { suggest } from "../error/suggest.ts";
import { parseIntervention, parseScenario, type ScenarioOptions } from "../scenario/parse.ts";
import type { Intervention } from "../scenario/schema/intervention.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import { readDocument } from "../system/document.ts";
import { type FileReader, filesInMemory } from "../system/files.ts";
import { Problems } from "../system/problems.ts";
import type { Objective, PlanOption, PlanQuestion } from "./plan-question.ts";
import { planFile } from "./plan-schema.ts";

/** A plan file that was read: what is asked, and of which system. */
export interface PlanFile {
  readonly id: string;
  readonly title: string;
  /** Path of the system file as written. */
  readonly system: string;
  readonly question: PlanQuestion;
}

/**
 * Reads what a plan is asked to do from the text of its YAML (or JSON) file: objective, budget, limits, and the
 * interventions to choose from. Entries of the catalogue and the scenario that is done anyway are taken in.
 *
 * Throws a `CadreError` with line, column, value, rule and what to do. Format: docs/guide/decide.md.
 *
 * @example
 * ```ts
 * import { parsePlan } from "cadre/decide";
 * const { question } = parsePlan(`
 *   cadre: 1
 *   id: keep-people
 *   title: Keep people
 *   system: ./system.yaml
 *   objective: { least: shortage }
 *   budget: { perYear: 100000 }
 *   options:
 *     - intervention: { id: mentors, title: Mentors, changes: [ { parameter: leaving.rate, multiply: 0.95 } ] }
 *       starts: [2025, 2027]
 *       price: { perYear: 60000 }
 * `);
 * question.options.length; // 1
 * ```
 */
export function parsePlan(given: string, options: ScenarioOptions = {}): PlanFile {
  checkText(given, options);
  const read = typeof options.files === "function" ? options.files : filesInMemory(options.files ?? {});
  const document = readDocument(given, options.file);
  const problems = new Problems(document);
  const {
    id,
    title,
    system,
    scenario,
    objective,
    note: _,
    cadre: _c,
    options: raw,
    ...rest
  } = problems.contentAs(planFile);
  const fault = (path: readonly PropertyKey[], problem: Omit<Fault, "file">) =>
    new CadreError({ file: options.file, ...document.place([...path]), path: path.map(String).join("."), ...problem });
  const planned = raw.map(({ use, intervention: own, ...more }, i): PlanOption => {
    if ((use === undefined) === (own === undefined))
      throw fault(["options", i], {
        code: "bad-option",
        message: "An option is one intervention.",
        value: use ?? "(nothing)",
        rule: "Exactly one of use (an entry of the catalogue) and intervention (written out).",
        fix: "Write use: realistic-job-preview, for example.",
      });
    return {
      ...more,
      intervention: own ? own : fromCatalogue(use!, read, () => ["options", i, "use"], fault),
    };
  });
  const { least, target: wanted, weights, from, until, draws, seed } = objective;
  if (least !== "shortage" && !wanted)
    throw fault(["objective"], {
      code: "no-target",
      message: least === "cost" ? "Least cost for what?" : "The risk of missing what?",
      value: `least: ${least}`,
      rule: "An objective of least cost or least risk has a target.",
      fix: "Write target: { pool: …, year: …, atMost: … }.",
    });
  const base = scenario === undefined ? undefined : beside(scenario, read, fault);
  return {
    ...{ id, title, system },
    question: {
      ...rest,
      ...(base && { scenario: base }),
      options: planned,
      objective: objectiveOf(),
    },
  };

  function objectiveOf(): Objective {
    if (least === "cost") return { least, target: wanted! };
    const given = <T extends object>(values: T) =>
      Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
    if (least === "risk") return { least, target: wanted!, ...given({ draws, seed }) };
    return { least, ...given({ weights, from, until }) };
  }
}

interface Fault {
  readonly code: string;
  readonly message: string;
  readonly value: string;
  readonly rule: string;
  readonly fix: string;
  readonly didYouMean?: string | undefined;
}
type Faulty = (path: readonly PropertyKey[], problem: Fault) => CadreError;

function fromCatalogue(id: string, read: FileReader, place: () => readonly PropertyKey[], fault: Faulty): Intervention {
  const file = `data/interventions/${id}.yaml`;
  const found = read(file, "project");
  if (found) return parseIntervention(found.text, { file }).intervention;
  throw fault(place(), {
    code: "unknown-intervention",
    message: `The catalogue has no intervention "${id}".`,
    value: id,
    rule: `A name here stands for the file ${file}.`,
    fix: "Correct the name (cadre interventions lists them), or write the intervention out.",
    didYouMean: suggest(id, read.names?.("data/interventions", "project") ?? []),
  });
}

/** The scenario that is done anyway, from the folder of the file. */
function beside(id: string, read: FileReader, fault: Faulty): Scenario {
  const file = `${id}.yaml`;
  const found = read(file, "system");
  if (found) return parseScenario(found.text, { file, files: read });
  throw fault(["scenario"], {
    code: "unknown-scenario",
    message: `There is no scenario "${id}" beside this file.`,
    value: id,
    rule: `A name here stands for the file ${file} in the same folder.`,
    fix: "Correct the name.",
    didYouMean: suggest(id, read.names?.("", "system") ?? []),
  });
}
