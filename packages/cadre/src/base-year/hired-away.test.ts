import { expect, test } from "vitest";
import { run } from "../projection/run.ts";
import { parseSystem } from "../system/parse.ts";

test("a pool that others hire from holds its headcount: its length of service allows for those hired away", () => {
  for (const stepsPerYear of [1, 4]) {
    const town = run(
      parseSystem(`
        cadre: 1
        id: town
        title: A town
        calendar: { base: 2024-03-31, until: 2034-03-31, stepsPerYear: ${stepsPerYear} }
        axes: { age: none, tenure: 4 }
        pools:
          homes:
            title: Care homes
            employer: Homes
            sector: social-care
            headcount: 1000
            leaving:
              rate: 30%
              kind: leavers-per-average-headcount
              scope: employer
              byTenure: { "0": 2, "1": 1.2, "2": 1, "3+": 0.5 }
          hospital:
            title: Hospital
            employer: Hospital
            sector: health
            headcount: 800
            leaving: { rate: 15%, kind: leavers-per-average-headcount, scope: employer }
            recruitment: { from: { homes: 40% } }
      `),
    );
    for (const { value } of town.series({ pool: "homes", measure: "headcount" })) expect(value).toBeCloseTo(1000, 6);
    expect(town.at({ pool: "homes", measure: "leavers.hires", year: 2034 })).toBeCloseTo(48, 0);
  }
});
