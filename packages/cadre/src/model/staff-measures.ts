import { byLeavers, factsOf, TRANSFERS } from "./causes.ts";
import { type MeasureTable, OF_POOLS } from "./measure-facts.ts";

const posts = { kind: "stock", unit: "posts", of: OF_POOLS } as const;
const joiners = { kind: "flow", unit: "heads", of: OF_POOLS, partOf: "joiners" } as const;
const leavers = { kind: "flow", unit: "heads", of: OF_POOLS, partOf: "leavers" } as const;
const leaversByAge = { ...leavers, byAge: true } as const;

/** Leavers by cause, in the order of the causes. */
const BY_CAUSE = byLeavers((cause) => {
  const { title, meaning, verb } = factsOf(cause);
  return { ...leaversByAge, title, meaning, who: `people who ${verb}` };
});

/** Staff and posts at reference dates. */
export const STAFF_STOCKS = {
  headcount: {
    kind: "stock",
    unit: "heads",
    of: OF_POOLS,
    byAge: true,
    title: "Headcount",
    meaning: "people in post",
  },
  supply: {
    ...posts,
    title: "Supply",
    meaning: "staff in post, in full-time equivalents, including the work of trainees",
  },
  demand: {
    ...posts,
    title: "Demand",
    meaning: "posts needed, including those that training adds (backfill)",
  },
  funded: {
    ...posts,
    title: "Funded demand",
    meaning: "posts the budget pays for; follows demand unless the system says otherwise",
  },
  gap: {
    ...posts,
    title: "Gap",
    meaning: "demand less supply: **positive is a shortage**, negative a surplus",
  },
  vacancyRate: {
    kind: "ratio",
    upper: "gap",
    lower: "demand",
    unit: "share",
    title: "Vacancy rate",
    meaning: "gap ÷ demand; 0.08 is 8%",
  },
  trainees: {
    kind: "stock",
    unit: "people",
    of: ["pipelines", "pools"],
    title: "Trainees",
    meaning: "for a pool: those who work in it while they train; for `all` and for a pipeline: everybody in training",
  },
  available: {
    ...posts,
    title: "Staff at work",
    meaning: "supply less the staff who are away: `participation`, maternity leave and sickness (`absence`)",
  },
  bank: {
    ...posts,
    title: "Bank staff",
    meaning: "bank staff who fill part of the shortage; they are not in post, so the gap does not count them",
  },
  agency: {
    ...posts,
    title: "Agency staff",
    meaning: "agency staff who fill part of the shortage; they are not in post, so the gap does not count them",
  },
} as const satisfies MeasureTable;

/** People who come and go over a model year. */
export const STAFF_FLOWS = {
  joiners: {
    kind: "flow",
    unit: "heads",
    of: OF_POOLS,
    title: "Joiners",
    meaning: "everybody who takes up a post; `joiners.wanted` is not part of it",
  },
  "joiners.market": {
    ...joiners,
    title: "Recruits",
    meaning: "recruited from outside the system",
    who: "recruits from the labour market",
  },
  "joiners.unexplained": {
    ...joiners,
    title: "Unexplained joiners",
    meaning: "joined, but no published count of joiners includes them (`recruitment.unexplained`)",
    who: "joiners whom no count explains",
  },
  "joiners.abroad": {
    ...joiners,
    title: "Recruits from abroad",
    meaning: "recruited abroad (`abroad`)",
    who: "recruits from abroad",
  },
  "joiners.hires": {
    ...joiners,
    title: "Hired from other pools",
    meaning: "recruited from another pool of the system (`recruitment.from`)",
    who: "people hired from other pools",
  },
  "joiners.pipeline": {
    ...joiners,
    title: "Joiners from courses",
    meaning: "joined from a course",
    who: "people who finish a course",
  },
  "joiners.returners": {
    ...joiners,
    title: "Returners",
    meaning: "came back after an absence",
    who: "people who come back",
  },
  "joiners.moves": {
    ...joiners,
    title: "Moves in",
    meaning: "moved from another pool of the system (`moves`, `plannedMoves`)",
    who: "people who move in from other pools",
  },
  "joiners.churn": {
    ...joiners,
    title: "Joiners from other employers",
    meaning: "came from another employer of the same pool",
    who: "people who change employer within the pool, coming",
  },
  "joiners.wanted": {
    kind: "flow",
    unit: "heads",
    of: OF_POOLS,
    title: "Recruits wanted",
    meaning: "recruits wanted from outside; more than `joiners.market` if the labour market had too few",
  },
  leavers: {
    kind: "flow",
    unit: "heads",
    of: OF_POOLS,
    title: "Leavers",
    meaning: "posts left for any cause, including `churn`",
  },
  ...BY_CAUSE,
  "leavers.moves": {
    ...leaversByAge,
    title: TRANSFERS.moves.title,
    meaning: "moved to another pool of the system (`moves`, `plannedMoves`)",
    who: "people who move to other pools",
  },
  "leavers.hires": {
    ...leavers,
    title: TRANSFERS.hires.title,
    meaning: "hired by another pool",
    who: "people hired away by other pools",
  },
  "leavers.training": {
    ...leavers,
    title: TRANSFERS.training.title,
    meaning: "left to start a course",
    who: "people who leave to train",
  },
  "leavers.redundancy": {
    ...leavers,
    title: TRANSFERS.redundancy.title,
    meaning: "made redundant (`plannedMoves` without `to`)",
    who: "people who are made redundant",
  },
  churn: {
    ...leaversByAge,
    title: TRANSFERS.churn.title,
    meaning: "left for another employer of the same pool; a post becomes vacant, but the pool loses nobody",
    who: "people who change employer within the pool, going",
  },
  personYears: {
    kind: "flow",
    unit: "years",
    of: OF_POOLS,
    title: "Person-years",
    meaning: "years spent in post by all staff together; leavers ÷ person-years is a leaving rate",
  },
} as const satisfies MeasureTable;
