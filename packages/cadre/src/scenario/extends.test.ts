import { describe, expect, it } from "vitest";
import { run } from "../projection/run.ts";
import { errorOf, placeOf, pool, town } from "../system/town.test-data.ts";
import { parseScenario } from "./parse.ts";

const PARENT = `cadre: 1
id: parent
title: Parent
system: ./system.yaml
note: Why the parent is as it is
assumptions:
  - { parameter: leaving.rate, from: 2021, over: 3, set: 0.2 }
interventions:
  - { id: fewer, title: Fewer posts, changes: [ { parameter: demand.posts, where: { sector: care }, from: 2021, set: 90 } ] }
uncertainties:
  - { parameter: leaving.rate, multiply: { p10: 0.9, p90: 1.1 } }
`;
const child = (more: string) => `cadre: 1
id: child
title: Child
system: ./system.yaml
extends: parent
${more}`;
const read = (text: string, parent = PARENT) =>
  parseScenario(text, { file: "child.yaml", files: { "parent.yaml": parent } });
const system = town({ care: pool(), ward: pool({ sector: "health" }) });
const fault = (text: string, parent?: string) => errorOf(() => run(system, read(text, parent)));

describe("a scenario that extends another", () => {
  it("is told apart from it where both set one number in one year", () => {
    const assumptions = "assumptions:\n  - { parameter: leaving.rate, where: { pool: ward }, from: 2022, set: 0.1 }\n";
    const found = fault(child(assumptions));
    expect(found.code).toBe("two-sets");
    expect(found.message).toContain('"Assumption 1" and "Assumption 2" both set leaving.rate in 2022');
    expect(found).toMatchObject({ file: "child.yaml", ...placeOf(child(assumptions), "{ parameter") });

    const more =
      "interventions:\n  - { id: more, title: More posts, reach: 50%, from: 2021, changes: [ { parameter: demand.posts, set: 120 } ] }\n";
    expect(fault(child(more)).message).toContain('"Fewer posts" and "More posts" both set demand.posts in 2021');
  });

  it("says where it names it, when something is wrong there", () => {
    const own = "assumptions:\n  - { parameter: fte, multiply: 1 }\n";
    const found = fault(child(own), PARENT.replace("leaving.rate, from: 2021, over: 3", "leving.rate"));
    expect(found).toMatchObject({ code: "unknown-parameter", didYouMean: "leaving.rate" });
    expect(found).toMatchObject({ file: "child.yaml", ...placeOf(child(own), "parent") });
  });

  it("keeps the places of what it adds", () => {
    const { positions = {} } = read(child("uncertainties:\n  - { parameter: fte, multiply: { p10: 0.9, p90: 1 } }\n"));
    expect(positions["uncertainties.1"]).toEqual([7, 5]);
    expect(positions["uncertainties.0"]).toEqual(positions.extends);
  });

  it("has a note of its own or none", () => {
    expect(read(child("")).note).toBeUndefined();
    expect(read(child("note: Why\n")).note).toBe("Why");
  });
});

it.each([
  ["assumptions:\n  - { parameter: fte, from: 2022, until: 2021, multiply: 0.9 }\n", "2021"],
  [
    "interventions:\n  - { id: x, title: X, from: 2022, changes: [ { parameter: fte, until: 2021, add: 0 } ] }\n",
    "2021",
  ],
])("a change that ends before it begins is an error at its last year: %s", (more, year) => {
  const text = child(more);
  expect(errorOf(() => read(text))).toMatchObject({ code: "ends-before-it-begins", ...placeOf(text, year) });
});
