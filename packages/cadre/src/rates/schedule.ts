import { type Axes, agesOf, cellsOf } from "../table/axes.ts";
import type { Provenance } from "../table/quantity.ts";
import { type Convention, hazardOf, type ScheduleKind } from "./kinds.ts";
import { byAge } from "./shape.ts";

/** Yearly rates of retirement or death by age. */
export interface Schedule extends Provenance {
  readonly id: string;
  readonly title: string;
  /** What the rates are. */
  readonly rates: ScheduleKind;
  /** Rates by age or band, for everybody or for each sex; ages not named have none. */
  readonly byAge: Readonly<Record<string, number>> | null;
  readonly bySex: Readonly<Record<string, Readonly<Record<string, number>>>> | null;
}

/** Hazards of a schedule by (sex, age, tenure), and what they were worked out for. */
interface Worked {
  readonly axes: Axes;
  readonly convention: Convention;
  readonly hazards: Float64Array;
}

/** Pools share schedules, and a base year is searched for again and again: what a frozen one comes to is kept. */
const worked = new WeakMap<Schedule, Worked>();

/**
 * Hazards (yearly probabilities in the opening-stock convention) of a schedule by (sex, age, tenure), to be read and not
 * written to; undefined where there is no schedule.
 */
export function scheduleHazards(
  schedule: Schedule | undefined,
  axes: Axes,
  convention: Convention,
): Float64Array | undefined {
  if (!schedule) return undefined;
  const known = worked.get(schedule);
  if (known && known.axes === axes && known.convention === convention) return known.hazards;
  const hazards = workOut(schedule, axes, convention);
  if (Object.isFrozen(schedule)) worked.set(schedule, { axes, convention, hazards });
  return hazards;
}

function workOut(schedule: Schedule, axes: Axes, convention: Convention): Float64Array {
  const out = new Float64Array(cellsOf(axes));
  const ages = agesOf(axes);
  const how = { convention };
  axes.sex.forEach((sex, s) => {
    const rates = byAge(schedule.bySex ? schedule.bySex[sex] : (schedule.byAge ?? undefined), axes, 0);
    for (let a = 0; a < ages; a++) {
      const hazard = hazardOf(schedule.rates, rates[a]!, how);
      for (let k = 0; k < axes.tenure; k++) out[(s * ages + a) * axes.tenure + k] = hazard;
    }
  });
  return out;
}
