/** A system small enough to read at a glance, with every part a run needs. */
export const smallSystem = `cadre: 1
id: small
title: A small place
place: Small
calendar: { base: 2019-03-31, until: 2022-03-31 }
axes: { age: [16, 75], tenure: 2, sex: [female, male] }
population:
  date: 06-30
  people:
    2018: { "0-15": 1000, "16-64": 3000, "65+": 1000 }
    2022: { "0-15": 1000, "16-64": 2900, "65+": 1100 }
pools:
  care:
    title: Care
    employer: A provider
    sector: social-care
    role: care workforce
    headcount: 100
    ages: { "16-29": 20%, "30-49": 50%, "50-75": 30% }
    sex: { female: 80%, male: 20% }
    fte: 0.8
    vacancyRate: 5%
    leaving: { rate: 20%, kind: leavers-per-average-headcount, scope: employer, includes: [] }
    recruitment: { mode: replace }
demand:
  care:
    drivers: [ { population: { "65+": 100% } } ]
    growthPerHead: 0% per year
    productivity: 0% per year
`;

/** What a person writes first after installing. */
export const consumerScript = `
import { ensemble, parseSystem, run } from "cadre";
import { readSystem, startWorkers } from "cadre/node";
import { supplyAndDemand, toSvg } from "@cadre/charts";
import { reconcile } from "@cadre/sources";
import { readFileSync } from "node:fs";

const fromText = run(parseSystem(readFileSync("system.yaml", "utf8"), { file: "system.yaml" }));
const fromFile = run(await readSystem("system.yaml"));
const question = { pool: "care", measure: "gap", year: 2022 };
const svg = await toSvg(supplyAndDemand(fromText, { pool: "care" }));
const uncertainties = [{ parameter: "demand.posts", multiply: { p10: 0.9, p90: 1.1 } }];
const workers = startWorkers({ size: 2 });
const drawn = (more) => ensemble(fromText.data.resolved.given, { uncertainties }, { draws: 150, ...more });
const alone = (await drawn({})).at(question);
const shared = (await drawn({ workers })).at(question);
await workers.close();
const { total } = reconcile({
  dimensions: { place: ["here"] },
  margins: [{ source: "a", by: [], values: 105, trust: 1 }, { source: "b", by: [], values: 95, trust: 0 }],
});
console.log(JSON.stringify({
  opening: Number(fromText.at({ pool: "care", measure: "headcount", year: 2019 }).toFixed(9)),
  years: fromText.years,
  same: fromText.at(question) === fromFile.at(question) && Number.isFinite(fromText.at(question)),
  svg: svg.startsWith("<svg") && svg.includes("</svg>"),
  together: Math.round(total),
  threads: alone.p90 > alone.p10 && JSON.stringify(alone) === JSON.stringify(shared),
}));
`;

/** The same in TypeScript, with one mistake that the types have to notice. */
export const consumerTypes = `
import { parseSystem, run, type Result, type System } from "cadre";
import { unitOf } from "cadre/measures";
import { readSystem } from "cadre/node";
import { gapDrivers, type Driver } from "cadre/results";
import { tornado, type TornadoBar } from "cadre/uncertainty";
import { supplyAndDemand, toSvg } from "@cadre/charts";
import { readEstimates, toPopulation } from "@cadre/sources";
import { toTable } from "@cadre/sources/arquero";

const system: System = parseSystem("cadre: 1");
const result: Result = run(system);
const gap: number = result.at({ pool: "all", measure: "gap", year: 2035 });
const svg: Promise<string> = toSvg(supplyAndDemand(result, { pool: "all" }));
const read: Promise<System> = readSystem("system.yaml");
const drivers: Driver[] = gapDrivers(result, { year: 2035 });
const bars: Promise<readonly TornadoBar[]> = tornado(system, {}, { year: 2035 });
const unit: string = unitOf("gap").one;
// @ts-expect-error a year is a number
result.at({ measure: "gap", year: "2035" });
const people: string = toPopulation(readEstimates("").rows, "Here", { bands: ["0-15", "16+"] });
const rows: number = toTable(readEstimates("").rows).numRows();
export { bars, drivers, gap, people, read, rows, svg, unit };
`;

/** Strict, and with neither Node's nor a browser's types, since the library needs none. */
export const consumerConfig = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: "nodenext",
    target: "es2022",
    lib: ["es2023"],
    types: [],
  },
  files: ["types.ts"],
};
