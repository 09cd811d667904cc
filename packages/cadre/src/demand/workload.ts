import type { Demand, Workload } from "../system/schema/demand.ts";

const WEEKS = 52;

/** Hours a year that one full-time member of staff is there. */
export function availableHours({ daysPerWeek, hoursPerDay, daysOff }: Workload): number {
  const { leave, holidays, training, sickness } = daysOff;
  const off = [leave, holidays, training, sickness].reduce((sum, days) => sum + (days?.value ?? 0), 0);
  return (WEEKS * daysPerWeek.value - off) * hoursPerDay.value;
}

/** Hours a year that one activity takes. */
export const hoursOf = ({ perYear, minutes }: Workload["activities"][number]): number =>
  (perYear.value * minutes.value) / 60;

/** Posts in FTE that the work needs: by the method of the WHO, docs/method/demand.md. */
export function workloadPosts(workload: Workload): number {
  const there = availableHours(workload);
  const activities = workload.activities.reduce((sum, one) => sum + hoursOf(one), 0);
  return activities / there / (1 - (workload.support?.value ?? 0)) + (workload.extraHours?.value ?? 0) / there;
}

/** Posts at the base date that a file gives, as a number or by workload; undefined where they follow from the staff. */
export const postsGiven = (demand: Demand | undefined): number | undefined =>
  demand?.workload ? workloadPosts(demand.workload) : demand?.posts?.value;
