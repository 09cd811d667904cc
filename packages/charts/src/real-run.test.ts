import { CadreError, ensembles, parseSystem, type Result, run } from "cadre";
import { openResult } from "cadre/results";
import { openEnsemble, tornado, worthMeasuring } from "cadre/uncertainty";
import { describe, expect, it } from "vitest";
import { agePyramid } from "./age-pyramid.ts";
import { chanceByYear } from "./chance-by-year.ts";
import { fan } from "./fan.ts";
import { gapByPool } from "./gap-by-pool.ts";
import { leaversByCause } from "./leavers-by-cause.ts";
import { countText } from "./number.ts";
import { supplyAndDemand } from "./supply-and-demand.ts";
import { toSvg } from "./svg.ts";
import { tornadoChart } from "./tornado-chart.ts";
import { worthChart } from "./worth-chart.ts";

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
    expect(supplyAndDemand(result).usermeta.cadre.table.rows.at(-1)?.at(-1)).toBe(countText(gap));
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

describe("charts of real draws", () => {
  const system = parseSystem(SYSTEM, { file: "town.yaml" });
  const plan = { id: "keep", title: "Keep people", changes: [{ parameter: "leaving.rate", multiply: 0.9 }] };
  const uncertainties = [{ parameter: "recruitment.recruits", multiply: { p10: 0.8, p90: 1.2 } }];
  const drawn = ensembles(system, [{ uncertainties }, { ...plan, uncertainties }], { draws: 40 });

  it("show the draws' own numbers, and that a plan helps in all of them though its band overlaps", async () => {
    const [today, keep] = await drawn;
    if (today === undefined || keep === undefined) throw new Error("two scenarios were drawn");
    const query = { pool: "care", measure: "gap", year: 2022 } as const;
    const chart = fan(today, { pool: "care", plan: keep, target: 0 });
    const { p10, p50, p90 } = today.at(query);
    expect(chart.usermeta.cadre.table.rows.at(-1)?.slice(1, 4)).toEqual([
      countText(p10),
      countText(p50),
      countText(p90),
    ]);
    expect(keep.at(query).p90).toBeGreaterThan(p10);
    const helps = keep.difference?.at(query);
    expect(chart.usermeta.cadre.subtitle).toContain(
      `Draw by draw the scenario lowers it by ${countText(-(helps?.p90 ?? 0))} to ${countText(-(helps?.p10 ?? 0))}`,
    );
    expect(chart.usermeta.cadre.subtitle).toContain("40 draws of 1 uncertain number;");
    expect(await toSvg(chart)).not.toMatch(/NaN|Infinity|undefined/);
    const chances = chanceByYear([today, keep], { pool: "care", atMost: p50 });
    expect(chances.usermeta.cadre.table.rows.at(-1)?.[1]).toBe("50%");
  });

  it("are the same after the draws have been posted from a worker", async () => {
    const [today, keep] = await drawn;
    if (today === undefined || keep === undefined) throw new Error("two scenarios were drawn");
    const posted = [today, keep].map(({ data }) => openEnsemble(structuredClone(data)));
    expect(chanceByYear(posted)).toEqual(chanceByYear([today, keep]));
  });

  it("show which number moves the gap most, and which is worth measuring", async () => {
    const asked = { pool: "care", measure: "gap", year: 2022 } as const;
    const bars = await tornado(system, { uncertainties }, asked);
    const [bar] = bars;
    if (bar === undefined) throw new Error("one number is uncertain");
    const chart = tornadoChart(bars, { ...asked, result: run(system) });
    expect(chart.usermeta.cadre.table.rows[0]?.slice(2, 4)).toEqual([countText(bar.low), countText(bar.high)]);
    expect(chart.usermeta.cadre.title).toContain(`${countText(Math.max(bar.low, bar.high))} FTE short`);
    const choices = [{ uncertainties }, { ...plan, uncertainties }];
    const found = await worthMeasuring(system, choices, { shortage: 20000, draws: 40 });
    const worth = worthChart(found.rows, { result: run(system), perfect: found.perfect });
    expect(worth.usermeta.cadre.table.rows).toHaveLength(found.rows.length);
    for (const one of [chart, worth]) expect(await toSvg(one)).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("refuse an unknown pool, or a measure that was not kept, with an error a planner can act on", async () => {
    const [today] = await drawn;
    if (today === undefined) throw new Error("a scenario was drawn");
    expect(() => fan(today, { pool: "cars" })).toThrow(CadreError);
    expect(() => fan(today, { measure: "trainees" })).toThrow(/keep no measure/);
    expect(() => chanceByYear(today, { pool: "cars" })).toThrow(CadreError);
  });
});
