import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Application, Logger, LogLevel, type ProjectReflection } from "typedoc";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "./pages.ts";

const fresh = mkdtempSync(join(tmpdir(), "cadre-api-"));
const said: string[] = [];
let app: Application;
let project: ProjectReflection | undefined;
let checker: ts.TypeChecker;
let exported: { name: string; symbol: ts.Symbol }[] = [];

/** Keeps what the command would print. */
class Notes extends Logger {
  override log(message: string, level: LogLevel): void {
    if (level >= LogLevel.Warn) said.push(message);
  }
}

// One reading of the sources, which takes seconds, for all that is asked of the exports.
beforeAll(async () => {
  app = await Application.bootstrapWithPlugins({ options: join(ROOT, "typedoc.json"), out: fresh, logLevel: "Warn" });
  app.logger = new Notes();
  const entries = app.getEntryPoints() ?? [];
  project = app.converter.convert(entries);
  const [first] = entries;
  if (first) checker = first.program.getTypeChecker();
  exported = entries.flatMap(({ displayName, program, sourceFile }) => {
    expect(program, "one program holds all entries").toBe(first?.program);
    const module = checker.getSymbolAtLocation(sourceFile);
    return (module ? checker.getExportsOfModule(module) : []).map((symbol) => ({
      name: `${symbol.name} (${displayName})`,
      symbol: symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
    }));
  });
}, 300_000);
afterAll(() => rmSync(fresh, { recursive: true, force: true }));

it("docs/api says what the code says (npm run docs:api writes it again)", async () => {
  if (project) {
    app.validate(project);
    await app.generateOutputs(project);
  }
  const now = pages(fresh);
  const kept = pages(join(ROOT, "docs", "api"));
  const stale = [...new Set([...Object.keys(now), ...Object.keys(kept)])].filter((path) => now[path] !== kept[path]);
  expect({ stale: stale.sort(), said }).toEqual({ stale: [], said: [] });
});

describe("every export", () => {
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

/** Every page below a folder by its path, with its text. */
function pages(folder: string): Record<string, string> {
  const found: [string, string][] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found.push([path.slice(folder.length).replaceAll("\\", "/"), readFileSync(path, "utf8")]);
  }
  return Object.fromEntries(found.sort());
}
