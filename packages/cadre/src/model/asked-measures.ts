import { isMeasure, MEASURE_NAMES, type Measure } from "./measures.ts";

/** People of an age band in the place's population. */
export const PEOPLE_MEASURE = "people";

/** The share of recruits who are still in post after so many years. */
export type StillInPost = `stillInPost.${number}`;

/** How many years after joining a measure such as `stillInPost.3` asks for; undefined for any other. */
export function yearsSinceJoining(measure: string): number | undefined {
  if (typeof measure !== "string") return undefined;
  const [, years] = /^stillInPost\.(\d{1,2})$/.exec(measure) ?? [];
  return years === undefined ? undefined : Number(years);
}

/** Whether a text asks for the share of recruits who are still in post after so many years. */
export const isStillInPost = (name: string): name is StillInPost => yearsSinceJoining(name) !== undefined;

/** What can be picked from a result: its measures, and what has to be worked out from more than its numbers. */
export type PickedMeasure = Measure | typeof PEOPLE_MEASURE | StillInPost;

/** Whether a text names something that can be picked. */
export const isPicked = (name: string): name is PickedMeasure =>
  isMeasure(name) || name === PEOPLE_MEASURE || isStillInPost(name);

/** What can be picked, by name. */
export const PICKED_MEASURES: readonly string[] = [...MEASURE_NAMES, PEOPLE_MEASURE, "stillInPost.3"];
