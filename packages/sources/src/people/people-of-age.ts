/** The sexes that official population files tell apart; `persons` where they tell none. */
export type Sex = "female" | "male" | "persons";

/** How many people of one age live in an area at 30 June of a year. */
export interface PeopleOfAge {
  /** The publisher's code of the area: `E10000006`. */
  readonly code: string;
  /** Its name as published: `Cumbria`. */
  readonly area: string;
  readonly year: number;
  readonly sex: Sex;
  /** Age in completed years. */
  readonly age: number;
  /** True of the last age, which counts everybody of that age and over. */
  readonly open: boolean;
  /** People; projections are published with decimals. */
  readonly people: number;
  /** Which of several series or variants of one file: `MYE`, `high migration`. */
  readonly series?: string;
}
