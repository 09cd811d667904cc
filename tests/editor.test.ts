import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { getLanguageService } from "yaml-language-server";
import { checksText, systemText } from "../packages/cli/src/files/scaffold.ts";
import { installedSchemaLine, schemaLine } from "../packages/cli/src/files/schema-line.ts";

/** What VS Code and other editors ask while a planner types. */
const editor = getLanguageService({
  schemaRequestService: async (uri) => readFileSync(fileURLToPath(uri), "utf8"),
  workspaceContext: { resolveRelativePath: (path, base) => new URL(path, base).href },
});
editor.configure({ validate: true, hover: true, hoverSchemaSource: false });

let version = 0;
/** A file as it stands in an editor; the server remembers what it has read of a version. */
const opened = (path: string, text: string) =>
  TextDocument.create(pathToFileURL(resolve(path)).href, "yaml", version++, text);
const marked = async (path: string, text: string) =>
  (await editor.doValidation(opened(path, text), false)).map(
    ({ range, message }) => `${range.start.line + 1}: ${message}`,
  );

/** Keys of a text at which an editor has nothing to say. */
async function untold(path: string, text: string): Promise<string[]> {
  const document = opened(path, text);
  const found: string[] = [];
  for (const [line, content] of text.split("\n").entries())
    for (const { index, 2: key = "" } of content.matchAll(/(^ *(?:- )?|[{,] )([A-Za-z][\w-]*): /g)) {
      if (content.trimStart().startsWith("#")) continue;
      const character = content.indexOf(key, index) + 1;
      const hover = await editor.doHover(document, { line, character });
      // Where it knows nothing of a key, it still shows the title of the schema.
      const [, told = ""] = JSON.stringify(hover ?? "").split(/#### Cadre [^\\]+\\n\\n/);
      if (!/^[A-Za-z0-9]/.test(told)) found.push(`${line + 1}: ${key}`);
    }
  return found;
}

const folder = "scenarios/westshire";
const scaffold = {
  id: "westshire",
  place: "Westshire",
  schemaLine: (name: "system" | "checks") => installedSchemaLine(name, folder),
};
const system = systemText(scaffold);
const head = (name: Parameters<typeof schemaLine>[0]) => schemaLine(name, "packages/cadre/schema", folder);

const WHOLE_NUMBERS = `${head("system")}
cadre: 1
id: town
title: Town
calendar: { base: 2019-03-31, until: 2030-03-31 }
levels: { 2: Support worker, 3: Senior support worker }
sources: { survey: { title: A survey, published: 2019 } }
population: { people: { 2019: { 0-15: 20000, 16-64: 60000, 65+: 9000 }, 2031: { 0-15: 19000, 16-64: 61000, 65+: 9900 } } }
pools:
  homes:
    title: Homes
    employer: Homes
    sector: care
    headcount: { value: 100, source: survey, at: 12, known: 2019 }
    ages: { 16: 20%, 17-75: 80% }
    fte: { value: { 16: 0.5, 17-75: 0.8 }, note: Part-time }
    leaving: { rate: { history: { 2017: 30%, 2018: 31% } }, kind: hazard, scope: employer, byTenure: { 0: 2, 1: 1 } }
    retirement: { value: { 60: 10%, 61-75: 30% } }
    recruitment: { mode: fixed, recruits: { 2020: 30, 2022: 35 } }
pipelines:
  nursing: { title: Nursing, intake: { 2019: 10, 2021: 12 }, lasts: 3 years, completion: 80%, joins: { homes: 90% } }
demand: { homes: { growthPerHead: { levels: { 2012: 166, 2018: 161 } }, funded: { posts: { 2020: 80, 2030: 90 } } } }
`;
const PLAN = `${head("plan")}
cadre: 1
id: keep-people
title: Keep people
system: ./system.yaml
objective: { least: shortage }
budget: { perYear: { 2025: 100000, 2026: 90000 } }
prices: { 2024: 100, 2025: 102 }
limits: { available: { mentors: { 2025: 3, 2026: 4 } } }
options: [{ use: realistic-job-preview, starts: [2025, 2027], price: { perYear: 1000 } }]
`;

describe("an editor with YAML support", () => {
  it("finds the schema that a new place names, and marks a slip there", async () => {
    expect(system.split("\n", 1)).toEqual([head("system")]);
    expect(await marked(join(folder, "system.yaml"), system)).toEqual([]);
    expect(await marked(join(folder, "checks.yaml"), checksText(scaffold))).toEqual([]);
    const slipped = await marked(join(folder, "system.yaml"), system.replace(/^ {4}headcount:/m, "    headcuont:"));
    expect(slipped.join("\n")).toContain("headcuont");
  });

  it.each([
    ["system", WHOLE_NUMBERS],
    ["plan", PLAN],
  ])("takes whole numbers for keys of a %s", async (name, text) => {
    expect(await marked(join(folder, `${name}.yaml`), text)).toEqual([]);
  });

  it("still knows the form of keys that are not any text", async () => {
    expect(await marked(join(folder, "plan.yaml"), PLAN.replace("2024: 100", "in-2024: 100"))).not.toEqual([]);
  });

  it.each(["retention-first.yaml", "system.yaml", "checks.yaml"])(
    "finds nothing wrong in %s of Cumbria",
    async (name) => {
      const path = `scenarios/cumbria/${name}`;
      expect(await marked(path, readFileSync(path, "utf8"))).toEqual([]);
    },
  );

  it.each([
    ["a new place", "system.yaml", system],
    ["its checks", "checks.yaml", checksText(scaffold)],
    ["a plan", "plan.yaml", PLAN],
  ])("tells what every key of %s is", async (_, name, text) => {
    expect(await untold(join(folder, name), text)).toEqual([]);
  });
});
