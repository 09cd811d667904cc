import type { Result } from "../projection/result.ts";
import { run } from "../projection/run.ts";
import { centre } from "../scenario/centre.ts";
import { checkAsFile } from "../scenario/check-as-file.ts";
import { coursePriced, INTAKE, isPriced } from "../scenario/priced.ts";
import type { AssumedCost, CostEnds, InterventionCost } from "../scenario/schema/cost.ts";
import type { Intervention } from "../scenario/schema/intervention.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import type { System } from "../system/types.ts";
import { selects } from "../table/where.ts";

/** A scenario whose interventions have prices as far as anybody has stated or assumed one. */
export interface WithAssumedPrices {
  readonly scenario: Scenario;
  /** Titles of the interventions whose price is an assumption. */
  readonly assumed: readonly string[];
}

/**
 * Gives the interventions of a scenario that have no price the one that the catalogue assumes for them, in this place: the
 * middle of its range, with the range. It names them, so that nobody takes an assumption for a price. Interventions with a
 * price stay as they are, and so do those that nobody has assumed a price for: they are not free.
 *
 * Method: docs/method/costs.md.
 *
 * @example
 * ```ts
 * import { assumedPrices } from "cadre/decide";
 * import { readScenario, readSystem } from "cadre/node";
 * const cumbria = await readSystem("scenarios/cumbria/system.yaml");
 * const plan = await readScenario("scenarios/cumbria/plan.yaml");
 * const { scenario, assumed } = assumedPrices(cumbria, plan);
 * `${assumed.length} of ${scenario.interventions?.length} prices are assumptions`;
 * ```
 */
export function assumedPrices(system: System, scenario: Scenario): WithAssumedPrices {
  checkAsFile(scenario);
  const nothing = run(system);
  const assumed: string[] = [];
  const interventions = scenario.interventions?.map((one): Intervention => {
    const cost = isPriced(one.cost) ? undefined : assumedCostIn(nothing, one);
    if (!cost) return one;
    assumed.push(one.title);
    return { ...one, cost };
  });
  return { scenario: { ...scenario, ...(interventions && { interventions }) }, assumed };
}

/** The price that is assumed of an intervention in a place; undefined where nobody has assumed one. */
export function assumedCostIn(
  nothing: Result,
  { assumedCost, changes, reach = 1 }: Intervention,
): InterventionCost | undefined {
  if (!assumedCost || coursePriced(nothing.data.resolved.system, { changes })) return undefined;
  const count = COUNTED[assumedCost.per](nothing, changes) * reach;
  const ends = (range: CostEnds | undefined): CostEnds | undefined =>
    range && { low: Math.round(range.low * count), high: Math.round(range.high * count) };
  const { priceYear } = assumedCost;
  const [perYear, once] = [ends(assumedCost.perYear), ends(assumedCost.once)];
  return {
    ...(perYear && { perYear: middle(perYear) }),
    ...(once && { once: middle(once) }),
    ...{ priceYear, range: { ...(perYear && { perYear }), ...(once && { once }) } },
    note: `An assumption, not a published price${assumedCost.note ? `. ${assumedCost.note}` : "."}`,
  };
}

const middle = ({ low, high }: CostEnds): number => (low + high) / 2;

/** How many of what a price is for there are in a place: staff or recruits whom the first change selects, learners added. */
const COUNTED: Readonly<Record<AssumedCost["per"], (nothing: Result, changes: Intervention["changes"]) => number>> = {
  place: () => 1,
  "member of staff": (nothing, changes) => sumOver(nothing, changes, "headcount", nothing.base),
  recruit: (nothing, changes) => sumOver(nothing, changes, "joiners.market", nothing.base + 1),
  learner: (_, changes) =>
    changes.reduce((sum, { parameter, add = 0 }) => sum + (INTAKE.test(parameter) ? Math.max(0, centre(add)) : 0), 0),
};

function sumOver(
  nothing: Result,
  [first]: Intervention["changes"],
  measure: "headcount" | "joiners.market",
  year: number,
): number {
  const { pools } = nothing.data.resolved.system;
  const selected = Object.entries(pools).filter(([id, pool]) => selects(first?.where ?? {}, { id, ...pool }));
  return selected.reduce((sum, [pool]) => sum + nothing.at({ pool, measure, year }), 0);
}
