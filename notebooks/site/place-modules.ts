import { existsSync, readdirSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { CadreError, type Intervention, parseScenario, parseSystem, type Scenario } from "cadre";
import { parseIntervention } from "cadre/scenarios";
import { packPositions } from "../lib/positions.ts";

/** The file with what a page knows of a place. */
const PLACE = fileURLToPath(new URL("../lib/place.ts", import.meta.url))
  .split(sep)
  .join("/");
/** The file that unpacks where the parts of its files stand. */
const POSITIONS = PLACE.replace("place.ts", "positions.ts");
const NOT_SCENARIOS = new Set(["system.yaml", "checks.yaml", "assurance.yaml"]);

/** A project's files, and what is told of those with an error. */
export interface ProjectFiles {
  /** The folder that holds `scenarios` and `data`. */
  readonly project: string;
  read(path: string): string;
  /** Told an error that stops nothing but the place whose file it is in. */
  tell(error: CadreError): void;
}

/** Every place of a project by the name of its folder. */
export const placeFolders = (project: string): string[] =>
  readdirSync(join(project, "scenarios"))
    .filter((name) => existsSync(join(project, "scenarios", name, "system.yaml")))
    .sort();

/** The code of a module of `placeFiles`: `scenarios`, `scenarios/<id>`, `data/interventions` or `data/texts`. */
export function moduleOf(wanted: string, files: ProjectFiles): string {
  if (wanted === "scenarios") return listOfPlaces(files);
  if (wanted === "data/interventions") return asModule(catalogue(files));
  if (wanted === "data/texts") return asModule(texts(files));
  return placeModule(basename(wanted), files);
}

/** As a text to parse, data loads faster than as code. */
const asModule = (data: unknown): string => `export default JSON.parse(${JSON.stringify(JSON.stringify(data))});`;

/** Lists of a scenario whose entries many scenarios of a place have in common. */
const SHARED = ["interventions", "assumptions", "uncertainties"] as const;

/** A place as a text to parse, in which what scenarios have in common stands once; or what is wrong with its system. */
function placeModule(id: string, files: ProjectFiles): string {
  const system = orFault(() => systemOf(id, files), files);
  if ("fault" in system)
    return `import { faultyPlace } from ${JSON.stringify(PLACE)};\nexport default faultyPlace(${JSON.stringify(system.fault)});`;
  const { scenarios, faults } = scenariosOf(id, files);
  const parts: unknown[] = [];
  const known = new Map<string, number>();
  const indexOf = (part: unknown): number => {
    const text = JSON.stringify(part);
    const index = known.get(text) ?? parts.push(part) - 1;
    known.set(text, index);
    return index;
  };
  const thin = Object.entries(scenarios).map(([key, scenario]) => {
    const lists = SHARED.flatMap((list) => (scenario[list] ? [[list, scenario[list].map(indexOf)]] : []));
    return [key, { ...scenario, ...Object.fromEntries(lists) }];
  });
  const { origin, ...found } = system.found;
  const packed = { ...found, origin: { ...origin, positions: packPositions(origin.positions) } };
  const given = { system: packed, scenarios: Object.fromEntries(thin), faults, parts };
  return `import { placeOf } from ${JSON.stringify(PLACE)};
import { unpackPositions } from ${JSON.stringify(POSITIONS)};
const { parts, ...place } = JSON.parse(${JSON.stringify(JSON.stringify(given))});
place.system.origin.positions = unpackPositions(place.system.origin.positions);
for (const scenario of Object.values(place.scenarios))
  for (const key of ${JSON.stringify(SHARED)}) if (scenario[key]) scenario[key] = scenario[key].map((index) => parts[index]);
export default placeOf(place);`;
}

function listOfPlaces(files: ProjectFiles): string {
  const entries = placeFolders(files.project).map((id) => {
    const system = orFault(() => systemOf(id, files), files);
    const title = "fault" in system ? `${id} (its file has an error)` : system.found.title;
    const load = `() => import("../scenarios/${id}").then((loaded) => loaded.default)`;
    return `{ id: ${JSON.stringify(id)}, title: ${JSON.stringify(title)}, load: ${load} }`;
  });
  return `export default [${entries.join(",")}];`;
}

/** What can be read, or what is wrong with it in words; anything but a fault of a file is thrown. */
function orFault<T>(read: () => T, { tell }: ProjectFiles): { readonly found: T } | { readonly fault: string } {
  try {
    return { found: read() };
  } catch (error) {
    if (!(error instanceof CadreError)) throw error;
    tell(error);
    return { fault: error.message };
  }
}

function systemOf(id: string, files: ProjectFiles) {
  const path = join(files.project, "scenarios", id, "system.yaml");
  return parseSystem(files.read(path), { file: shown(files, path), files: filesFrom(id, files) });
}

function scenariosOf(place: string, files: ProjectFiles) {
  const folder = join(files.project, "scenarios", place);
  const [scenarios, faults]: [Record<string, Scenario>, Record<string, string>] = [{}, {}];
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith(".yaml") || NOT_SCENARIOS.has(name)) continue;
    const [id, path] = [basename(name, ".yaml"), join(folder, name)];
    const read = orFault(
      () => parseScenario(files.read(path), { file: shown(files, path), files: filesFrom(place, files) }),
      files,
    );
    if ("fault" in read) faults[id] = read.fault;
    else {
      const { positions: _, file: _f, ...scenario } = read.found;
      scenarios[id] = scenario;
    }
  }
  return { scenarios, faults };
}

/** Files of a place: beside its system, or by their path from the project's folder. */
function filesFrom(id: string, { project, read }: ProjectFiles) {
  return (path: string, from: "system" | "project") => {
    const wanted = resolve(from === "project" ? project : join(project, "scenarios", id), path);
    return wanted.startsWith(project) && existsSync(wanted) ? { text: read(wanted) } : undefined;
  };
}

type Entry = Intervention & { sources: Record<string, { title: string }> };

/** The entries of the catalogue, and what is wrong with those that cannot be read. */
function catalogue(files: ProjectFiles): { entries: Entry[]; faults: string[] } {
  const folder = join(files.project, "data/interventions");
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort();
  const read = names.map((name) =>
    orFault((): Entry => {
      const path = join(folder, name);
      const { intervention, sources } = parseIntervention(files.read(path), { file: shown(files, path) });
      return { ...intervention, sources };
    }, files),
  );
  return {
    entries: read.flatMap((one) => ("found" in one ? [one.found] : [])),
    faults: read.flatMap((one) => ("fault" in one ? [one.fault] : [])),
  };
}

/** What systems of places name. Tables of the past are large and are opened together with a system that names one. */
function texts({ project, read }: ProjectFiles): Record<string, string> {
  const folders = ["data/retirement", "data/death", "data/funding"];
  const inFolders = folders.flatMap((folder) => readdirSync(join(project, folder)).map((name) => `${folder}/${name}`));
  const paths = [...inFolders.filter((path) => /\.ya?ml$/.test(path)), "data/population/benchmarks.csv"];
  return Object.fromEntries(paths.map((path) => [path, read(join(project, path))]));
}

const shown = ({ project }: ProjectFiles, path: string): string => relative(project, path).split(sep).join("/");
