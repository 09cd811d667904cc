import { SEED } from "../error/argument.ts";
import { checkArguments, only, optional, whole } from "../error/shape.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import type { System } from "../system/types.ts";
import { OUTCOME, type OutcomeQuestion, outcomeOfShares } from "./outcome-of-shares.ts";
import { sampledShares } from "./sampling.ts";
import { pickedRows, type VarianceShare, varianceShares } from "./sensitivity/variance-shares.ts";
import { SOBOL_DIMENSIONS } from "./sobol.ts";
import type { UncertainNumber } from "./uncertain.ts";

/** How many rows of the design, and from which seed. */
export interface SobolOptions extends OutcomeQuestion {
  /** Rows; each takes as many runs as there are uncertain numbers, and two more. 256 when left out. */
  readonly draws?: number;
  readonly seed?: number | string;
}

const OPTIONS = only<SobolOptions>({ ...OUTCOME, draws: optional(whole(2, 100_000)), seed: optional(SEED) });

/** How much of the variance of a result one uncertain number explains. */
export interface SobolIndex extends UncertainNumber {
  /** By itself: what would go away, on average, if this number were known. */
  readonly first: VarianceShare;
  /** With everything it works together with: what would be left if all others were known. */
  readonly total: VarianceShare;
}

/**
 * Sobol indices: the share of the variance of a result that each uncertain number explains by itself (`first`) and
 * together with the others (`total`), each with a 95% interval. Correlated groups are drawn as if independent here. Returns
 * one entry a number, the largest total first. Throws a `CadreError` when nothing is uncertain. Method:
 * docs/method/sensitivity.md.
 *
 * @example
 * ```ts
 * import { sobolIndices } from "cadre/uncertainty";
 * import { readScenario, readSystem } from "cadre/node";
 * const england = await readSystem("scenarios/england/system.yaml");
 * const nothing = await readScenario("scenarios/england/do-nothing.yaml");
 * const [first] = await sobolIndices(england, nothing, { draws: 16 });
 * first.total.value; // a share of 1
 * ```
 */
export async function sobolIndices(
  system: System,
  scenario: Scenario = {},
  options: SobolOptions = {},
): Promise<SobolIndex[]> {
  checkArguments({ options }, { options: OPTIONS });
  const { draws = 256, seed = 1, ...asked } = options;
  const { known, at } = outcomeOfShares(system, scenario, asked);
  const ids = known.flatMap(({ id }) => [`A ${id}`, `B ${id}`]).sort();
  // Sobol points are steadier; beyond their dimensions a Latin hypercube serves.
  const base = sampledShares({
    ids,
    draws,
    seed,
    sampling: ids.length <= SOBOL_DIMENSIONS ? "sobol" : "latin-hypercube",
  });
  const found = varianceShares(await at(pickedRows(base, known.length)), known.length, seed);
  return known
    .map(({ id, title, from }, i) => ({ id, title, from, ...found[i]! }))
    .sort((a, b) => b.total.value - a.total.value);
}
