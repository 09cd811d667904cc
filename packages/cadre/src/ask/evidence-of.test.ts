import { expect, it } from "vitest";
import type { Evidence, Intervention } from "../scenario/schema/intervention.ts";
import { effectShare, evidenceOf } from "./evidence-of.ts";

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

it("takes an effect in part and a decision whole", () => {
  const share = (evidence: Evidence | undefined, parameter: string, multiply: number | { p10: number; p90: number }) =>
    effectShare({}, one(evidence), { parameter, multiply });
  expect(share({ level: 1 }, "leaving.rate", 0.9)).toBe(0.5);
  expect(share(undefined, "leaving.rate", 0.9)).toBe(1);
  expect(share({ level: 1 }, "pipelines.academy.intake", 2)).toBe(1);
  expect(share({ level: 1 }, "pipelines.academy.intake", { p10: 1, p90: 2 })).toBe(0.5);
  expect(effectShare({ evidence: "off" }, one({ level: 0 }), { parameter: "leaving.rate", multiply: 0.9 })).toBe(1);
});
