import type { CountedPipelineMeasure } from "../model/measures.ts";
import { courseCosts } from "./cost-readers.ts";
import type { Reading } from "./reading.ts";
import { traineesAt } from "./staff-readers.ts";

/** Reads a measure of one course at a row: a reference date (the base date being 0), or a model year. */
export type PipelineReader = (
  reading: Pick<Reading, "resolved" | "projection">,
) => (course: number, row: number) => number;

/** What became of a course's people in a model year. */
const tally =
  (of: (year: Reading["projection"]["courses"][number][number]) => number): PipelineReader =>
  ({ projection }) =>
  (course, year) =>
    of(projection.courses[year]![course]!);

/** How measures of pipelines are read from a projection. */
export const PIPELINE_READERS: Readonly<Record<CountedPipelineMeasure, PipelineReader>> = {
  trainees:
    ({ projection }) =>
    (course, date) =>
      traineesAt(projection, course, date),
  entrants: tally(({ entrants }) => entrants),
  "entrants.missing": tally(({ missing }) => missing),
  dropouts: tally(({ dropouts }) => dropouts),
  graduates: tally(({ graduates }) => graduates),
  "graduates.joined": tally(({ joined }) => joined),
  "graduates.lost": tally(({ graduates, joined }) => graduates - joined),
  trainingYears: tally(({ years }) => years),
  "cost.training": (reading) => {
    const prices = courseCosts(reading);
    return (course, year) => prices[course]![year]!;
  },
};
