import { byCause, SCHEDULED_CAUSES } from "../model/causes.ts";
import { hazardOf } from "../rates/kinds.ts";
import { scheduleHazards } from "../rates/schedule.ts";
import { shape } from "../rates/shape.ts";
import { levelKeeping } from "../rates/still-in-post.ts";
import type { MoveRate, YearRates } from "../supply/rates.ts";
import type { System } from "../system/types.ts";
import { cellsOf } from "../table/axes.ts";
import { countsMove } from "./counts-move.ts";
import { leavingShape } from "./opening.ts";
import { sum } from "./sum.ts";

/** The rates of the base year, with leaving still to be set by its level, and what the levels are about. */
export interface BaseRates {
  readonly rates: YearRates;
  /** Relative shapes of leaving by (pool, sex, age, tenure). */
  readonly shapes: Float64Array;
  /** The hazard that each pool's published rate stands for; of rates by class, their plain mean: somewhere to begin. */
  readonly targets: Float64Array;
  /** Levels that a share of joiners still in post fixes, and 1 for rates by class; undefined where the base year has to be calibrated. */
  readonly fixedLevels: readonly (number | undefined)[];
  /** For each pool, which moves its published rate counts: those that cross what it is about leaving. */
  readonly counted: readonly (readonly MoveRate[])[];
  /** Sets the leaving hazards of all pools to their levels times the shapes. */
  setLevels(levels: ArrayLike<number>): void;
}

/** Works out the base-year rates of a system: schedules, moves and shapes; leaving follows from `setLevels`. */
export function baseRates(system: System): BaseRates {
  const { axes, calendar } = system;
  const { convention } = calendar;
  const cells = cellsOf(axes);
  const ids = Object.keys(system.pools);
  const pools = Object.values(system.pools);
  const length = pools.length * cells;
  const shapes = new Float64Array(length);
  const hazards = byCause(() => new Float64Array(length));
  pools.forEach((pool, p) => {
    shapes.set(leavingShape(pool, axes, convention), p * cells);
    for (const cause of SCHEDULED_CAUSES) {
      const scheduled = scheduleHazards(pool[cause], axes, convention);
      if (scheduled) hazards[cause].set(scheduled, p * cells);
    }
  });
  const churn = pools.map((pool, p): MoveRate | undefined =>
    pool.leaving.stayingInSector ? { from: p, to: p, hazard: new Float64Array(cells) } : undefined,
  );
  const moves = system.moves.map((move): MoveRate => {
    const hazard = hazardOf(move.kind, move.rate.value, { convention });
    const relative = shape(axes, { tenure: move.byTenure?.values, age: move.byAge?.values });
    return {
      from: ids.indexOf(move.from),
      to: ids.indexOf(move.to),
      hazard: relative.map((factor) => factor * hazard),
    };
  });
  return {
    rates: { hazards, moves: [...churn.filter((move) => move !== undefined), ...moves] },
    shapes,
    targets: Float64Array.from(pools, ({ leaving: { kind, rate, growth, after = 12 } }, p) =>
      rate
        ? hazardOf(kind, rate.value, { growth: growth?.value ?? 0, convention, after: after / 12 })
        : sum(shapes.subarray(p * cells, (p + 1) * cells)) / cells,
    ),
    fixedLevels: pools.map(({ leaving: { kind, rate, after = 12 } }, p) => {
      if (!rate) return 1;
      return kind === "still-in-post"
        ? levelKeeping(rate.value, after / 12, (k) => shapes[p * cells + Math.min(k, axes.tenure - 1)]!)
        : undefined;
    }),
    counted: pools.map((pool, p) => moves.filter(({ from, to }) => from === p && countsMove(pool, pools[to]!))),
    setLevels: (levels) => {
      pools.forEach((pool, p) => {
        const staying = pool.leaving.stayingInSector?.value ?? 0;
        const within = churn[p]?.hazard;
        for (let c = 0; c < cells; c++) {
          const hazard = levels[p]! * shapes[p * cells + c]!;
          hazards.leaving[p * cells + c] = hazard * (1 - staying);
          if (within) within[c] = hazard * staying;
        }
      });
    },
  };
}
