import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { cadre, folderWith } from "./town.test-data.ts";

const page = readFileSync(
  fileURLToPath(new URL("../../../docs/guide/model-your-own-place.md", import.meta.url)),
  "utf8",
);
const SYSTEM = "scenarios/westshire/system.yaml";

/** The page as its reader meets it: what is said, and what stands in the box after it. */
const steps = page.split(/^```/m).flatMap((part, i, parts) => {
  if (i % 2 === 0) return [];
  const [kind = "", ...lines] = part.split("\n");
  return [{ kind, text: lines.join("\n"), said: (parts[i - 1] ?? "").replace(/\s+/g, " ") }];
});

/** Puts a section in the place of the one of its name, or at the end. */
function withSection(file: string, section: string): string {
  const name = section.slice(0, section.indexOf(":"));
  const old = new RegExp(`^${name}:.*\\n(?:[ \\t]+.*\\n|\\n(?=[ \\t]))*`, "m");
  return old.test(file) ? file.replace(old, () => section) : `${file}\n${section}`;
}

const read = (name: string) => readFileSync(name, "utf8");
const save = (name: string, text: string) => {
  mkdirSync(dirname(name), { recursive: true });
  writeFileSync(name, text);
};
const words = (command: string) =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");

describe("the guide to a place of one's own, followed to the letter in an empty folder", () => {
  const start = process.cwd();
  afterAll(() => process.chdir(start));

  it("brings a planner from nothing to a model that is checked", async () => {
    process.chdir(folderWith({}));
    let last: string[] = [];
    let said = { out: "", err: "", exitCode: 0 };
    for (const { kind, text, said: before } of steps) {
      const file = [...before.matchAll(/`([\w/]+\.(?:csv|yaml))`/g)].at(-1)?.[1];
      if (kind === "sh")
        for (const command of text.trim().split("\n")) {
          expect(command).toMatch(/^npm run -s cadre -- /);
          last = words(command.replace("npm run -s cadre -- ", ""));
          said = await cadre(...last);
          expect(said, command).toMatchObject({ exitCode: 0, err: "" });
        }
      else if (kind === "csv") save(String(file), text);
      else if (kind === "yaml" && text.startsWith("cadre: 1\n")) save(String(file), text);
      else if (kind === "yaml" && text.startsWith(" ")) {
        const [own] = text.split(":");
        const line = new RegExp(`^${own}:.*\\n`, "gm");
        expect(read(SYSTEM).match(line)).toHaveLength(2);
        save(SYSTEM, read(SYSTEM).replace(line, text));
      } else if (kind === "yaml") save(SYSTEM, withSection(read(SYSTEM), text));
      else if (kind === "text") {
        const [, right, wrong] = /change `([^`]+)` to `([^`]+)`/.exec(before) ?? [];
        if (wrong === undefined) expect(said.out).toContain(text);
        else {
          const whole = read(SYSTEM);
          expect(whole).toContain(right);
          save(SYSTEM, whole.replace(String(right), wrong));
          expect(await cadre(...last)).toEqual({ exitCode: 2, out: "", err: text });
          save(SYSTEM, whole);
        }
      } else throw new Error(`The guide holds a box of an unknown kind: ${kind}`);
    }
    expect(read(SYSTEM)).not.toMatch(/^(?!#).*EXAMPLE/m);
    expect(read("out/westshire/assumptions.csv")).toMatch(/gapEffect/);
  });
});
