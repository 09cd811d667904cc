import { boardPack } from "@cadre/report";
import { decompose, parseSystem, run } from "cadre";

/** A pack that is made in a page and in Node alike. */
export function townPack() {
  const town = parseSystem(`
cadre: 1
id: town
title: Town
calendar: { base: 2019-03-31, until: 2029-03-31 }
axes: { age: [16, 75], tenure: 1, sex: [female, male] }
pools:
  care:
    title: Home care
    employer: Agency
    sector: social-care
    headcount: 1000
    ages: { "16-49": 70%, "50-75": 30% }
    sex: { female: 80%, male: 20% }
    vacancyRate: 10%
    leaving: { rate: 30%, kind: leavers-per-average-headcount, scope: employer, includes: [retirement] }
    retirement: { "60-75": 20% }
demand:
  care: { growthPerHead: 2% per year }
`);
  const keep = { id: "keep", title: "Keep people", changes: [{ parameter: "leaving.rate", multiply: 0.9 }] };
  const today = run(town);
  const plan = run(town, { id: "plan", title: "The plan", interventions: [keep] });
  return boardPack([today, plan], { decomposition: decompose(today, plan) });
}
