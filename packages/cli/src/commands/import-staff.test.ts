import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cadre, filesBelow, folderWith } from "../town.test-data.ts";

const LIST = [
  "Payroll No,Surname,Staff Group,Gender,DOB,WTE,Start Date,Leaving Date",
  ...Array.from({ length: 60 }, (_, i) => {
    const end = i % 10 === 0 ? "30/09/2023" : "";
    return `${7000 + i},Näme${i},${i < 40 ? "Nurses" : "Porters"},${i % 3 ? "F" : "M"},15/06/${1960 + (i % 40)},0.8,01/04/2015,${end}`;
  }),
  "7100,Zero,Nurses,F,15/06/1980,0,01/04/2015,",
].join("\r\n");

it("proposes the columns, then makes a place that runs from the confirmed ones", async () => {
  const folder = folderWith({ "list.csv": Buffer.from(LIST, "latin1") });
  const words = [
    ...["import", "staff", join(folder, "list.csv"), "--place", "Westshire", "--date", "2024-03-31"],
    ...["--since", "2023-03-31", "--columns", join(folder, "columns.yaml"), "--dir", join(folder, "places")],
  ];
  const asked = await cadre(...words);
  expect(asked).toMatchObject({ exitCode: 0, err: "" });
  expect(asked.out).toContain("Not read: Surname.");
  expect(filesBelow(folder)).toEqual(["columns.yaml", "list.csv"]);
  const made = await cadre(...words);
  expect(made).toMatchObject({ exitCode: 0, err: "" });
  expect(made.out).toContain("61 rows read, 60 used, 1 left out.");
  expect(made.out).toMatch(/Nurses +36 +28\.8 +few/);
  const place = join(folder, "places/westshire");
  expect(filesBelow(place)).toEqual(["rows-left-out.csv", "staff-list.csv", "system.yaml"]);
  expect(readFileSync(join(place, "rows-left-out.csv"), "utf8")).toContain("62,WTE,");
  const out = filesBelow(place).map((name) => readFileSync(join(place, name), "utf8"));
  expect(`${out.join("")}${made.out}`).not.toMatch(/N.me\d|70\d\d/);
  const ran = await cadre("run", join(place, "system.yaml"), "--out", join(folder, "out"), "--no-charts");
  expect(ran).toMatchObject({ exitCode: 0, err: "" });
  expect(await cadre(...words)).toMatchObject({ exitCode: 2, out: "" });
});

it("says what is wrong with the list or the columns file", async () => {
  const folder = folderWith({
    "list.csv": LIST,
    "columns.yaml": "cadre: 1\ncolums: {}\n",
    "book.xlsx": "PK\u0003\u0004…",
  });
  const asked = (list: string) =>
    cadre(
      "import",
      "staff",
      join(folder, list),
      "--place",
      "W",
      "--date",
      "2024-03-31",
      "--columns",
      join(folder, "columns.yaml"),
    );
  expect(await asked("list.csv")).toMatchObject({ exitCode: 2, err: expect.stringContaining("names no columns") });
  expect(await asked("none.csv")).toMatchObject({ exitCode: 2, err: expect.stringContaining("cannot be read") });
});
