import { type MeasureTable, OF_POOLS } from "./measure-facts.ts";

const pounds = { kind: "flow", unit: "pounds", of: OF_POOLS } as const;
const part = { ...pounds, partOf: "cost.total" } as const;

/** What the workforce costs over a model year. */
export const COST_MEASURES = {
  "cost.pay": { ...part, head: "Pay", title: "Cost of pay", meaning: "pay of staff in post" },
  "cost.bank": {
    ...part,
    head: "Bank",
    title: "Cost of bank staff",
    meaning: "bank staff, including the premium",
  },
  "cost.agency": {
    ...part,
    head: "Agency",
    title: "Cost of agency staff",
    meaning: "agency staff, including the premium",
  },
  "cost.leavers": { ...part, head: "Leavers", title: "Cost of leavers", meaning: "people leaving posts" },
  "cost.recruits": {
    ...part,
    head: "Recruits",
    title: "Cost of recruits",
    meaning: "taking people on, from every source",
  },
  "cost.training": {
    ...part,
    of: ["pools", "pipelines"],
    head: "Training",
    title: "Cost of training",
    meaning: "courses: for a pool, the courses whose graduates join it; for `pipeline:…`, that course",
  },
  "cost.interventions": {
    ...part,
    ofSystem: true,
    head: "Interventions",
    title: "Cost of interventions",
    meaning: "what a scenario's interventions cost; only for `all`",
  },
  "cost.total": { ...pounds, ofSystem: true, title: "All costs", meaning: "all of these together" },
  "cost.discounted": {
    ...pounds,
    ofSystem: true,
    title: "All costs, discounted",
    meaning: "the total, discounted to the base date",
  },
} as const satisfies MeasureTable;
