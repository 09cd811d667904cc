import type { Unit } from "../table/quantity.ts";
import type { PlausibleKind } from "./plausible.ts";

/** Limits and meaning of a number. */
export interface NumberRule {
  readonly unit: Unit;
  readonly min: number;
  readonly max: number;
  /** What such a number can sensibly be; beyond it a planner is asked. */
  readonly kind?: PlausibleKind;
  /** How to say the rule to a planner. */
  readonly says: string;
  /** An example that is right. */
  readonly example: string;
  /** A percentage may be written; plain numbers above 1 are then taken for a slip. */
  readonly percent?: boolean;
  /** Text that must follow a number that is not zero. */
  readonly suffix?: string;
}

const COUNT: NumberRule = {
  unit: "heads",
  min: 0,
  max: 1e9,
  says: "A count of people, zero or more.",
  example: "14500",
};
const SHARE: NumberRule = {
  unit: "share",
  kind: "share",
  min: 0,
  max: 1,
  percent: true,
  says: "A share between 0% and 100%.",
  example: "34%",
};
const RATE: NumberRule = {
  unit: "rate",
  kind: "rate",
  min: 0,
  max: 10,
  percent: true,
  says: "A yearly rate, 0% or more.",
  example: "34%",
};
/** What a rate of a file becomes in the engine: people who go for each person-year. */
const HAZARD: NumberRule = { ...RATE, unit: "hazard", max: 1e12, says: "A rate per person-year, 0% or more." };
/** What agency staff cost above own pay. */
const PREMIUM: NumberRule = { ...RATE, kind: "premium", says: "What agency staff cost above own pay, 0% or more." };
const VACANCY: NumberRule = {
  unit: "share",
  min: -10,
  max: 0.999,
  percent: true,
  says: "A share of posts below 100%; negative when there are more staff than posts.",
  example: "7.8%",
};
const GROWTH: NumberRule = {
  unit: "per year",
  kind: "growth",
  min: -0.99,
  max: 10,
  percent: true,
  suffix: "per year",
  says: "A yearly growth, with its unit.",
  example: "0.4% per year",
};
const FACTOR: NumberRule = {
  unit: "factor",
  min: 0,
  max: 1e6,
  says: "A factor, zero or more.",
  example: "1.2",
  percent: false,
};
const FTE: NumberRule = {
  unit: "FTE",
  kind: "hours",
  min: 0,
  max: 2,
  says: "Full-time equivalents a head, 0 to 2.",
  example: "0.78",
};
const POSTS: NumberRule = {
  unit: "FTE",
  min: 0,
  max: 1e9,
  says: "Posts in full-time equivalents, zero or more.",
  example: "1200",
};
const FTE_IN_POST: NumberRule = { ...POSTS, says: "Full-time equivalents in post, zero or more." };
const ELASTICITY: NumberRule = { unit: "number", min: -10, max: 10, says: "An exponent.", example: "1" };
/** How strongly people respond: a ratio to its value at the base date is taken to this power. */
const POWER: NumberRule = {
  unit: "number",
  min: -3,
  max: 3,
  says: "A power between -3 and 3; 0 is no response.",
  example: "0.5",
};
const FLOW: NumberRule = {
  unit: "heads per year",
  min: 0,
  max: 1e9,
  says: "Heads a year, zero or more.",
  example: "500",
};
const EFFORT: NumberRule = {
  unit: "factor",
  kind: "effort",
  min: 0,
  max: 1e6,
  percent: true,
  says: "A factor on today's recruits.",
  example: "100%",
};
/** What becomes of planned recruits from abroad: visas, quotas, ethical codes. */
const POLICY: NumberRule = { ...EFFORT, kind: "policy", says: "A factor on the recruits planned from abroad." };
/** Hours of people in post when they are not at work. */
const AWAY: NumberRule = { ...SHARE, kind: "away", max: 0.99, says: "A share of hours, below 100%.", example: "5.2%" };
const TIMES: NumberRule = {
  unit: "number",
  min: 0,
  max: 1e12,
  says: "How often a year, zero or more.",
  example: "12000",
};
/** A length of working time of a kind. */
const time = (
  unit: Unit,
  kind: PlausibleKind,
  min: number,
  max: number,
  says: string,
  example: string,
): NumberRule => ({
  unit,
  kind,
  min,
  max,
  says,
  example,
});
const MINUTES = time("minutes", "minutes", 0, 1e5, "Minutes of work each time.", "45");
const DAYS_OFF = time("days", "daysOff", 0, 366, "Working days a year, zero or more.", "27");
const WEEK_DAYS = time("days", "weekDays", 0.1, 7, "Working days of a full-time week.", "5");
const DAY_HOURS = time("hours", "dayHours", 0.1, 24, "Working hours of a full-time day.", "7.5");
const YEAR_HOURS: NumberRule = {
  unit: "hours",
  min: 0,
  max: 1e9,
  says: "Hours a year of all staff together, zero or more.",
  example: "3000",
};

const MONEY: NumberRule = {
  unit: "GBP",
  min: 0,
  max: 1e13,
  says: "A sum of money in pounds, zero or more.",
  example: "3642",
};
const RATIO: NumberRule = {
  unit: "factor",
  kind: "ratio",
  min: 0,
  max: 100,
  percent: true,
  says: "A ratio, such as 0.8 or 80%.",
  example: "1.1",
};
const PEOPLE: NumberRule = {
  unit: "people",
  min: 0,
  max: 1e12,
  says: "A count of people, zero or more.",
  example: "9000",
};
/** How far off a projection of people is, or how many more move: a share that may be below zero. */
const BEYOND: NumberRule = {
  unit: "share",
  min: -0.9,
  max: 10,
  percent: true,
  says: "A share more or less than projected, such as 2% or -2%.",
  example: "2%",
};
/** How much of something that is expected comes about. */
const REALISED: NumberRule = {
  unit: "share",
  min: -5,
  max: 5,
  percent: true,
  says: "A share of what is expected: 100% is all, 0% none, below zero the opposite.",
  example: "100%",
};
const WEIGHT: NumberRule = { unit: "factor", min: 0, max: 1e6, says: "A weight, zero or more.", example: "1" };

/** What numbers of a system can be, once for each kind of number. */
export const NUMBER_RULES = {
  MONEY,
  RATIO,
  WEIGHT,
  COUNT,
  SHARE,
  RATE,
  HAZARD,
  PREMIUM,
  PEOPLE,
  VACANCY,
  GROWTH,
  FACTOR,
  FTE,
  POSTS,
  FTE_IN_POST,
  ELASTICITY,
  POWER,
  FLOW,
  EFFORT,
  POLICY,
  AWAY,
  TIMES,
  MINUTES,
  DAYS_OFF,
  WEEK_DAYS,
  DAY_HOURS,
  YEAR_HOURS,
  BEYOND,
  REALISED,
} as const;

/** Published shares are rounded; a sum this far from 100% is a slip, not rounding. */
export const ROUNDING_OF_SHARES = 0.005;
