import { readFileSync } from "node:fs";
import { proposeColumns, readStaffList, staffSystemText } from "@cadre/sources";
import { parseSystem, run } from "cadre";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { firstText } from "../first-text.ts";
import { withList } from "./from-list.ts";
import { importTasks } from "./import-tasks.ts";
import { PlaceRecord } from "./record.ts";

const root = new URL("../../../", import.meta.url);
const list = readFileSync(new URL("data/examples/staff-list.csv", root), "utf8");
const fileOf = (text: string, name: string) => new File([text], name);

it("makes of a staff list the groups that the command makes of it, beside the people of the page, and gives out counts only", async () => {
  const file = fileOf(list, "staff-list.csv");
  const look = await importTasks.look(file);
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

it("tells a system file, a table, the columns of a list and a staff list apart", async () => {
  const kind = async (text: string, name: string) => (await importTasks.look(fileOf(text, name))).kind;
  expect(await kind("cadre: 1\npools:\n  a: {}\n", "system.yaml")).toBe("system");
  expect(await kind("place,year,age,people\nW,2023,0+,1\n", "people.csv")).toBe("table");
  expect(await kind("cadre: 1\ncolumns: { person: No }\npools: [group]\n", "columns.yaml")).toBe("columns");
  expect(await kind(list, "staff.csv")).toBe("staff");
});
