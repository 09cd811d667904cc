import { decompose, type Intervention, parseSystem, run } from "cadre";

/** A town in which 1,000 people give home care, and a plan of three interventions for it. */
const TOWN = parseSystem(
  `
cadre: 1
id: town
title: Town
calendar: { base: 2019-03-31, until: 2024-03-31 }
axes: { age: none }
sources:
  survey: { title: The survey, published: 2019 }
pools:
  care:
    title: Home care
    employer: Agency
    sector: social-care
    headcount: { value: 1000, source: survey }
    vacancyRate: 20%
    leaving: { rate: 30%, kind: leavers-per-average-headcount, scope: employer }
demand:
  care: { growthPerHead: 2% per year }
`,
  { file: "town.yaml" },
);

const keep: Intervention = {
  id: "keep",
  title: "Job previews before anybody is hired",
  evidence: { level: 2 },
  cost: { perYear: 20000 },
  changes: [{ parameter: "leaving.rate", multiply: { p10: 0.8, p90: 0.9 } }],
};
const pay: Intervention = {
  id: "pay",
  title: "Pay",
  evidence: { level: 0, unknown: true },
  changes: [{ parameter: "leaving.rate", multiply: 0.9 }],
};
const serve: Intervention = {
  id: "serve",
  title: "Serve more people",
  cost: { once: 5000 },
  changes: [{ parameter: "demand.posts", multiply: 1.05 }],
};

/** The town if nothing changes, with one intervention, and with all three. */
export const nothing = run(TOWN);
export const kept = run(TOWN, { id: "kept", title: "Keep people", interventions: [keep] });
export const plan = run(TOWN, { id: "plan", title: "The whole plan", interventions: [keep, pay, serve] });

/** What each intervention of the plan adds, and the same as if it came from sampled orders. */
export const taken = decompose(nothing, plan);
export const sampled = { ...taken, exact: false, parts: taken.parts.map((part, i) => ({ ...part, error: 3 * i })) };
