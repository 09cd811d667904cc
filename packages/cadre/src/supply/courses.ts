/** One start of a course: how many enter, when, in months after the base date, and what becomes of them. */
export interface CourseStart {
  readonly month: number;
  readonly heads: number;
  /** Share of entrants who finish. */
  readonly completion: number;
  /** Shares of finishers who join each pool. */
  readonly joins: readonly { readonly pool: number; readonly share: number }[];
}

/** A pipeline ready to be run: dates, shares and profiles worked out. Shares by pool are of its pool index. */
export interface CoursePlan {
  readonly id: string;
  readonly title: string;
  readonly starts: readonly CourseStart[];
  /** Length in months. */
  readonly months: number;
  /** Share of entrants from the community, and their shares by (sex, age). */
  readonly community: number;
  readonly profile: Float64Array;
  readonly pools: readonly { readonly pool: number; readonly share: number }[];
  /** 1 for the (sex, age) of pool staff who may enter; everybody when left out. */
  readonly ages?: Uint8Array;
  /** Pools that finishers join, with their shares as the file has them. */
  readonly joins: readonly { readonly pool: number; readonly share: number }[];
  readonly early: readonly { readonly pool: number; readonly share: number }[];
  readonly works?: { readonly pool: number; readonly fte: number };
  readonly backfill?: { readonly pool: number; readonly fte: number };
}

/** People who entered a course together. */
export interface Cohort {
  readonly course: number;
  readonly start: CourseStart;
  /** Heads that entered. */
  readonly heads: number;
  /** By (sex, age) at entry: `scale` times this. */
  readonly entered: Float64Array;
  readonly scale: number;
  /** Reference dates since they entered. */
  birthdays: number;
}

/** Share of a cohort still in training some months after its start, at the constant hazard that gives the completion. */
export function inTraining(length: number, completion: number, months: number): number {
  if (months <= 0) return 1;
  return completion ** (Math.min(months, length) / length);
}

/** Shares still in training after whole months, worked out once for each course and completion. */
export class TrainingShares {
  private readonly known = new Map<number, Float64Array>();
  private readonly length: number;

  constructor(length: number) {
    this.length = length;
  }

  at(completion: number, months: number): number {
    if (months <= 0) return 1;
    if (!Number.isInteger(months)) return inTraining(this.length, completion, months);
    let table = this.known.get(completion);
    if (!table) {
      table = new Float64Array(Math.ceil(this.length) + 1).fill(Number.NaN);
      this.known.set(completion, table);
    }
    const month = Math.min(months, table.length - 1);
    if (Number.isNaN(table[month])) table[month] = inTraining(this.length, completion, month);
    return table[month]!;
  }

  /** Years that one entrant spends in training between two times, in months after the start. */
  years(completion: number, from: number, to: number): number {
    const [a, b] = [Math.max(0, Math.min(from, this.length)), Math.max(0, Math.min(to, this.length))];
    if (b <= a) return 0;
    if (completion >= 1) return (b - a) / 12;
    // Nobody finishes: the hazard is without limit and no time is spent.
    if (completion <= 0) return 0;
    const hazard = (-Math.log(completion) * 12) / this.length;
    return (this.at(completion, a) - this.at(completion, b)) / hazard;
  }
}
