import type { Input } from "cadre";
import { csvLine } from "./csv.ts";

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
  effects: readonly { readonly parameter: string; readonly effect?: number }[],
): string {
  const effectOf = new Map(effects.map(({ parameter, effect }) => [parameter, effect]));
  const lines = inputs.map((input) =>
    csvLine([
      input.parameter,
      input.value ?? input.written,
      input.unit,
      input.kind,
      input.source,
      input.at,
      input.quality,
      input.p10,
      input.p90,
      input.owner,
      input.reviewed,
      input.isDefault ? "yes" : "no",
      input.isDefault && input.value === undefined ? undefined : effectOf.get(input.parameter),
      input.note,
    ]),
  );
  return csvLine(COLUMNS) + lines.join("");
}
