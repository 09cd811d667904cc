import { CadreError, openResult, parseSystem, type Result, run } from "cadre";
import { describe, expect, it } from "vitest";
import { agePyramid } from "./age-pyramid.ts";
import { gapByPool } from "./gap-by-pool.ts";
import { leaversByCause } from "./leavers-by-cause.ts";
import { whole } from "./number.ts";
import { supplyAndDemand } from "./supply-and-demand.ts";
import { toSvg } from "./svg.ts";

const SYSTEM = `
cadre: 1
id: town
title: Town
place: Town
calendar: { base: 2019-03-31, until: 2022-03-31 }
axes: { sex: [female, male] }
pools:
  care:
    title: Home care
    employer: Agency
    sector: social-care
    role: care worker
    headcount: 1000
    ages: { "16-29": 20%, "30-75": 80% }
    sex: { female: 80%, male: 20% }
    fte: 0.8
    vacancyRate: 10%
    leaving: { rate: 30%, kind: leavers-per-average-headcount, scope: employer, includes: [] }
    recruitment: { mode: replace }
`;

describe("charts of a real run", () => {
  const result = run(parseSystem(SYSTEM, { file: "town.yaml" }));
  const charts = (of: Result) => [
    supplyAndDemand(of),
    agePyramid(of, { against: 2019 }),
    leaversByCause(of),
    gapByPool(of),
  ];

  it("show the run's own numbers", async () => {
    for (const chart of charts(result)) expect(await toSvg(chart)).not.toMatch(/NaN|Infinity|undefined/);
    const gap = result.at({ measure: "gap", year: 2022 });
    expect(supplyAndDemand(result).usermeta.cadre.table.rows.at(-1)?.at(-1)).toBe(whole(gap));
  });

  it("are the same after the result has been posted from a worker", () => {
    expect(charts(openResult(structuredClone(result.data)))).toEqual(charts(result));
  });

  it("refuse an unknown pool or year with an error a planner can act on", () => {
    expect(() => supplyAndDemand(result, { pool: "cars" })).toThrow(CadreError);
    expect(() => leaversByCause(result, { pool: "cars" })).toThrow(CadreError);
    expect(() => agePyramid(result, { year: 2050 })).toThrow(CadreError);
  });
});
