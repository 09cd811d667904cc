import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { forgetParsed } from "./architecture/imports.ts";
import { faultsOfLazy } from "./architecture/lazy.ts";
import { faultsOfReadTypes } from "./architecture/read-types.ts";
import { faultsOfLibrary, faultsOfPackages, faultsOfPurity, faultsOfTree, type Tree } from "./architecture/rules.ts";
import { faultsOfSize } from "./architecture/sizes.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
afterAll(forgetParsed);

/** Every file of some kinds below some folders: its path from the root (with forward slashes) and its text. */
function filesOf(folders: readonly string[], kinds: RegExp): Tree {
  const tree = new Map<string, string>();
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const name = relative(root, path).split(sep).join("/");
      if (!entry.isFile() || !kinds.test(name) || /(^|\/)(node_modules|dist|\.observable)\//.test(name)) continue;
      tree.set(name, readFileSync(path, "utf8"));
    }
  }
  return tree;
}

/** Every TypeScript file below some folders. */
const treeOf = (...folders: string[]): Tree => filesOf(folders, /\.ts$/);

/** Everything that people read as code, as a style or as a page; texts and data may be as long as they have to be. */
const HELD = /\.(ts|js|css|html|py|c)$/;

/** Whether Node takes what a package gives to `import` for a module. */
function isModuleIn(name: string, folder: string): boolean {
  const manifest = JSON.parse(readFileSync(join(root, folder, "node_modules", name, "package.json"), "utf8")) as {
    type?: string;
  };
  return manifest.type === "module";
}

describe("the library", () => {
  it("imports from left to right only, and nothing of Node, a page, a clock or chance", () => {
    expect(faultsOfLibrary(treeOf("packages/cadre/src"))).toEqual([]);
  });
});

describe("the repository", () => {
  it("keeps its packages in one direction", () => {
    expect(faultsOfPackages(treeOf("packages", "notebooks"))).toEqual([]);
  });

  it("reads official files and workbooks from what it is given alone, in Node and in a page alike", () => {
    expect(faultsOfPurity(treeOf("packages/sources/src", "packages/workbook/src"))).toEqual([]);
  });

  it("has functions and files that a person can hold, tests, styles and pages too", () => {
    expect(faultsOfSize(filesOf(["packages", "notebooks", "tests"], HELD))).toEqual([]);
  });

  it("loads by name only from modules, as the built command must", () => {
    // Left where they are, so that Node itself finds their names.
    const beside = /^(@resvg\/resvg-js|highs|pdfkit)$/;
    const isModule = (name: string, from: string): boolean =>
      beside.test(name) || isModuleIn(name, from.split("/").slice(0, 2).join("/"));
    expect(faultsOfLazy(treeOf("packages"), isModule)).toEqual([]);
  });

  it("has no key in a type that its schema lacks", () => {
    expect(faultsOfReadTypes(treeOf("packages/cadre/src"))).toEqual([]);
  });

  it("has one barrel a package, no catch-all files and no circular imports", () => {
    expect(faultsOfTree(treeOf("packages", "notebooks", "tests"))).toEqual([]);
  });
});

