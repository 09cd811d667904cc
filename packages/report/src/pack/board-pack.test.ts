import { countText } from "@cadre/charts";
import { CadreError, ensembles, parseSystem, type Result, run } from "cadre";
import { describe, expect, it } from "vitest";
import { keep, town, townPack } from "../town.test-data.ts";
import { boardPack } from "./board-pack.ts";
import { numberIn, rowsAsRead } from "./cell.ts";
import type { BoardPack, PackPage, PackTable } from "./pack.ts";

const { results, pack } = townPack();
const pageOf = (of: BoardPack, id: string): PackPage => {
  const page = of.pages.find((one) => one.id === id);
  if (!page) throw new Error(`no page ${id}`);
  return page;
};
const tablesIn = ({ pages, sheets }: BoardPack): PackTable[] => [
  ...pages.flatMap(({ tables, chart }) => [...tables, ...(chart ? [chart.numbers] : [])]),
  ...sheets.map(({ table }) => table),
];
const textOf = (table: PackTable): string => [table.caption, ...rowsAsRead(table).flat()].join(" | ");

describe("a board pack", () => {
  it("begins with the answer, made of the numbers of the results", () => {
    const [today, plan] = results;
    const gap = (result = today) => result?.at({ measure: "gap", year: 2029 }) ?? 0;
    const [before, after, less] = [gap(), gap(plan), gap() - gap(plan)].map((value) => String(Math.round(value)));
    const [answer] = pack.pages;
    expect(answer?.title).toBe(
      `Town would be ${before} full-time equivalents short in 2029; “The plan” closes ${less} of it`,
    );
    const table = rowsAsRead(answer?.tables[0] as PackTable);
    expect(table.map((row) => row.at(-1))).toEqual(["3,395", "2,973", before, after, less]);
  });

  it("has a page for every question, and ends with what it rests on", () => {
    expect(pack.pages.map(({ id }) => id)).toEqual([
      ...["answer", "decision", "supply-and-demand", "why-the-gap-changes", "where-the-gap-is", "scenarios"],
      ...["what-the-plan-changes", "interventions"],
      ...["staff-flow", "who-leaves", "who-retires", "costs", "assumptions", "evidence", "data-quality", "repeat"],
    ]);
    expect(pack.pages.flatMap(({ notes }) => notes).length).toBeGreaterThan(pack.pages.length);
  });

  it("says nothing in a title that its page does not show", () => {
    for (const page of pack.pages) {
      const shown = [
        ...page.tables.map(textOf),
        ...(page.chart ? [textOf(page.chart.numbers), page.chart.drawing.alt, page.chart.picture.description] : []),
        page.text,
        ...page.points,
      ].join(" ");
      const numbers = page.title.match(/\d[\d,]*/g) ?? [];
      if (["data-quality", "evidence", "assumptions"].includes(page.id)) continue;
      for (const number of numbers) expect(shown, `${page.id}: ${number}`).toContain(number);
    }
  });

  it("keeps sums and differences that hold", () => {
    let computed = 0;
    for (const table of tablesIn(pack))
      for (const cell of table.rows.flat()) {
        if (typeof cell !== "object") continue;
        computed += 1;
        const total = (cells: typeof cell.plus) =>
          cells.reduce((sum, { row, column }) => sum + (numberIn(table.rows[row]?.[column]) ?? Number.NaN), 0);
        expect(total(cell.plus) - total(cell.minus), table.caption).toBeCloseTo(cell.value, 6);
      }
    expect(computed).toBeGreaterThan(100);
  });

  it("draws its editable charts from the numbers that its pictures tell", () => {
    for (const id of ["supply-and-demand", "where-the-gap-is", "scenarios", "who-leaves", "who-retires"]) {
      const chart = pageOf(pack, id).chart;
      const picture = chart?.picture.usermeta.cadre.table;
      const own = rowsAsRead(chart?.numbers as PackTable);
      for (const { column } of chart?.drawing.series ?? []) {
        const title = chart?.numbers.columns[column]?.title ?? "";
        const same = picture?.columns.indexOf(title) ?? -1;
        expect(same, `${id}: ${title}`).toBeGreaterThan(0);
        expect(own.map((row) => row[column])).toEqual(picture?.rows.map((row) => row[same]));
      }
    }
  });

  it("gives every chart alternative text with its numbers", () => {
    for (const { chart } of pack.pages) {
      if (!chart) continue;
      expect(chart.drawing.alt).toMatch(/^[A-Z].* (chart|pyramid)/);
      expect(chart.drawing.alt.match(/\d/g)?.length).toBeGreaterThan(5);
    }
  });

  it("leaves out pages it has no numbers for", () => {
    const ids = boardPack([run(town({ alone: true, ages: false }))]).pages.map(({ id }) => id);
    expect(ids).not.toContain("scenarios");
    expect(ids).not.toContain("where-the-gap-is");
    expect(ids).not.toContain("who-retires");
    expect(ids).not.toContain("evidence");
    expect(ids).not.toContain("interventions");
  });

  it("says how sure it is where draws were made, in words that draws can prove", async () => {
    const { system } = townPack();
    const uncertainties = [{ parameter: "recruitment.effort", multiply: { p10: 0.7, p90: 1.3 } }];
    const unsure = results.slice(0, 2).map(({ data }) => ({ ...data.resolved.scenario, uncertainties }));
    const made = await ensembles(system, unsure, { draws: 60, seed: 7 });
    const sure = boardPack(results, { ensembles: made, target: 300 });
    const rows = rowsAsRead(pageOf(sure, "how-sure").tables[0] as PackTable);
    expect(rows.map(([name]) => name)).toEqual(["If nothing changes", "The plan", "Change"]);
    const { p10, p50, p90 } = made[0]?.at({ measure: "gap", year: 2029 }) ?? {};
    expect(rows[0]?.slice(1, 4)).toEqual([p10, p50, p90].map((value) => countText(value ?? 0)));
    expect(rows[2]?.slice(1, 4).every((change) => change.startsWith("−"))).toBe(true);
    const chances = rowsAsRead(pageOf(sure, "chance").chart?.numbers as PackTable);
    expect(chances[0]).toEqual(["2019", "over 99%", "over 99%"]);
    expect(chances.at(-1)?.slice(1)).toEqual(rows.slice(0, 2).map((row) => row.at(-1)));
    expect(pageOf(sure, "repeat").points).toContain("60 draws from seed 7: the same seed gives the same draws.");
    // A certain outcome gets no chart of its own.
    const never = boardPack(results, { ensembles: made, target: -100_000 });
    expect(never.pages.map(({ id }) => id)).not.toContain("chance");
  });

  it("shows a dash where nobody has given a range for what bears on the gap", async () => {
    const { system } = townPack();
    const unsure = { uncertainties: [{ parameter: "recruitment.effort", multiply: { p10: 0.7, p90: 1.3 } }] };
    const plans = results.slice(0, 2).map(({ data }, i) => ({ ...data.resolved.scenario, ...(i === 1 && unsure) }));
    const made = await ensembles(system, plans, { draws: 20, seed: 7 });
    const sure = boardPack(results, { ensembles: made });
    const [table] = pageOf(sure, "how-sure").tables;
    const [nothing, plan] = rowsAsRead(table as PackTable);
    expect([nothing?.[1], nothing?.[3], nothing?.at(-1)]).toEqual(["–", "–", "–"]);
    expect(plan).not.toContain("–");
    expect(table?.caption).toContain("No range for “If nothing changes”: nobody has given one");
  });

  it("speaks of the pool and the year it is asked about", () => {
    const care = boardPack(results, { pool: "care", year: 2025 });
    expect(care.pages[0]?.title).toMatch(/^Home care would be \d+ full-time equivalents short in 2025/);
    expect(care.pages.map(({ id }) => id)).not.toContain("where-the-gap-is");
    for (const { id, title } of care.pages)
      if (["supply-and-demand", "who-leaves", "scenarios"].includes(id)) expect(title).toMatch(/2025/);
    expect(() => boardPack(results, { pool: "caer" })).toThrow(CadreError);
    expect(() => boardPack(results, { year: 2099 })).toThrow(CadreError);
    expect(() => boardPack([])).toThrow(CadreError);
    expect(() => boardPack(results, { year: 2025, ...{ yeer: 2025 } })).toThrow(
      expect.objectContaining({ didYouMean: "year" }),
    );
    const { decomposition } = townPack();
    expect(() => boardPack(results, { pool: "care", decomposition })).toThrow(/gap of care in 2029 .* all in 2029/);
  });

  it("puts the inputs that matter most first, where that is known", () => {
    const effects = [{ parameter: "pools.hospital.headcount", effect: 12.4 }];
    const page = pageOf(boardPack(results, { effects }), "assumptions");
    expect(page.title).toContain("“Hospital: headcount”. A tenth more of it moves the gap by +12 FTE");
    expect(rowsAsRead(page.tables[0] as PackTable)[0]?.slice(0, 3)).toEqual(["Hospital: headcount", "2,000", "+12"]);
  });

  it("marks what nobody has measured, shows the rule, and names what has no price", () => {
    const evidence = pageOf(pack, "evidence");
    expect(evidence.title).toBe("Nobody has measured the effect of 1 of the 2 interventions of “The plan”");
    expect(evidence.tables.map((table) => table.rows.length)).toEqual([2, 5]);
    expect(rowsAsRead(pageOf(pack, "scenarios").tables[0] as PackTable)[1]).toEqual([
      "The plan *",
      ...[expect.any(String), expect.stringMatching(/^−\d+$/), "200", "1 of 2", "level 1, 1 not rated"],
    ]);
    expect(pageOf(pack, "costs").points).toEqual(["One intervention has no stated cost. It is not free."]);
  });

  it("draws no costs that nobody has stated, and tells pay apart", () => {
    const { cost: _, ...free } = keep("Keep");
    const unpriced = run(town(), { id: "bare", title: "Bare", interventions: [free] });
    const page = pageOf(boardPack([results[0] as Result, unpriced]), "costs");
    expect(page.title).toMatch(/^Town: “Bare” costs £[\d,]+( thousand)? less from 2020 to 2029$/);
    expect(rowsAsRead(page.tables[0] as PackTable)[1]).not.toContain("0");
    // Without any price of staff, all costs would be those of the interventions again.
    const bare = parseSystem(TOWN_WITHOUT_PRICES);
    const pack = boardPack([run(bare), run(bare, { id: "p", title: "P", interventions: [keep("Keep")] })]);
    expect(pack.pages.map(({ id }) => id)).not.toContain("costs");
    expect(pageOf(pack, "scenarios").tables[0]?.columns.map(({ title }) => title)).toContain(
      "Interventions (£ thousand)",
    );
  });

  it("says how to repeat it", () => {
    const repeat = {
      command: "cadre report town --to b.pptx",
      versions: { cadre: "9.9.9" },
      inputs: [{ path: "a.yaml", sha256: "0123456789abcdef0123" }],
    };
    const page = pageOf(boardPack(results, { repeat }), "repeat");
    expect(page.points).toContain("Run in the project folder: cadre report town --to b.pptx");
    expect(page.points).toContain("Versions: cadre 9.9.9");
    expect(rowsAsRead(page.tables[1] as PackTable)).toEqual([["a.yaml", "0123456789abcdef"]]);
  });

  it("keeps text of files text of one line, without what no office file can hold", () => {
    const odd = townPack({ title: "Bad  Town\n\ud800 & Co", plan: "A\t\u0000\u0007 \u202eplan" });
    const { pages, sheets, ...words } = odd.pack;
    const all = JSON.stringify([
      words,
      sheets,
      pages.map(({ chart, ...page }) => [page, chart?.numbers, chart?.drawing]),
    ]);
    expect(all).not.toMatch(/\\u0000|\\u0007|\u202e|\\ud800|\\n/);
    expect(odd.pack.title).toBe("Bad Town & Co: board pack");
  });
});

const TOWN_WITHOUT_PRICES = `
cadre: 1
id: town
title: Town
calendar: { base: 2019-03-31, until: 2022-03-31 }
axes: { age: none }
pools:
  care: { title: Care, employer: Us, sector: social-care, headcount: 1000, leaving: { rate: 30%, kind: leavers-per-average-headcount, scope: employer } }
`;
