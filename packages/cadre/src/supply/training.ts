import type { Coefficients } from "./coefficients.ts";
import { type Cohort, type CoursePlan, type CourseStart, TrainingShares } from "./courses.ts";
import type { Removal } from "./removal.ts";
import { laterAge } from "./returners.ts";
import type { Size } from "./size.ts";

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

/** Nobody yet. */
export const noTally = (): CourseTally => ({
  entrants: 0,
  dropouts: 0,
  graduates: 0,
  joined: 0,
  trainees: 0,
  years: 0,
  missing: 0,
});

/** People in training: who enters, leaves early and finishes in each step. */
export class Training {
  private cohorts: Cohort[] = [];
  private readonly next: number[];
  private readonly courses: readonly CoursePlan[];
  private readonly shares: readonly TrainingShares[];
  private readonly size: Size;
  private readonly ages: number;
  /** Every intake that has begun, those before the base date included. */
  readonly begun: { course: number; start: CourseStart; heads: number }[] = [];
  /** Heads by (sex, age, tenure) that pools gave to each course in the step at hand. */
  readonly given: { pool: number; course: number; heads: Float64Array }[] = [];

  constructor(courses: readonly CoursePlan[], size: Size, ages: number) {
    this.courses = courses;
    this.shares = courses.map(({ months }) => new TrainingShares(months));
    this.size = size;
    this.ages = ages;
    this.next = courses.map(() => 0);
    courses.forEach((course, index) => {
      // Courses that began before the base date and are still running: their people are known only by the profile at the
      // start, and have had a birthday at each reference date since.
      while (this.next[index]! < course.starts.length && course.starts[this.next[index]!]!.month < 0) {
        const start = course.starts[this.next[index]!++]!;
        if (start.month + course.months < 0) continue;
        const { heads } = start;
        const birthdays = Math.ceil(-start.month / 12);
        this.cohorts.push({ course: index, start, heads, entered: course.profile, scale: heads, birthdays });
        this.begun.push({ course: index, start, heads });
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
      while (this.next[index]! < course.starts.length && course.starts[this.next[index]!]!.month < to - EDGE)
        this.enter(index, course.starts[this.next[index]!++]!, stock, steps, removal, tallies[index]!);
    });
    const staying: Cohort[] = [];
    for (const cohort of this.cohorts) {
      const course = this.courses[cohort.course]!;
      const shares = this.shares[cohort.course]!;
      const tally = tallies[cohort.course]!;
      const { heads } = cohort;
      const { month, completion, joins } = cohort.start;
      const [a, b] = [Math.max(0, from - month), to - month];
      const leaving = shares.at(completion, a) - shares.at(completion, b);
      tally.dropouts += heads * leaving;
      tally.years += heads * shares.years(completion, a, b);
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
    for (const { course, start, heads } of this.cohorts)
      out[course]! += heads * this.shares[course]!.at(start.completion, month - start.month);
    return out;
  }

  /** FTE that trainees work in each pool, and FTE of demand that they add, at a time. */
  posts(month: number, works: Float64Array, backfill: Float64Array): void {
    works.fill(0);
    backfill.fill(0);
    this.trainees(month).forEach((heads, index) => {
      const course = this.courses[index]!;
      if (course.works) works[course.works.pool]! += heads * course.works.fte;
      if (course.backfill) backfill[course.backfill.pool]! += heads * course.backfill.fte;
    });
  }

  /** Birthdays at the end of the year. */
  ageOneYear(): void {
    for (const cohort of this.cohorts) cohort.birthdays++;
  }

  private enter(
    index: number,
    start: CourseStart,
    stock: Float64Array,
    steps: Coefficients,
    removal: Removal,
    tally: CourseTally,
  ): void {
    const { community, pools, profile, ages } = this.courses[index]!;
    let came = start.heads * community;
    let [entered, scale] = [profile, came];
    if (pools.length > 0) {
      const { entries, tenures } = this.size;
      entered = profile.map((share) => share * came);
      scale = 1;
      for (const { pool, share } of pools) {
        const taken = new Float64Array(entries * tenures);
        const got = removal.take(pool, start.heads * share, stock, steps, ages, taken);
        for (let i = 0, c = 0; i < entries; i++) for (let k = 0; k < tenures; k++, c++) entered[i]! += taken[c]!;
        this.given.push({ pool, course: index, heads: taken });
        tally.missing += Math.max(0, start.heads * share - got);
        came += got;
      }
    }
    tally.entrants += came;
    this.cohorts.push({ course: index, start, heads: came, entered, scale, birthdays: 0 });
    this.begun.push({ course: index, start, heads: came });
  }

  /** Adds a share of a cohort to the joiners of a pool, at their age by now. */
  private add({ entered, scale, birthdays }: Cohort, share: number, pool: number, joiners: Float64Array): void {
    const at = pool * this.size.entries;
    const part = scale * share;
    if (part === 0) return;
    for (let i = 0; i < entered.length; i++) {
      if (entered[i] !== 0) joiners[at + laterAge(i, birthdays, this.ages)]! += entered[i]! * part;
    }
  }
}

/** Dates a hair before a step's end belong to it; those on its end to the next one. */
const EDGE = 1e-9;
