import { expect, test } from "vitest";
import { parameterAt } from "../model/parameter-of.ts";
import { PARAMETERS } from "../model/parameters.ts";
import { jsonSchemas } from "./schemas.ts";

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Where a file may hold a number with its provenance; `x` stands for any name, 0 for any place of a list. */
function numbersIn(node: unknown, path: readonly string[] = []): string[] {
  if (!isNode(node)) return [];
  const { properties, additionalProperties, items, anyOf } = node;
  const keys = isNode(properties) ? properties : {};
  if ("value" in keys && "quality" in keys) return [path.join(".")];
  return [
    ...Object.entries(keys).flatMap(([key, inside]) => numbersIn(inside, [...path, key])),
    ...numbersIn(additionalProperties, [...path, "x"]),
    ...numbersIn(items, [...path, "0"]),
    ...(Array.isArray(anyOf) ? anyOf.flatMap((one) => numbersIn(one, path)) : []),
  ];
}

/** The row of a number, or of a list of numbers by age or year. */
const rowOf = (path: string) => [path, `${path}.16-29`, `${path}.2021`].map(parameterAt).find(Boolean);

// What a backtest said of a system is no number of the model, and full-time equivalents in post are read into the
// headcount or the hours a head, which are.
const found = numbersIn(jsonSchemas().system).filter(
  (path) => !path.startsWith("tested.") && path !== "pools.x.fteInPost",
);

test("every number that a system file may hold has its row among the parameters", () => {
  expect(found.length).toBeGreaterThan(80);
  expect(found.filter((path) => !rowOf(path))).toEqual([]);
});

/** No file has a calibrated hazard, or how far the people of a projection will be off. */
const WORKED_OUT = ["leaving.hazard", "population.error.<ages>"];

test("every parameter stands in a system file, or is worked out from what does", () => {
  const held = new Set<string | undefined>(found.map((path) => rowOf(path)?.parameter));
  expect(Object.keys(PARAMETERS).filter((name) => !held.has(name))).toEqual(WORKED_OUT);
});
