import type { Adjustment } from "./schema/adjustment.ts";
import type { Change } from "./schema/change.ts";
import type { Scenario } from "./schema/scenario.ts";

/** What an adjustment does: a change that sets the number, without end. The day in `until` is for people, not years. */
export const adjustedChange = ({ parameter, where, from, set, who, why, until }: Adjustment): Change => ({
  parameter,
  ...(where && { where }),
  ...(from !== undefined && { from }),
  set,
  note: `Set by judgement: ${who}, until ${until}. ${why}`,
});

/** Everything that a scenario changes and no intervention does: adjustments first, then changes and assumptions. */
export const plainChanges = ({ adjustments = [], changes = [], assumptions = [] }: Scenario): Change[] => [
  ...adjustments.map(adjustedChange),
  ...changes,
  ...assumptions,
];

/** Which number an adjustment is about: `leaving.rate (pool: independent-care)`. */
export function adjustedNumber({ parameter, where = {} }: Adjustment): string {
  const selected = Object.entries(where).map(([key, value]) => `${key}: ${value}`);
  return selected.length === 0 ? parameter : `${parameter} (${selected.join(", ")})`;
}

/** What every result of a scenario says first: the numbers that somebody has set by judgement. */
export const adjustmentNotes = ({ adjustments = [] }: Scenario): string[] =>
  adjustments.map(
    (one) =>
      `Set by judgement: ${adjustedNumber(one)} is ${Number(one.set.toPrecision(6))}${one.from === undefined ? "" : ` from ${one.from}`}, by ${one.who}, to be looked at again by ${one.until}. ${one.why}`,
  );
