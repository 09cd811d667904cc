import { type Change, type Effect, effectShare, type Scenario } from "cadre";
import { csvLine } from "./csv.ts";

const COLUMNS = [
  "intervention",
  "title",
  "mechanism",
  "parameter",
  "where",
  "from",
  "until",
  "over",
  "kind",
  "found",
  "p10",
  "p90",
  "evidence",
  "measured",
  "effectUsed",
  "reach",
  "source",
  "at",
  "finding",
  "lead",
  "costPerYear",
  "costOnce",
  "priceYear",
  "note",
] as const;

/** `changes.csv`: every change of a scenario, who makes it, and how sure it is. */
export function changesCsv(scenario: Scenario): string {
  const { assumptions = [], changes = [], interventions = [] } = scenario;
  const plain = [...changes, ...assumptions].map((change) =>
    csvLine([
      "assumptions",
      "Assumptions",
      undefined,
      ...changeCells(change, {}),
      ...Array(10).fill(undefined),
      change.note,
    ]),
  );
  const lines = interventions.flatMap((one) => {
    const { evidence, cost } = one;
    const source = evidence?.source && (scenario.sources?.[evidence.source]?.title ?? evidence.source);
    return one.changes.map((change) =>
      csvLine([
        one.id,
        one.title,
        one.mechanism,
        ...changeCells(change, one),
        evidence?.level,
        evidence ? (evidence.unknown ? "no" : "yes") : undefined,
        effectShare(scenario, one, change),
        one.reach ?? 1,
        source,
        evidence?.at,
        evidence?.finding,
        one.lead,
        cost?.perYear,
        cost?.once,
        cost?.priceYear,
        change.note ?? one.note,
      ]),
    );
  });
  return [csvLine(COLUMNS), ...plain, ...lines].join("");
}

/** Parameter to p90. */
function changeCells(change: Change, own: { from?: number; until?: number; over?: number }) {
  const { parameter, where = {}, variant } = change;
  const kind = (["set", "multiply", "add"] as const).find((key) => change[key] !== undefined);
  const found: Effect | string | undefined = kind ? change[kind] : variant;
  const range = typeof found === "object" && "p10" in found ? found : undefined;
  return [
    parameter,
    Object.entries(where)
      .map(([key, value]) => `${key}: ${value}`)
      .join("; "),
    change.from ?? own.from,
    change.until ?? own.until,
    change.over ?? own.over,
    kind ?? "variant",
    range ? undefined : typeof found === "object" ? JSON.stringify(found) : found,
    range?.p10,
    range?.p90,
  ];
}
