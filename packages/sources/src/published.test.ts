import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readEstimates } from "./people/estimates.ts";
import type { PeopleOfAge } from "./people/people-of-age.ts";
import { readProjections } from "./people/projections.ts";
import { toPopulation } from "./people/to-population.ts";
import { readCareTurnover } from "./staff/care-turnover.ts";
import { readNhsStaff } from "./staff/nhs-staff.ts";

const folder = fileURLToPath(new URL("../../../data/official/", import.meta.url));
const read = (name: string): string => readFileSync(folder + name, "utf8");
const total = (rows: readonly PeopleOfAge[]): number => rows.reduce((sum, { people }) => sum + people, 0);

describe("official files, as their publishers lay them out", () => {
  it("single ages: estimates and projections side by side", () => {
    const text = read("people-by-single-age.csv");
    const estimates = readEstimates(text, { areas: ["England"] }).rows;
    expect(total(estimates.filter(({ year }) => year === 2023))).toBe(57_690_323);
    const areas = ["Cumberland", "Westmorland and Furness"];
    const bands = ["0-15", "16-17", "18-20", "21-24", "25-64", "65-74", "75-84", "85+"];
    const projected = readProjections(text, { areas, years: [2018, 2035] }).rows;
    const table = toPopulation(projected, "Cumbria", { areas, bands });
    expect(table).toContain("Cumbria,2018,0-15,82206\n");
    expect(table).toContain("Cumbria,2035,85+,25141\n");
  });

  it("estimates as first published, with totals", () => {
    const text = read("people-first-published.csv");
    const of = (area: string, year: number) => total(readEstimates(text, { areas: [area], years: [year] }).rows);
    expect(of("Cumbria", 2017)).toBe(498_375);
    expect(of("Somerset", 2018)).toBe(559_399);
  });

  it("England's projection", () => {
    const { rows } = readProjections(read("people-england-2022-based.csv"), { areas: ["England"] });
    expect(rows).toHaveLength(91 * 2 * 2);
    expect(rows.filter(({ open }) => open).every(({ age }) => age === 90)).toBe(true);
  });

  it("NHS staff", () => {
    const { rows } = readNhsStaff(read("nhs-staff-england-2018.csv"), {
      months: ["2018-06"],
      organisations: ["ENGLAND"],
    });
    expect(rows.find(({ group }) => group === "Nurses & health visitors")?.fte).toBeCloseTo(283_327, -1);
  });

  it("care turnover", () => {
    const { rows } = readCareTurnover(read("care-turnover.csv"));
    expect(rows).toHaveLength(7 * 3);
    expect(rows.find(({ area, year }) => area === "Cumbria" && year === 2019)?.leaving).toBe(0.3329);
    expect(rows.find(({ area, year }) => area === "Leicestershire" && year === 2019)?.leaving).toBeUndefined();
  });
});
