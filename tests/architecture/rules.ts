import { builtinModules } from "node:module";
import { findCircle } from "./circle.ts";
import { impureUses } from "./globals.ts";
import { importsOf, parse, target } from "./imports.ts";

/** Files by their path from the root of the repository. */
export type Tree = ReadonlyMap<string, string>;

/** The flow of data through the library, left to right; a folder imports only from itself and to its left. */
const flow = [
  "error",
  "table",
  "formula",
  "model",
  "rates",
  "population",
  "system",
  "against",
  "demand",
  "funding",
  "supply",
  "scenario",
  "base-year",
  "changes",
  "plan",
  "projection",
  "uncertainty",
  "ask",
  "apart",
  "assure",
  "decide",
  "backtest",
];

/** The files that may touch a disk or start threads: the entry `cadre/node` and the folders it alone uses. */
const onDisk = /^packages\/cadre\/src\/(node\.ts|node\/|files\/)/;
const inLibrary = "packages/cadre/src/";
const isTest = (path: string): boolean => /\.test(-data)?\.ts$/.test(path);
const isNodes = (from: string): boolean => from.startsWith("node:") || builtinModules.includes(from);

/** What is wrong inside the library: direction, Node, chance, clocks, pages. */
export function faultsOfLibrary(tree: Tree): string[] {
  return [...tree].filter(([path]) => !isTest(path)).flatMap(([path, text]) => faultsOfFile(path, text));
}

function faultsOfFile(path: string, text: string): string[] {
  const file = parse(path, text);
  const folder = folderOf(path);
  const faults: string[] = [];
  if (folder !== undefined && folder !== "files" && folder !== "node" && !flow.includes(folder))
    faults.push(`folder ${folder} has no place in the flow`);
  for (const from of importsOf(file)) {
    const to = target(path, from);
    if (isNodes(from) && !onDisk.test(path)) faults.push(`imports ${from}; only cadre/node may touch Node`);
    if (to === undefined) continue;
    if (!/\.(ts|json)$/.test(to)) faults.push(`${from} lacks its file ending`);
    if (folder === undefined || onDisk.test(path)) continue;
    const other = folderOf(to) ?? to.slice(inLibrary.length);
    if (other !== folder && (flow.indexOf(other) < 0 || flow.indexOf(other) > flow.indexOf(folder)))
      faults.push(`${folder} must not import ${other}`);
  }
  if (!onDisk.test(path)) for (const use of impureUses(file)) faults.push(`uses ${use}`);
  return faults.map((fault) => `${path}: ${fault}`);
}

/** The folder of the library a file lies in; undefined for its entry files. */
function folderOf(path: string): string | undefined {
  const inside = path.slice(inLibrary.length).split("/");
  return inside.length > 1 ? inside[0] : undefined;
}

/** What says more of a result: its measures, what can be asked of it, the scenario it is of and how it was tested. */
const ofResults = ["cadre/measures", "cadre/results", "cadre/scenarios", "cadre/backtest"];

/** What each package may import of the others. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  "packages/cadre": [],
  "packages/charts": ["cadre", ...ofResults, "cadre/arguments", "cadre/uncertainty"],
  "packages/workbook": ["cadre"],
  "packages/sources": ["cadre", "cadre/measures", "cadre/tables", "@cadre/workbook"],
  "packages/report": [
    "cadre",
    ...ofResults,
    "cadre/arguments",
    "cadre/assure",
    "cadre/decide",
    "cadre/tables",
    "@cadre/charts",
    "@cadre/workbook",
  ],
  "packages/cli": [
    "cadre",
    ...ofResults,
    "cadre/assure",
    "cadre/columns",
    "cadre/decide",
    "cadre/funding",
    "cadre/node",
    "cadre/schemas",
    "cadre/tables",
    "cadre/uncertainty",
    "@cadre/charts",
    "@cadre/report",
    "@cadre/report/node",
    "@cadre/sources",
    "@cadre/workbook",
  ],
  notebooks: [
    "cadre",
    ...ofResults,
    "cadre/decide",
    "cadre/tables",
    "cadre/uncertainty",
    "cadre/workers",
    "@cadre/charts",
    "@cadre/report",
    "@cadre/sources",
  ],
};

/** What is wrong between packages: an import against the flow, or one that reaches into another package's files. */
export function faultsOfPackages(tree: Tree): string[] {
  const faults: string[] = [];
  for (const [path, text] of tree) {
    const home = Object.keys(allowed).find((name) => path.startsWith(`${name}/`));
    if (home === undefined || isTest(path)) continue;
    for (const from of importsOf(parse(path, text))) {
      const ours = from === "cadre" || from.startsWith("cadre/") || from.startsWith("@cadre/");
      if (ours && !allowed[home]?.includes(from)) faults.push(`${path}: ${home} must not import ${from}`);
      const to = target(path, from);
      if (to !== undefined && !to.startsWith(`${home}/`)) faults.push(`${path}: reaches into ${to}`);
    }
  }
  return faults;
}

/** What is wrong in a package that has to run in a page as well: Node, chance, clocks, the page itself. */
export function faultsOfPurity(tree: Tree): string[] {
  return [...tree]
    .filter(([path]) => !isTest(path))
    .flatMap(([path, text]) => {
      const file = parse(path, text);
      const nodes = importsOf(file).filter(isNodes);
      return [...nodes.map((from) => `imports ${from}`), ...impureUses(file).map((use) => `uses ${use}`)].map(
        (fault) => `${path}: ${fault}`,
      );
    });
}

const catchAll = /(^|\/)(utils?|helpers?|common|misc|manager|shared|lib)\.ts$/;

/** What is wrong with any file: barrels, catch-all names, circles. */
export function faultsOfTree(tree: Tree): string[] {
  const faults: string[] = [];
  const edges = new Map<string, string[]>();
  for (const [path, text] of tree) {
    const file = parse(path, text);
    const name = catchAll.exec(path)?.[2];
    if (name !== undefined) faults.push(`${path}: a file is named after its one concept, not "${name}"`);
    if (/\/index\.ts$/.test(path) && !/^packages\/[^/]+\/src\/index\.ts$/.test(path))
      faults.push(`${path}: only the index.ts of a package gathers exports`);
    if (/^export \* from/m.test(text)) faults.push(`${path}: export * hides what a file offers; name each export`);
    // Two files that need each other's types cannot be read one after the other either.
    edges.set(
      path,
      importsOf(file).flatMap((from) => target(path, from) ?? []),
    );
  }
  const circle = findCircle(edges);
  return [...faults.sort(), ...(circle ? [`circle: ${circle.join(" → ")}`] : [])];
}
