import { CadreError, ensembles, parseSystem } from "cadre";
import { describe, expect, it } from "vitest";
import { altText } from "./alt-text.ts";
import { madeResult } from "./fixture.test-data.ts";
import { headline } from "./headline.ts";
import { countText } from "./number.ts";
import { planLessNothing } from "./plan-less-nothing.ts";
import { kept, nothing, plan } from "./scenarios.test-data.ts";
import { toSvg } from "./svg.ts";

const words = (text: string) => text.split(" ").length;

describe("planLessNothing", () => {
  it("counts how many fewer are short, the same in title, picture, alternative text and table", async () => {
    const chart = planLessNothing({ before: nothing, plan: kept, pool: "care" });
    const less = ["gap" as const].map((measure) => {
      const at = (result: typeof nothing) => result.at({ pool: "care", measure, year: 2024 });
      return countText(at(nothing) - at(kept));
    });
    const { title, subtitle, table } = chart.usermeta.cadre;
    expect(title).toBe(`“Keep people” closes ${less} FTE of the 2024 gap`);
    expect(subtitle).toContain(
      "Fewer full-time equivalents (FTE) short, at 31 March: “Keep people” against “If nothing",
    );
    expect(table.columns).toEqual(["Year", "Change"]);
    expect(table.rows.at(0)).toEqual(["2019", "0"]);
    expect(table.rows.at(-1)).toEqual(["2024", `+${less}`]);
    expect(altText(chart)).toContain(`2024: +${less}.`);
    const svg = await toSvg(chart);
    expect(svg).toContain(`>+${less}<`);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("says so where the plan widens the gap or changes nothing, and refuses what is not there", () => {
    const made = (gap: number) =>
      madeResult({
        years: [2020],
        pools: [{ id: "a", title: "A", measures: { demand: [10, 10 + gap], supply: [10, 10] } }],
      });
    const title = (gap: number) => planLessNothing({ before: made(5), plan: made(gap) }).usermeta.cadre.title;
    expect(title(25)).toBe("“Nothing changes” widens the 2020 gap by 20 FTE");
    expect(title(5.2)).toBe("“Nothing changes” hardly changes the gap of 2020");
    expect(() => planLessNothing({ before: nothing, plan, pool: "cars" })).toThrow(CadreError);
    expect(() => planLessNothing({ before: nothing, plan, year: 2090 })).toThrow(CadreError);
  });

  it("draws the band of the difference in each draw, not of the scenarios", async () => {
    const effect = [{ parameter: "leaving.rate", multiply: { p10: 0.8, p90: 1.15 } }];
    const uncertainties = [{ parameter: "recruitment.recruits", multiply: { p10: 0.8, p90: 1.2 } }];
    const interventions = [{ id: "keep", title: "Keep", changes: effect }];
    const scenario = { id: "keep", title: "Keep people in their posts with many words", interventions, uncertainties };
    const [today, keep] = await ensembles(TOWN, [{ uncertainties }, scenario], { draws: 40 });
    if (today === undefined || keep === undefined) throw new Error("two scenarios were drawn");
    const query = { pool: "care", measure: "gap", year: 2022 } as const;
    const chart = planLessNothing({ before: today.central, plan: keep.central, sure: [today, keep], pool: "care" });
    const { p10 = 0, p90 = 0 } = keep.difference?.at(query) ?? {};
    const { title, subtitle, table } = chart.usermeta.cadre;
    expect(table.rows.at(-1)?.slice(2)).toEqual([
      `${p90 > 0 ? "−" : "+"}${countText(Math.abs(p90))}`,
      `+${countText(-p10)}`,
    ]);
    expect(-p10 + p90).toBeLessThan(today.at(query).p90 - keep.at(query).p10);
    expect(title).toMatch(/^“Keep .*…” closes \d+ FTE of the 2022 gap/);
    expect(title).toContain("perhaps none");
    expect(words(title)).toBeLessThanOrEqual(12);
    expect(subtitle).toMatch(
      /Band: 8 in 10 of 40 draws of 1 to 2 uncertain numbers, the plan less the other in each\./,
    );
    expect(subtitle).toMatch(/Fewer short in \d\d% of the draws for 2022\./);
    const areas = chart.layer.filter((layer) => JSON.stringify(layer).includes('"area"'));
    expect(areas).toHaveLength(1);
    for (const width of [720, 390])
      expect(
        await toSvg(planLessNothing({ before: today.central, plan: keep.central, sure: [today, keep], width })),
      ).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("tells money and shares in their own units", () => {
    const { title, table } = planLessNothing({ before: nothing, plan, measure: "cost.interventions" }).usermeta.cadre;
    expect(title).toMatch(/^“The whole plan”: £\d+ thousand more, cost of interventions in 2024$/);
    expect(table.rows.at(-1)?.[1]).toMatch(/^\+\d/);
  });
});

describe("headline", () => {
  it("lets a name give way, word by word, and never the finding", () => {
    const of = (name: string) => `“${name}” closes 910 FTE of the 2035 gap, perhaps none`;
    expect(headline("The plan", of)).toBe("“The plan” closes 910 FTE of the 2035 gap, perhaps none");
    expect(headline("The strategy of 2019 with retention", of)).toBe(
      "“The strategy of…” closes 910 FTE of the 2035 gap, perhaps none",
    );
    expect(headline("Plan", () => "a finding that is longer than twelve words all by itself stays as it is")).toContain(
      "as it is",
    );
  });
});

const TOWN = parseSystem(
  `
cadre: 1
id: town
title: Town
calendar: { base: 2019-03-31, until: 2022-03-31 }
axes: { age: none }
pools:
  care: { title: Home care, employer: Agency, sector: social-care, headcount: 1000, vacancyRate: 10%, leaving: { rate: 30%, kind: leavers-per-average-headcount, scope: employer }, recruitment: { mode: replace } }
`,
  { file: "town.yaml" },
);
