import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  CadreError,
  type CountedMeasure,
  type FileReader,
  parseChecks,
  parseScenario,
  parseSystem,
  type Result,
  run,
  type System,
} from "cadre";
import { parseAssurance } from "cadre/assure";
import { parseSeries } from "cadre/backtest";

import { parsePlan } from "cadre/decide";

import { parseFundingRules } from "cadre/funding";
import { parseObserved } from "cadre/results";
import { parseIntervention } from "cadre/scenarios";

/** Something a planner might hand in: what it is meant to be, and the folder that its tables are looked for in. */
export interface FuzzInput {
  readonly kind:
    | "system"
    | "scenario"
    | "checks"
    | "plan"
    | "assurance"
    | "intervention"
    | "funding"
    | "observed"
    | "series"
    | "table";
  readonly text: string;
  readonly folder: string;
  /** The table that is changed, as the system of the folder names it. */
  readonly table?: string;
}

const MOST_SECONDS = 2;
const RELATIVE = 1e-9;

/** What is wrong with how an input was taken; undefined if it gave a right answer or one error with its place. */
export function judged(input: FuzzInput): string | undefined {
  const before = process.cpuUsage();
  const fault = faultOf(input);
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  return fault ?? (seconds > MOST_SECONDS ? `took ${seconds.toFixed(1)} seconds` : undefined);
}

function faultOf(input: FuzzInput): string | undefined {
  try {
    const result = answerTo(input);
    return result && unlawful(result);
  } catch (error) {
    if (!(error instanceof CadreError)) return `threw ${error instanceof Error ? (error.stack ?? error) : error}`;
    return error.line !== undefined || error.path !== undefined
      ? undefined
      : `an error without a place: ${error.message}`;
  }
}

/** The result of an input, if it is of a kind that has one; throws where it cannot be used. */
export const answerTo = (input: FuzzInput): Result | undefined => READERS[input.kind](input);

const READERS: Readonly<Record<FuzzInput["kind"], (input: FuzzInput) => Result | undefined>> = {
  system: ({ text, folder }) => run(parseSystem(text, { file: "system.yaml", files: filesOf(folder) })),
  table: ({ text, folder, table }) => run(systemIn(folder, filesOf(folder, table, text))),
  scenario: ({ text, folder }) =>
    run(systemOf(folder), parseScenario(text, { file: "scenario.yaml", files: filesOf(folder) })),
  checks: ({ text }) => void parseChecks(text, { file: "checks.yaml" }),
  plan: ({ text, folder }) => void parsePlan(text, { file: "plan.yaml", files: filesOf(folder) }),
  assurance: ({ text }) => void parseAssurance(text, { file: "assurance.yaml" }),
  intervention: ({ text }) => void parseIntervention(text, { file: "intervention.yaml" }),
  funding: ({ text }) => void parseFundingRules(text, { file: "funding.yaml" }),
  observed: ({ text }) => void parseObserved(text, { file: "observed.csv" }),
  series: ({ text }) => void parseSeries(text, { file: "series.csv" }),
};

const systemIn = (folder: string, files: FileReader): System =>
  parseSystem(readFileSync(join(folder, "system.yaml"), "utf8"), { file: "system.yaml", files });

const systems = new Map<string, System>();
/** The system of a folder as it is, read once. */
function systemOf(folder: string): System {
  const system = systems.get(folder) ?? systemIn(folder, filesOf(folder));
  systems.set(folder, system);
  return system;
}

/** Files of the place and of the project, one of them in other words. */
const filesOf =
  (folder: string, changed?: string, text = ""): FileReader =>
  (path, from) => {
    if (path === changed) return { text };
    const file = join(from === "project" ? "." : folder, path);
    return existsSync(file) && statSync(file).isFile() ? { text: readFileSync(file, "utf8") } : undefined;
  };

/** Laws that hold for every result, whatever the input was. */
export function unlawful(result: Result): string | undefined {
  const { value, measure, pool, year } = result.rows();
  for (let i = 0; i < value.length; i++)
    if (value[i] !== undefined && !Number.isFinite(value[i]))
      return `${measure[i]} of ${pool[i]} in ${year[i]} is not a number`;
  for (const { id } of result.pools)
    for (const y of [result.base, ...result.years]) {
      for (const heads of result.cells({ pool: id, measure: "headcount", year: y }))
        if (!(heads >= 0)) return `${heads} heads in a cell of ${id} in ${y}`;
      if (y === result.base) continue;
      const at = (measure: CountedMeasure, when = y) => result.at({ pool: id, measure, year: when });
      const [opening, joiners, leavers, closing] = [
        at("headcount", y - 1),
        at("joiners"),
        at("leavers"),
        at("headcount"),
      ];
      const slack = RELATIVE * Math.max(1, opening, joiners, leavers, closing);
      if (!(Math.abs(opening + joiners - leavers - closing) <= slack))
        return `heads of ${id} in ${y}: ${opening} + ${joiners} − ${leavers} is not ${closing}`;
    }
  return undefined;
}
