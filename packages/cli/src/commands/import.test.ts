import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cadre, filesBelow, folderWith, TOWN } from "../town.test-data.ts";

it("cadre new --to writes a workbook that cadre import makes a place of, which runs", async () => {
  const folder = folderWith({});
  const book = join(folder, "westshire.xlsx");
  const made = await cadre("new", "Westshire", "--to", book);
  expect(made).toMatchObject({ exitCode: 0, err: "", out: expect.stringContaining(`import ${book}`) });
  expect(await cadre("new", "Westshire", "--to", book)).toMatchObject({ exitCode: 2 });
  expect(await cadre("new", "Westshire", "--to", join(folder, "w.ods"))).toMatchObject({ exitCode: 2 });
  const places = join(folder, "places");
  const read = await cadre("import", book, "--dir", places);
  expect(read).toMatchObject({ exitCode: 0, err: "" });
  expect(filesBelow(places)).toEqual(["westshire/system.yaml"]);
  const system = join(places, "westshire/system.yaml");
  expect(await cadre("run", system, "--out", join(folder, "out"), "--no-charts")).toMatchObject({
    exitCode: 0,
    err: "",
  });
  const before = readFileSync(system, "utf8");
  writeFileSync(system, "mine");
  expect(await cadre("import", book, "--dir", places)).toMatchObject({ exitCode: 2, out: "" });
  expect(readFileSync(system, "utf8")).toBe("mine");
  expect(await cadre("import", book, "--dir", places, "--replace")).toMatchObject({ exitCode: 0 });
  expect(readFileSync(system, "utf8")).toBe(before);
});

it("cadre export writes a place with its scenarios, and import brings them back", async () => {
  const plan =
    "cadre: 1\nid: plan\ntitle: The plan\nsystem: ./system.yaml\nassumptions:\n  - { parameter: leaving.rate, multiply: 0.9 }\n";
  const folder = folderWith({ "town/system.yaml": TOWN, "town/plan.yaml": plan });
  const book = join(folder, "town.xlsx");
  expect(await cadre("export", join(folder, "town"), "--to", book)).toMatchObject({ exitCode: 0, err: "" });
  const places = join(folder, "places");
  expect(await cadre("import", book, "--dir", places)).toMatchObject({ exitCode: 0, err: "" });
  expect(filesBelow(places)).toEqual(["town/plan.yaml", "town/system.yaml"]);
  const compared = async (place: string) => (await cadre("compare", place)).out;
  expect(await compared(join(places, "town"))).toBe(await compared(join(folder, "town")));
  expect(await cadre("import", join(folder, "none.xlsx"))).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining("cannot be read"),
  });
  expect(await cadre("import", join(folder, "town/plan.yaml"))).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining("not a workbook"),
  });
});
