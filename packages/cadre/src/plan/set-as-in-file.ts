import type { SetLevels } from "../changes/cell-changes.ts";
import type { DatedChange } from "../changes/dated-change.ts";
import type { ScenarioChanges } from "../changes/scenario-changes.ts";
import type { ScheduledCause } from "../model/causes.ts";
import { type Convention, type RateKind, rateToHazard } from "../rates/kinds.ts";
import { shape } from "../rates/shape.ts";
import type { System } from "../system/types.ts";
import { MOST_WITHIN_YEAR } from "../system/validate-leaving.ts";
import { cellsOf } from "../table/axes.ts";

/** What changes set the rate of a cause with a schedule to: a rate of the same kind as the schedule's, at every age alike. */
export function setsOfSchedule(
  system: System,
  changes: ScenarioChanges,
  pool: number,
  cause: ScheduledCause,
): SetLevels | undefined {
  const schedule = Object.values(system.pools)[pool]![cause];
  const { convention } = system.calendar;
  if (!schedule) return undefined;
  return {
    shape: new Float64Array(cellsOf(system.axes)).fill(1),
    levelOf: (change) => hazardOfSet(changes, change, schedule.rates, { convention }),
  };
}

/** What changes set the rate of a move to: a rate of the same kind as the file's, times the move's own shape. */
export function setsOfMove(
  { axes, moves, pools, calendar }: System,
  changes: ScenarioChanges,
  from: number,
  to: number,
): SetLevels | undefined {
  const ids = Object.keys(pools);
  const move = moves.find((one) => one.from === ids[from] && one.to === ids[to]);
  if (!move) return undefined;
  const { convention } = calendar;
  return {
    shape: shape(axes, { tenure: move.byTenure?.values, age: move.byAge?.values }),
    levelOf: (change) => hazardOfSet(changes, change, move.kind, { convention }),
  };
}

/** The hazard of a rate that a change sets. Throws a `CadreError` where no such rate can be. */
export function hazardOfSet(
  changes: ScenarioChanges,
  change: DatedChange,
  kind: RateKind,
  how: { readonly growth?: number; readonly convention: Convention; readonly after?: number },
): number {
  const { value } = change;
  const most = kind === "share-leaving-within-year" && how.convention === "continuous" ? MOST_WITHIN_YEAR : 1;
  const isShare = kind === "share-leaving-within-year" || kind === "still-in-post";
  const isNobody = kind === "still-in-post" && !(value > 0);
  if (isNobody || (isShare && value > most))
    throw changes.fault(change, {
      code: "bad-rate",
      message: `${change.change.parameter} cannot be ${Number((value * 100).toPrecision(6))}% there: the file's rate is a ${kind === "still-in-post" ? "share of joiners still in post" : "share that leaves within a year"}.`,
      value: String(value),
      rule: `A set means a rate of the file's kind, ${kind}: ${kind === "still-in-post" ? "above 0%, and" : ""} at most ${most * 100}%.`.replace(
        "  ",
        " ",
      ),
      fix: isNobody ? "Write a share above 0%." : `Write ${most * 100}% or less.`,
    });
  return rateToHazard(kind, value, how);
}
