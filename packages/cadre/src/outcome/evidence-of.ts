import type { Intervention, Scenario } from "../scenario/types.ts";

/**
 * How sure the effects of a scenario's interventions are, in a few words: the range of their evidence levels, and how
 * many have none. `unmeasured` are those whose effect nobody has measured; a scenario with any is to be marked so
 * wherever its numbers are shown. Levels: docs/method/evidence.md.
 *
 * @example
 * ```ts
 * import { evidenceOf } from "cadre";
 * const changes = [{ parameter: "leaving.rate", multiply: 0.9 }];
 * const previews = { id: "previews", title: "Job previews", evidence: { level: 2 as const }, changes };
 * const pay = { id: "pay", title: "Pay", evidence: { level: 0 as const, unknown: true }, changes };
 * evidenceOf({ interventions: [previews, pay] }).words; // "levels 0 to 2"
 * ```
 */
export function evidenceOf({ interventions = [] }: Scenario): { words: string; unmeasured: readonly Intervention[] } {
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
