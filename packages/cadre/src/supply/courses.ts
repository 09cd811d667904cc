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

/** People who entered a course together, by (sex, age) at their age now. */
export interface Cohort {
  readonly course: number;
  readonly start: CourseStart;
  readonly entered: Float64Array;
}

/** Share of a cohort still in training some months after its start, at the constant hazard that gives the completion. */
export function inTraining(length: number, completion: number, months: number): number {
  if (months <= 0) return 1;
  return completion ** (Math.min(months, length) / length);
}

/** Years that one entrant spends in training between two times, in months after the start. */
export function trainingYears(length: number, completion: number, from: number, to: number): number {
  const [a, b] = [Math.max(0, Math.min(from, length)), Math.max(0, Math.min(to, length))];
  if (b <= a) return 0;
  if (completion >= 1) return (b - a) / 12;
  // Nobody finishes: the hazard is without limit and no time is spent.
  if (completion <= 0) return 0;
  const hazard = (-Math.log(completion) * 12) / length;
  return (inTraining(length, completion, a) - inTraining(length, completion, b)) / hazard;
}
