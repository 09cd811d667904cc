import type { BaseYear } from "../base-year/base-year.ts";
import { profileOf, staffByAge } from "../base-year/profiles.ts";
import type { ScenarioChanges } from "../changes/scenario-changes.ts";
import type { CoursePlan } from "../supply/courses.ts";
import type { Pipeline } from "../system/schema/pipeline.ts";
import type { System } from "../system/types.ts";
import { agesOf, sexAgesOf } from "../table/axes.ts";
import { parseBand } from "../table/band.ts";
import type { QuantityMap } from "../table/quantity.ts";
import { CourseStarts } from "./course-starts.ts";
import type { Mutable } from "./mutable.ts";

/** A pipeline, and what changes make of its intakes. */
interface Course {
  readonly pipeline: Pipeline;
  readonly starts: CourseStarts;
  readonly plan: Mutable<Omit<CoursePlan, "works" | "backfill">> & {
    readonly works?: Mutable<NonNullable<CoursePlan["works"]>>;
    readonly backfill?: Mutable<NonNullable<CoursePlan["backfill"]>>;
  };
}

/** Every pipeline, ready to be run; each call writes over what the last one gave. */
export class CoursePlans {
  private readonly system: System;
  private readonly courses: readonly Course[];
  private readonly plans: readonly CoursePlan[];
  /** What profiles were worked out from. */
  private baseYear: BaseYear | undefined;

  constructor(system: System, changes: ScenarioChanges) {
    this.system = system;
    this.courses = Object.entries(system.pipelines).map(([id, pipeline]) => ({
      pipeline,
      starts: new CourseStarts(id, pipeline, system, changes),
      plan: planOf(id, pipeline, system),
    }));
    this.plans = this.courses.map(({ plan }) => plan);
  }

  at(baseYear: BaseYear): readonly CoursePlan[] {
    for (const { pipeline, starts, plan } of this.courses) {
      plan.starts = starts.all();
      if (plan.works) plan.works.fte = pipeline.worksWhileTraining?.fte.value ?? 0;
      if (plan.backfill) plan.backfill.fte = pipeline.backfill?.fte.value ?? 0;
      if (this.baseYear === baseYear) continue;
      const joined = staffByAge(this.system, baseYear, plan.joins[0]!.pool);
      plan.profile = profileOf(this.system, pipeline.ages, pipeline.sex, joined);
    }
    this.baseYear = baseYear;
    return this.plans;
  }

  /** What has to be said of finishers who could not all join. */
  warnings(): string[] {
    return this.courses.flatMap(({ pipeline: { title }, starts: { overfull } }) => {
      const { years, furthest } = overfull;
      if (!furthest) return [];
      const asked = `${Number((furthest.asked * 100).toPrecision(4))}%`;
      return [
        `More than all finishers of "${title}" would join a pool (${asked} of those who start in ${furthest.year}); their shares are held at 100% together, in ${years.join(", ")}.`,
      ];
    });
  }
}

function planOf(id: string, pipeline: Pipeline, system: System): Course["plan"] {
  const ids = Object.keys(system.pools);
  const byPool = (map: Readonly<Record<string, number>> = {}) =>
    Object.entries(map).map(([pool, share]) => ({ pool: ids.indexOf(pool), share }));
  const { community = 0, ...pools } = pipeline.entrants.values;
  // Published shares are rounded; together they are all entrants.
  const all = Object.values(pipeline.entrants.values).reduce((sum, share) => sum + share, 0);
  const { worksWhileTraining: works, backfill } = pipeline;
  return {
    id,
    title: pipeline.title,
    starts: [],
    months: pipeline.lasts,
    community: community / all,
    profile: new Float64Array(0),
    pools: byPool(pools).map(({ pool, share }) => ({ pool, share: share / all })),
    ...(pipeline.ages && agesOf(system.axes) > 1 && { ages: entriesIn(system, pipeline.ages) }),
    joins: byPool(pipeline.joins.values),
    early: byPool(pipeline.earlyLeaversJoin?.values),
    ...(works && { works: { pool: ids.indexOf(works.pool), fte: works.fte.value } }),
    ...(backfill && { backfill: { pool: ids.indexOf(backfill.pool), fte: backfill.fte.value } }),
  };
}

function entriesIn(system: System, ages: QuantityMap): Uint8Array {
  const bands = Object.keys(ages.values).map(parseBand);
  const n = agesOf(system.axes);
  return Uint8Array.from({ length: sexAgesOf(system.axes) }, (_, i) => {
    const age = system.axes.ageMin + (i % n);
    return bands.some((band) => band && age >= band.from && age <= band.to) ? 1 : 0;
  });
}
