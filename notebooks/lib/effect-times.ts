import type { Intervention } from "cadre";

/** An intervention with its effects so many times as large: a change by a third, three times, is a change by all. */
export const effectTimes = (intervention: Intervention, times: number): Intervention => ({
  ...intervention,
  changes: intervention.changes.map((change) => ({
    ...change,
    ...(typeof change.multiply === "number" && { multiply: digits(1 + (change.multiply - 1) * times) }),
    ...(typeof change.add === "number" && { add: digits(change.add * times) }),
  })),
});

/** Without the digits that only a computer sees, since the scenario may be saved and read. */
const digits = (value: number): number => Math.round(value * 1e6) / 1e6;
