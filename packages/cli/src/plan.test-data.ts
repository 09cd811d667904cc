import { TOWN } from "./town.test-data.ts";

/** An entry of a catalogue that somebody has measured, and one that nobody has. */
const PREVIEWS = `cadre: 1
id: job-previews
title: Job previews
mechanism: first-year-retention
evidence: { level: 2, source: toolkit, at: page 3, finding: A fifth more stay }
changes: [ { parameter: leaving.rate, where: { sector: social-care, tenure: "0" }, multiply: { p10: 0.7, p90: 0.9 } } ]
cost: { perYear: 4000, unit: GBP, priceYear: 2019 }
lead: The council
milestones: [ { date: 2021-03, measure: Previews in every home } ]
places: [ Town ]
sources: { toolkit: { title: The toolkit } }
`;
const WALKS = `cadre: 1
id: walks
title: Walks at noon
mechanism: retention
evidence: { level: 0, unknown: true }
changes: [ { parameter: leaving.rate, multiply: 0.95 } ]
places: [ Elsewhere ]
`;

export const PLAN = `cadre: 1
id: plan
title: The plan
system: ./system.yaml
question: Does the plan close the gap?
assumptions: [ { parameter: demand.growthPerHead, where: { pool: care }, set: 2% } ]
interventions:
  - { use: job-previews, from: 2021, over: 2, reach: 50% }
  - { use: walks }
`;

/** A place in a project folder with a catalogue of two, a plan and a scenario that adds to it. */
export const PLACE: Readonly<Record<string, string>> = {
  "data/interventions/job-previews.yaml": PREVIEWS,
  "data/interventions/walks.yaml": WALKS,
  "scenarios/town/system.yaml": TOWN,
  "scenarios/town/plan.yaml": PLAN,
  "scenarios/town/more.yaml": `cadre: 1
id: more
title: More recruits
system: ./system.yaml
extends: plan
interventions: [ { id: campaign, title: Campaign, changes: [ { parameter: recruitment.effort, multiply: 1.1 } ] } ]
`,
};
