import { isDecision } from "../scenario/change.ts";
import { checkAsFile } from "../scenario/check-as-file.ts";
import { evidenceRule } from "../scenario/evidence.ts";
import type { Change } from "../scenario/schema/change.ts";
import type { Intervention } from "../scenario/schema/intervention.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";

/**
 * How sure the effects of a scenario's interventions are, in a few words: the range of their evidence levels, and how
 * many have none. `unmeasured` are those whose effect nobody has measured; a scenario with any is to be marked so
 * wherever its numbers are shown. Levels: docs/method/evidence.md.
 *
 * @example
 * ```ts
 * import { evidenceOf } from "cadre/scenarios";
 * const changes = [{ parameter: "leaving.rate", multiply: 0.9 }];
 * const previews = { id: "previews", title: "Job previews", evidence: { level: 2 as const }, changes };
 * const pay = { id: "pay", title: "Pay", evidence: { level: 0 as const, unknown: true }, changes };
 * evidenceOf({ interventions: [previews, pay] }).words; // "levels 0 to 2"
 * ```
 */
export function evidenceOf(scenario: Scenario): { words: string; unmeasured: readonly Intervention[] } {
  checkAsFile(scenario);
  const { interventions = [] } = scenario;
  const levels = interventions.flatMap(({ evidence }) => (evidence ? [evidence.level] : []));
  const unrated = interventions.length - levels.length;
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const range = levels.length === 0 ? [] : [low === high ? `level ${low}` : `levels ${low} to ${high}`];
  const rest = unrated === 0 ? [] : [levels.length === 0 ? "not rated" : `${unrated} not rated`];
  return {
    words: interventions.length === 0 ? "no interventions" : [...range, ...rest].join(", "),
    unmeasured: interventions.filter(({ evidence }) => evidence?.unknown === true),
  };
}

/**
 * The share of an effect that a scenario takes, for one change of one of its interventions: 1 less what weak evidence
 * takes away. A change without evidence, and one that states a decision (an intake, a budget), is taken whole. Rule:
 * docs/method/evidence.md.
 *
 * @example
 * ```ts
 * import { effectShare } from "cadre/scenarios";
 * const change = { parameter: "leaving.rate", multiply: 0.9 };
 * const previews = { id: "previews", title: "Job previews", evidence: { level: 2 as const }, changes: [change] };
 * effectShare({ interventions: [previews] }, previews, change); // 0.75
 * ```
 */
export function effectShare(scenario: Scenario, intervention: Intervention, change: Change): number {
  checkAsFile(scenario);
  checkAsFile({ interventions: [intervention], changes: [change] });
  return shareOf(scenario, intervention, change);
}

/** As `effectShare`, of what has been checked. */
export function shareOf({ evidence: mode }: Scenario, { evidence }: Intervention, change: Change): number {
  return 1 - (isDecision(change) ? 0 : (evidenceRule(evidence, mode)?.shrink ?? 0));
}
