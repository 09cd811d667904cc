import { readFileSync } from "node:fs";
import * as cadre from "cadre";
import { SHAPES } from "cadre/arguments";
import * as backtest from "cadre/backtest";
import { compileFormula } from "cadre/formula";
import { parseFundingRules } from "cadre/funding";
import { projectCohorts } from "cadre/population";
import { parseObserved } from "cadre/results";
import type { Call } from "./hostile.ts";

// Arguments that are right for every function that the library exports, as small as can be.

const town = cadre.parseSystem(`
cadre: 1
id: town
title: Town
calendar: { base: 2024-03-31, until: 2026-03-31 }
axes: { age: none, tenure: 2 }
pools:
  care:
    title: Care
    employer: Us
    sector: care
    headcount: { value: 100, p10: 95, p90: 105 }
    leaving: { rate: { history: { 2021: 29%, 2022: 31% } }, kind: hazard, scope: employer }
`);
const ages = cadre.parseSystem(`
cadre: 1
id: ages
title: Ages
calendar: { base: 2018-03-31, until: 2020-03-31 }
axes: { age: [16, 20], tenure: 1 }
pools:
  care:
    { title: Care, employer: Us, sector: care, headcount: 100, ages: { 16-20: 100% }, leaving: { rate: 30%, kind: hazard, scope: employer } }
`);
const change = { parameter: "leaving.rate", multiply: 0.9 };
const keep = { id: "keep", title: "Keep people", evidence: { level: 2 as const }, changes: [change] };
const plan = { id: "plan", title: "Plan", interventions: [keep] };
const today = cadre.run(town);
const planned = cadre.run(town, plan);
const [sure, more] = await Promise.all([0, 4].map((from) => cadre.ensemble(town, {}, { draws: 4, from })));
const england = parseFundingRules(readFileSync("data/funding/england.yaml", "utf8"));
const levers = { levers: [{ parameter: "recruitment.effort", multiply: {} }], targets: [{ year: 2026, atMost: 0 }] };
const figures = [31, 34, 29, 33].map((rate, i) => `202${i}-03-31,care,leaving.rate,${rate}%,,first,report`);
const seriesText = ["date,pool,measure,value,published,vintage,source", ...figures].join("\n");
const series = backtest.parseSeries(seriesText);
const kept = JSON.stringify({ mark: "0123456789abcdef", inputs: [], answers: [] });
const cohorts = {
  ...{ from: 2023, years: 1, interval: 1, people: Float64Array.of(10, 20, 30), fertility: new Float64Array(3) },
  ...{ survival: { atBirth: Float64Array.of(1), byAge: Float64Array.of(1, 1, 1) }, sexRatioAtBirth: 1.05 },
};
const population = {
  place: "Town",
  date: "06-30",
  years: [2024],
  bands: ["65+"],
  people: [[140]],
  kind: "fact" as const,
};
const formula = compileFormula("base * people('65+') / people0('65+')");
const context = { base: 100, years: 1, year: 2025, people: () => 1, people0: () => 1 };
const question = {
  options: [{ intervention: keep, starts: [2025], price: { perYear: 1000 } }],
  objective: { least: "shortage" as const },
};
const checks = { system: "system.yaml", checks: [], file: "checks.yaml" };
const observed = parseObserved("date,pool,measure,value\n2025-03-31,all,headcount,90\n");
const spread = backtest.RATE_SPREADS.leaving;
const fitted = backtest.fitRate({ 2016: 0.262, 2017: 0.324 }, { spread });
const rates = {
  ...{ survival: { atBirth: Float64Array.of(1), byAge: Float64Array.of(1, 0) }, fertility: Float64Array.of(0, 0.41) },
  ...{ sexRatioAtBirth: 1.05, interval: 5 },
};
const learner = { date: "2019-09-01", age: 24, employerSize: 80 };
const course = { start: "2019-09", months: 18, cost: 12000 };
const staffing = {
  ...{ years: [2025, 2026], least: "cost" },
  pools: { nurses: { today: 20, need: [24, 30], leaving: 0.05, recruits: { price: 6000, most: 50 } } },
};
const draws = { draws: 4, seed: 1 };
const text = "cadre: 1";

