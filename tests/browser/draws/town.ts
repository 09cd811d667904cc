import { type Ensemble, ensembles, parseSystem, type Scenario } from "cadre";

const town = parseSystem(`
cadre: 1
id: town
title: Town
calendar: { base: 2019-03-31, until: 2026-03-31 }
axes: { age: [16, 75], tenure: 4, sex: [female, male] }
pools:
  care:
    title: Home care
    employer: Agency
    sector: social-care
    headcount: 900
    ages: { "16-49": 70%, "50-75": 30% }
    sex: { female: 80%, male: 20% }
    vacancyRate: { value: 10%, p10: 7%, p90: 12% }
    leaving: { rate: { value: 30%, p10: 25%, p90: 36% }, kind: leavers-per-average-headcount, scope: employer, includes: [retirement] }
    retirement: { "60-75": 20% }
  nurses:
    title: Nurses
    employer: Hospital
    sector: health
    headcount: 400
    ages: { "16-49": 75%, "50-75": 25% }
    sex: { female: 85%, male: 15% }
    retirement: { "60-75": 25% }
    vacancyRate: 8%
    leaving: { rate: 12%, kind: leavers-per-average-headcount, scope: employer }
    recruitment: { from: { care: 10% } }
moves: [{ from: care, to: nurses, rate: 1%, kind: hazard }]
demand:
  care: { growthPerHead: 2% per year }
`);

const nothing: Scenario = {
  id: "nothing",
  uncertainties: [
    {
      id: "leaving",
      parameter: "leaving.rate",
      multiply: { lognormal: { median: 1, sd: 0.1 } },
      group: "pay",
      correlation: 0.6,
    },
    {
      id: "recruits",
      parameter: "recruitment.effort",
      multiply: { beta: { mean: 1, sd: 0.08, low: 0.5, high: 1.6 } },
      group: "pay",
      correlation: -0.4,
    },
    { id: "need", parameter: "demand.growthPerHead", add: { pert: { low: -0.01, mode: 0, high: 0.02 } } },
  ],
};
const plan: Scenario = {
  ...nothing,
  id: "plan",
  interventions: [
    {
      id: "keep",
      title: "Keep people",
      changes: [{ parameter: "leaving.rate", multiply: { p10: 0.8, p90: 0.98 }, from: 2021, over: 2 }],
    },
  ],
};

/** Draws with everything in them: correlated numbers of several kinds, an uncertain base year, hiring and moves. */
export async function drawn(noise: boolean): Promise<{ readonly rows: number[]; readonly differences: number[] }> {
  const made = await ensembles(town, [nothing, plan], { draws: noise ? 20 : 120, seed: "town", noise });
  const [today, planned] = made as [Ensemble, Ensemble];
  const rows = (of: Ensemble) => of.rows().value.map((value) => value ?? Number.NaN);
  const differences =
    planned.difference?.series({ measure: "gap" }).flatMap(({ p10, p50, p90 }) => [p10, p50, p90]) ?? [];
  return { rows: [...rows(today), ...rows(planned)], differences };
}
