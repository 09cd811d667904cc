import { readSystem } from "cadre/node";
import { expect, it } from "vitest";
import { type Positions, packPositions, unpackPositions } from "./positions.ts";

it("positions of a place are the same when they are unpacked, in their order, and well under half as long meanwhile", async () => {
  const { positions } = (await readSystem("scenarios/nottinghamshire/system.yaml")).origin;
  const packed = JSON.stringify(packPositions(positions));
  const again = unpackPositions(JSON.parse(packed));
  expect(Object.entries(again)).toEqual(Object.entries(positions));
  expect(packed.length).toBeLessThan(JSON.stringify(positions).length * 0.4);
});

it("none, one, and names that share a letter of two halves", () => {
  const all: Positions[] = [{}, { "": [1, 1] }, { "a.😀": [9, 2], "a.😁": [3, 4], a: [3, 4] }];
  for (const positions of all)
    expect(unpackPositions(JSON.parse(JSON.stringify(packPositions(positions))))).toEqual(positions);
});
