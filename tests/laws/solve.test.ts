import { CadreError, run } from "cadre";
import { solve } from "cadre/decide";
import fc from "fast-check";
import { expect, test } from "vitest";
import { systemDraws, systemFrom } from "./arbitrary-system.ts";

/** Levers of several kinds, and whether more of them narrows a gap is for the system to say. */
const levers = [
  { parameter: "leaving.rate", from: 2020, over: 3, multiply: { low: 0.2, high: 3 } },
  { parameter: "recruitment.effort", from: 2021, multiply: { low: 0, high: 10 } },
  { parameter: "recruitment.recruits", from: 2020, until: 2023, add: { low: 0, high: 1e6 } },
  { parameter: "fte", from: 2022, multiply: { low: 0.5, high: 1.4 } },
  { parameter: "vacancyRate", multiply: { low: 0, high: 1.5 } },
];

test("a value that is found, put back as a change, gives the target", () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(
      systemDraws,
      fc.nat(levers.length - 1),
      fc.double({ min: -0.3, max: 0.6, noNaN: true }),
      (draw, i, share) => {
        try {
          const system = systemFrom(draw);
          const target = { pool: "all", year: 2024, atMost: share * run(system).at({ measure: "demand", year: 2024 }) };
          const answer = solve(system, { levers: [levers[i]!], targets: [target] });
          kinds.add(answer.kind);
          const { reached, unchanged } = answer.targets[0]!;
          if (answer.kind === "not-needed") return unchanged <= target.atMost + 1e-6;
          const again = run(system, answer.scenario).at({ measure: "gap", year: 2024 });
          expect(again).toBe(reached);
          if (answer.kind === "value")
            return Math.abs(again - target.atMost) <= 1e-6 * Math.max(1, target.atMost / 1e5);
          return again > target.atMost && again <= unchanged + 1e-6 && answer.because.length > 0;
        } catch (error) {
          // Generated numbers may contradict each other.
          if (error instanceof CadreError) return true;
          throw error;
        }
      },
    ),
    { seed: 12, numRuns: 60 },
  );
  expect([...kinds].sort()).toEqual(["cannot-be-met", "not-needed", "value"]);
});
