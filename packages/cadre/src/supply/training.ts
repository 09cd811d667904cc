import type { Coefficients } from "./coefficients.ts";
import { type Cohort, type CoursePlan, type CourseStart, inTraining, trainingYears } from "./courses.ts";
import type { Removal } from "./removal.ts";
import { laterAge } from "./returners.ts";
import type { Size } from "./step.ts";

/** What became of a pipeline's people over a model year, and who is in training at its end. */
export interface CourseTally {
  entrants: number;
  dropouts: number;
  graduates: number;
  /** Finishers who take a post in the system. */
  joined: number;
  /** In training at the end. */
  trainees: number;
  /** Years spent in training. */
  years: number;
  /** Entrants that the pools could not spare. */
  missing: number;
}

/** People in training: who enters, leaves early and finishes in each step. */
export class Training {
  private cohorts: Cohort[] = [];
  private readonly next: number[];
  private readonly courses: readonly CoursePlan[];
  private readonly size: Size;
  /** Every intake that has begun, those before the base date included. */
  readonly begun: { course: number; start: CourseStart; heads: number }[] = [];
  /** Heads by (sex, age, tenure) that pools gave to each course in the step at hand. */
  readonly given: { pool: number; course: number; heads: Float64Array }[] = [];

  constructor(courses: readonly CoursePlan[], size: Size, ages: number) {
    this.courses = courses;
    this.size = size;
    this.next = courses.map(() => 0);
    courses.forEach((course, index) => {
      // Courses that began before the base date and are still running: their people are known only by the profile at the
      // start, and have had a birthday at each reference date since.
      while (this.next[index] < course.starts.length && course.starts[this.next[index]].month < 0) {
        const start = course.starts[this.next[index]++];
        if (start.month + course.months < 0) continue;
        const entered = new Float64Array(course.profile.length);
        const birthdays = Math.ceil(-start.month / 12);
        course.profile.forEach((share, i) => {
          entered[laterAge(i, birthdays, ages)] += share * start.heads;
        });
        this.cohorts.push({ course: index, start, entered });
        this.begun.push({ course: index, start, heads: start.heads });
      }
    });
  }

  /**
   * One step from month `from` to month `to`. Entrants from pools are taken out of `stock` by `removal`; people who
   * finish or leave early and join a pool are added to `joiners` by (pool, sex, age); counts are added to `tallies`.
   */
  step(
    from: number,
    to: number,
    stock: Float64Array,
    steps: Coefficients,
    removal: Removal,
    joiners: Float64Array,
    tallies: readonly CourseTally[],
  ): void {
    this.given.length = 0;
    this.courses.forEach((course, index) => {
      while (this.next[index] < course.starts.length && course.starts[this.next[index]].month < to - EDGE)
        this.enter(index, course.starts[this.next[index]++], stock, steps, removal, tallies[index]);
    });
    const staying: Cohort[] = [];
    for (const cohort of this.cohorts) {
      const course = this.courses[cohort.course];
      const tally = tallies[cohort.course];
      const { month, completion, joins } = cohort.start;
      const [a, b] = [Math.max(0, from - month), to - month];
      const heads = cohort.entered.reduce((sum, n) => sum + n, 0);
      const leaving = inTraining(course.months, completion, a) - inTraining(course.months, completion, b);
      tally.dropouts += heads * leaving;
      tally.years += heads * trainingYears(course.months, completion, a, b);
      for (const { pool, share } of course.early) this.add(cohort, leaving * share, pool, joiners);
      if (course.months >= b - EDGE) {
        staying.push(cohort);
        continue;
      }
      tally.graduates += heads * completion;
      for (const { pool, share } of joins) {
        tally.joined += heads * completion * share;
        this.add(cohort, completion * share, pool, joiners);
      }
    }
    this.cohorts = staying;
  }

  /** Heads in training at a time, by course. */
  trainees(month: number): number[] {
    const out = this.courses.map(() => 0);
    for (const { course, start, entered } of this.cohorts)
      out[course] +=
        entered.reduce((sum, n) => sum + n, 0) *
        inTraining(this.courses[course].months, start.completion, month - start.month);
    return out;
  }

  /** FTE that trainees work in each pool, and FTE of demand that they add, at a time. */
  posts(month: number): { works: Float64Array; backfill: Float64Array } {
    const [works, backfill] = [new Float64Array(this.size.pools), new Float64Array(this.size.pools)];
    this.trainees(month).forEach((heads, index) => {
      const course = this.courses[index];
      if (course.works) works[course.works.pool] += heads * course.works.fte;
      if (course.backfill) backfill[course.backfill.pool] += heads * course.backfill.fte;
    });
    return { works, backfill };
  }

  /** Birthdays at the end of the year. */
  ageOneYear(ages: number): void {
    for (const { entered } of this.cohorts)
      for (let s = 0; s < entered.length; s += ages) {
        entered[s + ages - 1] += ages > 1 ? entered[s + ages - 2] : 0;
        for (let a = ages - 2; a > 0; a--) entered[s + a] = entered[s + a - 1];
        if (ages > 1) entered[s] = 0;
      }
  }

  private enter(
    index: number,
    start: CourseStart,
    stock: Float64Array,
    steps: Coefficients,
    removal: Removal,
    tally: CourseTally,
  ): void {
    const course = this.courses[index];
    const { heads } = start;
    const { entries, tenures } = this.size;
    const entered = course.profile.map((share) => share * heads * course.community);
    let came = heads * course.community;
    for (const { pool, share } of course.pools) {
      const taken = new Float64Array(entries * tenures);
      const got = removal.take(pool, heads * share, stock, steps, course.ages, taken);
      for (let i = 0; i < entries; i++) for (let k = 0; k < tenures; k++) entered[i] += taken[i * tenures + k];
      this.given.push({ pool, course: index, heads: taken });
      tally.missing += Math.max(0, heads * share - got);
      came += got;
    }
    tally.entrants += came;
    this.cohorts.push({ course: index, start, entered });
    this.begun.push({ course: index, start, heads: came });
  }

  private add({ entered }: Cohort, share: number, pool: number, joiners: Float64Array): void {
    const at = pool * this.size.entries;
    for (let i = 0; i < entered.length; i++) joiners[at + i] += entered[i] * share;
  }
}

/** Dates a hair before a step's end belong to it; those on its end to the next one. */
const EDGE = 1e-9;
