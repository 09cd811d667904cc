import type { Evidence } from "./schema/intervention.ts";

/** What weak evidence does to an effect. */
export interface EvidenceRule {
  readonly level: Evidence["level"];
  readonly means: string;
  /** How many times wider the effect's distribution is taken about its centre. */
  readonly widen: number;
  /** How far its centre is moved toward no effect, as a share. */
  readonly shrink: number;
}

/**
 * The one table of what evidence does to effects, by level of the Nesta Standards of Evidence (Puttick and Ludlow 2013;
 * 0 is opinion). The factors are this project's judgement: see docs/method/evidence.md.
 *
 * @example
 * ```ts
 * import { EVIDENCE_RULES } from "cadre/scenarios";
 * EVIDENCE_RULES.find(({ level }) => level === 2)?.shrink; // 0.25
 * ```
 */
export const EVIDENCE_RULES: readonly EvidenceRule[] = Object.freeze([
  { level: 4, means: "replicated independently", widen: 1, shrink: 0 },
  { level: 3, means: "shown to cause the effect, against a control", widen: 1.25, shrink: 0.1 },
  { level: 2, means: "a change was measured, not its cause", widen: 1.5, shrink: 0.25 },
  { level: 1, means: "a reasoned account of why it should work", widen: 2, shrink: 0.5 },
  { level: 0, means: "opinion", widen: 2.5, shrink: 0.65 },
]);

/** The rule for a piece of evidence; none at all leaves an effect as it is (a decision is not an estimate). */
export function evidenceRule(evidence: Evidence | undefined, mode: "on" | "off" = "on"): EvidenceRule | undefined {
  return evidence && mode === "on" ? EVIDENCE_RULES.find(({ level }) => level === evidence.level) : undefined;
}
