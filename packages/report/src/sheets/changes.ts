import { type Change, effectShare, type Intervention, type Result } from "cadre";
import type { PackCell, PackTable } from "../pack/pack.ts";
import { type Setting, scenarioName } from "../pack/setting.ts";

const HEADS = ["Scenario", "Intervention", "Parameter", "Where", "From", "Until", "Over years", "Does"];

/** Every change that the scenarios make; nothing where none makes any. */
export function changesTable({ results }: Setting): PackTable | undefined {
  const rows = results.flatMap(changesOf);
  if (rows.length === 0) return undefined;
  return {
    caption: "Every change that the scenarios make. Found: the effect as it was found, before evidence is counted",
    columns: [
      ...HEADS.map((title) => ({
        title,
        kind: title === "From" || title === "Until" ? ("year" as const) : ("text" as const),
      })),
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

function changesOf(result: Result): PackCell[][] {
  const { scenario } = result.data.resolved;
  const { assumptions = [], changes = [], interventions = [] } = scenario;
  const name = scenarioName(result);
  const plain = [...changes, ...assumptions].map((change) => [
    name,
    "assumption",
    ...whatOf(change, {}),
    undefined,
    undefined,
    undefined,
    change.note,
  ]);
  const made = interventions.flatMap((one) =>
    one.changes.map((change) => [
      name,
      one.title,
      ...whatOf(change, one),
      one.evidence?.level,
      effectShare(scenario, one, change),
      one.reach ?? 1,
      change.note ?? one.note,
    ]),
  );
  return [...plain, ...made];
}

function whatOf(change: Change, own: Pick<Intervention, "from" | "until" | "over">): PackCell[] {
  const does = (["set", "multiply", "add"] as const).find((key) => change[key] !== undefined);
  const found = does ? change[does] : change.variant;
  const range = typeof found === "object" && "p10" in found ? found : undefined;
  return [
    change.parameter,
    Object.entries(change.where ?? {})
      .map(([key, value]) => `${key}: ${value}`)
      .join("; "),
    change.from ?? own.from,
    change.until ?? own.until,
    change.over ?? own.over,
    does ?? "variant",
    range ? undefined : typeof found === "object" ? JSON.stringify(found) : found,
    range?.p10,
    range?.p90,
  ];
}
