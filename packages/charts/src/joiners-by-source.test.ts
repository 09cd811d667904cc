import { parseSystem, run } from "cadre";
import { describe, expect, it } from "vitest";
import { altText } from "./alt-text.ts";
import { madeResult } from "./fixture.test-data.ts";
import { joinersBySource } from "./joiners-by-source.ts";
import { leaversByCause } from "./leavers-by-cause.ts";
import { toSvg } from "./svg.ts";

const result = madeResult({
  years: [2020, 2021],
  pools: [
    {
      id: "care",
      title: "Home care",
      measures: {
        "joiners.market": [0, 900.4, 950],
        "joiners.churn": [0, 600.4, 700],
        "joiners.pipeline": [0, 20.4, 30],
        joiners: [0, 1521.2, 1680],
      },
    },
  ],
});

describe("joinersBySource", () => {
  it("says the same rounded numbers everywhere and leaves out sources that never occur", async () => {
    const chart = joinersBySource(result, { pool: "care" });
    const { title, table } = chart.usermeta.cadre;
    expect(title).toBe("Home care: 1,680 people would take up a post in 2021, 950 of them recruited");
    expect(table.columns).toEqual(["Year ending", "Recruited", "Changing employer", "From courses", "All joiners"]);
    expect(table.rows).toEqual([
      ["2020", "900", "600", "20", "1,521"],
      ["2021", "950", "700", "30", "1,680"],
    ]);
    expect(altText(chart)).toContain("2021: 1,680 in all; recruited 950, changing employer 700, from courses 30.");
    expect(await toSvg(chart)).not.toMatch(/>Hired|NaN/);
  });

  it("speaks of the year it is asked for", () => {
    expect(joinersBySource(result, { year: 2020 }).usermeta.cadre.title).toContain(
      "1,521 people would take up a post in 2020",
    );
    expect(() => joinersBySource(run(parseSystem(TOWN)), { year: 2090 })).toThrow(/2090/);
  });

  it("parts of a real run are all its joiners", () => {
    const [row = []] = joinersBySource(run(parseSystem(TOWN))).usermeta.cadre.table.rows;
    const numbers = row.slice(1).map((text) => Number(text.replaceAll(",", "")));
    const all = numbers.pop() ?? 0;
    expect(all).toBeGreaterThan(0);
    expect(Math.abs(numbers.reduce((sum, one) => sum + one, 0) - all)).toBeLessThanOrEqual(numbers.length);
  });

  it("speaks of posts where jobs are counted, since nobody has counted people", () => {
    const jobs = run(parseSystem(TOWN.replace("calendar:", "counts: jobs\ncalendar:")));
    const [joiners, leavers] = [joinersBySource(jobs), leaversByCause(jobs)].map(({ usermeta }) => usermeta.cadre);
    expect(joiners?.title).toMatch(/\d posts would be taken up in 20\d\d, \d+ of them by recruits$/);
    expect(joiners?.table.caption).toMatch(/posts taken up, by source$/);
    expect(leavers?.title).toMatch(/\d posts would be left in 20\d\d, /);
    expect(leavers?.table.caption).toMatch(/posts left, by cause$/);
  });

  it("draws a pool nobody joins", async () => {
    const chart = joinersBySource(madeResult({ years: [2020], pools: [{ id: "a", title: "A" }] }));
    expect(chart.usermeta.cadre.title).toContain("nobody would take up a post in 2020");
    expect(await toSvg(chart)).not.toMatch(/NaN|Infinity/);
  });
});

const TOWN = `
cadre: 1
id: town
title: Town
calendar: { base: 2019-03-31, until: 2021-03-31 }
axes: { age: none }
pools:
  care: { title: Care, employer: Agency, sector: social-care, headcount: 1000, leaving: { rate: 30%, kind: leavers-per-average-headcount, scope: employer } }
  ward: { title: Ward, employer: Trust, sector: health, headcount: 500, leaving: { rate: 10%, kind: leavers-per-average-headcount, scope: employer } }
moves:
  - { from: care, to: ward, rate: 2%, kind: hazard }
`;
