import { checkSystem } from "../error/argument.ts";
import type { Result } from "../projection/result.ts";
import { run } from "../projection/run.ts";
import { adjustedNumber } from "../scenario/adjusted.ts";
import { checkAsFile } from "../scenario/check-as-file.ts";
import type { Adjustment } from "../scenario/schema/adjustment.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import type { System } from "../system/types.ts";

/** A number set by judgement, and what that does. */
export interface AdjustmentEffect extends Adjustment {
  /** Which number: its parameter, and whom it is of. */
  readonly number: string;
  /** What it does to the gap of all staff at the last reference date, in FTE: the gap with it, less the gap without it. */
  readonly effect: number;
}

/**
 * The numbers of a scenario that somebody has set by judgement, with what each does to the gap of all staff at the last
 * reference date when the others stay. Empty for a scenario without any. Guide: docs/guide/scenarios.md.
 *
 * @example
 * ```ts
 * import { parseSystem } from "cadre";
 * import { adjustmentEffects } from "cadre/scenarios";
 * const system = parseSystem(`
 *   cadre: 1
 *   id: home-care
 *   title: Home care
 *   calendar: { base: 2024-03-31, until: 2026-03-31 }
 *   axes: { age: none }
 *   pools:
 *     carers:
 *       { title: Carers, employer: Us, sector: care, headcount: 100, leaving: { rate: 30%, kind: hazard, scope: employer } }
 * `);
 * const judged = { parameter: "leaving.rate", set: 0.25, who: "Care lead", why: "Agency staff are in the count", until: "2026-12-31" };
 * adjustmentEffects(system, { adjustments: [judged] })[0].effect < 0; // true: fewer leave, so the gap is smaller
 * ```
 */
export function adjustmentEffects(system: System, scenario: Scenario): AdjustmentEffect[] {
  checkSystem(system);
  checkAsFile(scenario);
  const { adjustments = [] } = scenario;
  if (adjustments.length === 0) return [];
  const whole = gapOf(run(system, scenario));
  return adjustments.map((one, i): AdjustmentEffect => {
    const without = run(system, { ...scenario, adjustments: adjustments.filter((_, other) => other !== i) });
    return { ...one, number: adjustedNumber(one), effect: whole - gapOf(without) };
  });
}

const gapOf = (result: Result): number => result.at({ measure: "gap", year: result.last });
