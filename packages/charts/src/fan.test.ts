import type { PoolMeasure } from "cadre";
import { describe, expect, it } from "vitest";
import { altText } from "./alt-text.ts";
import { madeDraws } from "./draws.test-data.ts";
import { fan } from "./fan.ts";
import { madeCounty, madeResult } from "./fixture.test-data.ts";
import { toSvg } from "./svg.ts";

const county = madeCounty();
// In 2035 care is 4,800 FTE short in the central run; draws spread evenly over 2,000 around 200 more.
const sure = madeDraws(county, { lean: 200 });
const plan = madeDraws(county, { lean: -2800, spread: 4000, title: "Keep people" });
const differing = (mean: number) => ({ at: () => ({ mean, p10: -3400, p50: -3000, p90: -2600 }), chance: () => 1 });

describe("fan", () => {
  it("shows a dash where nobody has given a range, and says so", async () => {
    const fixed = madeDraws(county, { spread: 0 });
    const chart = fan(fixed, { pool: "care", target: 100 });
    const { title, subtitle, table } = chart.usermeta.cadre;
    expect(title).toContain("4,800 FTE short in 2035; nobody has given a range");
    expect(subtitle).toContain("in 2035: –.");
    expect(subtitle).toContain("No range: nobody has given one for any number that affects it.");
    expect(table.rows.at(-1)).toEqual(["2035", "–", "4,800", "–", "4,800"]);
    expect(await toSvg(chart)).toContain(">4,800, no range<");
    const both = fan(fixed, { pool: "care", plan: madeDraws(county, { title: "Plan" }), target: 0 }).usermeta.cadre;
    expect(both.subtitle).toContain("No range for “Nothing changes”: nobody");
    expect(both.subtitle).toContain("in 2035: –, with the plan under 1%.");
  });

  it("says the same rounded numbers in title, alternative text, picture and table", async () => {
    const chart = fan(sure, { pool: "care", measure: "gap" });
    const { title, subtitle, table } = chart.usermeta.cadre;
    expect(title).toBe(
      "Independent sector care: 5,000 FTE short in 2035, in 8 of 10 draws between 4,200 and 5,800 FTE short",
    );
    expect(subtitle).toContain("Shortage in full-time equivalents (FTE), at 31 March.");
    expect(subtitle).toContain("8 in 10 of 1,001 draws of 3 uncertain numbers");
    expect(altText(chart)).toContain("2035: median 5,000 FTE short, 8 draws of 10 between 4,200 and 5,800 FTE short.");
    expect(table.columns).toEqual(["Year", "1 in 10 below", "median", "9 in 10 below", "central run"]);
    expect(table.rows).toHaveLength(17);
    expect(table.rows.at(-1)).toEqual(["2035", "4,200", "5,000", "5,800", "4,800"]);
    const svg = await toSvg(chart);
    for (const label of ["9 in 10 below 5,800", "Median 5,000", "1 in 10 below 4,200"])
      expect(svg).toContain(`>${label}<`);
  });

  it("draws the target as a line and says how likely it is kept, with the plan too", async () => {
    // A shortage of 4,600 lies at 3 in 10 of draws from 4,000 to 6,000, and above all of the plan's from 0 to 4,000.
    const chart = fan(sure, { pool: "care", target: 4600, plan });
    expect(chart.usermeta.cadre.subtitle).toContain(
      "Chance of a shortage of at most 4,600 FTE in 2035: 30%, with the plan over 99%.",
    );
    expect(await toSvg(chart)).toContain(">Target 4,600<");
    expect(fan(sure, { target: 0 }).usermeta.cadre.subtitle).toContain("Chance of no shortage in 2035: under 1%.");
    expect(fan(sure, { target: -50 }).usermeta.cadre.subtitle).toContain("at least 50 FTE more than needed");
  });

  it("compares a plan by medians, each with its range at the end of its line", async () => {
    const chart = fan(sure, { pool: "care", plan });
    const { title, table } = chart.usermeta.cadre;
    expect(title).toContain(
      "2,000 FTE short in 2035 with “Keep people”, 5,000 FTE short with “Nothing changes” (medians)",
    );
    expect(table.columns).toHaveLength(9);
    expect(table.columns[5]).toBe("Keep people: 1 in 10 below");
    const svg = await toSvg(chart);
    expect(svg).toContain("2,000 (400 to 3,600)");
    expect(svg).toContain("5,000 (4,200 to 5,800)");
  });

  it("never cuts a number, however narrow", async () => {
    const many = madeResult({ pools: [{ id: "a", title: "A", measures: { demand: Array(7).fill(781572) } }] });
    const svg = await toSvg(
      fan(madeDraws(many), { plan: madeDraws(many, { spread: 4e5, title: "More nurses" }), width: 360 }),
    );
    expect(svg.replace(/<[^>]*>/g, " ")).toMatch(/781,572\s+\(621,572 to\s+941,572\)/);
  });

  it("gives no range to a scenario without one, and cuts a name that would push the finding out of the title", async () => {
    const certain = madeDraws(county, { spread: 0, title: "A scenario with a very long name ".repeat(4) });
    const chart = fan(sure, { pool: "care", plan: certain });
    expect(chart.usermeta.cadre.title).toMatch(
      /with “A scenario with a very long name A scenario with a very lon…”, 5,000/,
    );
    expect(await toSvg(chart)).not.toContain("4,800 (");
  });

  it("says what the plan does draw by draw, but only where that is its difference from the first", () => {
    const said = (mean: number) =>
      fan(sure, { pool: "care", plan: { ...plan, difference: differing(mean) } }).usermeta.cadre.subtitle;
    expect(said(-3000)).toContain("Draw by draw the plan lowers it by 2,600 to 3,400 (8 draws of 10).");
    expect(said(-2000)).not.toContain("Draw by draw");
  });

  it.each([
    [{ p10: 300, p90: 400.2 }, "raises it by 300 to 400"],
    [{ p10: 300, p90: 300 }, "raises it by 300 (8"],
    [{ p10: -300, p90: 40 }, "changes it by −300 to +40"],
    [{ p10: -0.2, p90: 0.4 }, "changes nothing"],
  ])("a difference of %o reads “%s”", ({ p10, p90 }, words) => {
    const difference = { at: () => ({ mean: -3000, p10, p50: 0, p90 }), chance: () => 1 };
    expect(fan(sure, { pool: "care", plan: { ...plan, difference } }).usermeta.cadre.subtitle).toContain(words);
  });

  it("speaks of a surplus by its size, and of draws on both sides of balance with both words", () => {
    const made = (lean: number) => fan(madeDraws(county, { lean }), { pool: "care" }).usermeta.cadre;
    expect(made(-4800).title).toContain(
      "in balance in 2035, in 8 of 10 draws between 800 FTE more than needed and 800 FTE short",
    );
    expect(made(-4800).subtitle).toContain(
      "Gap in full-time equivalents (FTE), at 31 March: above zero short of staff",
    );
    expect(made(-6800).title).toContain(
      "2,000 FTE more than needed in 2035, in 8 of 10 draws between 1,200 and 2,800 FTE more than",
    );
  });

  it("says that nothing is uncertain where nothing is, and draws one line", async () => {
    const chart = fan(madeDraws(county, { spread: 0, uncertain: 0 }), { pool: "care" });
    expect(chart.usermeta.cadre.title).toContain("4,800 FTE short in 2035; nobody has given a range");
    expect(chart.usermeta.cadre.subtitle).toContain("all the same since no number has an interval");
    expect(await toSvg(chart)).not.toContain("1 in 10");
  });

  it("says which kinds of chance the draws hold, and how many failed", () => {
    const said = (made: Parameters<typeof madeDraws>[1]) => fan(madeDraws(county, made)).usermeta.cadre.subtitle;
    expect(said({ noise: true })).toContain("3 uncertain numbers and the chance of individual careers");
    expect(said({ noise: true, uncertain: 0 })).toContain("1,001 draws of the chance of individual careers");
    expect(said({ refused: 12 })).toContain(
      "(in 12 the numbers contradicted each other; the central run replaces them)",
    );
  });

  it("draws money, shares and flows in their own units", () => {
    const numbers = { "cost.total": [0, 31e6, 32e6], vacancyRate: [0.08, 0.09, 0.1], leavers: [0, 34, 40] };
    const result = madeResult({ years: [2020, 2021], pools: [{ id: "a", title: "A", measures: numbers }] });
    const made = (measure: PoolMeasure, spread: number) =>
      fan(madeDraws(result, { spread }), { measure }).usermeta.cadre;
    expect(made("cost.total", 1e7).title).toContain(
      "£32 million in 2021, in 8 of 10 draws between £28 million and £36 million",
    );
    expect(made("cost.total", 1e7).title).toContain(": all costs £32 million");
    expect(made("vacancyRate", 0.05).title).toContain("10% in 2021, in 8 of 10 draws between 8% and 12%");
    const leavers = made("leavers", 10);
    expect(leavers.title).toContain(": leavers 40 in 2021, in 8 of 10 draws between 36 and 44");
    expect(leavers.subtitle).toContain("in years that end at 31 March");
    expect(leavers.table.rows.map(([year]) => year)).toEqual(["2020", "2021"]);
  });

  it("tells the difference of two shares in percentage points", () => {
    const numbers = { vacancyRate: [0.08, 0.09, 0.1] };
    const result = madeResult({ years: [2020, 2021], pools: [{ id: "a", title: "A", measures: numbers }] });
    const plan = madeDraws(result, { spread: 0, lean: -0.03 });
    const difference = { at: () => ({ mean: -0.03, p10: -0.05, p50: -0.03, p90: 0.012 }), chance: () => 1 };
    const chart = fan(madeDraws(result, { spread: 0 }), { measure: "vacancyRate", plan: { ...plan, difference } });
    expect(chart.usermeta.cadre.title).toContain(": vacancy rate 7% in 2021 with");
    expect(chart.usermeta.cadre.subtitle).toContain("changes it by −5 to +1 percentage points");
  });

  it("draws a single reference date", async () => {
    const result = madeResult({ years: [], pools: [{ id: "a", title: "A", measures: { supply: [1], demand: [3] } }] });
    expect(await toSvg(fan(madeDraws(result)))).not.toMatch(/NaN|Infinity|undefined/);
  });
});
