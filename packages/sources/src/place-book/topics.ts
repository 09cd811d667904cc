import { CAUSE_NAMES } from "cadre/measures";

/** A sheet of a place's workbook: what it holds, and which part of the files its rows belong to. */
export interface Topic {
  readonly sheet: string;
  readonly holds: string;
  /** What the first column names: the pool, the course; nothing where the whole sheet is about one thing. */
  readonly owner?: string;
  /** The keys before a row's own, from what its first column says. */
  readonly keys: (owner: string) => readonly string[];
}

/** Keys of a pool that have sheets of their own. */
const LEAVING_KEYS: readonly string[] = [...CAUSE_NAMES, "returners"];
export const JOINING_KEYS = ["recruitment"] as const;

const inPool = (pool: string) => ["pools", pool];

/** The sheets in their order. Where two could take a key, the part of the pool decides (`topicOf`). */
export const TOPICS = {
  place: { sheet: "Place", holds: "The place, its calendar and how finely staff are told apart.", keys: () => [] },
  sources: {
    sheet: "Sources",
    holds: "Every document or data set that a number comes from.",
    owner: "Id",
    keys: (id) => ["sources", id],
  },
  people: {
    sheet: "People",
    holds: "People of the place, by year and age band. They drive demand and recruitment.",
    keys: () => ["population"],
  },
  staff: {
    sheet: "Staff",
    holds: "Staff by pool on the base date: who they are, their hours, and posts that are vacant.",
    owner: "Pool",
    keys: inPool,
  },
  leaving: { sheet: "Leaving", holds: "Who leaves each pool, retires or comes back.", owner: "Pool", keys: inPool },
  joining: { sheet: "Joining", holds: "How each pool recruits.", owner: "Pool", keys: inPool },
  moves: {
    sheet: "Moves",
    holds: "Staff who change from one pool to another, numbered from 1.",
    owner: "Move",
    keys: (number) => ["moves", `#${number}`],
  },
  markets: {
    sheet: "Labour markets",
    holds: "Recruits available in a year, shared by pools.",
    owner: "Market",
    keys: (id) => ["labourMarkets", id],
  },
  courses: {
    sheet: "Courses",
    holds: "Courses: who starts when, how long they last, how many finish, and where they take a post.",
    owner: "Course",
    keys: (id) => ["pipelines", id],
  },
  demand: { sheet: "Demand", holds: "Posts needed, by pool.", owner: "Pool", keys: (pool) => ["demand", pool] },
  other: {
    sheet: "Other",
    holds: "What no other sheet holds, such as costs and funding.",
    owner: "Part",
    keys: (part) => [part],
  },
  scenarios: {
    sheet: "Scenarios",
    holds: "What could be done, and what may happen, by scenario.",
    owner: "Scenario",
    keys: (id) => ["scenarios", id],
  },
} as const satisfies Readonly<Record<string, Topic>>;

const BY_ROOT: Readonly<Record<string, Topic>> = {
  sources: TOPICS.sources,
  moves: TOPICS.moves,
  labourMarkets: TOPICS.markets,
  pipelines: TOPICS.courses,
  demand: TOPICS.demand,
  scenarios: TOPICS.scenarios,
};
const PLACE_ROOTS = ["id", "title", "place", "calendar", "axes", "levels"];

/** The sheet of a number, by its keys. */
export function topicOf([root = "", , part = ""]: readonly string[]): Topic {
  if (PLACE_ROOTS.includes(root)) return TOPICS.place;
  if (root === "population") return TOPICS.people;
  if (root !== "pools") return BY_ROOT[root] ?? TOPICS.other;
  if (LEAVING_KEYS.some((key) => key === part)) return TOPICS.leaving;
  return JOINING_KEYS.some((key) => key === part) ? TOPICS.joining : TOPICS.staff;
}

/** The columns of every sheet. The first is left out where a sheet is about one thing. */
export const COLUMNS = {
  owner: "Belongs to",
  number: "Number",
  part: "For",
  value: "Value",
  kind: "Kind",
  source: "Source",
  at: "Place in the source",
  quality: "Quality",
  note: "Note",
  other: "Other",
  how: "How to write it",
} as const;

export type Column = keyof typeof COLUMNS;

/** What is told of a number beside its value, each in a column of its own. */
export const TOLD_BESIDE = ["kind", "source", "at", "quality", "note"] as const;

/** Words to choose from, by the last keys of a number. */
export const WORDS_TO_CHOOSE: Readonly<Record<string, readonly string[]>> = {
  "leaving.kind": [
    "leavers-per-average-headcount",
    "leavers-per-closing-headcount",
    "share-leaving-within-year",
    "hazard",
    "still-in-post",
  ],
  "leaving.scope": ["employer", "sector", "system"],
  "recruitment.mode": ["replace", "fixed", "fill"],
  kind: ["fact", "assumption", "lever"],
  quality: ["high", "medium", "low"],
};

/** How numbers are written that a planner may wonder about, by their last keys. */
export const HOW_WRITTEN: Readonly<Record<string, string>> = {
  id: "lower-case words joined by hyphens",
  "calendar.base": "the day on which staff were counted",
  "calendar.until": "a whole number of years later",
  "axes.age": "youngest and oldest age, such as [16, 75]; none for one class of all ages",
  "axes.tenure": "classes of years in post; the last one is open",
  "axes.sex": "the names of the sexes, such as [female, male]",
  headcount: "people in post on the base date",
  fteInPost: "full-time equivalents in post on the base date; with fte in place of a headcount",
  fte: "full-time equivalents a head",
  vacancyRate: "vacant posts as a percentage of all posts",
  "leaving.rate": "a percentage of staff who leave in a year, of what the row leaving.kind says",
  "leaving.includes": "what the rate counts too, such as [retirement, death]",
  "leaving.stayingInSector": "a percentage of leavers who take another post in the same pool",
  "leaving.byTenure": "only the proportions count: 2 leaves twice as often as 1",
  retirement: "a percentage of people of an age who retire within a year",
  ages: "a percentage for each age band; together 100%",
  sex: "a percentage for each sex; together 100%",
  intake: "people who start, by year; the last value continues",
  month: "the month of the start, 1 to 12",
  lasts: "such as 4 years or 18 months",
  completion: "a percentage of those who start",
  growthPerHead: "such as 0.4% per year",
  productivity: "such as 0% per year",
  "population.people": "people, by year and age band",
};
