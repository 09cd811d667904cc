import type { CourseStart } from "../supply/courses.ts";
import type { Pipeline } from "../system/joiner-types.ts";
import type { System } from "../system/types.ts";
import { monthsAfter } from "../table/dates.ts";
import type { Lever, Levers } from "./levers.ts";
import { carriedOn } from "./schedule.ts";

/** A pool that finishers may join: its share, and what changes make of it. */
interface Joining {
  readonly pool: number;
  readonly share: number;
  readonly lever: Lever | undefined;
}

type Writable<T> = { -readonly [part in keyof T]: T[part] };

/** One year's intake: the same finishers' shares for all of its starts. */
interface Intake {
  readonly year: number;
  readonly heads: number;
  readonly joins: Writable<CourseStart["joins"][number]>[];
  readonly starts: readonly Writable<CourseStart>[];
}

/**
 * Every start of a course that can still matter, in order: from the first intake given to the last year of the run. A
 * change of the intake, completion or conversion holds for the courses that start in its years.
 */
export class CourseStarts {
  private readonly pipeline: Pipeline;
  private readonly intake: Lever | undefined;
  private readonly completion: Lever | undefined;
  private readonly joins: readonly Joining[];
  private readonly intakes: readonly Intake[];
  private readonly found: CourseStart[] = [];

  constructor(id: string, pipeline: Pipeline, system: System, levers: Levers) {
    const { base, until } = system.calendar;
    const { intake, months, lasts, joins } = pipeline;
    this.pipeline = pipeline;
    this.intake = levers.lever(`pipelines.${id}.intake`);
    this.completion = levers.lever(`pipelines.${id}.completion`);
    this.joins = Object.keys(system.pools).flatMap((name, pool) => {
      const [share, lever] = [joins.values[name] ?? 0, levers.lever(`pipelines.${id}.joins.${name}`)];
      return share > 0 || lever ? [{ pool, share, lever }] : [];
    });
    const first = Math.min(...Object.keys(intake.values).map(Number));
    const years = Array.from({ length: Math.max(0, Number(until.slice(0, 4)) - first + 1) }, (_, y) => first + y);
    const january = monthsAfter(base, 0, 1);
    this.intakes = years.map((year): Intake => {
      const into = this.joins.map(({ pool, share }) => ({ pool, share }));
      return {
        year,
        heads: carriedOn(intake.values, year),
        joins: into,
        starts: months
          .map((month) => january + 12 * year + month - 1)
          // Whoever finished before the base date is in the opening stock.
          .filter((month) => month + lasts >= 0)
          .map((month) => ({ month, heads: 0, completion: 0, joins: into })),
      };
    });
  }

  /** The starts as changes leave them now; the next call writes over them. */
  all(): readonly CourseStart[] {
    const { found, intake, completion, pipeline } = this;
    const { months, completion: given } = pipeline;
    found.length = 0;
    for (const { year, heads, joins, starts } of this.intakes) {
      if (starts.length === 0) continue;
      const all = intake ? intake(heads, year) : heads;
      if (all === 0) continue;
      const finish = completion ? completion(given.value, year) : given.value;
      this.share(joins, year);
      for (const start of starts) {
        start.heads = all / months.length;
        start.completion = finish;
        found.push(start);
      }
    }
    return found;
  }

  /** Shares of a year's finishers who join each pool. */
  private share(joins: Intake["joins"], year: number): void {
    let sum = 0;
    for (let j = 0; j < joins.length; j++) {
      const { share, lever } = this.joins[j];
      joins[j].share = lever ? lever(share, year) : share;
      sum += joins[j].share;
    }
    // Changes may raise several shares at once; nobody joins twice.
    for (const one of joins) one.share /= Math.max(1, sum);
  }
}