describe("the rules themselves", () => {
  const src = "packages/cadre/src";
  const library = (path: string, text: string): string[] => faultsOfLibrary(new Map([[`${src}/${path}`, text]]));
  const packages = (path: string, text: string): string[] => faultsOfPackages(new Map([[path, text]]));

  it("let a file import to its left, from its own folder and from a package", () => {
    expect(library("supply/step.ts", 'import { axes } from "../table/axes.ts";\nimport { z } from "zod";\n')).toEqual(
      [],
    );
    expect(library("supply/step.ts", 'import { ageing } from "./ageing.ts";\n')).toEqual([]);
  });

  it("refuse an import to the right", () => {
    expect(library("table/axes.ts", 'import { run } from "../projection/run.ts";\n')).toEqual([
      `${src}/table/axes.ts: table must not import projection`,
    ]);
    expect(library("rates/shape.ts", 'export { step } from "../supply/step.ts";\n')).toHaveLength(1);
    expect(library("rates/shape.ts", 'type Step = import("../supply/step.ts").Step;\n')).toHaveLength(1);
    expect(library("rates/shape.ts", 'const step = await import("../supply/step.ts");\n')).toHaveLength(1);
  });

  it("refuse long functions and long files of every kind", () => {
    const lines = (count: number) => "  f();\n".repeat(count);
    const long = (count: number) => `export function f() {\n${lines(count)}}\n`;
    const sized = (path: string, text: string) => faultsOfSize(new Map([[path, text]]));
    const tooLong = (path: string) => [`${path}: f has 81 lines, more than 80: take it apart by idea`];
    expect(sized(`${src}/table/axes.ts`, long(78))).toEqual([]);
    for (const path of [`${src}/table/axes.ts`, `${src}/table/axes.test.ts`, "bootstrap.js"])
      expect(sized(path, long(79))).toEqual(tooLong(path));
    expect(sized("a.py", `def f():\n${"    g()\n".repeat(80)}\n\nx = 1\n`)).toEqual(tooLong("a.py"));
    expect(sized("a.py", `def f(\n    a,\n):\n${"    g()\n".repeat(77)}`)).toEqual([]);
    for (const path of ["a.ts", "a.test.ts", "a.css", "a.html", "a.py", "a.c"])
      expect(sized(path, `${"\n".repeat(250)}x`)).toEqual([
        `${path}: has 251 lines, more than 250: take it apart by idea`,
      ]);
  });

  it("count the code of a notebook and not its texts", () => {
    const cell = (type: string, count: number) =>
      `  <script id="1" type="${type}">\n${"x\n".repeat(count)}  </script>\n`;
    const sized = (text: string) => faultsOfSize(new Map([["notebooks/a.html", text]]));
    expect(sized(cell("text/markdown", 300) + cell("module", 200))).toEqual([]);
    expect(sized(cell("module", 251))).toHaveLength(1);
  });

  it("take describe for a list of tests, of which each has to be short", () => {
    const tests = (count: number) => `describe("a", () => {\n${"  f();\n".repeat(count)}});\n`;
    const sized = (text: string) => faultsOfSize(new Map([["a.test.ts", text]]));
    expect(sized(tests(90))).toEqual([]);
    expect(sized(tests(90).replace("describe", "test"))).toHaveLength(1);
  });

  it("refuse the barrel from inside, folders nobody ordered and relative imports without an ending", () => {
    expect(library("table/axes.ts", 'import { run } from "../index.ts";\n')).toHaveLength(1);
    expect(library("magic/spell.ts", "export const a = 1;\n")).toHaveLength(1);
    expect(library("table/axes.ts", 'import { cube } from "./cube";\n')).toHaveLength(1);
  });

  it("refuse Node outside the file readers", () => {
    expect(library("system/parse.ts", 'import { readFileSync } from "node:fs";\n')).toHaveLength(1);
    expect(library("system/parse.ts", 'import { readFileSync } from "fs";\n')).toHaveLength(1);
    expect(library("system/parse.ts", 'import { read } from "../files/read.ts";\n')).toHaveLength(1);
    expect(library("system/parse.ts", "const home = process.env.HOME;\n")).toHaveLength(1);
    expect(
      library("node.ts", 'import { readFileSync } from "node:fs";\nimport { read } from "./files/read.ts";\n'),
    ).toEqual([]);
    expect(library("files/read.ts", 'import { readFileSync } from "node:fs";\n')).toEqual([]);
  });

  it("refuse a key that a schema lacks, unless it takes the place of one of the schema's", () => {
    const faults = (text: string) => faultsOfReadTypes(new Map([["a.ts", text]]));
    expect(faults("interface Shift extends z.output<typeof read> { readonly more?: string }")).toEqual([
      "a.ts: Shift.more is not in the schema",
    ]);
    expect(faults('interface Shift extends Omit<z.output<typeof read>, "to"> { readonly to?: Pool }')).toEqual([]);
    expect(faults("interface Shift extends Base { readonly more?: string }")).toEqual([]);
  });

  it("refuse chance, clocks and pages, but not their names in comments and texts", () => {
    expect(library("supply/step.ts", "const x = Math.random();\n")).toHaveLength(1);
    expect(library("supply/step.ts", "const now = Date.now();\n")).toHaveLength(1);
    expect(library("supply/step.ts", "const now = new Date();\n")).toHaveLength(1);
    expect(library("supply/step.ts", "const now = performance.now();\n")).toHaveLength(1);
    expect(library("supply/step.ts", 'document.title = "x";\n')).toHaveLength(1);
    expect(library("supply/step.ts", 'const data = await fetch("x");\n')).toHaveLength(1);
    expect(library("supply/step.ts", 'console.log("x");\n')).toHaveLength(1);
    expect(library("supply/step.ts", '// never Math.random()\nconst a = "Date.now()";\n')).toEqual([]);
    expect(
      library("supply/step.ts", "const document = parse(text);\nconst d = new Date(2019, 2, 31);\ndocument.at(1);\n"),
    ).toEqual([]);
  });

  it("refuse names that only a module has where a package is loaded late", () => {
    const lazy = (text: string) => faultsOfLazy(new Map([["packages/cli/src/a.ts", text]]), (name) => name === "vega");
    expect(lazy('const { parse } = await import("yaml");\n')).toEqual([
      "packages/cli/src/a.ts: yaml is no module; take its default, or import parse at the top",
    ]);
    expect(lazy('const { default: Zip } = await import("jszip");\n')).toEqual([]);
    expect(lazy('const { View } = await import("vega");\nconst { run } = await import("cadre");\n')).toEqual([]);
  });

  it("leave tests alone", () => {
    expect(library("table/axes.test.ts", 'import { run } from "../index.ts";\nconst x = Math.random();\n')).toEqual([]);
  });

  it("keep packages in one direction", () => {
    expect(packages("packages/charts/src/a.ts", 'import { run } from "cadre";\n')).toEqual([]);
    expect(
      packages("packages/cli/src/a.ts", 'import { toSvg } from "@cadre/charts";\nimport { a } from "cadre/node";\n'),
    ).toEqual([]);
    expect(packages("packages/cadre/src/a.ts", 'import { toSvg } from "@cadre/charts";\n')).toHaveLength(1);
    expect(packages("packages/charts/src/a.ts", 'import { x } from "@cadre/cli";\n')).toHaveLength(1);
    expect(packages("packages/charts/src/a.ts", 'import { readSystem } from "cadre/node";\n')).toHaveLength(1);
    expect(packages("packages/charts/src/a.ts", 'import { run } from "../../cadre/src/index.ts";\n')).toHaveLength(1);
  });

  it("keep a reader of texts from a disk and a clock", () => {
    const text = 'import { readFileSync } from "node:fs";\nconst now = Date.now();\n';
    expect(faultsOfPurity(new Map([["packages/sources/src/a.ts", text]]))).toHaveLength(2);
    expect(faultsOfPurity(new Map([["packages/sources/src/a.test.ts", text]]))).toEqual([]);
  });

  it("refuse a second barrel, a catch-all name and a circle", () => {
    const tree: Tree = new Map([
      [`${src}/index.ts`, 'export { a } from "./table/a.ts";\n'],
      [`${src}/table/index.ts`, 'export { a } from "./a.ts";\n'],
      [`${src}/table/all.ts`, 'export * from "./a.ts";\n'],
      [`${src}/table/utils.ts`, "export const u = 1;\n"],
      [`${src}/table/a.ts`, 'import { b } from "./b.ts";\nexport const a = b;\n'],
      [`${src}/table/b.ts`, 'import { a } from "./a.ts";\nexport const b = a;\n'],
    ]);
    expect(faultsOfTree(tree)).toEqual([
      `${src}/table/all.ts: export * hides what a file offers; name each export`,
      `${src}/table/index.ts: only the index.ts of a package gathers exports`,
      `${src}/table/utils.ts: a file is named after its one concept, not "utils"`,
      `circle: ${src}/table/a.ts → ${src}/table/b.ts → ${src}/table/a.ts`,
    ]);
  });

  it("refuse a circle of types alone", () => {
    const tree: Tree = new Map([
      [`${src}/table/a.ts`, 'import type { B } from "./b.ts";\nexport type A = { b: B };\n'],
      [`${src}/table/b.ts`, 'import type { A } from "./a.ts";\nexport type B = { a?: A };\n'],
    ]);
    expect(faultsOfTree(tree)).toEqual([`circle: ${src}/table/a.ts → ${src}/table/b.ts → ${src}/table/a.ts`]);
  });
});
