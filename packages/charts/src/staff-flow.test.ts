import { parseSystem, run } from "cadre";
import { describe, expect, it } from "vitest";
import { staffFlows } from "./flow-figures.ts";
import { flowLayout } from "./flow-layout.ts";
import { shownFlows } from "./flow-shown.ts";
import { staffFlow } from "./staff-flow.ts";
import { toSvg } from "./svg.ts";

const pool = (id: string, sector: string, headcount: number, more = "") => `
  ${id}:
    title: "${id} staff"
    employer: ${id}
    sector: ${sector}
    role: staff
    headcount: ${headcount}
    ages: { "16-29": 20%, "30-75": 80% }
    sex: { female: 80%, male: 20% }
    fte: 0.8
    vacancyRate: 10%
    leaving: { rate: 30%, kind: leavers-per-average-headcount, scope: employer, includes: [] }
    recruitment: { mode: replace${more} }`;

const system = (pools: readonly string[], more = "") =>
  parseSystem(
    `
cadre: 1
id: town
title: Town
place: Town
calendar: { base: 2019-03-31, until: 2022-03-31 }
axes: { sex: [female, male] }
pools:${pools.join("")}
${more}`,
    { file: "town.yaml" },
  );
const CARE = pool("care", "social-care", 1000);
const WARD = pool("ward", "health", 600);
const two = run(system([CARE, WARD], "moves: [{ from: care, to: ward, rate: 2%, kind: hazard }]"));

/** Numbers of a table, without their names. */
const numbers = (cells: readonly string[]): number[] => cells.slice(1).map((cell) => Number(cell.replaceAll(",", "")));

describe("the flow of staff", () => {
  it("adds up: who was there and came is who went and is there", () => {
    const { title, table } = staffFlow(two).usermeta.cadre;
    expect(title).toMatch(/^About [\d,]+ people would join by 2022, (yet staff fall|and staff (grow|stay))/);
    const join = table.columns.indexOf("From another sector");
    for (const row of table.rows) {
      const all = numbers(row);
      const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
      expect(Math.abs(sum(all.slice(0, join)) - sum(all.slice(join)))).toBeLessThanOrEqual(all.length);
    }
    const moved = numbers(table.rows.find(([name]) => name === "Health") ?? [])[join - 1];
    expect(moved).toBeGreaterThan(30);
  });

  it("has blocks that its ribbons fill, and ways between two groups", () => {
    const flows = shownFlows(staffFlows(two, {}), { arrows: true });
    expect(flows.moves).toHaveLength(1);
    const layout = flowLayout(flows, { top: 0, bottom: 400, apart: 10, between: 50 });
    const high = (side: "in" | "out") =>
      layout.ribbons.filter((one) => one.side === side).reduce((sum, { height }) => sum + height, 0);
    const all = layout.blocks.reduce((sum, { height }) => sum + height, 0);
    const moved = (flows.moves[0]?.people ?? 0) * layout.per;
    expect(high("in") + moved).toBeCloseTo(all, 6);
    expect(high("out") + moved).toBeCloseTo(all, 6);
    for (const { y, height } of [...layout.left, ...layout.right, ...layout.blocks]) {
      expect(y).toBeGreaterThanOrEqual(-1e-9);
      expect(y + height).toBeLessThanOrEqual(400 + 1e-9);
    }
  });

  it("sends who moves between more than two groups to its edges, and tells apart what is inside a group", () => {
    const three = run(
      system(
        [CARE, WARD, pool("council", "public", 500)],
        "moves: [{ from: care, to: ward, rate: 2%, kind: hazard }, { from: council, to: care, rate: 3%, kind: hazard }]",
      ),
    );
    const flows = shownFlows(staffFlows(three, {}), { arrows: true });
    expect(flows.moves).toEqual([]);
    expect(flows.sources.map(({ title }) => title)).toContain("From another sector");
    const health = staffFlows(three, { pool: "sector:health", groups: "pools" });
    expect(health.groups).toHaveLength(1);
    expect(health.moves).toEqual([{ from: -1, to: 0, people: expect.closeTo(movedTo(three, "ward"), 6) }]);
  });

  it("leaves out of the picture a group too small to be seen, says so, and keeps it in the table", () => {
    const chart = staffFlow(run(system([CARE, WARD, pool("few", "few", 5)])));
    expect(chart.usermeta.cadre.subtitle).toContain("Left out: changes of employer, moves within a sector, Few.");
    expect(chart.usermeta.cadre.table.rows.map(([name]) => name)).toContain("Few");
  });

  it.each([720, 320])(
    "is drawn %d pixels wide, as ribbons and as rows, with names that are kept whole",
    async (width) => {
      const many = Array.from({ length: 12 }, (_, i) => pool(`trust${i}`, "health", 200 + 90 * i));
      for (const chart of [staffFlow(two, { width }), staffFlow(run(system(many)), { groups: "pools", width })]) {
        expect(chart.usermeta.cadre.title.split(" ").length).toBeLessThanOrEqual(12);
        const svg = await toSvg(chart);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      }
    },
  );
});

const movedTo = (result: typeof two, id: string): number =>
  result.years.reduce((sum, year) => sum + result.at({ pool: id, measure: "joiners.moves", year }), 0);
