import { type MeasureTable, OF_PIPELINES } from "./measure-facts.ts";

const people = { kind: "flow", unit: "people", of: OF_PIPELINES } as const;

/** What becomes of the people of pipelines over a model year. */
export const TRAINING_MEASURES = {
  entrants: { ...people, title: "Entrants", meaning: "people who started the course" },
  "entrants.missing": {
    ...people,
    title: "Entrants missing",
    meaning: "people who would have started if their pool could have spared them",
  },
  dropouts: { ...people, title: "Dropouts", meaning: "people who gave up" },
  graduates: { ...people, title: "Graduates", meaning: "people who finished" },
  "graduates.joined": {
    ...people,
    title: "Graduates who join",
    meaning: "people who finished and took a post in the system",
  },
  "graduates.lost": {
    ...people,
    title: "Graduates lost",
    meaning: "people who finished and did not take a post in the system",
  },
  trainingYears: {
    kind: "flow",
    unit: "years",
    of: OF_PIPELINES,
    title: "Years in training",
    meaning: "years spent in training by all trainees together",
  },
} as const satisfies MeasureTable;
