import type { Input, InputEffect } from "cadre";
import type { AdjustmentEffect } from "cadre/scenarios";
import { csvText } from "cadre/tables";

export const COLUMNS = [
  "parameter",
  "value",
  "unit",
  "kind",
  "source",
  "at",
  "quality",
  "p10",
  "p90",
  "owner",
  "reviewed",
  "default",
  "gapEffect",
  "note",
] as const;

/**
 * `assumptions.csv`: every number and every choice a run rests on, with its unit, its source and what a tenth more of
 * it would do to the gap of the last year. What a scenario sets by judgement comes first, with all that it does.
 */
export function assumptionsCsv(
  inputs: readonly Input[],
  effects: readonly Pick<InputEffect, "parameter" | "effect">[],
  adjustments: readonly AdjustmentEffect[] = [],
): string {
  const effectOf = new Map(effects.map(({ parameter, effect }) => [parameter, effect]));
  const rows = inputs.map(
    ({ parameter, value, written, unit, kind, source, at, quality, p10, p90, owner, reviewed, isDefault, note }) => ({
      ...{ parameter, unit, kind, source, at, quality, p10, p90, owner, reviewed, note },
      value: value ?? written,
      default: isDefault ? "yes" : "no",
      gapEffect: isDefault && value === undefined ? undefined : effectOf.get(parameter),
    }),
  );
  const judged = adjustments.map(({ number, set, who, why, until, effect }) => ({
    ...EMPTY,
    ...{ parameter: number, value: set, kind: "judgement", owner: who, default: "no", gapEffect: effect },
    note: `Set by judgement, to be looked at again by ${until}. ${why}`,
  }));
  return csvText(COLUMNS, [...judged, ...rows]);
}

/** What a number set by judgement does not have: it is nobody's published figure. */
const EMPTY = {
  unit: undefined,
  source: undefined,
  at: undefined,
  quality: undefined,
  p10: undefined,
  p90: undefined,
  reviewed: undefined,
};
