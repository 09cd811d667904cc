import { readFileSync } from "node:fs";
import { type PlaceContent, placeBook, proposeColumns, readStaffList, staffSystemText } from "@cadre/sources";
import { writeXlsx } from "@cadre/workbook";
import { parseSystem, run } from "cadre";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { firstText } from "../first-text.ts";
import { readerOf } from "../work/texts.ts";
import { withList } from "./from-list.ts";
import { importTasks } from "./import-tasks.ts";
import { PlaceRecord } from "./record.ts";

const root = new URL("../../../", import.meta.url);
const list = readFileSync(new URL("data/examples/staff-list.csv", root), "utf8");
const example = readFileSync(new URL("../../example-system.yaml", import.meta.url), "utf8");
const fileOf = (text: string, name: string) => new File([text], name);

it("makes of a staff list the groups that the command makes of it, beside the people of the page, and gives out counts only", async () => {
  const file = fileOf(list, "staff-list.csv");
  const look = await importTasks.look(file, {});
  if (look.kind !== "staff") throw new Error(look.kind);
  expect(look.proposal).toEqual(proposeColumns(list));
  const asked = { columns: look.proposal.columns, asOf: "2024-03-31", place: "England" };
  const found = await importTasks.staff(file, asked, () => undefined);
  expect(found.rows).toMatchObject({ read: 662, used: 649, leftOut: 13 });
  expect(found.bad).toHaveLength(13);
  expect(found.pools[0]).toMatchObject({ title: "Nurses", people: 209, leavers: 60 });
  const given = JSON.stringify(found);
  for (const word of list.split("\n").flatMap((line) => /"Person [^"]*"/.exec(line) ?? []))
    expect(given).not.toContain(word);
  expect(given).not.toMatch(/2000\d{4}/);

  const text = withList(new PlaceRecord(firstText()), found.text);
  const command = parse(staffSystemText(readStaffList(list, asked), { id: "your-place", place: "England" }));
  expect(parse(text).pools).toEqual(command.pools);
  expect(parse(text).moves).toEqual(command.moves);
  const read = (path: string) => ({ text: readFileSync(new URL(path.replace(/^(\.\.\/)+/, ""), root), "utf8") });
  const result = run(parseSystem(text, { files: read }));
  const demand = (year: number) => result.at({ measure: "demand", year });
  expect(demand(2034)).toBeGreaterThan(1.1 * demand(2024));
});

/** Made-up projections in the layout of the ONS, of which females and males are files of their own. */
const projections = (sex: string, heads: readonly number[]) => {
  const ages = Array.from({ length: 91 }, (_, age) => (age === 90 ? "90 and over" : String(age)));
  const rows = [...ages.map((age) => [age, ...heads]), ["All ages", ...heads.map((one) => one * 91)]];
  return [
    "AREA_CODE,AREA_NAME,COMPONENT,SEX,AGE_GROUP,2023,2024",
    ...rows.map((row) => `E1,Northland,Population,${sex},${row.join(",")}`),
  ].join("\n");
};
const FEMALES = projections("females", [10, 11]);

it("adds up the people of a place out of the files of both sexes", async () => {
  const asked = {
    others: [fileOf(projections("males", [9, 9]), "males.csv")],
    areas: ["Northland"],
    place: "Westshire",
  };
  const { table, source } = await importTasks.people(fileOf(FEMALES, "females.csv"), asked);
  expect(table.split("\n").slice(0, 3)).toEqual([
    "place,year,age,people",
    "Westshire,2023,0-15,304",
    "Westshire,2023,16-64,931",
  ]);
  expect(source.publisher).toBe("Office for National Statistics");
});

it("reads a workbook that the command has made, and says the cell of what is wrong in it", async () => {
  const content = parse(example);
  const colours = { link: "00558C", grid: "E3E6EA", ground: "F4F5F7" };
  const book = (changed: unknown) =>
    new File([new Uint8Array(writeXlsx(placeBook("Westshire", changed as PlaceContent, colours)))], "w.xlsx");
  const schedule = (id: string) => {
    const path = `data/retirement/${id}.yaml`;
    return [path, readFileSync(new URL(path, root), "utf8")];
  };
  const texts = Object.fromEntries(["nhs", "social-care"].map(schedule));
  const look = await importTasks.look(book(content), texts);
  if (look.kind !== "place") throw new Error(look.kind);
  const files = readerOf(texts);
  const gapOf = (text: string) => run(parseSystem(text, { files })).at({ measure: "gap", year: 2035 });
  expect(gapOf(look.text)).toBe(gapOf(example));
  content.pools.hospital.fte = 34;
  await expect(importTasks.look(book(content), texts)).rejects.toMatchObject({
    cell: expect.stringMatching(/^Staff!/),
    value: "34",
  });
});

it("tells a system file, a table, the columns of a list and a staff list apart", async () => {
  const kind = async (text: string, name: string) => (await importTasks.look(fileOf(text, name), {})).kind;
  expect(await kind("cadre: 1\npools:\n  a: {}\n", "system.yaml")).toBe("system");
  expect(await kind("place,year,age,people\nW,2023,0+,1\n", "people.csv")).toBe("table");
  expect(await kind("cadre: 1\ncolumns: { person: No }\npools: [group]\n", "columns.yaml")).toBe("columns");
  expect(await kind(list, "staff.csv")).toBe("staff");
  expect(await kind(FEMALES, "females.csv")).toBe("population");
});
