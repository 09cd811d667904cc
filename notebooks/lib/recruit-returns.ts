import type { CountedMeasure, Result } from "cadre";
import { stillInPost } from "cadre/results";

/** A way to find people: those a pool recruits, or those who come into it through a course. */
export interface WayToFind {
  readonly title: string;
  readonly pool: string;
  /** Id of a pipeline; the labour market when left out. All pipelines into the pool are to be among the ways. */
  readonly course?: string;
}

/** What a way to find people returned in a year. */
export interface RecruitReturn {
  readonly title: string;
  /** People who joined. */
  readonly recruits: number;
  /** Pounds for each of them: finding, starting and training, with what was paid for those who gave up a course. */
  readonly price: number;
  /** After one, three and five years: the share still in the post, and pounds for each of them. */
  readonly stayers: readonly { readonly years: number; readonly share: number; readonly price: number }[];
}

/** What each way to find people returns in the year that ends in `year`. */
export function recruitReturns(result: Result, ways: readonly WayToFind[], year: number): RecruitReturn[] {
  const flow = (pool: string, measure: CountedMeasure) => result.at({ pool, measure, year });
  const ofCourse = ({ course }: WayToFind, measure: CountedMeasure) => flow(`pipeline:${course}`, measure);
  const joined = (way: WayToFind): number => {
    if (way.course === undefined) return flow(way.pool, "joiners.market");
    const courses = ways.filter(({ pool, course }) => pool === way.pool && course !== undefined);
    const all = (measure: CountedMeasure) => courses.reduce((sum, one) => sum + ofCourse(one, measure), 0);
    // Some give up a course and take the job all the same; a run counts them with the pool, not with the course.
    const early = flow(way.pool, "joiners.pipeline") - all("graduates.joined");
    const share = ofCourse(way, "dropouts") / (all("dropouts") || 1);
    return ofCourse(way, "graduates.joined") + early * share;
  };
  return ways.map((way) => {
    const { title, pool, course } = way;
    const recruits = joined(way);
    const found = flow(pool, "cost.recruits") / (flow(pool, "joiners.market") + flow(pool, "joiners.pipeline"));
    const price = found + (course === undefined ? 0 : ofCourse(way, "cost.training") / recruits);
    const stayers = [1, 3, 5].map((years) => {
      const share = stillInPost(result, { pool, years, year });
      return { years, share, price: price / share };
    });
    return { title, recruits, price, stayers };
  });
}
