import { SEED } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import { checkArguments, NUMBER, only, optional } from "../error/shape.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import type { System } from "../system/types.ts";
import { OUTCOME, type OutcomeQuestion, outcomeOfShares } from "./outcome-of-shares.ts";
import { trajectories as designOf, effectsOf } from "./sensitivity/elementary-effects.ts";
import type { UncertainNumber } from "./uncertain.ts";

/** How many trajectories, and from which seed. */
export interface ScreeningOptions extends OutcomeQuestion {
  /** Walks through the space of all uncertain numbers; 20 when left out. */
  readonly trajectories?: number;
  readonly seed?: number | string;
}

const OPTIONS = only<ScreeningOptions>({ ...OUTCOME, trajectories: optional(NUMBER), seed: optional(SEED) });

/** What one uncertain number does to a result, over its whole range and wherever the others are. */
export interface ElementaryEffect extends UncertainNumber {
  /** Mean change of the result when this number goes through its whole range, with its sign and without. */
  readonly mean: number;
  readonly meanAbsolute: number;
  /** Standard deviation of the change: large when the number works together with others, or not in a straight line. */
  readonly sd: number;
}

/**
 * Screening by elementary effects (Morris 1991; Campolongo, Cariboni and Saltelli 2007): which uncertain numbers matter at
 * all, from few runs. Returns one entry a number, the largest mean absolute effect first. Throws a `CadreError` when
 * nothing is uncertain. Method: docs/method/sensitivity.md.
 *
 * @example
 * ```ts
 * import { screening } from "cadre/uncertainty";
 * import { readScenario, readSystem } from "cadre/node";
 * const england = await readSystem("scenarios/england/system.yaml");
 * const nothing = await readScenario("scenarios/england/do-nothing.yaml");
 * const [first] = await screening(england, nothing, { trajectories: 4 });
 * first.meanAbsolute; // full-time equivalents
 * ```
 */
export async function screening(
  system: System,
  scenario: Scenario = {},
  options: ScreeningOptions = {},
): Promise<ElementaryEffect[]> {
  checkArguments({ options }, { options: OPTIONS });
  const { trajectories = 20, seed = 1, ...asked } = options;
  if (!Number.isInteger(trajectories) || trajectories < 2)
    throw new CadreError({
      code: "too-few-trajectories",
      message: "The number of trajectories must be a whole number of at least 2.",
      value: String(trajectories),
      rule: "A whole number of at least 2.",
      fix: "Take 20.",
    });
  const { known, at } = outcomeOfShares(system, scenario, asked);
  const rows = designOf(known.length, trajectories, seed);
  const found = effectsOf(rows, await at(rows), known.length);
  return known
    .map(({ id, title, from }, i) => ({ id, title, from, ...found[i]! }))
    .sort((a, b) => b.meanAbsolute - a.meanAbsolute);
}
