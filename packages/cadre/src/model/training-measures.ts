import { type MeasureTable, OF_PIPELINES } from "./measure-facts.ts";

const people = { kind: "flow", unit: "people", of: OF_PIPELINES } as const;

/** What becomes of the people of pipelines over a model year. */
export const TRAINING = {
  entrants: { ...people, title: "Entrants", meaning: "started the course" },
  "entrants.missing": {
    ...people,
    title: "Entrants missing",
    meaning: "would have started, but their pool could not spare them",
  },
  dropouts: { ...people, title: "Dropouts", meaning: "gave up" },
  graduates: { ...people, title: "Graduates", meaning: "finished" },
  "graduates.joined": {
    ...people,
    title: "Graduates who join",
    meaning: "finished and took a post in the system",
  },
  "graduates.lost": { ...people, title: "Graduates lost", meaning: "finished and did not" },
  trainingYears: {
    kind: "flow",
    unit: "years",
    of: OF_PIPELINES,
    title: "Years in training",
    meaning: "years spent in training by all trainees together",
  },
} as const satisfies MeasureTable;
