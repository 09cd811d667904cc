import type { ScenarioChanges } from "../changes/scenario-changes.ts";
import type { PlannedMove } from "../supply/planned-moves.ts";
import type { System } from "../system/types.ts";
import { carriedOn } from "./schedule.ts";

/** People who go from pool to pool, or are made redundant, as many each year as the file and the scenario say. */
export function plannedMoves({ pools, plannedMoves: all }: System, changes: ScenarioChanges): PlannedMove[] {
  const ids = Object.keys(pools);
  return all.map(({ from, to, heads }, n) => ({
    from: ids.indexOf(from),
    to: to === undefined ? -1 : ids.indexOf(to),
    heads: changes.years.map((year) => changes.value(`plannedMoves.${n}.heads`, carriedOn(heads.values, year), year)),
  }));
}
