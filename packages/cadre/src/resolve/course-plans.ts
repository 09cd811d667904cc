import type { CoursePlan } from "../supply/courses.ts";
import type { Pipeline } from "../system/joiner-types.ts";
import type { System } from "../system/types.ts";
import { agesOf, sexAgesOf } from "../table/axes.ts";
import { parseBand } from "../table/band.ts";
import type { QuantityMap } from "../table/quantity.ts";
import type { BaseYear } from "./base-year.ts";
import { CourseStarts } from "./course-starts.ts";
import type { Levers } from "./levers.ts";
import { profileOf, staffByAge } from "./profiles.ts";

/** A pipeline: what is the same whenever it is asked for, and what changes make of its intakes. */
interface Course {
  readonly pipeline: Pipeline;
  readonly starts: CourseStarts;
  readonly fixed: Omit<CoursePlan, "starts" | "profile" | "works" | "backfill">;
  profile: Float64Array;
  /** What the profile was worked out from. */
  baseYear?: BaseYear;
}

/** Every pipeline, ready to be run; each call writes over the starts that the last one gave. */
export class CoursePlans {
  private readonly system: System;
  private readonly ids: readonly string[];
  private readonly courses: readonly Course[];

  constructor(system: System, levers: Levers) {
    this.system = system;
    this.ids = Object.keys(system.pools);
    this.courses = Object.entries(system.pipelines).map(([id, pipeline]) => ({
      pipeline,
      starts: new CourseStarts(id, pipeline, system, levers),
      fixed: fixedPart(id, pipeline, system),
      profile: new Float64Array(0),
    }));
  }

  at(baseYear: BaseYear): CoursePlan[] {
    return this.courses.map((course): CoursePlan => {
      const { pipeline, starts, fixed } = course;
      const { worksWhileTraining: works, backfill } = pipeline;
      return {
        ...fixed,
        starts: starts.all(),
        profile: this.profileOf(course, baseYear),
        ...(works && { works: this.posts(works) }),
        ...(backfill && { backfill: this.posts(backfill) }),
      };
    });
  }

  private posts({ pool, fte }: { pool: string; fte: { readonly value: number } }) {
    return { pool: this.ids.indexOf(pool), fte: fte.value };
  }

  private profileOf(course: Course, baseYear: BaseYear): Float64Array {
    if (course.baseYear === baseYear) return course.profile;
    const { ages, sex } = course.pipeline;
    const joined = staffByAge(this.system, baseYear, course.fixed.joins[0].pool);
    course.profile = profileOf(this.system, ages, sex, joined);
    course.baseYear = baseYear;
    return course.profile;
  }
}

function fixedPart(id: string, pipeline: Pipeline, system: System): Course["fixed"] {
  const ids = Object.keys(system.pools);
  const byPool = (map: Readonly<Record<string, number>> = {}) =>
    Object.entries(map).map(([pool, share]) => ({ pool: ids.indexOf(pool), share }));
  const { community = 0, ...pools } = pipeline.entrants.values;
  // Published shares are rounded; together they are all entrants.
  const all = Object.values(pipeline.entrants.values).reduce((sum, share) => sum + share, 0);
  return {
    id,
    title: pipeline.title,
    months: pipeline.lasts,
    community: community / all,
    pools: byPool(pools).map(({ pool, share }) => ({ pool, share: share / all })),
    ...(pipeline.ages && agesOf(system.axes) > 1 && { ages: entriesIn(system, pipeline.ages) }),
    joins: byPool(pipeline.joins.values),
    early: byPool(pipeline.earlyLeaversJoin?.values),
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
