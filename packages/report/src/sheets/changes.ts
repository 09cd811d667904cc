import { changeRows } from "cadre/scenarios";
import type { PackCell, PackTable } from "../pack/pack.ts";
import { type PackSetting, scenarioName } from "../pack/setting.ts";

const TEXTS = ["Scenario", "Intervention", "Parameter", "Where"];

/** Every change that the scenarios make; nothing where none makes any. */
export function changesTable({ results }: PackSetting): PackTable | undefined {
  const rows = results.flatMap((result) =>
    changeRows(result.data.resolved.scenario).map((row): PackCell[] => [
      scenarioName(result),
      row.intervention?.title ?? "assumption",
      row.parameter,
      row.where,
      ...[row.from, row.until, row.over],
      row.kind,
      ...[row.found, row.p10, row.p90],
      row.intervention?.evidence?.level,
      ...[row.taken, row.reach],
      row.note,
    ]),
  );
  if (rows.length === 0) return undefined;
  return {
    caption: "Every change that the scenarios make. Found: the effect as it was found, before evidence is counted",
    columns: [
      ...TEXTS.map((title) => ({ title, kind: "text" as const })),
      { title: "From", kind: "year" },
      { title: "Until", kind: "year" },
      { title: "Over years", kind: "text" },
      { title: "Does", kind: "text" },
      { title: "Found", kind: "exact" },
      { title: "Found, low (p10)", kind: "exact" },
      { title: "Found, high (p90)", kind: "exact" },
      { title: "Evidence level", kind: "exact" },
      { title: "Effect taken", kind: "percent" },
      { title: "Reach", kind: "percent" },
      { title: "Note", kind: "text" },
    ],
    rows,
  };
}
