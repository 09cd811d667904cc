import { basename, join } from "node:path";
import { CadreError, type Result, run, type Scenario, type System } from "cadre";
import { type InputFile, readSystem, readSystemOrScenario } from "cadre/node";
import { DO_NOTHING, scenarioFile, scenarioFiles } from "./find-scenarios.ts";

/** The scenarios of one place, run on its system: doing nothing first. */
export interface PlaceRuns {
  readonly system: System;
  /** Path of the system file. */
  readonly file: string;
  readonly results: readonly [Result, ...Result[]];
  readonly inputs: readonly InputFile[];
  /** Scenarios of the folder that cannot be read or run; the others stand without them. */
  readonly broken: readonly BrokenScenario[];
}

/** A scenario that stands in a folder and is wrong. */
export interface BrokenScenario {
  readonly id: string;
  readonly error: CadreError;
}

interface ReadScenario extends Awaited<ReturnType<typeof readSystemOrScenario>> {
  readonly id: string;
}

/**
 * Runs scenarios of a folder by id, or all of them; doing nothing comes first, with or without a file of its own. A
 * scenario that was named and is wrong is an error; one that only stands in the folder is left out, with what is wrong.
 * `ready` may change a scenario before it is run.
 */
export async function runPlace(
  folder: string,
  ids: readonly string[],
  progress: (text: string) => void = () => {},
  ready: (system: System, scenario: Scenario) => Scenario = (_, scenario) => scenario,
): Promise<PlaceRuns> {
  const files = scenarioFiles(folder);
  const asked = (ids.length > 0 ? ids : [...files.keys()]).filter((id) => id !== DO_NOTHING);
  const broken: BrokenScenario[] = [];
  const tried = async <T>(id: string, what: () => T | Promise<T>): Promise<T | undefined> => {
    try {
      return await what();
    } catch (error) {
      if (ids.length > 0 || !(error instanceof CadreError)) throw error;
      broken.push({ id, error });
      return undefined;
    }
  };
  const own = files.get(DO_NOTHING);
  // What all others are held against has to be there.
  const nothing = own === undefined ? undefined : await readOne(DO_NOTHING, own);
  const others: ReadScenario[] = [];
  for (const id of asked) {
    const read = await tried(id, () => readOne(id, scenarioFile(folder, id)));
    if (read) others.push(read);
  }
  const file = nothing?.scenario?.system ?? others[0]?.scenario?.system ?? join(folder, "system.yaml");
  // Each system once, so that its base year is worked out once however many scenarios it has.
  const system = nothing?.system ?? others[0]?.system ?? (await readSystem(file));
  const systems = new Map([[file, system]]);
  for (const { scenario, system: named } of others)
    if (scenario?.system && !systems.has(scenario.system)) systems.set(scenario.system, named);
  const runOne = (scenario: Scenario | undefined, i: number): Result => {
    progress(`Running ${i + 1} of ${others.length + 1}: ${scenario?.title ?? "if nothing changes"} …`);
    const own = systems.get(scenario?.system ?? file) as System;
    return run(own, scenario && ready(own, scenario));
  };
  const first = runOne(nothing?.scenario, 0);
  const ran: { read: ReadScenario; result: Result }[] = [];
  for (const [i, read] of others.entries()) {
    const result = await tried(read.id, () => runOne(read.scenario, i + 1));
    if (result) ran.push({ read, result });
  }
  progress("");
  const used = [...(nothing ? [nothing] : []), ...ran.map(({ read }) => read)];
  const inputs = used.flatMap((one) => one.inputs);
  return {
    system,
    file,
    results: [first, ...ran.map(({ result }) => result)],
    inputs: inputs.length > 0 ? inputs : [{ path: file }],
    broken,
  };
}

async function readOne(id: string, path: string): Promise<ReadScenario> {
  const read = await readSystemOrScenario(path);
  if (read.scenario) checkName(read.scenario);
  return { id, ...read };
}

/** A copy that keeps the id of what it was copied from would be taken for it. */
function checkName({ id = "", file = "", positions }: Scenario): void {
  const name = basename(file).replace(/\.ya?ml$/, "");
  if (id === name) return;
  const [line, column] = positions?.id ?? [undefined, undefined];
  throw new CadreError({
    code: "id-not-the-name",
    file,
    line,
    column,
    path: "id",
    message: "The id of this scenario is not the name of its file.",
    value: id,
    rule: "Scenarios are told apart by their id, which is the name of the file.",
    fix: `Write id: ${name}, or give the file the name ${id}.yaml.`,
  });
}
