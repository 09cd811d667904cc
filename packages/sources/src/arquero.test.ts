import { op } from "arquero";
import { expect, it } from "vitest";
import { toTable } from "./arquero.ts";

it("rows become a table that can be grouped and added up", () => {
  const rows = [
    { group: "Midwives", fte: 1.5 },
    { group: "Nurses", fte: 3 },
    { group: "Midwives", fte: 2 },
  ];
  const sums = toTable(rows)
    .groupby("group")
    .rollup({ fte: op.sum("fte") });
  expect(sums.objects()).toEqual([
    { group: "Midwives", fte: 3.5 },
    { group: "Nurses", fte: 3 },
  ]);
  expect(toTable([]).numRows()).toBe(0);
});