/** What a result and draws are asked. */
export const METHODS: Readonly<Record<string, readonly [Call, readonly unknown[]]>> = {
  "Result.at": [today.at as Call, [{ pool: "care", measure: "gap", year: 2025 }]],
  "Result.series": [today.series as Call, [{ pool: "care", measure: "gap" }]],
  "Result.cells": [today.cells as Call, [{ pool: "care", measure: "headcount", year: 2025 }]],
  "Result.unit": [today.unit as Call, [{ pool: "care", measure: "gap" }]],
  "Ensemble.at": [sure?.at as Call, [{ pool: "care", measure: "gap", year: 2025 }]],
  "Ensemble.series": [sure?.series as Call, [{ pool: "care", measure: "gap" }]],
  "Ensemble.chance": [sure?.chance as Call, [{ pool: "care", measure: "gap", year: 2025, atMost: 0 }]],
};

/** By name: what the library exports, with what it may be called with. */
export const RIGHT: Readonly<Record<string, readonly unknown[]>> = {
  checkArguments: [{ year: 2030 }, { year: SHAPES.number }],
  againstObserved: [today, observed, () => undefined],
  answerDraws: [{ postMessage: () => undefined, addEventListener: () => undefined }],
  asItStands: [town],
  changeRows: [plan],
  checkFormula: [formula, [context]],
  checkFormulaBands: [formula, ["65+"]],
  columnsCsv: [[{ year: [2024, 2025], gap: [1, 2] }]],
  compare: [[today, planned]],
  compileFormula: ["base * 2"],
  coursePayments: [course, england],
  csvText: [["pool"], [{ pool: "care" }]],
  coursePriced: [town, keep],
  decompose: [today, planned, { pool: "all", measure: "gap", year: 2026 }],
  effectShare: [plan, keep, change],
  inputEffects: [town, plan, { pool: "care", year: 2025 }],
  employerShare: [learner, england],
  ensemble: [town, plan, { ...draws, from: 0, of: 4, sampling: "sobol", noise: false, measures: ["gap"] }],
  ensembles: [town, [{}, plan], draws],
  evidenceOf: [plan],
  explain: [town, plan, { parameter: "leaving.rate", where: { pool: "care" }, year: 2025 }],
  explainable: [town],
  gapDrivers: [today, { pool: "care", year: 2025 }],
  howTested: [town],
  isMeasure: ["gap"],
  isRatio: ["gap"],
  isStillInPost: ["gap"],
  isStock: ["gap"],
  jsonSchemas: [],
  leaverRates: [{ opening: 100, closing: 90, leavers: 20 }],
  levyAccount: [{ rules: england, start: "2019-04", months: 3, payBill: { perYear: 4_200_000 }, training: [] }],
  levyOf: [today],
  longRunGrowth: [rates],
  measureNamed: ["gap"],
  measureOf: ["retirement"],
  mergeEnsembles: [[sure, more]],
  mixVariants: [{ low: population }, { low: 1 }],
  numberWords: [town, "pools.care.leaving.rate"],
  openEnsemble: [sure?.data],
  openResult: [today.data],
  pageWorkers: [() => ({ postMessage: () => undefined, terminate: () => undefined }), 2],
  parseAssurance: [text, { file: "assurance.yaml" }],
  parseChecks: [text, { file: "checks.yaml" }],
  parseFundingRules: [text, { file: "funding.yaml" }],
  parseIntervention: [text, { file: "intervention.yaml" }],
  parseKeptRecord: [kept, { file: "record.json" }],
  parseObserved: [text, { file: "observed.csv" }],
  parsePlan: [text, { file: "plan.yaml", files: () => undefined }],
  parseScenario: [text, { file: "scenario.yaml", files: () => undefined }],
  parseSeries: [seriesText, { file: "series.csv" }],
  parseSystem: [text, { file: "system.yaml", files: () => undefined }],
  partsOf: ["leavers"],
  personYearsLived: [{ survivors: Float64Array.of(100, 90, 80), expectation: [2.5] }],
  pick: [today, { measure: "gap", where: { pool: "care" }, year: 2025 }],
  movesBetween: [today, { until: 2026 }],
  planOf: [[today, planned]],
  populationOf: [
    projectCohorts(cohorts as Parameters<typeof projectCohorts>[0]),
    { place: "Town", date: "06-30", kind: "fact" },
  ],
  poundsIn: [[1_250_000, -40_000]],
  projectCohorts: [cohorts],
  rateToHazard: ["hazard", 0.3, { growth: 0 }],
  readFormula: ["base"],
  adjustmentEffects: [town, plan],
  givenRecord: [today],
  resolvedRecord: [today],
  rowsCsv: [["Year"], [["2035"]]],
  run: [town, plan],
  runChecks: [checks, [today]],
  scenarioText: [plan],
  inputEffectsInThread: [town, plan, { pool: "care", year: 2025 }],
  screening: [town, plan, { trajectories: 2, seed: 1 }],
  sobolIndices: [town, plan, { draws: 4, seed: 1 }],
  spreadBands: [[{ from: 16, to: 17, label: "16-17" }], [40], 16, [1, 1]],
  stillInPost: [today, { pool: "care", years: 1, year: 2025 }],
  stillInPostAfter: [() => 0.25, 3],
  survivalRatios: [{ personYears: Float64Array.of(98, 97, 291), radix: 100, interval: 1, sexes: 1, ages: 3 }],
  toArrow: [today],
  toParquet: [today],
  tornado: [town, plan, { pool: "all", measure: "gap", year: 2026 }],
  trainingFunding: [{ ...learner, cost: 27_000, funds: 20_000 }, england],
  unpriced: [planned],
  unitOf: ["gap", ["people"]],
  withoutFormula: ["=1"],
  worthMeasuring: [town, [{}, plan], { shortage: 20_000, draws: 4 }],

  assurance: [
    { results: [today], mark: "0123456789abcdef", on: "2026-11-29", miscounted: [], changed: () => undefined },
  ],
  changedEffect: [town, {}, "pools.care.headcount", { pool: "all", year: 2026 }],

  backtest: [town, series, { origins: [2024], horizons: [1] }],
  backtestRates: [series, { horizons: [1] }],
  calibrationOf: [0.5, 20],
  fitGrowth: [{ 2012: 166, 2016: 161 }, { spread }],
  fitRate: [
    { 2016: 0.262, 2017: 0.324 },
    { spread, reference: { 2016: 0.26, 2017: 0.28 } },
  ],
  leavingByAge: [ages, { pool: "care", year: 2018, shares: { "16-17": 0.25, "18-20": 0.75 } }],
  unexplainedJoiners: [series, { pool: "care", fte: 0.9 }],
  pooledSpread: [
    {
      histories: [
        [0.26, 0.32],
        [0.25, 0.23],
      ],
      from: "two areas",
    },
  ],
  yearToCome: [fitted, 0.5],

  assumedPrices: [town, plan],
  costOfGain: [town, [{}, plan], draws],
  frontier: [town, question, [0, 1000], {}],
  portfolio: [town, question, {}],
  signposts: [town, [{}, plan], draws],
  parseStaffing: [text],
  solve: [town, levers],
  solveDraws: [town, levers, draws],
  staffing: [staffing],
  stress: [town, [{}, plan], draws],

  projectFolder: ["scenarios/cumbria/system.yaml"],
  readAssurance: ["nowhere.yaml"],
  readCatalogue: ["nowhere"],
  readChecks: ["nowhere.yaml"],
  readKeptRecords: [{ file: "nowhere.yaml", signed: [] }],
  readStaffing: ["nowhere.yaml"],
  readObserved: ["nowhere.csv"],
  readPlan: ["nowhere.yaml"],
  readScenario: ["nowhere.yaml"],
  readSeries: ["nowhere.csv"],
  readSystem: ["nowhere.yaml"],
  readSystemOrScenario: ["nowhere.yaml"],
  startWorkers: [{ size: 1, patience: 5 }],
};
