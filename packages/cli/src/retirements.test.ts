import { parseSystem, run } from "cadre";
import { describe, expect, it } from "vitest";
import { retirementTable, todaysStaffTable } from "./retirements.ts";
import { gapTable, milestones } from "./summary.ts";
import { TOWN } from "./town.test-data.ts";

const numbers = (line: string | undefined): number[] =>
  [...(line ?? "").matchAll(/(?<=\s)-?[\d,]+(?=\s|$)/g)].map(([text]) => Number(text.replaceAll(",", "")));

describe("the tables of npm start", () => {
  const system = parseSystem(TOWN.replace("2022-03-31", "2031-03-31").replace("    2022:", "    2032:"));
  const result = run(system);

  it("hold the years a plan is read at", () => {
    expect(milestones(result)).toEqual([2019, 2025, 2031]);
    expect(milestones(run(parseSystem(TOWN)))).toEqual([2019, 2022]);
  });

  it("show the run's numbers within 80 columns", () => {
    const table = gapTable(result);
    expect(table.split("\n").filter((line) => line.length > 80)).toEqual([]);
    const supply = [2019, 2025, 2031].map((year) => Math.round(result.at({ measure: "supply", year })));
    expect(numbers(table.split("\n").findLast((line) => line.includes("supply")))).toEqual(supply);
  });

  it("count every retirement once", () => {
    const all = result.series({ measure: "leavers.retirement" }).reduce((sum, { value }) => sum + value, 0);
    const [early = 0, late = 0, total = 0, per100] = numbers(retirementTable(result).split("\n").at(-1));
    expect(total).toBe(Math.round(all));
    expect(Math.abs(early + late - total)).toBeLessThanOrEqual(1);
    expect(per100).toBe(Math.round(all / 3));
  });

  it("tell today's staff from those recruited since", () => {
    const [, people, retire] = todaysStaffTable(system, result).split("\n");
    expect(numbers(people).at(-1)).toBe(300);
    const ofToday = numbers(retire).at(-1) ?? Number.NaN;
    const all = result.series({ measure: "leavers.retirement" }).reduce((sum, { value }) => sum + value, 0);
    expect(ofToday).toBeGreaterThan(0);
    expect(ofToday).toBeLessThan(all);
  });
});
