import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { EVIDENCE_RULES } from "cadre/scenarios";
import { jsonSchemas } from "cadre/schemas";
import { afterAll, describe, expect, it } from "vitest";
import { cadre, folderWith } from "./town.test-data.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const page = readFileSync(join(root, "docs/guide/scenarios.md"), "utf8");

/** The page as its reader meets it: what is said, and what stands in the box after it. */
const steps = page.split(/^```/m).flatMap((part, i, parts) => {
  if (i % 2 === 0) return [];
  const [kind = "", ...lines] = part.split("\n");
  return [{ kind, text: lines.join("\n"), said: (parts[i - 1] ?? "").replace(/\s+/g, " ") }];
});

const read = (name: string) => readFileSync(name, "utf8");
const save = (name: string, text: string) => {
  mkdirSync(dirname(name), { recursive: true });
  writeFileSync(name, text);
};
const words = (command: string) =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");

/** A reader's edits: each text stands in the file once, and another is written in its place. */
function edited(file: string, said: string): number {
  const edits = [...said.matchAll(/change `([^`]+)` to `([^`]+)`/g)];
  for (const [, before = "", now = ""] of edits) {
    const text = read(file);
    // Inside a line there may be several; the reader takes the first.
    expect(text, before).toContain(before);
    save(
      file,
      text.replace(before, () => now),
    );
  }
  return edits.length;
}

describe("the guide to scenarios, followed to the letter", () => {
  const start = process.cwd();
  afterAll(() => process.chdir(start));

  it("lets a planner copy a scenario, change three numbers and see the difference", async () => {
    process.chdir(folderWith({}));
    cpSync(join(root, "data/interventions"), "data/interventions", { recursive: true });
    let copy = "";
    let before = "";
    let said = { out: "", err: "", exitCode: 0 };
    for (const { kind, text, said: prose } of steps) {
      const copied = /Copy `([^`]+)` to `([^`]+)`/.exec(prose);
      if (copied) {
        copy = copied[2] ?? "";
        save(copy, read(copied[1] ?? ""));
        expect(edited(copy, prose)).toBe(5);
      } else if (prose.includes("Make a mistake")) {
        before = read(copy);
        expect(edited(copy, prose)).toBe(1);
      } else if (prose.includes("Undo the mistake")) save(copy, before);
      const file = [...prose.matchAll(/`([\w/-]+\.(?:csv|yaml))`/g)].at(-1)?.[1] ?? "";
      if (kind === "sh")
        for (const command of text.trim().split("\n")) {
          expect(command).toMatch(/^npm run -s cadre -- /);
          said = await cadre(...words(command.replace("npm run -s cadre -- ", "")));
          const wrong = prose.includes("Make a mistake");
          expect(said, command).toMatchObject({ exitCode: wrong ? 1 : 0 });
          if (!wrong) expect(said.err, command).toBe("");
        }
      else if (kind === "csv" || kind === "yaml") save(file, text);
      else if (kind === "text") expect(said.out + said.err).toContain(text);
      else throw new Error(`The guide holds a box of an unknown kind: ${kind}`);
    }
    expect(read(copy)).toBe(before);
    // The scenario that was not changed is the one from the page still.
    expect(read("scenarios/westshire/keep-people.yaml")).toContain("reach: 30%");
  }, 60_000);

  it("names every key of a scenario and of an intervention", () => {
    const keys = new Set<string>();
    const collect = (schema: unknown): void => {
      if (typeof schema !== "object" || schema === null) return;
      if ("properties" in schema) for (const key of Object.keys(schema.properties as object)) keys.add(key);
      for (const part of Object.values(schema)) collect(part);
    };
    const { scenario, intervention } = jsonSchemas();
    collect([scenario, intervention]);
    // What a source can say is on the page of the system file.
    const ofSources = ["publisher", "published", "licence", "url", "title", "note"];
    const missing = [...keys].filter((key) => !page.includes(`\`${key}\``) && !page.includes(`${key}:`));
    expect(missing.filter((key) => !ofSources.includes(key))).toEqual([]);
  });
});

describe("the page on evidence", () => {
  it("has the table of the code", () => {
    const rows = read(join(root, "docs/method/evidence.md"))
      .split("\n")
      .filter((line) => /^\| [0-4] \|/.test(line));
    expect(rows).toEqual(
      EVIDENCE_RULES.map(
        ({ level, means, widen, shrink }) => `| ${level} | ${means} | ${Math.round(shrink * 100)}% | ${widen} |`,
      ),
    );
  });
});
