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
  readonly scenarios: readonly Scenario[];
  readonly inputs: readonly InputFile[];
}

/** Runs scenarios of a folder by id, or all of them; doing nothing comes first, with or without a file of its own. */
export async function runPlace(
  folder: string,
  ids: readonly string[],
  progress: (text: string) => void = () => {},
): Promise<PlaceRuns> {
  const files = scenarioFiles(folder);
  const asked = (ids.length > 0 ? ids : [...files.keys()]).filter((id) => id !== DO_NOTHING);
  const paths = asked.map((id) => scenarioFile(folder, id));
  const own = files.get(DO_NOTHING);
  const read = await Promise.all((own ? [own, ...paths] : paths).map((path) => readSystemOrScenario(path)));
  for (const { scenario } of read) if (scenario) checkName(scenario);
  const file = read[0]?.scenario?.system ?? join(folder, "system.yaml");
  // Each system once, so that its base year is worked out once however many scenarios it has.
  const systems = new Map([[file, read[0]?.system ?? (await readSystem(file))]]);
  for (const { scenario, system } of read)
    if (scenario?.system && !systems.has(scenario.system)) systems.set(scenario.system, system);
  const systemOf = (path = file): System => systems.get(path) as System;
  const others = own ? read.slice(1) : read;
  const runOne = (scenario: Scenario | undefined, i: number): Result => {
    progress(`Running ${i + 1} of ${others.length + 1}: ${scenario?.title ?? "if nothing changes"} …`);
    return run(systemOf(scenario?.system), scenario);
  };
  const results = [
    runOne(own ? read[0]?.scenario : undefined, 0),
    ...others.map(({ scenario }, i) => runOne(scenario, i + 1)),
  ] as const;
  progress("");
  const inputs = read.flatMap((one) => one.inputs);
  return {
    system: systemOf(),
    file,
    results,
    scenarios: read.flatMap(({ scenario }) => scenario ?? []),
    inputs: inputs.length > 0 ? inputs : [{ path: file }],
  };
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
