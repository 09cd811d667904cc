import { parameterOf } from "../model/parameter-of.ts";
import { adjustedChange } from "./adjusted.ts";
import { centre } from "./centre.ts";
import { evidenceRule } from "./evidence.ts";
import type { Change } from "./schema/change.ts";
import type { Intervention } from "./schema/intervention.ts";
import type { Scenario } from "./schema/scenario.ts";

/** A change as it works: its centre after evidence and reach, who makes it, and where it was written. */
export interface AppliedChange {
  readonly change: Change;
  /** Id of the intervention, or `assumptions`. */
  readonly by: string;
  /** Title of the intervention, or which assumption it is: `Assumption 2`. */
  readonly title: string;
  readonly mechanism?: string;
  readonly kind: "set" | "multiply" | "add" | "variant";
  /** The effect's centre, after shrinking. */
  readonly value: number;
  /** How much of what was found works: the reach, less what weak evidence takes away. */
  readonly weight: number;
  /** The same for a `set`; 1 for others, whose value holds it already. */
  readonly share: number;
  readonly path: readonly PropertyKey[];
}

/**
 * All changes of a scenario, in one list. Factors and additions stand in the order of their size, not as written: a
 * product rounds differently in another order, and the order of interventions is to change no digit.
 */
export function appliedChanges(scenario: Scenario): AppliedChange[] {
  const written = writtenChanges(scenario);
  const sets = written.filter(({ kind }) => kind === "set" || kind === "variant");
  const others = written
    .filter(({ kind }) => kind === "multiply" || kind === "add")
    .map((one) => ({ one, key: [one.kind, one.value, one.change.from, one.change.over, one.change.until].join() }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return [...sets, ...others.map(({ one }) => one)];
}

/** Who makes the changes that no intervention makes. */
const PLAIN = {
  adjustments: { id: "adjustments", title: "Adjustment" },
  changes: { id: "assumptions", title: "Change" },
  assumptions: { id: "assumptions", title: "Assumption" },
} as const;

/** The same as they were written: adjustments and assumptions first, then intervention by intervention. */
export function writtenChanges(scenario: Scenario): AppliedChange[] {
  const plain = (changes: readonly Change[] = [], key: keyof typeof PLAIN) =>
    changes.map((change, i) => {
      const { id, title } = PLAIN[key];
      return applied(change, { id, title: `${title} ${i + 1}`, changes }, [key, i], scenario);
    });
  return [
    ...plain(scenario.adjustments?.map(adjustedChange), "adjustments"),
    ...plain(scenario.changes, "changes"),
    ...plain(scenario.assumptions, "assumptions"),
    ...(scenario.interventions ?? []).flatMap((intervention, i) =>
      intervention.changes.map((change, c) =>
        applied(change, intervention, ["interventions", i, "changes", c], scenario),
      ),
    ),
  ];
}

/** Whether a change states a decision, which evidence neither shrinks nor widens. */
export function isDecision(change: Change): boolean {
  const effect = change.set ?? change.multiply ?? change.add;
  return typeof effect === "number" && parameterOf(change.parameter)?.facts.decided === true;
}

function applied(change: Change, by: Intervention, path: readonly PropertyKey[], scenario: Scenario): AppliedChange {
  const shrink = isDecision(change) ? 0 : (evidenceRule(by.evidence, scenario.evidence)?.shrink ?? 0);
  const reach = by.reach ?? 1;
  const kind =
    change.variant !== undefined
      ? "variant"
      : change.set !== undefined
        ? "set"
        : change.multiply !== undefined
          ? "multiply"
          : "add";
  const found = kind === "variant" ? 0 : centre(change[kind] ?? 0);
  const weight = (1 - shrink) * reach;
  const dates = { from: change.from ?? by.from, until: change.until ?? by.until, over: change.over ?? by.over };
  return {
    change: { ...change, ...Object.fromEntries(Object.entries(dates).filter(([, year]) => year !== undefined)) },
    by: by.id,
    title: by.title,
    ...(by.mechanism && { mechanism: by.mechanism }),
    kind,
    value: partOfEffect(kind, found, weight),
    weight,
    share: kind === "set" ? weight : 1,
    path,
  };
}

/** So much of an effect, from none (0) to all of it (1); a `set` stays what it is and is moved by its share instead. */
export function partOfEffect(kind: AppliedChange["kind"], effect: number, share: number): number {
  if (kind === "multiply") return 1 + (effect - 1) * share;
  return kind === "add" ? effect * share : effect;
}

/** How far a change works in a model year: 0 not at all, 1 in full. */
export function phasedIn({ from, until, over = 1 }: Change, year: number, firstYear: number): number {
  if (until !== undefined && year > until) return 0;
  const start = from ?? firstYear;
  return year < start ? 0 : Math.min(1, (year - start + 1) / over);
}
