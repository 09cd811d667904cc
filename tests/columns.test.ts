import { tableFromIPC } from "apache-arrow";
import { CadreError, compare, parseSystem, run } from "cadre";
import { toArrow, toParquet } from "cadre/columns";
import { readParquet } from "parquet-wasm";
import { describe, expect, it } from "vitest";
import { TOWN } from "../packages/cli/src/town.test-data.ts";

const system = parseSystem(TOWN);
const result = run(system);
const columns = result.rows();

/** The columns of a table as another library reads them, with its types. */
const read = (bytes: Uint8Array) => {
  const table = tableFromIPC(bytes);
  return {
    types: Object.fromEntries(table.schema.fields.map(({ name, type }) => [name, String(type)])),
    columns: Object.fromEntries(
      table.schema.fields.map(({ name }) => [name, [...(table.getChild(name) ?? [])].map((cell) => cell ?? undefined)]),
    ),
  };
};
/** Read by the Parquet of Rust. */
const parquet = (bytes: Uint8Array) => read(readParquet(bytes).intoIPCStream());

describe.each([
  ["Arrow", toArrow, read],
  ["Parquet", toParquet, parquet],
])("%s", (_, write, back) => {
  it("holds every number to the last digit, as another library reads it", () => {
    const found = back(write(result));
    expect(found.columns).toEqual(columns);
    const text = "Utf8";
    expect(found.types).toEqual({ scenario: text, year: "Int32", pool: text, measure: text, value: "Float64" });
  });

  it("leaves empty what cannot be worked out", () => {
    const ratios = { rows: () => ({ pool: ["a", "b"], value: [undefined, 0] }) };
    expect(back(write(ratios)).columns).toEqual(ratios.rows());
    expect(back(write({ rows: () => ({ value: [undefined] }) })).types).toEqual({ value: "Float64" });
  });

  it("puts several results under one another, and takes a comparison", () => {
    const plan = run(system, { id: "plan", changes: [{ parameter: "headcount", multiply: 1.5 }] });
    const both = back(write([result, plan]));
    expect(both.columns.scenario).toEqual([...columns.scenario, ...plan.rows().scenario]);
    expect(both.columns.value).toEqual([...columns.value, ...plan.rows().value]);
    expect(back(write(compare([result, plan]))).columns.scenario).toHaveLength(2 * columns.scenario.length);
  });

  it("is the same to the last byte when it is written again", () => {
    expect(write(result)).toEqual(write(run(system)));
  });

  it("refuses tables whose columns differ", () => {
    expect(() => write([{ rows: () => ({ a: [1], b: [2] }) }, { rows: () => ({ b: [1], a: [2] }) }])).toThrow(
      CadreError,
    );
  });
});
