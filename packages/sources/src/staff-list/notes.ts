import { BREAK_DAYS } from "./careers.ts";
import type { StaffColumns } from "./columns.ts";
import { isoDay } from "./day.ts";
import type { ReadRows } from "./read-rows.ts";
import type { StaffList } from "./staff-list.ts";
import type { Window } from "./tally.ts";

/** What was counted, as far as the notes speak of it. */
export interface CountedList {
  readonly window: Window;
  readonly rows: StaffList["rows"];
  readonly undated: number;
  readonly missing: number;
  readonly small: number;
  readonly threshold: number;
  readonly columns: StaffColumns;
  readonly before: ReadRows | undefined;
}

const people = (count: number): string => (count === 1 ? "1 person" : `${count} people`);
const rowsText = (count: number): string => (count === 1 ? "1 row" : `${count} rows`);

/** What was assumed or left aside, a sentence each. */
export function notesOf({ window, rows, undated, missing, small, threshold, columns, before }: CountedList): string[] {
  const known = columns.columns;
  return [
    `Leavers and joiners are counted from the close of ${isoDay(window.since)} to the close of ${isoDay(window.asOf)}.`,
    ...(rows.leftOut > 0 ? [`${rowsText(rows.leftOut)} could not be used, so headcounts may be too low.`] : []),
    ...(before && before.problems.length > 0
      ? [`${rowsText(before.problems.length)} of the earlier list could not be used.`]
      : []),
    ...(rows.notCounted > 0 ? [`${rowsText(rows.notCounted)} are not counted because of their status.`] : []),
    ...(rows.notYet > 0 ? [`${rowsText(rows.notYet)} start after the date of the list.`] : []),
    ...(undated > 0
      ? [`${people(undated)} left between the lists without a date. They count as having left in the middle.`]
      : []),
    ...(missing > 0
      ? [
          `${people(missing)} should have been in the earlier list by their start date. They count as joiners in the middle.`,
        ]
      : []),
    ...(small > 0 ? [`Pools of fewer than ${threshold} people are put together.`] : []),
    ...(known.birth === undefined
      ? ["Only ages are known. Each birthday is taken to be half a year before the list."]
      : []),
    ...(known.person === undefined ? ["The list has no numbers of persons. Each row counts as a person."] : []),
    ...(known.fte === undefined && known.hours === undefined
      ? ["The list has no hours. Everybody counts as full time."]
      : []),
    `A break of up to ${BREAK_DAYS} days between two posts does not count as leaving.`,
  ];
}
