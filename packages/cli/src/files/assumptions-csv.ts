import type { Input, InputEffect } from "cadre";
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
 * it would do to the gap of the last year.
 */
export function assumptionsCsv(
  inputs: readonly Input[],
  effects: readonly Pick<InputEffect, "parameter" | "effect">[],
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
  return csvText(COLUMNS, rows);
}
