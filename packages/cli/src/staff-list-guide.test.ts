import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { cadre, folderWith } from "./town.test-data.ts";

const fromRoot = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), "utf8");
const LIST = "data/examples/staff-list.csv";

/** The page as its reader meets it: what is said, and what stands in the box after it. */
const steps = fromRoot("docs/guide/from-a-staff-list.md")
  .split(/^```/m)
  .flatMap((part, i, parts) => {
    if (i % 2 === 0) return [];
    const [kind = "", ...lines] = part.split("\n");
    return [{ kind, text: lines.join("\n").trim(), said: (parts[i - 1] ?? "").replace(/\s+/g, " ") }];
  });

const start = process.cwd();
afterAll(() => process.chdir(start));

it("the guide from a staff list, followed to the letter in an empty folder, ends with a shortage that is seen", async () => {
  process.chdir(folderWith({}));
  mkdirSync(dirname(LIST), { recursive: true });
  writeFileSync(LIST, fromRoot(LIST));
  let out = "";
  let changed = 0;
  for (const { kind, text, said } of steps) {
    const file = [...said.matchAll(/`([\w/-]+\.yaml)`/g)].at(-1)?.[1];
    const [, before, after] = /change `([^`]+)` to `([^`]+)`/.exec(said) ?? [];
    if (before !== undefined && after !== undefined) {
      const whole = readFileSync(String(file), "utf8");
      expect(whole).toContain(before);
      writeFileSync(String(file), whole.replace(before, after));
      changed++;
    }
    if (kind === "text") for (const line of text.split("\n")) expect(out).toContain(line);
    else {
      expect(kind).toBe("sh");
      const ran = await cadre(...text.replace("npm run -s cadre -- ", "").split(" "));
      expect(ran, text).toMatchObject({ exitCode: 0, err: "" });
      out = ran.out;
    }
  }
  expect(changed).toBe(2);
  expect(out).toMatch(/gap \(FTE\) +15 /);
});
