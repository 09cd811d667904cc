import { compare, parseSystem, run } from "cadre";
import { expect, it } from "vitest";
import { boardTable } from "./board-table.ts";
import { toHtml } from "./html.ts";
import { countText } from "./number.ts";
import { kept, nothing, plan } from "./scenarios.test-data.ts";

const gap = (result: typeof nothing, year = 2024) => result.at({ pool: "care", measure: "gap", year });

it("a board reads gap, change, cost and evidence of each scenario, and which rest on a guess", () => {
  const table = boardTable(compare([nothing, kept, plan]), { pool: "care" });
  expect(table.caption).toContain("Home care: scenarios side by side");
  expect(table.caption).toContain("* Depends on an effect that nobody has measured");
  expect(table.caption).toContain("in 2024, a minus sign is a surplus. Change: against “If nothing changes”.");
  expect(table.columns).toEqual(["Scenario", "Gap (FTE)", "Change (FTE)", "Interventions (£ thousand)", "Evidence"]);
  const change = (result: typeof nothing) => countText(gap(result) - gap(nothing));
  expect(table.rows).toEqual([
    ["If nothing changes", countText(gap(nothing)), "–", "–", "–"],
    ["Keep people", countText(gap(kept)), change(kept), "100", "level 2"],
    ["The whole plan *", countText(gap(plan)), change(plan), "105, 1 not stated", "levels 0 to 2, 1 not rated"],
  ]);
});

it("it reads an earlier year, with the costs until then and no star where none is needed", () => {
  const table = boardTable(compare([nothing, kept]), { pool: "care", year: 2021 });
  expect(table.caption).not.toContain("*");
  expect(table.rows[1]?.slice(1, 4)).toEqual([
    countText(gap(kept, 2021)),
    countText(gap(kept, 2021) - gap(nothing, 2021)),
    "40",
  ]);
  expect(() => boardTable(compare([]))).toThrow(/at least one/);
});

it("it tells pay apart from what else is spent", () => {
  const costly = (pay: number) => `
cadre: 1
id: town
title: Town
calendar: { base: 2019-03-31, until: 2021-03-31 }
axes: { age: none }
costs: { pay: ${pay}, leaver: 1000 }
pools:
  care: { title: Care, employer: Us, sector: care, headcount: 1000, vacancyRate: 20%, leaving: { rate: 30%, kind: leavers-per-average-headcount, scope: employer } }
`;
  const rows = (pay: number) => {
    const town = parseSystem(costly(pay));
    const fewer = { id: "keep", title: "Keep", changes: [{ parameter: "leaving.rate", multiply: 0.5 }] };
    return boardTable(compare([run(town), run(town, fewer)]));
  };
  expect(rows(30_000).columns.slice(4, 6)).toEqual([
    "Change of costs apart from pay (£ thousand)",
    "Change of pay (£ thousand)",
  ]);
  const [, kept] = rows(30_000).rows;
  expect(kept?.[4]).toMatch(/^−\d/);
  expect(kept?.[5]).toMatch(/^\+\d/);
  // Whatever staff are paid, the rest costs the same.
  expect(rows(60_000).rows[1]?.[4]).toBe(kept?.[4]);
  expect(rows(0).columns).toContain("Change of all costs (£ thousand)");
});

it("it stands in a page as it is", async () => {
  const table = boardTable(compare([nothing, plan]));
  const page = await toHtml([{ title: "What a board should know", text: "Two scenarios.", table }], { title: "Town" });
  expect(page).toContain("<h2>What a board should know</h2>");
  expect(page).toContain("<p>Two scenarios.</p>");
  expect(page).toContain(">The whole plan *</th>");
  expect(page).not.toContain("<details>");
});
