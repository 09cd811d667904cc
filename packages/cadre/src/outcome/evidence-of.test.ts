import { expect, it } from "vitest";
import type { Evidence, Intervention } from "../scenario/types.ts";
import { evidenceOf } from "./evidence-of.ts";

const one = (evidence?: Evidence): Intervention => ({
  id: "one",
  title: "One",
  changes: [],
  ...(evidence && { evidence }),
});

it.each<[string, Intervention[]]>([
  ["no interventions", []],
  ["not rated", [one()]],
  ["level 2", [one({ level: 2 }), one({ level: 2 })]],
  ["levels 0 to 3, 1 not rated", [one({ level: 3 }), one(), one({ level: 0 })]],
])("evidence reads %j", (words, interventions) => {
  expect(evidenceOf({ interventions }).words).toBe(words);
});

it("names what nobody has measured", () => {
  const guess = one({ level: 1, unknown: true });
  expect(evidenceOf({ interventions: [one({ level: 4, unknown: false }), guess] }).unmeasured).toEqual([guess]);
  expect(evidenceOf({})).toEqual({ words: "no interventions", unmeasured: [] });
});
