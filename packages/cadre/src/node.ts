import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Checks } from "./against/checks-file.ts";
import { type Observed, parseObserved } from "./against/observed-file.ts";
import { parseChecks } from "./against/parse-checks.ts";
import { type AssuranceFile, parseAssurance } from "./assure/assurance-file.ts";
import { type KeptRecord, parseKeptRecord } from "./assure/since-signed.ts";
import { parseSeries, type Series } from "./backtest/series.ts";
import { type PlanFile, parsePlan } from "./decide/plan-file.ts";
import { CadreError } from "./error/cadre-error.ts";
import { parseIntervention, parseScenario } from "./scenario/parse.ts";
import type { Intervention, Scenario } from "./scenario/types.ts";
import { readDocument } from "./system/document.ts";
import { LARGEST_FILE, tooLarge } from "./system/document-limits.ts";
import type { FileReader } from "./system/files.ts";
import { parseSystem } from "./system/parse.ts";
import type { System } from "./system/types.ts";

export { type NodeWorkers, startWorkers, type WorkersOptions } from "./node/start-workers.ts";

/** Population tables of a whole country by single age stay below this. */
const LARGEST_TABLE = 50_000_000;

/**
 * Reads a system from its file, with the tables and schedules it names, and returns it as plain frozen data. Files
 * are looked for only within the project folder: the nearest folder above the system file that holds a `data` folder,
 * or else the file's own folder.
 *
 * Throws a `CadreError` with file, line, column, value, rule and what to do.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystem } from "cadre/node";
 * const cumbria = await readSystem("scenarios/cumbria/system.yaml");
 * run(cumbria).at({ measure: "headcount", year: 2019 }); // 33452
 * ```
 */
export async function readSystem(path: string): Promise<System> {
  const file = resolve(path);
  const { text, sha256 } = readText(file, path, LARGEST_FILE);
  const system = parseSystem(text, { file: path, files: projectReader(file) });
  return Object.freeze({
    ...system,
    origin: Object.freeze({ ...system.origin, inputs: [{ path, sha256 }, ...system.origin.inputs] }),
  });
}

/**
 * The folder that the paths in a system file may not leave: the nearest one above it that holds a `data` folder, or
 * else its own. Returns an absolute path.
 *
 * @example
 * ```ts
 * import { projectFolder } from "cadre/node";
 * projectFolder("scenarios/cumbria/system.yaml"); // the folder that holds `data` and `scenarios`
 * ```
 */
export function projectFolder(file: string): string {
  const own = dirname(resolve(file));
  // The root of the disk is never a project, though many machines have a /data.
  for (let folder = own; folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, "data"))) return folder;
  return own;
}

/** The path of the system that another file names in `system`, from the working folder; it may not leave the project. */
function systemNamed(text: string, path: string, named: string): string {
  const file = resolve(path);
  const wanted = resolve(dirname(file), named);
  const document = readDocument(text, path);
  const fail = (code: string, message: string, rule: string, fix: string) =>
    new CadreError({
      code,
      file: path,
      ...document.place(["system"]),
      path: "system",
      message,
      value: named,
      rule,
      fix,
    });
  const root = realpathSync(projectFolder(file));
  const there = existsSync(wanted);
  if (!within(root, there ? realpathSync(wanted) : join(realpathSync(dirname(file)), named)))
    throw fail(
      "path-outside",
      "This path leaves the project folder.",
      INSIDE,
      "Put the system inside the project and correct the path.",
    );
  if (!there)
    throw fail(
      "missing-file",
      "The system is not there.",
      "A path is relative to the file that names it.",
      "Correct the path, or put the system there.",
    );
  return join(dirname(path), named);
}

const INSIDE = "Files are read only from the folder that holds `data`, or the file's own folder.";

const outsideOf = (file: string, path: string): CadreError =>
  new CadreError({
    code: "path-outside",
    file,
    message: "This path leaves the project folder.",
    value: path,
    rule: INSIDE,
    fix: "Put the file inside the project and correct the path.",
  });

function projectReader(file: string): FileReader {
  const root = realpathSync(projectFolder(file));
  return (path, from) => {
    const wanted = resolve(from === "project" ? root : dirname(file), path);
    if (!within(root, wanted)) throw outsideOf(file, path);
    if (!existsSync(wanted)) return undefined;
    // A link may lead elsewhere although its own place is inside.
    if (!within(root, realpathSync(wanted))) throw outsideOf(file, path);
    return readText(wanted, path, LARGEST_TABLE);
  };
}

const within = (root: string, path: string): boolean => {
  const way = relative(root, path);
  return way === "" || (!way.startsWith(`..${sep}`) && way !== ".." && resolve(root, way) === path);
};

