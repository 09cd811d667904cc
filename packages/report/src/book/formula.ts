import { cellName } from "@cadre/workbook";
import type { CellAt, CellFormula } from "../pack/pack.ts";

/** A computed cell as a formula, in a table whose first row of numbers is row `top` of its sheet (from 0). */
export function formulaOf({ plus, minus }: CellFormula, top: number): string {
  const name = ({ row, column }: CellAt) => cellName(row + top, column);
  const added = plus.length > 2 && inLine(plus) ? rangeOf(plus.map(name)) : plus.map(name).join("+");
  return [added, ...minus.map(name)].join("-");
}

/** Whether cells follow each other down a column or along a row. */
function inLine(cells: readonly CellAt[]): boolean {
  const along = (key: "row" | "column", other: "row" | "column") =>
    cells.every((cell, i) => cell[other] === cells[0]?.[other] && cell[key] === (cells[0]?.[key] ?? 0) + i);
  return along("row", "column") || along("column", "row");
}

const rangeOf = (names: readonly string[]): string => `SUM(${names[0]}:${names.at(-1)})`;
