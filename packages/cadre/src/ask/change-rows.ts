import { plainChanges } from "../scenario/adjusted.ts";
import { checkAsFile } from "../scenario/check-as-file.ts";
import type { Adjustment } from "../scenario/schema/adjustment.ts";
import type { Change } from "../scenario/schema/change.ts";
import type { Intervention } from "../scenario/schema/intervention.ts";
import type { Scenario } from "../scenario/schema/scenario.ts";
import { shareOf } from "./evidence-of.ts";

/** One change of a scenario as a table tells it. */
export interface ChangeRow {
  /** Who has set it by judgement, why and until when; left out for any other change. */
  readonly adjustment?: Adjustment;
  /** The intervention that makes it; left out for an assumption, which nobody has to do anything for. */
  readonly intervention?: Intervention;
  readonly parameter: string;
  /** Which staff, "sector: social-care; tenure: 0"; empty for everybody. */
  readonly where: string;
  readonly from: number | undefined;
  readonly until: number | undefined;
  /** Years until it works in full. */
  readonly over: number | undefined;
  readonly kind: "set" | "multiply" | "add" | "variant";
  /** The effect as written: a number, the name of a variant, or a distribution as JSON; left out where it has `p10`. */
  readonly found: number | string | undefined;
  readonly p10: number | undefined;
  readonly p90: number | undefined;
  /** Share of the effect that is taken, by its evidence. */
  readonly taken: number | undefined;
  /** Share of the selected people that it touches. */
  readonly reach: number | undefined;
  /** Title of the source of the evidence. */
  readonly source: string | undefined;
  readonly note: string | undefined;
}

/**
 * Every change that a scenario makes, one a row: first numbers set by judgement, then its assumptions, then the changes of each intervention. Years come
 * from the change or else from its intervention.
 *
 * @example
 * ```ts
 * import { changeRows } from "cadre/scenarios";
 * const [row] = changeRows({ changes: [{ parameter: "leaving.rate", where: { tenure: "0" }, multiply: 0.9 }] });
 * row.where; // "tenure: 0"
 * ```
 */
export function changeRows(scenario: Scenario): ChangeRow[] {
  checkAsFile(scenario);
  const { adjustments = [], interventions = [], sources = {} } = scenario;
  const plain = plainChanges(scenario).map(
    (change, i): ChangeRow => ({
      ...written(change, {}),
      ...(adjustments[i] && { adjustment: adjustments[i] }),
      ...{ taken: undefined, reach: undefined, source: undefined, note: change.note },
    }),
  );
  const made = interventions.flatMap((one) => {
    const { source } = one.evidence ?? {};
    return one.changes.map(
      (change): ChangeRow => ({
        ...written(change, one),
        intervention: one,
        taken: shareOf(scenario, one, change),
        reach: one.reach ?? 1,
        source: source && (sources[source]?.title ?? source),
        note: change.note ?? one.note,
      }),
    );
  });
  return [...plain, ...made];
}

type Written = Pick<ChangeRow, "parameter" | "where" | "from" | "until" | "over" | "kind" | "found" | "p10" | "p90">;

function written(change: Change, own: Pick<Intervention, "from" | "until" | "over">): Written {
  const { parameter, where = {}, variant } = change;
  const kind = (["set", "multiply", "add"] as const).find((key) => change[key] !== undefined);
  const found = kind ? change[kind] : variant;
  const range = typeof found === "object" && "p10" in found ? found : undefined;
  return {
    parameter,
    where: Object.entries(where)
      .map(([key, value]) => `${key}: ${value}`)
      .join("; "),
    from: change.from ?? own.from,
    until: change.until ?? own.until,
    over: change.over ?? own.over,
    kind: kind ?? "variant",
    found: range ? undefined : typeof found === "object" ? JSON.stringify(found) : found,
    p10: range?.p10,
    p90: range?.p90,
  };
}