function readText(file: string, shown: string, largest: number): { text: string; sha256: string } {
  const fail = (code: string, message: string, fix: string) =>
    new CadreError({
      code,
      file: shown,
      line: 1,
      column: 1,
      message,
      value: shown,
      rule: "A text file that can be read.",
      fix,
    });
  let bytes: Buffer;
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) throw fail("not-a-file", "This is a folder, not a file.", "Name the system file in it.");
    // A device or a pipe may never end.
    if (!stat.isFile())
      throw fail(
        "not-a-file",
        "This is a device or a pipe, not a file on disk.",
        "Name a file; copy what it gives into one.",
      );
    if (stat.size > largest) throw tooLarge(stat.size, shown, largest);
    bytes = readFileSync(file);
  } catch (error) {
    if (error instanceof CadreError) throw error;
    throw fail("missing-file", "There is no such file, or it cannot be read.", "Correct the path.");
  }
  if (bytes.includes(0))
    throw fail(
      "not-text",
      "This is not a text file in UTF-8.",
      "Name a text file; save it as UTF-8 if a program wrote it otherwise.",
    );
  return {
    text: decoded(bytes, shown),
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

/** A letter of another encoding would turn into a question mark, in a name or a title, without a word. */
function decoded(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const before = bytes.toString("utf8").split("\uFFFD")[0]!.split("\n");
    const last = before.at(-1) ?? "";
    throw new CadreError({
      code: "not-utf8",
      file,
      line: before.length,
      column: last.length + 1,
      message: "Here stands a letter that is not written in UTF-8.",
      value: `after "${last.slice(-40)}"`,
      rule: "A text file in UTF-8.",
      fix: "Save the file as UTF-8 (a spreadsheet calls it CSV UTF-8), then look whether the letter is right.",
    });
  }
}

/**
 * Reads the assurance file beside a system: who answers for the model, what it is for, and who has signed it.
 *
 * @example
 * ```ts
 * import { readAssurance } from "cadre/node";
 * (await readAssurance("scenarios/cumbria/assurance.yaml")).purpose;
 * ```
 */
export async function readAssurance(path: string): Promise<AssuranceFile> {
  const file = resolve(path);
  if (existsSync(file) && !within(realpathSync(projectFolder(file)), realpathSync(file))) throw outsideOf(path, path);
  return parseAssurance(readText(file, path, LARGEST_FILE).text, { file: path });
}

/**
 * Reads the records that the signatures of an assurance file name, by the path they name; nothing for a signature that names
 * none. Throws a `CadreError` when one is not there, leaves the project folder, or is not a record of Cadre.
 *
 * @example
 * ```ts
 * import { readAssurance, readKeptRecords } from "cadre/node";
 * const file = await readAssurance("scenarios/cumbria/assurance.yaml");
 * (await readKeptRecords(file)).size; // 0
 * ```
 */
export async function readKeptRecords({ file = "", signed }: AssuranceFile): Promise<Map<string, KeptRecord>> {
  const root = realpathSync(projectFolder(file));
  const records = new Map<string, KeptRecord>();
  for (const { record } of signed) {
    if (record === undefined || records.has(record)) continue;
    const wanted = resolve(dirname(file), record);
    if (!existsSync(wanted) || !within(root, realpathSync(wanted))) throw noRecord(file, record, existsSync(wanted));
    const named = join(dirname(file), record);
    records.set(record, parseKeptRecord(readText(wanted, named, LARGEST_TABLE).text, { file: named }));
  }
  return records;
}

const noRecord = (file: string, record: string, there: boolean): CadreError =>
  there
    ? outsideOf(file, record)
    : new CadreError({
        code: "missing-file",
        file,
        path: "signed",
        message: "The record that was signed is not there.",
        value: record,
        rule: "A path is relative to the file that names it.",
        fix: "Correct the path, or leave record out: the record then cannot say what has changed.",
      });

/**
 * Reads a plan file with its system, the catalogue entries it names and the scenario that is done anyway. Throws a
 * `CadreError` with file, line, column, value, rule and what to do.
 *
 * @example
 * ```ts
 * import { portfolio } from "cadre/decide";
 * import { readPlan } from "cadre/node";
 * const { system, plan } = await readPlan("scenarios/cumbria/plans/care-shortage.yaml");
 * (await portfolio(system, plan.question)).kind; // "plan"
 * ```
 */
export async function readPlan(path: string): Promise<{ plan: PlanFile; system: System }> {
  const file = resolve(path);
  const { text } = readText(file, path, LARGEST_FILE);
  const plan = parsePlan(text, { file: path, files: projectReader(file) });
  return { plan, system: await readSystem(systemNamed(text, path, plan.system)) };
}

/**
 * Reads the statements of a checks file. The path of the system they are about is made relative to where it was read
 * from, so that `readSystem` can take it as it is.
 *
 * @example
 * ```ts
 * import { readChecks } from "cadre/node";
 * (await readChecks("scenarios/cumbria/checks.yaml")).system; // "scenarios/cumbria/system.yaml"
 * ```
 */
export async function readChecks(path: string): Promise<Checks> {
  const { text } = readText(resolve(path), path, LARGEST_FILE);
  const checks = parseChecks(text, { file: path });
  return { ...checks, system: systemNamed(text, path, checks.system) };
}

