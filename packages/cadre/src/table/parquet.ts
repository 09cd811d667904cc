import { parquetWriteBuffer } from "hyparquet-writer";
import { checkArguments } from "../error/shape.ts";
import { HAS_COLUMNS, type HasColumns, kindOf, stacked } from "./stacked.ts";

const types = { text: "STRING", year: "INT32", number: "DOUBLE" } as const;

/**
 * The numbers of a run as the bytes of a Parquet file, for R, Python, DuckDB, Excel and Power BI: every measure of every
 * pool and year, one number a row, with the columns of `results.csv`. Takes results, draws and comparisons, one or several
 * under one another. Texts are UTF-8, `year` is a 32-bit integer, every other number a 64-bit float; what cannot be worked
 * out is null. Guide: docs/guide/other-tools.md.
 *
 * A `CadreError` if several are given whose columns differ.
 *
 * @example
 * ```ts
 * import { run } from "cadre";
 * import { toParquet } from "cadre/columns";
 * import { readSystem } from "cadre/node";
 * toParquet(run(await readSystem("scenarios/cumbria/system.yaml"))).length; // bytes, to be written into a file
 * ```
 */
export function toParquet<Heading extends string>(
  of: HasColumns<Heading> | readonly HasColumns<Heading>[],
): Uint8Array {
  checkArguments({ of }, { of: HAS_COLUMNS });
  const columns = stacked([of].flat().map((one) => one.rows()));
  const columnData = columns.map((column) => ({
    name: column.name,
    data: column.cells.map((cell) => cell ?? null),
    type: types[kindOf(column)],
    nullable: true,
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: "cadre" }));
}
