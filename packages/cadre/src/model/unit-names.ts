import type { Unit } from "../table/quantity.ts";

/** What a planner would call a number of each unit. */
export const UNIT_NAMES: Record<Unit, string> = {
  heads: "number of people",
  FTE: "number of full-time equivalents",
  jobs: "number of jobs",
  share: "share",
  hazard: "rate",
  rate: "rate",
  "per year": "yearly growth",
  factor: "factor",
  people: "number of people",
  "heads per year": "number of people a year",
  "jobs per year": "number of jobs a year",
  GBP: "sum of money",
  months: "length of time",
  days: "number of days",
  hours: "number of hours",
  minutes: "number of minutes",
  number: "plain number",
};