/**
 * Reads a scenario from its file, with the catalogue entries it uses and the scenario it extends. The path of its
 * system is made relative to where it was read from, so that `readSystem` can take it as it is.
 *
 * Throws a `CadreError` with file, line, column, value, rule and what to do. Format: docs/guide/scenarios.md.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readScenario, readSystem } from "cadre/node";
 * const tried = await readScenario("scenarios/north-west-academies/no-academies.yaml");
 * run(await readSystem(tried.system ?? ""), tried).id; // "no-academies"
 * ```
 */
export async function readScenario(path: string): Promise<Scenario> {
  return (await readWithInputs(path)).scenario;
}

/** A file that went into a run, by its path from the working folder. */
export interface InputFile {
  readonly path: string;
  readonly sha256?: string;
}

/**
 * Reads what a file says to run: a system, or a scenario (a file that names its `system`) with the system it is about.
 * `inputs` are all the files that were read, with the hash of each.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { readSystemOrScenario } from "cadre/node";
 * const { system, scenario } = await readSystemOrScenario("scenarios/cumbria/system.yaml");
 * run(system, scenario).id; // "do-nothing"
 * ```
 */
export async function readSystemOrScenario(
  path: string,
): Promise<{ system: System; scenario?: Scenario; inputs: InputFile[] }> {
  const { text } = readText(resolve(path), path, LARGEST_FILE);
  const { content } = readDocument(text, path);
  const isScenario = typeof content === "object" && content !== null && "system" in content && !("pools" in content);
  if (!isScenario) {
    const system = await readSystem(path);
    return { system, inputs: inputsOf(system, path) };
  }
  const { scenario, inputs } = await readWithInputs(path);
  const own = scenario.system ?? path;
  const system = await readSystem(own);
  return { system, scenario, inputs: [...inputs, ...inputsOf(system, own)] };
}

async function readWithInputs(path: string): Promise<{ scenario: Scenario; inputs: InputFile[] }> {
  const file = resolve(path);
  const { text, sha256 } = readText(file, path, LARGEST_FILE);
  const inputs: InputFile[] = [{ path, sha256 }];
  const read = projectReader(file);
  const files: FileReader = (name, from) => {
    const found = read(name, from);
    const at = join(from === "project" ? relative(process.cwd(), projectFolder(file)) : dirname(path), name);
    if (found) inputs.push({ path: at, ...(found.sha256 && { sha256: found.sha256 }) });
    return found;
  };
  const scenario = parseScenario(text, { file: path, files });
  const own = Object.freeze({ ...scenario, system: systemNamed(text, path, scenario.system ?? "system.yaml") });
  return { scenario: own, inputs };
}

/** A table is named relative to its system file, a schedule relative to the project folder. */
function inputsOf(system: System, path: string): InputFile[] {
  const root = relative(process.cwd(), projectFolder(path));
  return system.origin.inputs.map(({ path: name, ...rest }) => {
    if (resolve(name) === resolve(path)) return { path: name, ...rest };
    const beside = join(dirname(path), name);
    return { path: existsSync(beside) ? beside : join(root, name), ...rest };
  });
}

/**
 * Reads the figures counted since (`observed.csv`), which `againstObserved` holds against a run.
 *
 * @example
 * ```ts
 * import { type PlanFile, parsePlan } from "./decide/plan-file.ts";
import { CadreError } from "cadre";
 * import { readObserved } from "cadre/node";
 * try {
 *   (await readObserved("scenarios/cumbria/observed.csv")).figures.length;
 * } catch (error) {
 *   if (error instanceof CadreError) error.code; // "missing-file" where nobody has counted yet
 * }
 * ```
 */
export async function readObserved(path: string): Promise<Observed> {
  const file = resolve(path);
  // A link may lead out of the project although its own place is inside, as with the tables of a system.
  if (existsSync(file) && !within(realpathSync(projectFolder(file)), realpathSync(file))) throw outsideOf(path, path);
  return parseObserved(readText(resolve(path), path, LARGEST_TABLE).text, { file: path });
}

/**
 * Reads a series file: figures counted year after year, with the day each was published (`cadre/backtest`).
 *
 * @example
 * ```ts
 * import { backtestRates } from "cadre/backtest";
 * import { readSeries } from "cadre/node";
 * const turnover = await readSeries("data/series/care-turnover-by-area.csv");
 * backtestRates(turnover, { reference: "england-authorities", horizons: [1] }).scores.length; // one for each area, and all
 * ```
 */
export async function readSeries(path: string): Promise<Series> {
  return parseSeries(readText(resolve(path), path, LARGEST_TABLE).text, { file: path });
}

/**
 * Reads the catalogue of interventions of a project folder (its `data/interventions`), in the order of their ids.
 *
 * @example
 * ```ts
 * import { readCatalogue } from "cadre/node";
 * (await readCatalogue(".")).filter(({ evidence }) => (evidence?.level ?? 0) >= 2).map(({ id }) => id);
 * ```
 */
export async function readCatalogue(folder: string): Promise<Intervention[]> {
  const where = join(folder, "data", "interventions");
  if (!existsSync(where)) return [];
  return readdirSync(where)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => {
      const path = join(where, name);
      return parseIntervention(readText(path, path, LARGEST_FILE).text, { file: path }).intervention;
    });
}
