import { describe, expect, it } from "vitest";
import { CadreError } from "../error/cadre-error.ts";
import { run } from "../projection/run.ts";
import { parseSystem } from "./parse.ts";

/** Adult social care in England: 1,705,000 filled posts, 131,000 vacancies, and a published rate of 8.3%. */
const care = (vacancies: string, headcount = "1705000", rate = "8.3%") => `cadre: 1
id: care
title: Care
calendar: { base: 2024-03-31, until: 2025-03-31 }
axes: { age: none }
pools:
  care:
    title: Care
    employer: All
    sector: social-care
    headcount: ${headcount}
    vacancyRate: ${rate}
    ${vacancies}
    leaving: { rate: 20%, kind: hazard, scope: system }
`;
const result = (...words: Parameters<typeof care>) => run(parseSystem(care(...words)));
const vacant = (...words: Parameters<typeof care>) => result(...words).at({ measure: "gap", year: 2024 });
const warned = (...words: Parameters<typeof care>) =>
  result(...words).warnings.filter((text) => text.includes("fit together"));

describe("a vacancy rate", () => {
  it("is of posts unless it says otherwise", () => {
    expect(vacant("")).toBeCloseTo(154_324, 0);
    expect(vacant("vacancies: { kind: of-posts }")).toBeCloseTo(154_324, 0);
    expect(vacant("vacancies: { kind: of-funded-fte }", "917")).toBeCloseTo(83, 9);
  });

  it("of directly employed staff counts their vacancies alone", () => {
    expect(vacant("vacancies: { kind: of-directly-employed, staff: 1447000 }")).toBeCloseTo(130_972, 0);
  });

  it("warns with all three figures and what each implies when they disagree", () => {
    const [warning, ...others] = warned("vacancies: { count: 131000 }");
    expect(others).toEqual([]);
    for (const figure of ["8.3%", "131,000", "1,705,000", "154,324", "7.1%", "1,447,313"])
      expect(warning).toContain(figure);
  });

  it("is quiet where the figures agree within their rounding", () => {
    expect(warned("vacancies: { count: 131000 }", "1705000", "7.1%")).toEqual([]);
    expect(warned("vacancies: { kind: of-directly-employed, staff: 1447000, count: 131000 }")).toEqual([]);
    expect(warned("vacancies: { count: 131000 }", "1705000", "7.3%")).toHaveLength(1);
  });

  it.each([
    ["vacancies: { kind: of-directly-employed }", "missing-key"],
    ["vacancies: { staff: 100 }", "kind-contradiction"],
    ["vacancies: { kind: of-funded-fte, count: 9 }", "kind-contradiction"],
  ])("refuses %s", (vacancies, code) => {
    expect(() => parseSystem(care(vacancies))).toThrow(CadreError);
    expect(() => parseSystem(care(vacancies))).toThrow(expect.objectContaining({ code }));
  });
});
