import type { Scenario } from "../scenario/schema/scenario.ts";
import type { System } from "../system/types.ts";
import { type OutcomeQuestion, outcomeOfShares } from "./outcome-of-shares.ts";
import type { UncertainNumber } from "./uncertain.ts";

/** What one uncertain number does to a result by itself. */
export interface TornadoBar extends UncertainNumber {
  /** The result with this number at its p10 and its p90, all others at their median. */
  readonly low: number;
  readonly high: number;
  /** The result with everything at its median. */
  readonly central: number;
  /** The number at its p10 and p90: an input itself, the size of a change, or the name of a variant. */
  readonly atLow: number | string;
  readonly atHigh: number | string;
  /**
   * The same two ends as the file gives them. They are nearer to each other than `atLow` and `atHigh` where an intervention
   * rests on weak evidence: its range is then taken wider.
   */
  readonly givenLow: number | string;
  readonly givenHigh: number | string;
}

/**
 * One at a time: what each uncertain number does to a result when it goes from its p10 to its p90 and all others stay at
 * their median. Returns a bar for each, the widest first. What numbers do together is not seen: see `sobolIndices`.
 * Throws a `CadreError` when nothing is uncertain. Method: docs/method/sensitivity.md.
 *
 * @example
 * ```ts
 * import { tornado } from "cadre/uncertainty";
 * import { readScenario, readSystem } from "cadre/node";
 * const england = await readSystem("scenarios/england/system.yaml");
 * const [first] = await tornado(england, await readScenario("scenarios/england/do-nothing.yaml"), { year: 2035 });
 * first.high - first.low; // what it moves the gap by, in full-time equivalents
 * ```
 */
export async function tornado(
  system: System,
  scenario: Scenario = {},
  asked: OutcomeQuestion = {},
): Promise<TornadoBar[]> {
  const { known, at } = outcomeOfShares(system, scenario, asked);
  const k = known.length;
  const rows = new Float64Array((2 * k + 1) * k).fill(0.5);
  for (let i = 0; i < k; i++) {
    rows[2 * i * k + i] = 0.1;
    rows[(2 * i + 1) * k + i] = 0.9;
  }
  const found = await at(rows);
  return known
    .map(
      ({ id, title, from, shown, given = shown }, i): TornadoBar => ({
        ...{ id, title, from, low: found[2 * i]!, high: found[2 * i + 1]!, central: found[2 * k]! },
        ...{ atLow: shown(0.1), atHigh: shown(0.9) },
        ...{ givenLow: given(0.1), givenHigh: given(0.9) },
      }),
    )
    .sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low));
}
