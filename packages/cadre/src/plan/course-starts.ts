import type { NumberChange } from "../changes/number-change.ts";
import type { ScenarioChanges } from "../changes/scenario-changes.ts";
import type { CourseStart } from "../supply/courses.ts";
import type { Pipeline } from "../system/schema/pipeline.ts";
import type { System } from "../system/types.ts";
import { monthsAfter } from "../table/dates.ts";
import { HeldYears } from "./held-years.ts";
import type { Mutable } from "./mutable.ts";
import { carriedOn } from "./schedule.ts";

/** A number of each year of intakes: before changes, what they are, and what they make of it. */
interface Yearly {
  readonly given: Float64Array;
  readonly change: NumberChange | undefined;
  readonly now: Float64Array;
}

/** One year's intake: the same finishers' shares for all of its starts. */
interface Intake {
  readonly joins: Mutable<CourseStart["joins"][number]>[];
  readonly starts: readonly Mutable<CourseStart>[];
}

/**
 * Every start of a course that can still matter, in order: from the first intake given to the last year of the run. A
 * change of the intake, completion or conversion holds for the courses that start in its years.
 */
export class CourseStarts {
  private readonly pipeline: Pipeline;
  private readonly first: number;
  private readonly heads: Yearly;
  private readonly completion: Yearly;
  /** By pool that finishers may join. */
  private readonly joins: readonly Yearly[];
  private readonly intakes: readonly Intake[];
  /** Years of intakes of whom more than all would join a pool. */
  readonly overfull = new HeldYears();
  private readonly found: CourseStart[] = [];

  constructor(id: string, pipeline: Pipeline, system: System, changes: ScenarioChanges) {
    const { base, until } = system.calendar;
    const { intake, months, lasts, joins } = pipeline;
    this.pipeline = pipeline;
    this.first = Math.min(...Object.keys(intake.values).map(Number));
    const years = Array.from(
      { length: Math.max(0, Number(until.slice(0, 4)) - this.first + 1) },
      (_, y) => this.first + y,
    );
    const yearly = (name: "intake" | "completion" | `joins.${string}`, given: (year: number) => number): Yearly => ({
      given: Float64Array.from(years, given),
      change: changes.of(`pipelines.${id}.${name}`),
      now: new Float64Array(years.length),
    });
    this.heads = yearly("intake", (year) => carriedOn(intake.values, year));
    this.completion = yearly("completion", () => pipeline.completion.value);
    const joining = Object.keys(system.pools).flatMap((name, pool) => {
      const share = joins.values[name] ?? 0;
      const may = share > 0 || changes.touches(`pipelines.${id}.joins.${name}`);
      return may ? [{ pool, numbers: yearly(`joins.${name}`, () => share) }] : [];
    });
    this.joins = joining.map(({ numbers }) => numbers);
    const january = monthsAfter(base, 0, 1);
    this.intakes = years.map((year): Intake => {
      const into = joining.map(({ pool }) => ({ pool, share: 0 }));
      return {
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
    const { found, heads, completion, joins, pipeline } = this;
    completion.given.fill(pipeline.completion.value);
    for (const one of [heads, completion, ...joins]) this.change(one);
    found.length = 0;
    this.overfull.clear();
    this.intakes.forEach((intake, y) => {
      if (heads.now[y] === 0) return;
      this.share(intake.joins, y);
      for (const start of intake.starts) {
        start.heads = heads.now[y]! / pipeline.months.length;
        start.completion = completion.now[y]!;
        found.push(start);
      }
    });
    return found;
  }

  private change({ given, change, now }: Yearly): void {
    now.set(given);
    change?.along(now, this.first);
  }

  /** Shares of a year's finishers who join each pool. */
  private share(into: Intake["joins"], y: number): void {
    let sum = 0;
    for (const { now } of this.joins) sum += now[y]!;
    // Changes may raise several shares at once; nobody joins twice.
    if (sum > 1 + 1e-9) this.overfull.add(this.first + y, sum, 1);
    for (let j = 0; j < into.length; j++) into[j]!.share = this.joins[j]!.now[y]! / Math.max(1, sum);
  }
}
