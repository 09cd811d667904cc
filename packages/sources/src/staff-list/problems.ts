import type { StaffField } from "./fields.ts";

/** Every fault of a row that leaves it out, in words; none of them repeats what stands in the row. */
export const ROW_FAULTS = {
  "short-row": "The row ends before the last column that is read.",
  "no-person": "There is no number of the person.",
  "no-pool": "The row does not say in which group the person works.",
  "no-birth": "There is no date of birth or age.",
  "bad-birth": "This is not a date of birth or an age.",
  "impossible-age": "The age is below 14 or above 100.",
  "no-sex": "There is no sex.",
  "unknown-sex": "The columns file does not say which sex this word means.",
  "no-start": "There is no start date.",
  "bad-start": "This is not a date.",
  "bad-end": "This is not a date.",
  "left-before-start": "The leaving date is before the start date.",
  "no-hours": "There are no hours or full-time equivalents.",
  "zero-hours": "The hours or full-time equivalents are zero or less.",
  "bad-hours": "This is not a number of hours or full-time equivalents.",
  "too-many-hours": "This is more than one and a half full-time posts.",
  "row-twice": "The row is in the list twice.",
  "assignment-twice": "The same assignment of the person is in the list with overlapping dates.",
  "other-birth": "Another row of the same person has a different date of birth.",
  "other-sex": "Another row of the same person has a different sex.",
} as const;

/** What can be wrong with a row of a staff list, by its short name. */
export type RowFault = keyof typeof ROW_FAULTS;

/** A row of a staff list that could not be used. What stands in it is not repeated: it is about a person. */
export interface StaffProblem {
  /** Line of the file, counted from 1. */
  readonly line: number;
  /** The column's name in the file. */
  readonly column: string;
  readonly fault: RowFault;
}

/** A fault of a row before the name of its column is known. */
export interface Fault {
  readonly fault: RowFault;
  readonly field: StaffField;
}
