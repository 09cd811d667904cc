import { describe, expect, it } from "vitest";
import { altText } from "./alt-text.ts";
import { chanceByYear } from "./chance-by-year.ts";
import { madeDraws } from "./draws.test-data.ts";
import { madeCounty } from "./fixture.test-data.ts";
import { toSvg } from "./svg.ts";

const county = madeCounty();
// In 2035 care is 4,800 FTE short; draws spread evenly from 3,800 to 5,800.
const sure = madeDraws(county);
const leaning = (lean: number) => madeDraws(county, { lean, title: `Plan ${-lean}` });

describe("chanceByYear", () => {
  it("says the same chances in title, alternative text, picture and table", async () => {
    const chart = chanceByYear(sure, { pool: "care", atMost: 4300 });
    const { title, subtitle, table } = chart.usermeta.cadre;
    expect(title).toBe("Independent sector care: the chance of a shortage of at most 4,300 FTE in 2035 is 25%");
    // 1.96 × √(0.25 ÷ 1,001) is 3.1 points.
    expect(subtitle).toContain("may be off by 3 points at most");
    expect(altText(chart)).toContain("2035: 25%.");
    expect(table.columns).toEqual(["Year", "Chance"]);
    expect(table.rows.at(0)).toEqual(["2019", "over 99%"]);
    expect(table.rows.at(-1)).toEqual(["2035", "25%"]);
    expect(await toSvg(chart)).toContain(">25%<");
  });

  it("has no chance to tell where nobody has given a range", async () => {
    const fixed = madeDraws(county, { spread: 0 });
    const alone = chanceByYear(fixed, { pool: "care" });
    expect(alone.usermeta.cadre.title).toContain("no chance of no shortage can be told: nobody has given a range");
    expect(alone.usermeta.cadre.table.rows.at(-1)).toEqual(["2035", "–"]);
    expect(await toSvg(alone)).not.toMatch(/under 1%|NaN/);
    const { subtitle, table } = chanceByYear([fixed, leaning(0)], { pool: "care" }).usermeta.cadre;
    expect(subtitle).toContain("No range for “Nothing changes”");
    expect(table.rows.at(-1)).toEqual(["2035", "–", "under 1%"]);
  });

  it("asks for no shortage unless told, and never says that it is certain", () => {
    const { title } = chanceByYear(sure, { pool: "care" }).usermeta.cadre;
    expect(title).toContain("the chance of no shortage in 2035 is under 1%");
  });

  it("compares scenarios with the first, and says which makes it likeliest", async () => {
    const chart = chanceByYear([sure, leaning(-500), leaning(-1000)], { pool: "care", atMost: 4300 });
    const { title, table } = chart.usermeta.cadre;
    expect(title).toContain("in 2035 is 75% with “Plan 1000”, 25% with “Nothing changes”");
    expect(table.columns).toEqual(["Year", "Nothing changes", "Plan 500", "Plan 1000"]);
    expect(table.rows.at(-1)).toEqual(["2035", "25%", "50%", "75%"]);
    const svg = await toSvg(chart);
    for (const label of ["25% Nothing changes", "50% Plan 500", "75% Plan 1000"]) expect(svg).toContain(label);
  });

  it("says so where no scenario helps", () => {
    const { title } = chanceByYear([sure, leaning(400)], { pool: "care", atMost: 4300 }).usermeta.cadre;
    expect(title).toContain(
      "no scenario makes a shortage of at most 4,300 FTE in 2035 likelier than “Nothing changes”, 25%",
    );
  });

  it("names six scenarios and greys the others", async () => {
    const many = [sure, ...[-100, -200, -300, -400, -500, -600, -700].map(leaning)];
    const chart = chanceByYear(many, { pool: "care", atMost: 4300 });
    expect(chart.usermeta.cadre.subtitle).toContain("Grey: 2 further scenarios, in the table.");
    expect(chart.usermeta.cadre.table.columns).toHaveLength(9);
    const svg = await toSvg(chart);
    expect(svg).toContain(">25% Nothing changes");
    expect(svg).not.toContain(">35% Plan 200");
    expect(svg).toContain(">40% Plan 300");
  });

  it("says nothing of counting where nothing is uncertain, and refuses no ensemble at all", () => {
    const certain = madeDraws(county, { spread: 0, uncertain: 0 });
    expect(chanceByYear(certain).usermeta.cadre.subtitle).not.toContain("off by");
    expect(() => chanceByYear([])).toThrow("a list of 1 or more");
  });

  it("takes targets of other measures in their own unit", () => {
    const { title } = chanceByYear(sure, { pool: "care", measure: "supply", atMost: 11200 }).usermeta.cadre;
    expect(title).toContain("the chance of supply of at most 11,200 FTE in 2035 is 55%");
  });
});
