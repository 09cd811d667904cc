import { CadreError, type Measure } from "cadre";
import { describe, expect, it } from "vitest";
import { altText } from "./alt-text.ts";
import { scenariosSideBySide } from "./compare-scenarios.ts";
import { type MadePool, madeResult } from "./fixture.test-data.ts";
import { countText } from "./number.ts";
import { kept, nothing, plan } from "./scenarios.test-data.ts";
import { toSvg } from "./svg.ts";

const made = (title: string, gap: number, more: MadePool["measures"] = {}) =>
  madeResult({
    title,
    years: [2020],
    pools: [{ id: "care", title: "Care", measures: { supply: [100, 100], demand: [110, 100 + gap], ...more } }],
  });

describe("scenariosSideBySide", () => {
  it("says the same rounded numbers in title, alternative text, picture and table", async () => {
    const chart = scenariosSideBySide([nothing, kept, plan], { pool: "care" });
    const { title, table, source } = chart.usermeta.cadre;
    const end = (result: typeof nothing) => countText(result.at({ pool: "care", measure: "gap", year: 2024 }));
    expect(title).toBe(
      `Home care: ${end(kept)} FTE short in 2024 with “Keep people”, ${end(nothing)} FTE short with “If nothing changes”`,
    );
    expect(altText(chart)).toContain(`The whole plan ${end(plan)} FTE short.`);
    expect(table.columns).toEqual(["Year", "If nothing changes", "Keep people", "The whole plan"]);
    expect(table.rows.at(-1)).toEqual(["2024", end(nothing), end(kept), end(plan)]);
    expect(source).toBe("Source: The survey (2019).");
    const svg = await toSvg(chart);
    for (const result of [nothing, kept, plan]) expect(svg).toContain(`${end(result)} ${result.title}`);
  });

  it("speaks of the plan, wherever others end, and always names its line", async () => {
    const kinds = ["plan", "risk", "plan", "what-if", "what-if", "what-if", "what-if", "what-if", "what-if"] as const;
    const results = kinds.map((kind, i) => ({ ...made(`Scenario ${i}`, [10, 90, 9][i] ?? -10 * i), kind }));
    const chart = scenariosSideBySide(results);
    expect(chart.usermeta.cadre.title).toBe(
      "Made-up county: 9 FTE short in 2020 with “Scenario 2”, 10 FTE short with “Scenario 0”",
    );
    expect(await toSvg(chart)).toContain("9 Scenario 2");
    const costs = scenariosSideBySide(results, { measure: "supply" }).usermeta.cadre.title;
    expect(costs).toBe("Made-up county: no scenario differs from “Scenario 0” in 2020, 100 FTE");
  });

  it("says so where none differs", () => {
    const title = (...gaps: number[]) =>
      scenariosSideBySide(gaps.map((gap, i) => made(`Scenario ${i}`, gap))).usermeta.cadre.title;
    expect(title(10, 12)).toBe(
      "Made-up county: 12 FTE short in 2020 with “Scenario 1”, 10 FTE short with “Scenario 0”",
    );
    expect(title(10, 10.2)).toBe("Made-up county: no scenario differs from “Scenario 0” in 2020, 10 FTE short");
    expect(title(10, -4)).toContain("4 FTE more than needed in 2020 with “Scenario 1”");
    expect(title(10)).toBe("Made-up county, Scenario 0: 10 FTE short in 2020");
  });

  it("breaks a line where a number cannot be worked out, and says so", () => {
    const empty = made("Nobody needed", 1, { vacancyRate: [0.08, undefined] });
    const both = scenariosSideBySide([made("One", 1, { vacancyRate: [0.08, 0.09] }), empty], {
      measure: "vacancyRate",
    });
    expect(both.usermeta.cadre.table.rows).toEqual([
      ["2019", "8%", "8%"],
      ["2020", "9%", "–"],
    ]);
    expect(both.description).toContain("Nobody needed cannot be worked out");
    expect(JSON.stringify(both)).not.toContain("NaN");
    const alone = scenariosSideBySide([empty], { measure: "vacancyRate" });
    expect(alone.usermeta.cadre.title).toBe("Made-up county, Nobody needed: vacancy rate cannot be worked out in 2020");
  });

  it.each<[Measure, MadePool["measures"], string, string]>([
    ["supply", {}, "Supply in full-time equivalents (FTE), at 31 March.", "100 FTE"],
    ["leavers", { leavers: [0, 34] }, "Leavers in people, in years that end at 31 March.", "34"],
    ["vacancyRate", { vacancyRate: [0.08, 0.094] }, "Vacancy rate in per cent of demand, at 31 March.", "9%"],
    [
      "cost.total",
      { "cost.total": [0, 31e6] },
      "All costs in £ million, in years that end at 31 March.",
      "£31 million",
    ],
    [
      "cost.total",
      { "cost.total": [0, 31400] },
      "All costs in £ thousand, in years that end at 31 March.",
      "£31 thousand",
    ],
    ["cost.total", { "cost.total": [0, -314] }, "All costs in £, in years that end at 31 March.", "−£314"],
  ])("draws %s in its own unit", (measure, measures, subtitle, words) => {
    const { usermeta, description } = scenariosSideBySide([made("One", 1, measures), made("Two", 1)], { measure });
    expect(usermeta.cadre.subtitle).toContain(subtitle);
    expect(description).toContain(words);
  });

  it("greys what would be too many lines to tell apart, never the first nor the plan", async () => {
    const many = Array.from({ length: 9 }, (_, i) => made(`Scenario ${i}`, 10 + i));
    const chart = scenariosSideBySide(many);
    expect(chart.usermeta.cadre.subtitle).toContain("Grey: 3 further scenarios");
    expect(chart.usermeta.cadre.table.columns).toHaveLength(10);
    const svg = await toSvg(chart);
    expect(svg).toContain("10 Scenario 0");
    expect(svg).toContain("11 Scenario 1");
    expect(svg).not.toContain("12 Scenario 2");
  });

  it("refuses an unknown pool, and nothing at all", () => {
    expect(() => scenariosSideBySide([nothing], { pool: "cars" })).toThrow(CadreError);
    expect(() => scenariosSideBySide([])).toThrow("a list of 1 or more");
  });
});
