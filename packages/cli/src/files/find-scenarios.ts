import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { CadreError } from "cadre";

/** The scenario that stands for the system as it is, with or without a file of its own. */
export const DO_NOTHING = "do-nothing";

/** The folder of a place: as given, or below `scenarios`. */
export function placeFolder(place: string): string {
  for (const folder of [place, join("scenarios", place)])
    if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  const known = existsSync("scenarios")
    ? readdirSync("scenarios", { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];
  const called = (name: string) => titleOf(join("scenarios", name, "system.yaml"))?.toLowerCase();
  throw new CadreError({
    code: "unknown-place",
    message: `There is no place "${place}".`,
    value: place,
    rule: `A folder, or the name of one below scenarios: ${known.map(({ name }) => name).join(", ") || "(none here)"}.`,
    fix: isFile(place)
      ? `That is a file, and a place is the folder around it: ${dirname(place)}`
      : "Correct the name, which is that of the folder.",
    didYouMean: known.find(({ name }) => called(name) === place.toLowerCase())?.name,
  });
}

/** The title at the head of a file, as it is written there; nothing where there is no such file. */
function titleOf(path: string): string | undefined {
  if (!isFile(path)) return undefined;
  return /^title\s*:\s*(["']?)(.+?)\1\s*$/m.exec(readFileSync(path, "utf8"))?.[2];
}

/** The scenario files of a folder, by id (the name of the file), in the order of their names, the place's plan first. */
export function scenarioFiles(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  const isPlan = (name: string) => /^plan\.ya?ml$/.test(name);
  const names = readdirSync(folder).sort();
  for (const name of [...names.filter(isPlan), ...names.filter((one) => !isPlan(one))]) {
    if (!/\.ya?ml$/.test(name) || !isFile(join(folder, name))) continue;
    const text = readFileSync(join(folder, name), "utf8");
    if (isScenario(text)) found.set(basename(name).replace(/\.ya?ml$/, ""), join(folder, name));
  }
  return found;
}

/**
 * A system has pools, a checks file checks, a plan an objective, and an assurance file what it assures. What names a system
 * besides is a scenario, and so is meant what holds interventions and forgot to, and a workbook under such a name: whoever
 * reads it says what is wrong.
 */
const isScenario = (text: string): boolean =>
  text.startsWith("PK") ||
  (/^(system|interventions|assumptions|adjustments|extends)\s*:/m.test(text) &&
    !/^(checks|pools|objective|assures)\s*:/m.test(text));

/** Whether a file can be read there: no folder, no pipe, no link to what is gone. */
const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** The file of a scenario beside others; one that is not there is an error that names those that are. */
export function scenarioFile(folder: string, id: string): string {
  const files = scenarioFiles(folder);
  const file = files.get(id);
  if (file) return file;
  throw new CadreError({
    code: "unknown-scenario",
    message: `There is no scenario "${id}" here.`,
    value: join(folder, `${id}.yaml`),
    rule: `Scenarios of ${folder}: ${[...new Set([DO_NOTHING, ...files.keys()])].join(", ")}.`,
    fix: "Correct the id, which is the name of the file.",
    didYouMean: [...files].find(([, path]) => titleOf(path) === id)?.[0],
  });
}
