import { run } from "cadre";
import { readSystem } from "cadre/node";
import { expect, it } from "vitest";
import { altText } from "./alt-text.ts";
import { planTimeline } from "./plan-timeline.ts";
import { toSvg } from "./svg.ts";

const england = await readSystem("scenarios/england/system.yaml");
const keep = (id: string, more: object) => ({
  ...{ id, title: `Keep ${id}` },
  changes: [{ parameter: "leaving.rate", multiply: 0.99 }],
  ...more,
});

it("has a row for each action: when it begins, when it works in full, what it costs and what is known", async () => {
  const interventions = [
    keep("later", { from: 2024, over: 3, evidence: { level: 2 }, reach: 0.5 }),
    keep("soon", { from: 2021, cost: { perYear: 1_250_000, once: 40_000 } }),
  ];
  const result = run(england, { id: "both", title: "Both", interventions });
  const chart = planTimeline({ result, assumed: ["soon"] })!;
  const { title, table } = chart.usermeta.cadre;
  expect(title).toBe("2 actions; all work in full by 2026");
  expect(table.rows).toEqual([
    ["Keep soon", "2021", "2021", "100%", "£1.3 million a year, £40,000 once, assumed", "not rated"],
    ["Keep later", "2024", "2026", "50%", "no price", "level 2"],
  ]);
  expect(altText(chart)).toContain("Keep later: from 2024, in full by 2026; no price; evidence level 2.");
  for (const width of [720, 320]) {
    const svg = await toSvg(planTimeline({ result, width })!);
    for (const words of ["Keep soon", "Keep later", "no price"]) expect(svg).toContain(words);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  }
});

it("is nothing for a plan without actions", () => {
  expect(planTimeline({ result: run(england) })).toBeUndefined();
});
