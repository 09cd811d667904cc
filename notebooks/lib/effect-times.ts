import type { Change, Intervention } from "cadre";

/**
 * An intervention with its effects so many times as large: a change by a third, three times, is a change by all. Notes of
 * its changes, which tell their sizes, are left out.
 */
export const effectTimes = (intervention: Intervention, times: number): Intervention => ({
  ...intervention,
  changes: intervention.changes.map(({ note: _, ...change }) => ({ ...change, ...sized(change, times) })),
});

function sized({ multiply, add, parameter }: Change, times: number): Partial<Change> {
  if (typeof multiply === "number") return { multiply: digits(1 + (multiply - 1) * times) };
  if (typeof add === "number") return { add: digits(add * times) };
  throw new RangeError(`The effect on ${parameter} is not one number to multiply or add.`);
}

/** Without the digits that only a computer sees, since the scenario may be saved and read. */
const digits = (value: number): number => Math.round(value * 1e6) / 1e6;
