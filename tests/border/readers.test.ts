import {
  parseStaffColumns,
  proposeColumns,
  readCareTurnover,
  readEstimates,
  readNhsStaff,
  readProjections,
  readStaffList,
} from "@cadre/sources";
import { isWorkbook, openWorkbook, sheetRows } from "@cadre/workbook";
import { CadreError } from "cadre";
import { expect, test } from "vitest";
import { type Call, thrownBy, wrongs } from "./hostile.ts";

// Whoever reads a file in a program forgets to wait for it, or hands over its path: the readers of other people's files.

const csv = "a,b\n1,2\n";
const list = "Employee Number,Staff Group\n1,Nurses\n2,Nurses\n";
const columns = { cadre: 1, columns: { person: "Employee Number" } };
const READERS: Readonly<Record<string, readonly [unknown, readonly unknown[]]>> = {
  readEstimates: [readEstimates, [csv, {}]],
  readProjections: [readProjections, [csv, {}]],
  readCareTurnover: [readCareTurnover, [csv, {}]],
  readNhsStaff: [readNhsStaff, [csv, {}]],
  proposeColumns: [proposeColumns, [list, {}]],
  readStaffList: [readStaffList, [list, { columns, asOf: "2024-03-31" }]],
  parseStaffColumns: [parseStaffColumns, ["cadre: 1"]],
  openWorkbook: [openWorkbook, [new Uint8Array(4)]],
  sheetRows: [sheetRows, [new Uint8Array(4), {}]],
  isWorkbook: [isWorkbook, [new Uint8Array(4)]],
};

test.each(Object.entries(READERS))(
  "only a CadreError leaves %s, whatever it is given to read",
  async (_, [call, right]) => {
    const strays: string[] = [];
    for (const [where, given] of wrongs(right)) {
      if (/ of argument /.test(where)) continue;
      const thrown = await thrownBy(call as Call, given);
      if (thrown !== undefined && !(thrown instanceof CadreError)) strays.push(`${where}: ${String(thrown)}`);
    }
    expect(strays).toEqual([]);
  },
);

test("a promise that nobody waited for is named", async () => {
  expect(await thrownBy(readEstimates as Call, [Promise.resolve(csv)])).toMatchObject({
    code: "wrong-argument",
    value: "a promise",
    fix: expect.stringContaining("await"),
  });
});
