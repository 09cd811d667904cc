import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jsonSchemas } from "cadre/schemas";
import { describe, expect, it } from "vitest";
import { cadre, filesBelow, folderWith } from "../town.test-data.ts";
import { schemaFile } from "../versions.ts";

const names = ["system", "schedule", "checks", "scenario", "intervention", "plan", "staffing", "assurance"] as const;

describe("cadre schema", () => {
  it("prints the schemas", async () => {
    const { exitCode, out } = await cadre("schema");
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(jsonSchemas())));
  });

  it("writes them, and the library's own are the same", async () => {
    const folder = folderWith({});
    expect((await cadre("schema", "--out", join(folder, "schema"))).exitCode).toBe(0);
    expect(filesBelow(join(folder, "schema"))).toEqual(names.map((name) => `${name}.schema.json`).sort());
    for (const name of names)
      expect(readFileSync(schemaFile(name), "utf8"), "npm run schema writes these again").toBe(
        readFileSync(join(folder, "schema", `${name}.schema.json`), "utf8"),
      );
  });

  it("names them on the first line of files, in place of a line that was there", async () => {
    const folder = folderWith({ "town/plan.yaml": "cadre: 1\nid: plan\nsystem: ./system.yaml\n" });
    await cadre("new", "Home", "--dir", folder);
    const [system, plan] = [join(folder, "home/system.yaml"), join(folder, "town/plan.yaml")];
    const before = readFileSync(system, "utf8").split("\n");
    expect(before[0]).toContain("`cadre schema --out schema FILE`");
    for (const out of ["elsewhere", "schema"]) {
      const { err } = await cadre("schema", "--out", join(folder, out), system, plan);
      expect(err).toBe("");
      const [first, ...rest] = readFileSync(system, "utf8").split("\n");
      expect(first).toBe(`# yaml-language-server: $schema=../${out}/system.schema.json`);
      expect(rest).toEqual(before.slice(1));
      expect(readFileSync(plan, "utf8")).toBe(
        `# yaml-language-server: $schema=../${out}/scenario.schema.json\ncadre: 1\nid: plan\nsystem: ./system.yaml\n`,
      );
    }
  });

  it.each([
    ["no folder to find schemas in", { "a.yaml": "pools: {}" }, [], "--out schema"],
    ["a file that is not there", {}, ["--out", "schema"], "cannot be read"],
    ["a file of another kind", { "a.yaml": "colour: red" }, ["--out", "schema"], "the keys colour"],
  ])("refuses %s, and writes nothing", async (_, files: Record<string, string>, options, said) => {
    const folder = folderWith(files);
    const at = options.map((word) => (word === "schema" ? join(folder, word) : word));
    const { exitCode, err } = await cadre("schema", ...at, join(folder, "a.yaml"));
    expect(exitCode).toBe(2);
    expect(err).toContain(said);
    expect(filesBelow(folder)).toEqual(Object.keys(files));
  });

  it("says so when it cannot write", async () => {
    const folder = folderWith({});
    writeFileSync(join(folder, "file"), "");
    const { exitCode, err } = await cadre("schema", "--out", join(folder, "file"));
    expect(exitCode).toBe(2);
    expect(err).toContain("--out");
  });
});
