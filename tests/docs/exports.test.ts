import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const entries = [
  "packages/cadre/src/index.ts",
  "packages/cadre/src/node.ts",
  "packages/charts/src/index.ts",
  "packages/sources/src/index.ts",
  "packages/report/src/index.ts",
  "packages/report/src/node.ts",
];

/** A program over the entries with the options of the repository. */
function program(): ts.Program {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return ts.createProgram(
    entries.map((entry) => join(root, entry)),
    options,
  );
}

describe("every export", () => {
  const whole = program();
  const checker = whole.getTypeChecker();
  const exported = entries.flatMap((entry) => {
    const file = whole.getSourceFile(join(root, entry));
    const module = file && checker.getSymbolAtLocation(file);
    const symbols = module ? checker.getExportsOfModule(module) : [];
    return symbols.map((symbol) => ({
      name: `${symbol.name} (${entry})`,
      symbol: symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
    }));
  });

  it("is found", () => {
    expect(exported.length).toBeGreaterThan(10);
  });

  it("says what it is", () => {
    const bare = exported.filter(({ symbol }) => symbol.getDocumentationComment(checker).length === 0);
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  it("shows an example when it can be called", () => {
    const callable = exported.filter(({ symbol }) => symbol.flags & ts.SymbolFlags.Function);
    const bare = callable.filter(({ symbol }) => !symbol.getJsDocTags(checker).some((tag) => tag.name === "example"));
    expect(bare.map(({ name }) => name)).toEqual([]);
  });
});
