import { decompose, type Intervention, parseSystem, run, type System } from "cadre";
import { boardPack } from "./pack/board-pack.ts";

/** Names of a made-up town, and how many people work in its one pool or each of its two. */
interface Town {
  readonly title?: string;
  readonly care?: string;
  readonly people?: number;
  readonly alone?: boolean;
  readonly ages?: boolean;
  readonly until?: string;
}

/** A town with a hospital and home care, with sources, prices and a course; every name can be another. */
export function town({
  title = "Town",
  care = "Home care",
  people = 1000,
  alone = false,
  ages = true,
  until = "2029-03-31",
}: Town = {}): System {
  const quoted = JSON.stringify;
  const staff = ages ? `ages: { "16-29": 20%, "30-49": 50%, "50-75": 30% }\n    sex: { female: 80%, male: 20% }` : "";
  const retirement = ages ? `retirement: { "60-64": 10%, "65+": 30% }` : "";
  return parseSystem(
    `
cadre: 1
id: town
title: ${quoted(title)}
place: ${quoted(title)}
calendar: { base: 2019-03-31, until: ${until} }
axes: ${ages ? "{ age: [16, 75], tenure: 2, sex: [female, male] }" : "{ age: none }"}
sources:
  survey: { title: ${quoted(`${title} survey`)}, published: 2019 }
pools:
  care:
    title: ${quoted(care)}
    employer: ${quoted(`${care} agency`)}
    sector: social-care
    headcount: { value: ${people}, source: survey, quality: low, note: ${quoted(`${title}: counted by hand`)} }
    ${staff}
    vacancyRate: 10%
    leaving: { rate: 30%, kind: leavers-per-average-headcount, scope: employer }
    ${retirement}
    costs: { leaver: { value: 3000, unit: GBP, priceYear: 2019 } }
${
  alone
    ? ""
    : `  hospital:
    title: Hospital
    employer: Trust
    sector: health
    headcount: 2000
    ${staff}
    vacancyRate: 2%
    leaving: { rate: 10%, kind: leavers-per-average-headcount, scope: employer }
    ${retirement}
`
}
demand:
  care: { growthPerHead: 2% per year }
`,
    { file: "town.yaml" },
  );
}

/** What could be done, under a name of its own. */
export const keep = (title: string): Intervention => ({
  id: "keep",
  title,
  evidence: { level: 1, unknown: true, source: "survey", at: title },
  cost: { perYear: 20000 },
  changes: [{ parameter: "leaving.rate", where: { pool: "care" }, multiply: 0.8, note: title }],
});
const hire: Intervention = {
  id: "hire",
  title: "Recruit more",
  changes: [{ parameter: "recruitment.effort", where: { pool: "care" }, multiply: 1.1 }],
};

/** The pack of a town, a plan of two interventions and a scenario more, all under the names given. */
export function townPack(names: Town & { plan?: string } = {}) {
  const system = town(names);
  const { plan: title = "The plan", ...rest } = names;
  const interventions = [keep(rest.title === undefined ? "Keep people" : title), hire];
  const today = run(system);
  const plan = run(system, { id: "plan", title, question: title, interventions });
  const grows = run(system, {
    id: "grows",
    title: "More need",
    changes: [{ parameter: "demand.growthPerHead", set: 0.03 }],
  });
  const results = [today, plan, grows];
  const decomposition = decompose(today, plan);
  return { system, results, decomposition, pack: boardPack(results, { decomposition }) };
}
