import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { CadreError, type Intervention, parseScenario, parseSystem, type Scenario } from "cadre";
import { parseIntervention } from "cadre/scenarios";
import type { Plugin } from "vite";

/** The folder that holds `scenarios` and `data`. */
const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const SCENARIOS = join(PROJECT, "scenarios");
const CATALOGUE = join(PROJECT, "data/interventions");
const NOT_SCENARIOS = new Set(["system.yaml", "checks.yaml", "assurance.yaml"]);

/** Every place by the name of its folder. */
export function placeFolders(): string[] {
  return readdirSync(SCENARIOS)
    .filter((name) => existsSync(join(SCENARIOS, name, "system.yaml")))
    .sort();
}

/**
 * What a notebook may import of the files that planners write, as plain data read when the page is built:
 *
 * - `../scenarios/cumbria`: `{ system, scenarios }`, the system with its tables and schedules, and every scenario of
 *   the folder by its id, complete in itself;
 * - `../scenarios`: every place as `{ id, title, load }`, where `load` fetches the same;
 * - `../data/interventions`: the catalogue, each entry with the sources it names;
 * - `../data/texts`: the texts of schedules, tables and funding rules by path, for a system that is read in the page.
 *
 * A mistake in a file stops the build with its line and column; the preview shows it in the page, where an edit of a
 * file is seen at once.
 */
export function placeFiles(): Plugin {
  let previewing = false;
  return {
    name: "place-files",
    enforce: "pre",
    configResolved({ command }) {
      previewing = command === "serve";
    },
    resolveId(source, importer) {
      const wanted = /(?:^|\/)(scenarios(?:\/[a-z0-9-]+)?|data\/interventions|data\/texts)$/.exec(source)?.[1];
      // Notebooks and what they import lie in this project; the same words in a package mean something else.
      // The list of places imports each of them.
      const asked = importer?.includes("/notebooks/") || importer?.startsWith("\0files:");
      return wanted && asked ? `\0files:${wanted}` : undefined;
    },
    load(id) {
      const wanted = /^\0files:(.*)$/.exec(id)?.[1];
      if (wanted === undefined) return undefined;
      const read = (path: string): string => {
        this.addWatchFile(path);
        return readFileSync(path, "utf8");
      };
      try {
        return { code: moduleOf(wanted, read), map: null };
      } catch (error) {
        if (!previewing || !(error instanceof CadreError)) throw error;
        return { code: `throw new Error(${JSON.stringify(error.message)}); export default {};`, map: null };
      }
    },
  };
}

type Read = (path: string) => string;

function moduleOf(wanted: string, read: Read): string {
  if (wanted === "scenarios") return listOfPlaces(read);
  if (wanted === "data/interventions") return asModule(catalogue(read));
  if (wanted === "data/texts") return asModule(texts(read));
  return placeModule(place(join(PROJECT, wanted), read));
}

/** As a text to parse, data loads faster than as code. */
const asModule = (data: unknown): string => `export default JSON.parse(${JSON.stringify(JSON.stringify(data))});`;

/** Lists of a scenario whose entries many scenarios of a place have in common. */
const SHARED = ["interventions", "assumptions", "uncertainties"] as const;

/** A place as a text to parse, in which what scenarios have in common stands once. */
function placeModule({ system, scenarios }: ReturnType<typeof place>): string {
  const parts: unknown[] = [];
  const known = new Map<string, number>();
  const indexOf = (part: unknown): number => {
    const text = JSON.stringify(part);
    const index = known.get(text) ?? parts.push(part) - 1;
    known.set(text, index);
    return index;
  };
  const thin = Object.entries(scenarios).map(([id, scenario]) => {
    const lists = SHARED.flatMap((key) => (scenario[key] ? [[key, scenario[key].map(indexOf)]] : []));
    return [id, { ...scenario, ...Object.fromEntries(lists) }];
  });
  const data = JSON.stringify(JSON.stringify({ system, scenarios: Object.fromEntries(thin), parts }));
  return `const { system, scenarios, parts } = JSON.parse(${data});
for (const scenario of Object.values(scenarios))
  for (const key of ${JSON.stringify(SHARED)}) if (scenario[key]) scenario[key] = scenario[key].map((index) => parts[index]);
export default { system, scenarios };`;
}

function listOfPlaces(read: Read): string {
  const entries = placeFolders().map((id) => {
    const title = parseSystem(read(join(SCENARIOS, id, "system.yaml")), { files: filesFrom(id, read) }).title;
    const load = `() => import("../scenarios/${id}").then((loaded) => loaded.default)`;
    return `{ id: ${JSON.stringify(id)}, title: ${JSON.stringify(title)}, load: ${load} }`;
  });
  return `export default [${entries.join(",")}];`;
}

function place(folder: string, read: Read) {
  const id = basename(folder);
  const files = filesFrom(id, read);
  const system = parseSystem(read(join(folder, "system.yaml")), { file: shown(folder, "system.yaml"), files });
  const scenarios: Record<string, Scenario> = {};
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith(".yaml") || NOT_SCENARIOS.has(name)) continue;
    const {
      positions: _,
      file: _f,
      ...scenario
    } = parseScenario(read(join(folder, name)), {
      file: shown(folder, name),
      files,
    });
    scenarios[basename(name, ".yaml")] = scenario;
  }
  return { system, scenarios };
}

/** Files of a place: beside its system, or by their path from the project's folder. */
function filesFrom(id: string, read: Read) {
  return (path: string, from: "system" | "project") => {
    const wanted = resolve(from === "project" ? PROJECT : join(SCENARIOS, id), path);
    return wanted.startsWith(PROJECT) && existsSync(wanted) ? { text: read(wanted) } : undefined;
  };
}

function catalogue(read: Read): (Intervention & { sources: Record<string, { title: string }> })[] {
  return readdirSync(CATALOGUE)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => {
      const { intervention, sources } = parseIntervention(read(join(CATALOGUE, name)), {
        file: shown(CATALOGUE, name),
      });
      return { ...intervention, sources };
    });
}

function texts(read: Read): Record<string, string> {
  const folders = ["data/retirement", "data/death", "data/funding", "data/population"];
  const paths = folders.flatMap((folder) => readdirSync(join(PROJECT, folder)).map((name) => `${folder}/${name}`));
  const found = paths.filter((path) => /\.(ya?ml|csv)$/.test(path)).map((path) => [path, read(join(PROJECT, path))]);
  return Object.fromEntries(found);
}

const shown = (folder: string, name: string): string => relative(PROJECT, join(folder, name)).split(sep).join("/");
