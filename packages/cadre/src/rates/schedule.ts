import { type Axes, agesOf, cellsOf } from "../table/axes.ts";
import type { Provenance } from "../table/quantity.ts";
import { type Convention, rateToHazard, type ScheduleKind } from "./kinds.ts";
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

/** Hazards (yearly probabilities in the opening-stock convention) of a schedule by (sex, age, tenure). */
export function scheduleHazards(schedule: Schedule | undefined, axes: Axes, convention: Convention): Float64Array {
  const out = new Float64Array(cellsOf(axes));
  if (!schedule) return out;
  const ages = agesOf(axes);
  axes.sex.forEach((sex, s) => {
    const rates = byAge(schedule.bySex ? schedule.bySex[sex] : (schedule.byAge ?? undefined), axes, 0);
    for (let a = 0; a < ages; a++) {
      const hazard = rateToHazard(schedule.rates, rates[a]!, { convention });
      for (let k = 0; k < axes.tenure; k++) out[(s * ages + a) * axes.tenure + k] = hazard;
    }
  });
  return out;
}
