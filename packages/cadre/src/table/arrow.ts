import { float64, int32, tableFromArrays, tableToIPC, utf8 } from "@uwdata/flechette";
import { checkArguments } from "../error/shape.ts";
import { HAS_COLUMNS, type HasColumns, kindOf, stacked } from "./stacked.ts";

const types = { text: utf8(), year: int32(), number: float64() };

/**
 * The numbers of a run as the bytes of an Arrow file (Feather version 2), for R, Python and DuckDB: every measure of every
 * pool and year, one number a row, with the columns of `results.csv`. Takes results, draws and comparisons, one or several
 * under one another. Texts are UTF-8, `year` is a 32-bit integer, every other number a 64-bit float; what
 * cannot be worked out is null. Guide: docs/guide/other-tools.md.
 *
 * A `CadreError` if several are given whose columns differ.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { toArrow } from "cadre/columns";
 * import { readSystem } from "cadre/node";
 * toArrow(run(await readSystem("scenarios/cumbria/system.yaml"))).length; // bytes, to be written into a file
 * ```
 */
export function toArrow<Heading extends string>(of: HasColumns<Heading> | readonly HasColumns<Heading>[]): Uint8Array {
  checkArguments({ of }, { of: HAS_COLUMNS });
  const columns = stacked([of].flat().map((one) => one.rows()));
  const table = tableFromArrays(
    columns.map(({ name, cells }) => [name, cells.map((cell) => cell ?? null)] as [string, unknown[]]),
    { types: Object.fromEntries(columns.map((column) => [column.name, types[kindOf(column)]])) },
  );
  const bytes = tableToIPC(table, { format: "file" });
  if (!bytes) throw new Error("the table was not written");
  return bytes;
}
