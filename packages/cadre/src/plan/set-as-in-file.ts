import type { SetLevels } from "../changes/scenario-changes.ts";
import type { ScheduledCause } from "../model/causes.ts";
import { rateToHazard } from "../rates/kinds.ts";
import { shape } from "../rates/shape.ts";
import type { System } from "../system/types.ts";
import { cellsOf } from "../table/axes.ts";

/** What changes set the rate of a cause with a schedule to: a rate of the same kind as the schedule's, at every age alike. */
export function setsOfSchedule(system: System, pool: number, cause: ScheduledCause): SetLevels | undefined {
  const schedule = Object.values(system.pools)[pool]![cause];
  const { convention } = system.calendar;
  if (!schedule) return undefined;
  return {
    shape: new Float64Array(cellsOf(system.axes)).fill(1),
    levelOf: ({ value }) => rateToHazard(schedule.rates, value, { convention }),
  };
}

/** What changes set the rate of a move to: a rate of the same kind as the file's, times the move's own shape. */
export function setsOfMove({ axes, moves, pools, calendar }: System, from: number, to: number): SetLevels | undefined {
  const ids = Object.keys(pools);
  const move = moves.find((one) => one.from === ids[from] && one.to === ids[to]);
  if (!move) return undefined;
  const { convention } = calendar;
  return {
    shape: shape(axes, { tenure: move.byTenure?.values, age: move.byAge?.values }),
    levelOf: ({ value }) => rateToHazard(move.kind, value, { convention }),
  };
}
