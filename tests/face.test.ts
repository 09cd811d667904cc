import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, it } from "vitest";
import config from "../packages/cadre/tsdown.config.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const home = join(root, "packages", "cadre");
const textOf = (...path: readonly string[]): string => readFileSync(join(...path), "utf8");
const entries = readdirSync(join(home, "src")).filter((name) => name.endsWith(".ts"));

interface Export {
  readonly name: string;
  readonly isType: boolean;
}

/** What an entry file offers by name. */
function offered(entry: string): Export[] {
  const file = ts.createSourceFile(entry, textOf(home, "src", entry), ts.ScriptTarget.Latest, true);
  return file.statements.flatMap((statement): Export[] => {
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause))
      return statement.exportClause.elements.map(({ name, isTypeOnly }) => ({
        ...{ name: name.text, isType: isTypeOnly || statement.isTypeOnly },
      }));
    const isOwn = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === EXPORT);
    return isOwn && ts.isFunctionDeclaration(statement) ? [{ name: statement.name?.text ?? "", isType: false }] : [];
  });
}
const EXPORT = ts.SyntaxKind.ExportKeyword;

const valuesOf = (entry: string): string[] => offered(entry).flatMap(({ name, isType }) => (isType ? [] : [name]));

it("the library shows a dozen verbs; the rest has a subpath of its own", () => {
  expect(valuesOf("index.ts").sort()).toEqual(
    [
      ...["CadreError", "compare", "decompose", "ensemble", "ensembles", "explain", "inputEffects"],
      ...["parseChecks", "parseScenario", "parseSystem", "run", "runChecks"],
    ].sort(),
  );
});

it("a name has one place to be imported from", () => {
  const all = entries.flatMap((entry) => offered(entry).map(({ name }) => name));
  expect(all.filter((name, i) => all.indexOf(name) !== i)).toEqual([]);
});

it("every entry is published, built and documented", () => {
  const { exports, publishConfig } = JSON.parse(textOf(home, "package.json")) as {
    exports: Record<string, string | { source: string; types: string; default: string }>;
    publishConfig: { exports: Record<string, string | { types: string; default: string }> };
  };
  const names = entries.map((entry) => entry.replace(/\.ts$/, "")).sort();
  const files = (name: string) => ({ types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` });
  for (const name of names) {
    const path = name === "index" ? "." : `./${name}`;
    expect(exports[path]).toEqual({ source: `./src/${name}.ts`, ...files(name) });
    expect(publishConfig.exports[path]).toEqual(files(name));
  }
  expect(Object.keys(publishConfig.exports)).toEqual(Object.keys(exports));
  expect(Object.keys(exports)).toHaveLength(names.length + ["./schema/*.json", "./package.json"].length);
  const built = (config as { entry: Record<string, string> }).entry;
  expect(
    Object.keys(built)
      .filter((name) => !name.endsWith("-thread"))
      .sort(),
  ).toEqual(names);
  const { entryPoints } = JSON.parse(textOf(root, "typedoc.json")) as { entryPoints: string[] };
  const documented = entryPoints.filter((path) => path.startsWith("packages/cadre/src/"));
  expect(documented.map((path) => path.slice("packages/cadre/src/".length)).sort()).toEqual([...entries].sort());
});
