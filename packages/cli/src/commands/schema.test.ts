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

  it("says so when it cannot write", async () => {
    const folder = folderWith({});
    writeFileSync(join(folder, "file"), "");
    const { exitCode, err } = await cadre("schema", "--out", join(folder, "file"));
    expect(exitCode).toBe(2);
    expect(err).toContain("--out");
  });
});
